//! The body of one response, whatever its framing.

use super::chunked::{ChunkedDecoder, Part};
use super::framing::{Framing, body_too_large};
use super::protocol_error::ProtocolError;
use crate::limits::Limits;

/// Reads a body as its framing says; knows how much has come and how much was announced.
#[derive(Debug)]
pub(super) struct Body {
    kind: Kind,
    received: u64,
}

#[derive(Debug)]
enum Kind {
    Length(u64),
    Chunked(ChunkedDecoder),
    UntilClose,
}

impl Body {
    pub(super) fn new(framing: Framing) -> Body {
        let kind = match framing {
            Framing::Nothing => Kind::Length(0),
            Framing::Length(length) => Kind::Length(length),
            Framing::Chunked => Kind::Chunked(ChunkedDecoder::new()),
            Framing::UntilClose => Kind::UntilClose,
        };
        Body { kind, received: 0 }
    }

    /// Takes from `input` the next piece of data.
    pub(super) fn step<'i>(
        &mut self,
        input: &mut &'i [u8],
        limits: &Limits,
    ) -> Result<Part<'i>, ProtocolError> {
        let room = match &mut self.kind {
            Kind::Chunked(decoder) => {
                let part = decoder.step(input, limits)?;
                if let Part::Data(data) = &part {
                    self.received = self.received.saturating_add(data.len() as u64);
                }
                return Ok(part);
            }
            Kind::Length(length) => match length.saturating_sub(self.received) {
                0 => return Ok(Part::End(Default::default())),
                left => left,
            },
            // Up to the limit the bytes are delivered, the next one fails: the same events
            // however the input is cut.
            Kind::UntilClose => match limits.body_bytes.saturating_sub(self.received) {
                0 if !input.is_empty() => return Err(body_too_large(limits)),
                left => left,
            },
        };
        let wanted = usize::try_from(room).unwrap_or(usize::MAX);
        let (now, later) = input.split_at_checked(wanted).unwrap_or((input, &[]));
        if now.is_empty() {
            return Ok(Part::NeedMore);
        }
        *input = later;
        self.received = self.received.saturating_add(now.len() as u64);
        Ok(Part::Data(now))
    }

    /// Bytes of data so far.
    pub(super) fn received(&self) -> u64 {
        self.received
    }

    /// Bytes of data in all, if they were announced.
    pub(super) fn expected(&self) -> Option<u64> {
        match self.kind {
            Kind::Length(length) => Some(length),
            _ => None,
        }
    }
}
