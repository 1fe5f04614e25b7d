//! What a VM may use.

use crate::task::{MAIN_STACK, TASK_STACK};

/// Limits of one VM; the defaults are for a trusted script on a desktop.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Bytes of heap; a MemoryError is raised beyond.
    pub memory: usize,
    /// Units of work (about one per loop iteration or call) until the running
    /// task is ended; `None`: unlimited.
    pub fuel: Option<u64>,
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
            recursion: 1000,
            native_stacks: if size_of::<usize>() == 8 { 16_000 } else { 16 },
            main_stack: MAIN_STACK,
            task_stack: TASK_STACK,
        }
    }
}
