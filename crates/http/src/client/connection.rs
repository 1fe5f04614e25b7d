//! One connection: the bytes to send, and the reader of what comes back.

use alloc::vec::Vec;

use super::ExchangeId;
use crate::limits::Limits;
use crate::proto::{Origin, Request, ResponseReader};
use crate::time::Time;

/// How a connection came to its present use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// It is being opened.
    Opening,
    /// It carries its first exchange.
    Fresh,
    /// It carries a later exchange: the server may have closed it meanwhile.
    Reused,
    /// It waits in the pool, until the given time.
    Idle(Time),
}

pub(super) struct Connection {
    pub(super) origin: Origin,
    pub(super) stage: Stage,
    /// The exchange it carries; none while idle.
    pub(super) exchange: Option<ExchangeId>,
    /// The head, with the body behind it if that is short.
    head: Vec<u8>,
    /// Whether the body stands in `head`.
    body_in_head: bool,
    /// Bytes of head and body that are sent.
    pub(super) sent: usize,
    /// Whether sending failed: then only what the server already said can be read.
    pub(super) cannot_send: bool,
    /// Whether any byte has come since the exchange began.
    pub(super) heard: bool,
    /// Whether the request asked for the connection to be closed afterwards.
    asks_to_close: bool,
    pub(super) reader: ResponseReader,
}

/// Bodies up to this size travel behind the head in one buffer, hence mostly in one packet;
/// longer ones are sent from where they are.
const SHORT_BODY_BYTES: usize = 8_192;

impl Connection {
    pub(super) fn new(origin: Origin) -> Connection {
        Connection {
            origin,
            stage: Stage::Opening,
            exchange: None,
            head: Vec::new(),
            body_in_head: false,
            sent: 0,
            cannot_send: false,
            heard: false,
            asks_to_close: false,
            reader: ResponseReader::new("", &Limits::DEFAULT),
        }
    }

    /// Prepares for an exchange.
    pub(super) fn begin(&mut self, id: ExchangeId, request: &Request, limits: &Limits) {
        self.exchange = Some(id);
        self.head = request.head_bytes();
        self.body_in_head = request.body_bytes().len() <= SHORT_BODY_BYTES;
        if self.body_in_head {
            self.head.extend_from_slice(request.body_bytes());
        }
        self.sent = 0;
        self.cannot_send = false;
        self.heard = false;
        self.asks_to_close = request.asks_to_close();
        self.reader = ResponseReader::new(request.method(), limits);
    }

    /// What is still to be sent, in one or more pieces; `body` is the request's.
    pub(super) fn outgoing<'c>(&'c self, body: &'c [u8]) -> &'c [u8] {
        if self.stage == Stage::Opening || self.cannot_send {
            return &[];
        }
        match self.head.get(self.sent..) {
            Some(head) if !head.is_empty() => head,
            _ if self.body_in_head => &[],
            _ => body
                .get(self.sent.saturating_sub(self.head.len())..)
                .unwrap_or_default(),
        }
    }

    /// Whether the connection may carry another exchange after this one.
    pub(super) fn is_usable_again(&self, body: &[u8]) -> bool {
        self.reader.leaves_connection_usable()
            && !self.asks_to_close
            && !self.cannot_send
            && self.outgoing(body).is_empty()
    }

    /// Goes to rest.
    pub(super) fn rest(&mut self, until: Time) {
        self.stage = Stage::Idle(until);
        self.exchange = None;
        self.head = Vec::new();
    }
}
