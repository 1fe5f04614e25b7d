//! What time does to a client: exchanges and connection attempts end, idle connections close.

use alloc::vec::Vec;

use super::connection::Stage;
use super::{Action, Client, ConnectionId, ExchangeId};
use crate::error::{Cause, Phase};
use crate::time::Time;

impl Client {
    /// When [`Client::advance`] has to be called at the latest; none if only an event can change
    /// anything.
    pub fn next_deadline(&self) -> Option<Time> {
        let deadlines = self
            .exchanges
            .values()
            .map(|exchange| match exchange.phase {
                Phase::Connecting => exchange.deadline.min(exchange.connect_deadline),
                _ => exchange.deadline,
            });
        let idle = self
            .connections
            .values()
            .filter_map(|connection| match connection.stage {
                Stage::Idle(until) => Some(until),
                _ => None,
            });
        deadlines
            .chain(idle)
            .min()
            .filter(|deadline| *deadline != Time::NEVER)
    }

    /// Ends what has come to its deadline.
    pub fn advance(&mut self, now: Time) {
        if self.next_deadline().is_none_or(|deadline| deadline > now) {
            return;
        }
        let idle: Vec<ConnectionId> = self
            .connections
            .iter()
            .filter(
                |(_, connection)| matches!(connection.stage, Stage::Idle(until) if until <= now),
            )
            .map(|(id, _)| *id)
            .collect();
        for id in idle {
            self.drop_connection(id, Action::Close(id));
        }
        let late: Vec<ExchangeId> = self
            .exchanges
            .iter()
            .filter(|(_, exchange)| exchange.deadline <= now)
            .map(|(id, _)| *id)
            .collect();
        for id in late {
            let Some(exchange) = self.exchanges.get(&id) else {
                continue;
            };
            let own = exchange.request.own_timeout().is_some();
            let limit = if own { "timeout" } else { "exchange_time" };
            let cause = Cause::Timeout {
                limit,
                after: exchange.time,
            };
            self.finish(id, Err(cause), now);
        }
        let connecting: Vec<ExchangeId> = self
            .exchanges
            .iter()
            .filter(|(_, exchange)| exchange.phase == Phase::Connecting)
            .filter(|(_, exchange)| exchange.connect_deadline <= now)
            .map(|(id, _)| *id)
            .collect();
        for id in connecting {
            let Some(exchange) = self.exchanges.get_mut(&id) else {
                continue;
            };
            let connection = exchange.connection;
            let after = self.limits.connect_time;
            exchange.address_failed(Cause::Timeout {
                limit: "connect_time",
                after,
            });
            if let Some(connection) = connection {
                self.drop_connection(connection, Action::Abort(connection));
            }
            self.connect_next(id, now);
        }
    }
}
