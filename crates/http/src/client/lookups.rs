//! Name lookups: exchanges that want the same name at the same time share one.
//!
//! Nothing is remembered afterwards: how long a name is valid is the name service's business.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::net::IpAddr;

use super::{Action, Client, ExchangeId, LookupId};
use crate::error::{Cause, Failure, FailureKind};
use crate::time::Time;

struct Lookup {
    host: String,
    waiters: Vec<ExchangeId>,
}

/// The lookups under way. One whose waiters have all gone goes on, for those who come later.
#[derive(Default)]
pub(super) struct Lookups(BTreeMap<LookupId, Lookup>);

impl Lookups {
    /// Takes an exchange off the list it may be on.
    pub(super) fn forget(&mut self, exchange: ExchangeId) {
        for lookup in self.0.values_mut() {
            lookup.waiters.retain(|waiter| *waiter != exchange);
        }
    }
}

impl Client {
    /// A lookup is over.
    pub fn resolved(&mut self, id: LookupId, result: Result<Vec<IpAddr>, Failure>, now: Time) {
        let Some(lookup) = self.lookups.0.remove(&id) else {
            return;
        };
        let result = result.and_then(|mut addresses| {
            addresses.truncate(self.limits.addresses);
            if addresses.is_empty() {
                return Err(Failure::new(FailureKind::UnknownHost, "it has no address"));
            }
            Ok(addresses)
        });
        for waiter in lookup.waiters {
            match &result {
                Ok(addresses) => {
                    if let Some(exchange) = self.exchanges.get_mut(&waiter) {
                        exchange.addresses = addresses.iter().copied().collect();
                    }
                    self.connect_next(waiter, now);
                }
                Err(failure) => {
                    self.finish(waiter, Err(Cause::Network(failure.clone())), now);
                }
            }
        }
    }

    pub(super) fn look_up(&mut self, exchange: ExchangeId, host: String) {
        if let Some(lookup) = self
            .lookups
            .0
            .values_mut()
            .find(|lookup| lookup.host == host)
        {
            lookup.waiters.push(exchange);
            return;
        }
        let id = LookupId(self.fresh_id());
        self.actions.push_back(Action::Resolve(id, host.clone()));
        self.lookups.0.insert(
            id,
            Lookup {
                host,
                waiters: Vec::from([exchange]),
            },
        );
    }
}
