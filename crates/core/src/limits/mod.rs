//! What a VM may use.

mod meter;

pub(crate) use meter::{Account, Meter};

use crate::object::ClassId;
use crate::task::{MAIN_STACK, TASK_STACK};
use core::time::Duration;

/// Limits of one VM; the defaults are for a trusted script on a desktop.
///
/// `fuel`, `time` and `output` end the running task by an error that scripts cannot catch
/// ([`Limit`] says which); it is raised again wherever the VM looks, in any task, until the host
/// allows more. Memory, recursion and tasks are limited by ordinary exceptions.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Bytes of heap; a MemoryError is raised beyond.
    pub memory: usize,
    /// Units of work (about one per loop iteration or call); `None`: unlimited.
    pub fuel: Option<u64>,
    /// Time that the VM runs or waits, by the host's clock; what the host does between its calls
    /// does not count. `None`: unlimited, as in a VM without a clock.
    pub time: Option<Duration>,
    /// Bytes that scripts write to `sys.stdout` and `sys.stderr` together; `None`: unlimited.
    pub output: Option<u64>,
    /// Tasks that have not ended, the main program among them; one more raises a RuntimeError.
    pub tasks: usize,
    /// Script calls in progress, as `sys.getrecursionlimit()`.
    pub recursion: u32,
    /// Native stacks of tasks parked beneath natives.
    pub native_stacks: usize,
    /// Bytes of the main task's native stack.
    pub main_stack: usize,
    /// Bytes of any other task's native stack.
    pub task_stack: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            memory: if size_of::<usize>() == 8 {
                4 << 30
            } else {
                256 << 10
            },
            fuel: None,
            time: None,
            output: None,
            tasks: usize::MAX,
            recursion: 1000,
            native_stacks: if size_of::<usize>() == 8 { 16_000 } else { 16 },
            main_stack: MAIN_STACK,
            task_stack: TASK_STACK,
        }
    }
}

/// What is left of the limits that end a script; `None`: unlimited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Units of work, as [`Limits::fuel`].
    pub fuel: Option<u64>,
    /// Time to run or to wait, as [`Limits::time`].
    pub time: Option<Duration>,
    /// Bytes of output, as [`Limits::output`].
    pub output: Option<u64>,
}

impl From<&Limits> for Budget {
    fn from(limits: &Limits) -> Budget {
        Budget {
            fuel: limits.fuel,
            time: limits.time,
            output: limits.output,
        }
    }
}

/// A limit that no script can catch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Limit {
    /// [`Limits::fuel`]: the exception is called `FuelExhausted`.
    Fuel,
    /// [`Limits::time`]: `TimeExceeded`.
    Time,
    /// [`Limits::output`]: `OutputExceeded`.
    Output,
}

impl Limit {
    /// The class of its exception.
    pub(crate) fn class(self) -> ClassId {
        match self {
            Limit::Fuel => ClassId::FuelExhausted,
            Limit::Time => ClassId::TimeExceeded,
            Limit::Output => ClassId::OutputExceeded,
        }
    }

    /// The limit that an exception of this class tells of.
    pub(crate) fn of(class: ClassId) -> Option<Limit> {
        [Limit::Fuel, Limit::Time, Limit::Output]
            .into_iter()
            .find(|limit| limit.class() == class)
    }

    /// What the exception says.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Limit::Fuel => "the script has used up its fuel",
            Limit::Time => "the script has used up its time",
            Limit::Output => "the script has written all that it may",
        }
    }

    /// What may help.
    pub(crate) fn hint(self) -> &'static str {
        match self {
            Limit::Fuel => "Limits::fuel allows more; does a loop never end, or wait by turning?",
            Limit::Time => {
                "Limits::time allows more; does a loop never end, or a wait have no time limit?"
            }
            Limit::Output => "Limits::output allows more; does a loop print without an end?",
        }
    }
}
