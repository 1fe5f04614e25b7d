//! One exchange as a future, and the door through which requests reach the pump.
//!
//! A future never touches the pump: it puts a command into the door's list and looks into its own
//! slot. So it can be made, polled and dropped while another thread sleeps in
//! [`Http::poll`](super::Http::poll), and no lock is held for longer than a few assignments.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};

use crate::client::ExchangeId;
use crate::error::{Cause, Error};
use crate::proto::{Request, Response};
use crate::sync::{Lock, Shared};

pub(super) type Outcome = Result<Response, Error>;

/// A request under way. Resolves to the response; dropping it cancels the exchange.
///
/// Whoever polls the future must also see to it that [`Http::poll`](super::Http::poll) is called,
/// by an event loop or by [`Http::fetch`](super::Http::fetch). `Send` with the `std` feature.
#[must_use = "dropping the future cancels the request"]
pub struct ExchangeFuture {
    slot: Shared<Lock<Slot>>,
    door: Shared<Door>,
    taken: bool,
}

/// Where the outcome of one exchange is put.
pub(super) struct Slot {
    pub(super) id: SlotId,
    /// For the error that the client was dropped; the pump may not know the request yet.
    pub(super) url: String,
    outcome: Option<Outcome>,
    /// Whether an outcome was ever put here.
    ended: bool,
    waker: Option<Waker>,
}

impl Slot {
    /// Puts the outcome where its future finds it; gives back who is to be woken.
    pub(super) fn put(&mut self, outcome: Outcome) -> Option<Waker> {
        self.outcome = Some(outcome);
        self.ended = true;
        self.waker.take()
    }
}

/// How far the pump has come with a slot.
#[derive(Clone, Copy)]
pub(super) enum SlotId {
    Unknown,
    Submitted(ExchangeId),
}

/// What a future or a handle asks of the pump.
pub(super) enum Command {
    Submit(Box<Request>, Shared<Lock<Slot>>),
    Cancel(Shared<Lock<Slot>>),
}

/// The list of commands, and the waker that makes the pump look at it.
pub(super) struct Door {
    commands: Lock<Vec<Command>>,
    waker: Waker,
}

impl Door {
    pub(super) fn new(waker: Waker) -> Door {
        Door {
            commands: Lock::new(Vec::new()),
            waker,
        }
    }

    pub(super) fn waker(&self) -> &Waker {
        &self.waker
    }

    pub(super) fn take_commands(&self) -> Vec<Command> {
        self.commands.with(core::mem::take)
    }

    pub(super) fn has_commands(&self) -> bool {
        self.commands.with(|commands| !commands.is_empty())
    }

    fn push(&self, command: Command) {
        self.commands.with(|commands| commands.push(command));
        self.waker.wake_by_ref();
    }
}

impl ExchangeFuture {
    pub(super) fn submit(door: &Shared<Door>, request: Request) -> ExchangeFuture {
        let slot = Shared::new(Lock::new(Slot {
            id: SlotId::Unknown,
            url: super::pump::url_of(&request),
            outcome: None,
            ended: false,
            waker: None,
        }));
        door.push(Command::Submit(Box::new(request), slot.clone()));
        ExchangeFuture {
            slot,
            door: door.clone(),
            taken: false,
        }
    }

    /// Whether the exchange is over.
    pub fn is_finished(&self) -> bool {
        self.slot.with(|slot| slot.ended)
    }

    /// The outcome, if it is there; only the first call that finds it gets it.
    pub fn try_take(&mut self) -> Option<Result<Response, Error>> {
        let outcome = self.slot.with(|slot| slot.outcome.take());
        self.taken |= outcome.is_some();
        outcome
    }

    /// Registers who is to be woken when the outcome is there, in place of the one before; wakes
    /// at once if it is there already.
    pub fn register(&self, waker: &Waker) {
        let ended = self.slot.with(|slot| {
            if !slot.waker.as_ref().is_some_and(|old| old.will_wake(waker)) {
                slot.waker = Some(waker.clone());
            }
            slot.ended
        });
        if ended {
            waker.wake_by_ref();
        }
    }

    /// Ends the exchange and closes its connection; the same as dropping the future.
    pub fn cancel(self) {
        drop(self);
    }
}

impl Future for ExchangeFuture {
    type Output = Result<Response, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if self.taken {
            let cause = Cause::Bug("a finished exchange was polled again");
            return Poll::Ready(Err(Error::new("", None, cause)));
        }
        if let Some(outcome) = self.try_take() {
            return Poll::Ready(outcome);
        }
        let waker = cx.waker().clone();
        let outcome = self.slot.with(|slot| match slot.outcome.take() {
            Some(outcome) => Some(outcome),
            None => {
                slot.waker = Some(waker);
                None
            }
        });
        self.taken |= outcome.is_some();
        outcome.map_or(Poll::Pending, Poll::Ready)
    }
}

impl Drop for ExchangeFuture {
    fn drop(&mut self) {
        if !self.taken && !self.is_finished() {
            self.door.push(Command::Cancel(self.slot.clone()));
        }
    }
}
