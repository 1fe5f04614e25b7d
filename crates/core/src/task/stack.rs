//! Native stacks: made, pooled, and checked.

use crate::vm::fiber::Fiber;
use alloc::vec::Vec;
use corosensei::stack::Stack;

cfg_if::cfg_if! {
    if #[cfg(feature = "std")] {
        pub(super) use corosensei::stack::DefaultStack as NativeStack;

        /// Reserved for the stack of a task: committed as it is touched.
        pub(crate) const TASK_STACK: usize = if cfg!(debug_assertions) { 4 << 20 } else { 1 << 20 };
        /// Reserved for the stack of the main task.
        pub(crate) const MAIN_STACK: usize = if cfg!(debug_assertions) { 32 << 20 } else { 8 << 20 };
        /// Left for native code that a native calls back from.
        const RED_ZONE: usize = if cfg!(debug_assertions) { 1 << 20 } else { 128 << 10 };

        /// What natives may use of the host's own stack, the red zone not counted: the
        /// smallest thread that programs usually make has 2 MiB.
        const HOST_STACK: usize = if cfg!(debug_assertions) { 640 << 10 } else { 512 << 10 };

        fn make(size: usize) -> Option<NativeStack> {
            NativeStack::new(size).ok()
        }

        /// An overrun hits the guard page: whoever comes back was sound.
        fn is_sound(_: &NativeStack) -> bool {
            true
        }
    } else {
        pub(super) use small::HeapStack as NativeStack;

        pub(crate) const TASK_STACK: usize = 8 << 10;
        pub(crate) const MAIN_STACK: usize = 16 << 10;
        const RED_ZONE: usize = 2 << 10;
        const HOST_STACK: usize = 8 << 10;

        fn make(size: usize) -> Option<NativeStack> {
            NativeStack::new(size)
        }

        fn is_sound(stack: &NativeStack) -> bool {
            stack.is_sound()
        }

        mod small {
            //! Stacks from the global allocator, for hosts without guard pages.

            use alloc::alloc::{alloc, dealloc};
            use core::alloc::Layout;
            use core::num::NonZeroUsize;
            use corosensei::stack::{STACK_ALIGNMENT, Stack, StackPointer};

            /// Below the usable part: overwritten means overflow.
            const CANARY: u64 = 0x5AFE_57AC_0BAD_CAFE;
            const GUARD: usize = 64;

            /// A stack with a canary instead of a guard page.
            pub(crate) struct HeapStack {
                memory: *mut u8,
                layout: Layout,
            }

            impl HeapStack {
                pub(super) fn new(size: usize) -> Option<HeapStack> {
                    let layout = Layout::from_size_align(size + GUARD, STACK_ALIGNMENT.max(16)).ok()?;
                    // SAFETY: the layout's size is not zero.
                    let memory = unsafe { alloc(layout) };
                    if memory.is_null() {
                        return None;
                    }
                    // SAFETY: the guard lies inside the allocation.
                    unsafe { memory.cast::<u64>().write_unaligned(CANARY) };
                    Some(HeapStack { memory, layout })
                }

                /// Whether the stack has never been overrun.
                pub(super) fn is_sound(&self) -> bool {
                    // SAFETY: the guard lies inside the allocation.
                    unsafe { self.memory.cast::<u64>().read_unaligned() == CANARY }
                }
            }

            impl Drop for HeapStack {
                fn drop(&mut self) {
                    // SAFETY: allocated with this layout.
                    unsafe { dealloc(self.memory, self.layout) };
                }
            }

            // SAFETY: base and limit are those of the allocation. Instead of a guard
            // page there is a red zone that is checked wherever native code re-enters
            // the VM, and a canary that is checked when the stack comes back.
            unsafe impl Stack for HeapStack {
                fn base(&self) -> StackPointer {
                    let top = (self.memory as usize + self.layout.size()) & !(STACK_ALIGNMENT - 1);
                    NonZeroUsize::new(top).unwrap_or(NonZeroUsize::MIN)
                }

                fn limit(&self) -> StackPointer {
                    NonZeroUsize::new(self.memory as usize).unwrap_or(NonZeroUsize::MIN)
                }
            }
        }
    }
}

/// Stacks that were given back, to be used again.
#[derive(Default)]
pub(super) struct Pool {
    free: Vec<NativeStack>,
    /// Stacks in use by tasks.
    pub(super) live: usize,
    /// The most that were ever in use at once.
    pub(super) most: usize,
}

/// Stacks kept for the next task.
const KEPT: usize = 16;

impl Pool {
    pub(super) fn take(&mut self, limit: usize, size: usize) -> Option<NativeStack> {
        if self.live >= limit {
            return None;
        }
        let stack = match self.free.pop() {
            Some(stack) => stack,
            None => make(size)?,
        };
        self.live += 1;
        self.most = self.most.max(self.live);
        Some(stack)
    }

    pub(super) fn take_main(&mut self, size: usize) -> Option<NativeStack> {
        let stack = make(size)?;
        self.live += 1;
        self.most = self.most.max(self.live);
        Some(stack)
    }

    /// Takes a stack back; false if it was overrun, so that what lies next to it
    /// cannot be trusted.
    #[must_use]
    pub(super) fn give_back(&mut self, stack: NativeStack, main: bool) -> bool {
        self.live -= 1;
        let sound = is_sound(&stack);
        if sound && !main && self.free.len() < KEPT {
            self.free.push(stack);
        }
        sound
    }
}

/// The address below which natives must not call back on this stack.
pub(super) fn limit_of(stack: &NativeStack) -> usize {
    // `limit` includes the guard page.
    stack.limit().get() + 4096 + RED_ZONE
}

/// The same for natives that the host enters on its own stack, whose end is not known.
#[inline(never)]
pub(crate) fn host_limit() -> usize {
    let here = 0u8;
    let address = core::ptr::from_ref(core::hint::black_box(&here)) as usize;
    address.saturating_sub(HOST_STACK)
}

/// Whether native code may go deeper: the red zone must be left.
///
/// # Safety
/// `fiber` is the running fiber.
#[inline]
pub(crate) unsafe fn check_native_stack(fiber: *mut Fiber) -> Result<(), &'static str> {
    let here = 0u8;
    let address = core::ptr::from_ref(core::hint::black_box(&here)) as usize;
    if address < (*fiber).stack_limit {
        Err("maximum recursion depth exceeded")
    } else {
        Ok(())
    }
}
