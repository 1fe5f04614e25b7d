//! Tasks, for authors of natives: starting them, parking and unparking, and what
//! each carries for scripts. `threading` stands on this.

use super::{Context, Error, Fail, Local, Res};
use crate::object::ClassId;
use crate::task::{self, NoTask, Scheduler, TaskId, Wait};
use crate::value::Raw;
use alloc::vec::Vec;
use core::time::Duration;

/// What a wait raises that nothing can end.
pub(crate) fn forlorn<'f>(_: &mut Context<'f>) -> Error<'f> {
    Fail::of_class(
        ClassId::RuntimeError,
        "the wait can never end: nothing is left that could wake it",
    )
    .into()
}

impl<'f> Context<'f> {
    /// Starts a task that calls `function(*args)` when it is its turn, and returns
    /// its ident. Its result and what it raises are forgotten.
    ///
    /// # Errors
    /// MemoryError; RuntimeError where there are as many as the host allows; TypeError unless
    /// `args` is a tuple.
    pub fn spawn(&mut self, function: Local<'f>, args: Local<'f>) -> Res<'f, u64> {
        if !self.is_tuple(args) {
            let found = self.type_name(args);
            return Err(self.type_error(format_args!("the arguments must be a tuple, not {found}")));
        }
        let count = self.tuple_len(args);
        let mut given = Vec::new();
        for at in 0..count {
            given.extend(self.tuple_get(args, at));
        }
        let function = self.raw(function);
        let words: Vec<Raw> = given.iter().map(|value| self.raw(*value)).collect();
        let vm = self.vm();
        // SAFETY: the words are rooted by this activation; nothing collects on the way.
        unsafe {
            match Scheduler::spawn(vm, function, &words, false) {
                Ok(id) => {
                    (*vm).scheduler.release(id);
                    Ok(id.ident())
                }
                Err(NoTask::OutOfMemory) => Err(self.memory_error()),
                Err(NoTask::Limit) => {
                    Err(Fail::of_class(ClassId::RuntimeError, NoTask::LIMIT).into())
                }
            }
        }
    }

    /// Names the running task; never zero, never used again in this VM.
    pub fn task_ident(&self) -> u64 {
        // SAFETY: the running fiber.
        unsafe { (*self.fiber()).task.id.ident() }
    }

    /// The answer of a native that parks its task until another one unparks it: True,
    /// or False when `limit` has passed first. A task that was unparked before does
    /// not wait.
    ///
    /// # Errors
    /// RuntimeError when nothing is left that could unpark it.
    pub fn pending_park(&mut self, limit: Option<Duration>) -> Res<'f> {
        let moment = limit.map(|limit| self.now().saturating_add(limit));
        task::pending(self, Wait::Parked(moment))
    }

    /// Ends the wait of a parked task, or makes its next one short. False if there is
    /// no such task any more.
    pub fn unpark(&mut self, ident: u64) -> bool {
        // SAFETY: the VM is this context's.
        unsafe { (*self.vm()).scheduler.unpark(TaskId::from_ident(ident)) }
    }

    /// The running task's own dict.
    ///
    /// # Errors
    /// MemoryError.
    pub fn task_locals(&mut self) -> Res<'f> {
        // SAFETY: the running fiber, which the collector marks.
        let found = unsafe { (*self.fiber()).locals };
        if found != Raw::NONE {
            // SAFETY: the word is live, as the dict of a running fiber.
            return Ok(unsafe { self.root(found) });
        }
        let dict = self.dict()?;
        // SAFETY: as above; fibers are roots, so no barrier is needed.
        unsafe { (*self.fiber()).locals = self.raw(dict) };
        Ok(dict)
    }
}
