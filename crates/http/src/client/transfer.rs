//! What connections report, and what that means for the exchanges they carry.
//!
//! Every method ignores a connection that the client no longer knows: reports may be late.

use super::connection::Stage;
use super::{Action, Client, ConnectionId, ExchangeId};
use crate::error::{Cause, Failure, Phase};
use crate::proto::{Event, ProtocolError};
use crate::time::Time;

impl Client {
    /// A connection is open.
    pub fn connected(&mut self, id: ConnectionId) {
        let Some(connection) = self.connections.get_mut(&id) else {
            return;
        };
        if connection.stage != Stage::Opening {
            return;
        }
        connection.stage = Stage::Fresh;
        if let Some(exchange) = connection
            .exchange
            .and_then(|id| self.exchanges.get_mut(&id))
        {
            exchange.phase = Phase::Sending;
        }
        self.actions.push_back(Action::Send(id));
    }

    /// What is to be sent next over a connection; empty if nothing is.
    pub fn outgoing(&self, id: ConnectionId) -> &[u8] {
        let Some(connection) = self.connections.get(&id) else {
            return &[];
        };
        let Some(exchange) = connection.exchange.and_then(|id| self.exchanges.get(&id)) else {
            return &[];
        };
        connection.outgoing(exchange.request.body_bytes())
    }

    /// So many bytes of [`Client::outgoing`] are sent.
    pub fn sent(&mut self, id: ConnectionId, count: usize) {
        let Some(connection) = self.connections.get_mut(&id) else {
            return;
        };
        let Some(exchange) = connection
            .exchange
            .and_then(|id| self.exchanges.get_mut(&id))
        else {
            return;
        };
        connection.sent = connection.sent.saturating_add(count);
        let all = connection
            .outgoing(exchange.request.body_bytes())
            .is_empty();
        if all && exchange.phase == Phase::Sending {
            exchange.phase = Phase::Waiting;
        }
    }

    /// Sending failed. What the server said before may still be there to be read (RFC 9112,
    /// section 9.5), so the exchange goes on until receiving ends too.
    pub fn send_failed(&mut self, id: ConnectionId) {
        if let Some(connection) = self.connections.get_mut(&id) {
            connection.cannot_send = true;
        }
    }

    /// Bytes have come.
    pub fn received(&mut self, id: ConnectionId, bytes: &[u8], now: Time) {
        let Some(connection) = self.connections.get_mut(&id) else {
            return;
        };
        let Some(exchange_id) = connection.exchange else {
            // Nobody asked: the server is confused, or about to close with a 408.
            return self.drop_connection(id, Action::Abort(id));
        };
        connection.heard |= !bytes.is_empty();
        match self.read(id, exchange_id, bytes) {
            Ok(None) => {}
            Ok(Some(excess)) => self.complete(id, exchange_id, excess, now),
            Err(cause) => self.finish(exchange_id, Err(cause), now),
        }
    }

    /// The server has closed its side in good order.
    pub fn closed(&mut self, id: ConnectionId, now: Time) {
        let Some(connection) = self.connections.get_mut(&id) else {
            return;
        };
        let Some(exchange_id) = connection.exchange else {
            return self.drop_connection(id, Action::Close(id));
        };
        match connection.reader.close() {
            Ok(_) => self.complete(id, exchange_id, 0, now),
            Err(ProtocolError::Truncated { received, expected }) => {
                self.lost(id, exchange_id, Cause::Closed { received, expected }, now);
            }
            Err(error) => self.lost(id, exchange_id, Cause::Protocol(error), now),
        }
    }

    /// Connecting failed, or receiving did.
    pub fn failed(&mut self, id: ConnectionId, failure: Failure, now: Time) {
        let Some(connection) = self.connections.get(&id) else {
            return;
        };
        let Some(exchange_id) = connection.exchange else {
            return self.drop_connection(id, Action::Abort(id));
        };
        if connection.stage == Stage::Opening {
            if let Some(exchange) = self.exchanges.get_mut(&exchange_id) {
                exchange.address_failed(Cause::Network(failure));
            }
            self.drop_connection(id, Action::Abort(id));
            return self.connect_next(exchange_id, now);
        }
        self.lost(id, exchange_id, Cause::Network(failure), now);
    }

    /// Reads what arrived; how many bytes were left over, if the response is complete.
    fn read(
        &mut self,
        id: ConnectionId,
        exchange_id: ExchangeId,
        bytes: &[u8],
    ) -> Result<Option<usize>, Cause> {
        const LOST: Cause = Cause::Bug("a connection carries an exchange that does not exist");
        let connection = self.connections.get_mut(&id).ok_or(LOST)?;
        let exchange = self.exchanges.get_mut(&exchange_id).ok_or(LOST)?;
        let mut input = bytes;
        loop {
            match connection
                .reader
                .next(&mut input)
                .map_err(Cause::Protocol)?
            {
                Event::NeedMore => return Ok(None),
                Event::Informational(_) => {}
                Event::Head(head) => {
                    exchange.phase = Phase::Reading;
                    exchange.head = Some(head);
                }
                Event::Data(data) => exchange.push_body(data)?,
                Event::End(_trailers) => return Ok(Some(input.len())),
            }
        }
    }

    /// A response is complete: the connection goes to the pool if everybody agrees.
    fn complete(&mut self, id: ConnectionId, exchange_id: ExchangeId, excess: usize, now: Time) {
        let Some(exchange) = self.exchanges.get_mut(&exchange_id) else {
            return;
        };
        let response = exchange.take_response();
        exchange.phase = Phase::Done;
        exchange.connection = None;
        if let Some(connection) = self.connections.get_mut(&id) {
            // Bytes behind the response answer no request of ours: never read them as the
            // answer to the next one.
            if excess == 0 && connection.is_usable_again(exchange.request.body_bytes()) {
                connection.rest(now + self.limits.idle_time);
                let origin = connection.origin.clone();
                if let Some(surplus) = self.pool.put(origin, id, &self.limits) {
                    self.drop_connection(surplus, Action::Close(surplus));
                }
            } else {
                self.drop_connection(id, Action::Close(id));
            }
        }
        self.finish(exchange_id, response, now);
    }

    /// A connection broke while it carried an exchange: retried if that is allowed.
    fn lost(&mut self, id: ConnectionId, exchange_id: ExchangeId, cause: Cause, now: Time) {
        let (Some(connection), Some(exchange)) = (
            self.connections.get(&id),
            self.exchanges.get_mut(&exchange_id),
        ) else {
            return;
        };
        let harmless = exchange.request.is_idempotent() || connection.sent == 0;
        let stale = connection.stage == Stage::Reused && !connection.heard;
        if stale && harmless && !exchange.retried {
            exchange.retried = true;
            exchange.connection = None;
            self.drop_connection(id, Action::Abort(id));
            return self.open(exchange_id, now);
        }
        self.finish(exchange_id, Err(cause), now);
    }
}
