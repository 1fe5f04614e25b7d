//! One simulated connection: what is on its way to the client, and when it arrives.

use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::net::SocketAddr;
use core::time::Duration;

use super::net::Reply;
use crate::driver::Received;
use crate::error::{Failure, FailureKind};
use crate::time::Time;

pub(super) struct SimConnection {
    pub(super) address: SocketAddr,
    /// Its number among the server's connections.
    pub(super) number: usize,
    /// Bytes that the server has received and not consumed.
    pub(super) at_server: Vec<u8>,
    /// When the last reply so far arrives.
    pub(super) busy_until: Time,
    /// Replies on their way, in order, with the time of their arrival.
    replies: VecDeque<(Time, Reply)>,
    /// Bytes taken from the first reply.
    taken: usize,
}

impl SimConnection {
    pub(super) fn new(address: SocketAddr, number: usize) -> SimConnection {
        SimConnection {
            address,
            number,
            at_server: Vec::new(),
            busy_until: Time::ZERO,
            replies: VecDeque::new(),
            taken: 0,
        }
    }

    /// Puts a reply on its way; its delay.
    pub(super) fn queue(&mut self, at: Time, reply: Reply) -> Duration {
        let delay = reply.delay();
        self.replies.push_back((at, reply));
        delay
    }

    /// Whether a reset or an end has arrived behind everything else.
    pub(super) fn is_reset(&self, now: Time) -> bool {
        self.replies
            .iter()
            .any(|(at, reply)| *at <= now && matches!(reply, Reply::Reset(_)))
    }

    /// Gives what has arrived, up to `buffer`'s length.
    pub(super) fn recv(&mut self, now: Time, buffer: &mut [u8]) -> Received {
        loop {
            let Some((_, reply)) = self.replies.front().filter(|(at, _)| *at <= now) else {
                return Received::Empty;
            };
            match reply {
                Reply::Bytes(_, bytes) => {
                    let rest = bytes.get(self.taken..).unwrap_or_default();
                    if rest.is_empty() {
                        self.replies.pop_front();
                        self.taken = 0;
                        continue;
                    }
                    let count = rest.len().min(buffer.len());
                    for (to, from) in buffer.iter_mut().zip(rest) {
                        *to = *from;
                    }
                    self.taken += count;
                    return Received::Bytes(count);
                }
                Reply::Close(_) => return Received::Eof,
                Reply::Reset(_) => return Received::Failed(Failure::new(FailureKind::Reset, "")),
            }
        }
    }
}
