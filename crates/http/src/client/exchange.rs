//! One exchange: its request, how far it is, and what has arrived.

use alloc::collections::VecDeque;
use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::net::{IpAddr, SocketAddr};
use core::time::Duration;

use super::ConnectionId;
use crate::error::{Cause, Failure, FailureKind, Phase};
use crate::proto::{Request, Response, ResponseHead};
use crate::time::Time;

pub(super) struct Exchange {
    pub(super) request: Request,
    pub(super) phase: Phase,
    /// When the exchange must be over, counted from when it left the queue.
    pub(super) deadline: Time,
    /// The duration behind `deadline`, for the message.
    pub(super) time: Duration,
    /// Meaningful in phase `Connecting`.
    pub(super) connect_deadline: Time,
    /// The connection being opened or used.
    pub(super) connection: Option<ConnectionId>,
    /// Addresses that have not been tried.
    pub(super) addresses: VecDeque<IpAddr>,
    /// The address being tried or used.
    pub(super) address: Option<SocketAddr>,
    /// Why the last address failed.
    pub(super) last_failure: Option<Cause>,
    /// How many addresses failed.
    pub(super) failures: usize,
    /// Whether the one retry has been used.
    pub(super) retried: bool,
    /// The head and body that have arrived.
    pub(super) head: Option<ResponseHead>,
    pub(super) body: Vec<u8>,
}

impl Exchange {
    pub(super) fn new(request: Request, time: Duration, deadline: Time) -> Exchange {
        Exchange {
            request,
            phase: Phase::Queued,
            deadline,
            time,
            connect_deadline: Time::NEVER,
            connection: None,
            addresses: VecDeque::new(),
            address: None,
            last_failure: None,
            failures: 0,
            retried: false,
            head: None,
            body: Vec::new(),
        }
    }

    /// Forgets what earlier attempts found.
    pub(super) fn restart(&mut self) {
        self.connection = None;
        self.addresses.clear();
        self.last_failure = None;
        self.failures = 0;
    }

    /// Notes that the current address failed.
    pub(super) fn address_failed(&mut self, cause: Cause) {
        self.failures += 1;
        self.connection = None;
        self.last_failure = Some(match (cause, self.address) {
            (Cause::Network(failure), Some(address)) => {
                let detail = match failure.detail.as_str() {
                    "" => address.to_string(),
                    words => format!("{address}: {words}"),
                };
                Cause::Network(Failure::new(failure.kind, detail))
            }
            (cause, _) => cause,
        });
    }

    /// Why no address could be reached.
    pub(super) fn connect_failure(&mut self) -> Cause {
        let tried = self.failures;
        match self.last_failure.take() {
            Some(Cause::Network(failure)) if tried > 1 => {
                let detail = format!("{}, the last of {tried} addresses", failure.detail);
                Cause::Network(Failure::new(failure.kind, detail))
            }
            Some(cause) => cause,
            None => Cause::Network(Failure::new(FailureKind::UnknownHost, "it has no address")),
        }
    }

    /// Appends to the body as much as memory allows.
    pub(super) fn push_body(&mut self, data: &[u8]) -> Result<(), Cause> {
        self.body
            .try_reserve(data.len())
            .map_err(|_| Cause::OutOfMemory)?;
        self.body.extend_from_slice(data);
        Ok(())
    }

    /// The response, once its end has come.
    pub(super) fn take_response(&mut self) -> Result<Response, Cause> {
        let head = self
            .head
            .take()
            .ok_or(Cause::Bug("a response ended before its head"))?;
        Ok(Response {
            url: self.request.url().to_string(),
            version: head.version,
            status: head.status,
            reason: head.reason,
            headers: head.headers,
            body: core::mem::take(&mut self.body),
        })
    }
}
