//! The states of reading one response, as a table.
//!
//! A response is read in this order; what each state waits for stands beside it.
//!
//! ```text
//!            Informational                    DataEnd
//!              +----+                   +--------------------+
//!              v    |                   |                    v
//!   start --> Head -+--HasLength-----> Length --------------> Done
//!              | |  +--HasChunks-----> Chunked --DataEnd----> Done
//!              | +-----HasNoLength---> UntilClose --Closed--> Done
//!              +-------HasNoBody---------------------------> Done
//! ```
//!
//! Every other pair fails: there is no way out of [`State::Failed`], and none out of
//! [`State::Done`] but a new reader. A connection that closes is an error in every state but
//! `UntilClose`, where it is the end of the body, and `Done`, where it is nobody's business.
//! The table is data, so that tests (and a diagram) can be made from it.

/// What a reader waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// The end of a head, informational or final.
    Head,
    /// A known number of body bytes.
    Length,
    /// The parts of a chunked body and its trailer section.
    Chunked,
    /// Body bytes until the server closes.
    UntilClose,
    /// Nothing: the response is complete.
    Done,
    /// Nothing: the response broke the protocol.
    Failed,
}

/// What happens to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trigger {
    /// A 1xx head is complete.
    Informational,
    /// A final head is complete and announces that no body follows.
    HasNoBody,
    /// A final head is complete and announces the body's length.
    HasLength,
    /// A final head is complete and announces a chunked body.
    HasChunks,
    /// A final head is complete and says nothing of the body's length.
    HasNoLength,
    /// The last byte of the body, or of its trailer section, has arrived.
    DataEnd,
    /// The server has closed its side of the connection.
    Closed,
    /// The bytes break the protocol or a limit.
    Error,
}

/// Every transition that exists, but the one that all states share: `Error` leads to `Failed`.
pub const TRANSITIONS: &[(State, Trigger, State)] = &[
    (State::Head, Trigger::Informational, State::Head),
    (State::Head, Trigger::HasNoBody, State::Done),
    (State::Head, Trigger::HasLength, State::Length),
    (State::Head, Trigger::HasChunks, State::Chunked),
    (State::Head, Trigger::HasNoLength, State::UntilClose),
    (State::Length, Trigger::DataEnd, State::Done),
    (State::Chunked, Trigger::DataEnd, State::Done),
    (State::UntilClose, Trigger::Closed, State::Done),
    (State::Done, Trigger::Closed, State::Done),
];

impl State {
    /// The state after `trigger`; [`State::Failed`] for every pair that is not in the table.
    pub fn after(self, trigger: Trigger) -> State {
        TRANSITIONS
            .iter()
            .find(|(from, on, _)| (*from, *on) == (self, trigger))
            .map_or(State::Failed, |(_, _, to)| *to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn the_table_is_a_function() {
        for (index, (from, on, to)) in TRANSITIONS.iter().enumerate() {
            assert_ne!((*from, *on), (State::Failed, Trigger::Error));
            assert_eq!(from.after(*on), *to, "row {index} is shadowed");
        }
    }

    #[test]
    fn every_state_is_reached_and_every_open_state_reaches_done() {
        let mut reached = Vec::from([State::Head]);
        for _ in 0..TRANSITIONS.len() {
            for (from, _, to) in TRANSITIONS {
                if reached.contains(from) && !reached.contains(to) {
                    reached.push(*to);
                }
            }
        }
        for state in [
            State::Length,
            State::Chunked,
            State::UntilClose,
            State::Done,
        ] {
            assert!(reached.contains(&state), "{state:?}");
            assert!(
                TRANSITIONS
                    .iter()
                    .any(|(from, _, to)| *from == state && *to == State::Done)
            );
        }
    }

    #[test]
    fn what_is_not_in_the_table_fails() {
        assert_eq!(State::Length.after(Trigger::Closed), State::Failed);
        assert_eq!(State::Failed.after(Trigger::DataEnd), State::Failed);
        assert_eq!(State::Head.after(Trigger::Error), State::Failed);
    }
}
