//! Tasks: fibers that take turns, on pooled native stacks.
//!
//! A task holds a native stack only while it runs or is parked beneath a native.
//! One that waits straight under an instruction gives it back: its frames lie on
//! the heap and any stack can take them up again. A switch happens only where a
//! native waits; script code is never preempted.
//!
//! Ending a task never unwinds or frees a live stack by force: it is resumed with
//! an error that comes back as an ordinary one. What refuses too often is leaked.
#![allow(
    unsafe_op_in_unsafe_fn,
    reason = "raw layer: every function states its contract"
)]
#![allow(
    clippy::needless_borrow,
    reason = "rustc wants a reference that is made through a raw pointer to be visible"
)]

mod queue;
mod scheduler;
mod stack;
mod wait;

pub(crate) use queue::TaskWaker;
pub(crate) use scheduler::{Ended, NoTask, Scheduler, TaskId};
pub(crate) use stack::{MAIN_STACK, TASK_STACK, check_native_stack, host_limit};
pub(crate) use wait::{Completion, Wait, may_park, pending, refuse, wait_here, wait_on};

use corosensei::Yielder;

/// What a fiber carries of its task.
pub(crate) struct TaskState {
    /// Set while the fiber runs or is parked on a native stack of its own.
    pub(crate) yielder: *const Yielder<(), ()>,
    /// What a native has asked to wait for.
    pub(crate) wait: Option<Wait>,
    /// What the wait has come to.
    pub(crate) completion: Option<Completion>,
    /// Stack index that receives the result of a wait without native stack.
    pub(crate) dest: usize,
    /// The next wait raises CancelledError.
    pub(crate) cancelled: bool,
    /// The VM is being dropped: every wait raises TaskEnded.
    pub(crate) ended: bool,
    /// Calls and waits refused since.
    pub(crate) refusals: u32,
    pub(crate) id: TaskId,
    /// Another task has unparked this one, which has not noticed yet.
    pub(crate) unparked: bool,
}

/// Times a native of a task that is being ended may call or wait before its stack
/// is left as it is.
pub(crate) const REFUSALS: u32 = 100;

impl Default for TaskState {
    fn default() -> TaskState {
        TaskState {
            yielder: core::ptr::null(),
            wait: None,
            completion: None,
            dest: 0,
            cancelled: false,
            ended: false,
            refusals: 0,
            id: TaskId::HOST,
            unparked: false,
        }
    }
}
