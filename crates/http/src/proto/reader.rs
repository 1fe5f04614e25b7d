//! Reads one response: bytes in, events out. The states and their order are in [`state`].
//!
//! The caller feeds what arrived and calls [`ResponseReader::next`] until it says
//! [`Event::NeedMore`]; when the server closes, it calls [`ResponseReader::close`]. Bytes that the
//! reader leaves in the input after [`Event::End`] belong to no exchange.

use alloc::string::{String, ToString};

use super::body::Body;
use super::chunked::Part;
use super::framing::Framing;
use super::head::{HeadReader, ResponseHead};
use super::headers::Headers;
use super::protocol_error::{Exceeded, ProtocolError};
use super::state::{State, Trigger};
use crate::limits::Limits;

/// What a reader found next.
#[derive(Debug, PartialEq, Eq)]
pub enum Event<'i> {
    /// The input is used up and the response is not complete.
    NeedMore,
    /// A 1xx answer; the final one is still to come.
    Informational(ResponseHead),
    /// The final head.
    Head(ResponseHead),
    /// A piece of the body; where pieces begin and end means nothing.
    Data(&'i [u8]),
    /// The response is complete. The fields are those of a chunked body's trailer section.
    End(Headers),
}

/// The state of reading one response.
#[derive(Debug)]
pub struct ResponseReader {
    state: State,
    method: String,
    limits: Limits,
    head: HeadReader,
    body: Body,
    informational: usize,
    /// Whether the head and framing read so far let the connection be used again.
    reusable: bool,
    /// Whether the end was announced to the caller.
    ended: bool,
}

impl ResponseReader {
    /// A reader for the response to a request with that method.
    pub fn new(method: &str, limits: &Limits) -> ResponseReader {
        ResponseReader {
            state: State::Head,
            method: method.to_string(),
            limits: *limits,
            head: HeadReader::new(),
            body: Body::new(Framing::Nothing),
            informational: 0,
            reusable: false,
            ended: false,
        }
    }

    /// Takes from `input` as much as makes the next event.
    ///
    /// # Errors
    /// The bytes break the protocol or a limit; the reader is then of no further use.
    pub fn next<'i>(&mut self, input: &mut &'i [u8]) -> Result<Event<'i>, ProtocolError> {
        let result = match self.state {
            State::Head => self.next_in_head(input),
            State::Length | State::Chunked | State::UntilClose => self.next_in_body(input),
            State::Done if !self.ended => Ok(self.end(Headers::new())),
            State::Done => Ok(Event::NeedMore),
            State::Failed => Err(ProtocolError::Failed),
        };
        if result.is_err() {
            self.state = self.state.after(Trigger::Error);
        }
        result
    }

    /// The server closed its side: the end of a body without a length, an error elsewhere.
    ///
    /// # Errors
    /// The response is incomplete.
    pub fn close(&mut self) -> Result<Event<'static>, ProtocolError> {
        let incomplete = ProtocolError::Truncated {
            received: self.body.received(),
            expected: match self.state {
                State::Length => self.body.expected(),
                _ => None,
            },
        };
        self.reusable = false;
        self.state = self.state.after(Trigger::Closed);
        match self.state {
            State::Done if !self.ended => Ok(self.end(Headers::new())),
            State::Done => Ok(Event::NeedMore),
            _ => Err(incomplete),
        }
    }

    /// What the reader waits for.
    pub fn state(&self) -> State {
        self.state
    }

    /// Whether the response is complete and the connection can carry another exchange, as far as
    /// the response goes.
    pub fn leaves_connection_usable(&self) -> bool {
        self.ended && self.reusable
    }

    fn next_in_head<'i>(&mut self, input: &mut &'i [u8]) -> Result<Event<'i>, ProtocolError> {
        let Some(head) = self.head.push(input, &self.limits)? else {
            return Ok(Event::NeedMore);
        };
        if head.status == 101 {
            return Err(ProtocolError::Upgrade);
        }
        if head.status < 200 {
            self.informational += 1;
            if self.informational > self.limits.informational {
                let (what, value) = ("the number of 1xx answers", self.limits.informational);
                return Err(ProtocolError::Limit(Exceeded::new(
                    what,
                    "informational",
                    value,
                )));
            }
            self.head = HeadReader::new();
            self.state = self.state.after(Trigger::Informational);
            return Ok(Event::Informational(head));
        }
        let framing = Framing::of(&head, &self.method, &self.limits)?;
        self.reusable = framing.leaves_connection_usable(&head);
        self.body = Body::new(framing);
        // The collected bytes are not needed any more; a long body should not keep them.
        self.head = HeadReader::new();
        self.state = self.state.after(match framing {
            Framing::Nothing => Trigger::HasNoBody,
            Framing::Length(_) => Trigger::HasLength,
            Framing::Chunked => Trigger::HasChunks,
            Framing::UntilClose => Trigger::HasNoLength,
        });
        Ok(Event::Head(head))
    }

    fn next_in_body<'i>(&mut self, input: &mut &'i [u8]) -> Result<Event<'i>, ProtocolError> {
        Ok(match self.body.step(input, &self.limits)? {
            Part::NeedMore => Event::NeedMore,
            Part::Data(data) => Event::Data(data),
            Part::End(trailers) => {
                self.state = self.state.after(Trigger::DataEnd);
                self.end(trailers)
            }
        })
    }

    fn end(&mut self, trailers: Headers) -> Event<'static> {
        self.ended = true;
        Event::End(trailers)
    }
}
