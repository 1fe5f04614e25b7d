//! A fiber: a value stack, frames, and what a task carries with it.
//!
//! # The value stack
//! Word 0 .. [`Fiber::RESERVED`] hold the singletons that natives return most.
//! Above lie, alternately, register windows of script frames and windows of
//! natives. A frame's registers above its live height are dead; the collector
//! empties them, so that no register ever holds a dangling word. The running
//! native's window is `native_base .. top`; windows of natives that have called
//! back are recorded by boundary frames.

use crate::heap::OutOfMemory;
use crate::object::{CodeObj, FuncObj};
use crate::value::Raw;
use crate::vm::state::State;
use alloc::vec::Vec;

/// What to do with the value a frame returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Action {
    /// Store into the caller's register `dest`.
    Store,
    /// Store its truth value; `extra` true: negated.
    StoreBool,
    /// Forget it.
    Discard,
    /// `__init__`: must be None; store `extra`, the instance.
    Init,
    /// A compare-jump waits for the truth value.
    Jump,
    /// `__next__` under `for`: store and jump back.
    ForNext,
    /// A class body: `extra` is the class being made.
    Class,
    /// Back to the native that called; the value goes to `fiber.result`.
    Exit,
    /// A binary operation: NotImplemented tries the next candidate.
    Binary,
    /// `__getattribute__` or a getter under an attribute load: AttributeError tries
    /// `__getattr__`; otherwise as `Store`.
    GetAttr,
    /// A generator's frame: the value ends the generator.
    Generator,
    /// A frame with an object (`vm::frames`), which knows what is to be done.
    Watched,
    /// `__iter__`: must be an iterator; stored.
    Iter,
    /// Boundary frames of natives that run through a generator: see `vm::gather`.
    Gather,
}

impl Action {
    /// All of them, by number.
    pub(crate) const ALL: [Action; 14] = [
        Action::Store,
        Action::StoreBool,
        Action::Discard,
        Action::Init,
        Action::Jump,
        Action::ForNext,
        Action::Class,
        Action::Exit,
        Action::Binary,
        Action::GetAttr,
        Action::Generator,
        Action::Watched,
        Action::Iter,
        Action::Gather,
    ];
}

/// One activation.
#[derive(Clone, Copy)]
pub(crate) struct Frame {
    /// Null in boundary frames.
    pub(crate) func: *mut FuncObj,
    pub(crate) code: *mut CodeObj,
    /// The instruction after the one that runs, saved whenever control may leave.
    pub(crate) pc: *const u64,
    /// Index of `R[0]` in the value stack.
    pub(crate) base: u32,
    /// Boundary frames: length of the native's window.
    pub(crate) window: u32,
    pub(crate) dest: u16,
    pub(crate) action: Action,
    /// Counted as a level of recursion.
    pub(crate) counted: bool,
    /// Instance, class, generator or dict that the action needs.
    pub(crate) extra: Raw,
    /// The namespace of a class body, the dict that shows the variables, the frame
    /// object that holds either, or unbound.
    pub(crate) names: Raw,
}

/// A value stack and frames; see the module's docs.
#[repr(C)]
pub(crate) struct Fiber {
    pub(crate) vm: *mut State,
    pub(crate) stack: *mut Raw,
    /// Words that `stack` has room for.
    pub(crate) capacity: usize,
    pub(crate) native_base: usize,
    pub(crate) top: usize,
    pub(crate) frames: Vec<Frame>,
    /// The exception that a native has just raised, or that is being unwound.
    pub(crate) error: Raw,
    /// The exception being handled (`sys.exc_info`), or None.
    pub(crate) handled: Raw,
    /// The exception that was thrown into a generator that handles none, or None: what its callers
    /// handle is none of its context. Until a handler takes it.
    pub(crate) thrown: Raw,
    /// Where a bare `raise` was last seen: how many frames there were, its offset, and what it
    /// raised again.
    pub(crate) again: (usize, usize, Raw),
    /// Script calls in progress.
    pub(crate) depth: u32,
    /// `run`s in progress on the native stack; 0 while parked without one.
    pub(crate) nesting: u32,
    /// Addresses below which native code must not go on (0: unlimited).
    pub(crate) stack_limit: usize,
    /// What the task came to: a word, or ERROR.
    pub(crate) result: Raw,
    /// A dict of the task's own, or None: what scripts keep per thread.
    pub(crate) locals: Raw,
    pub(crate) task: crate::task::TaskState,
}

impl Fiber {
    /// None, False, True, NotImplemented, Ellipsis, and the unbound word.
    pub(crate) const RESERVED: usize = 8;
    /// The reserved word that stands for "the task waits" as a native's result.
    pub(crate) const PENDING: usize = 6;
    /// Words kept free above every window, so that short natives need no check.
    const SLACK: usize = 32;

    pub(crate) fn new(vm: *mut State, singletons: [Raw; 8]) -> Result<Fiber, OutOfMemory> {
        let mut fiber = Fiber {
            vm,
            stack: core::ptr::dangling_mut(),
            capacity: 0,
            native_base: Fiber::RESERVED,
            top: Fiber::RESERVED,
            frames: Vec::new(),
            error: Raw::NONE,
            handled: Raw::NONE,
            thrown: Raw::NONE,
            again: (0, 0, Raw::NONE),
            depth: 0,
            nesting: 0,
            stack_limit: 0,
            result: Raw::NONE,
            locals: Raw::NONE,
            task: crate::task::TaskState::default(),
        };
        fiber.grow_stack(Fiber::RESERVED)?;
        for (i, raw) in singletons.into_iter().enumerate() {
            // SAFETY: the stack has just been given room for the reserved words.
            unsafe { fiber.stack.add(i).write(raw) };
        }
        Ok(fiber)
    }

    /// Makes room for `needed` words and the slack; the stack may move.
    #[cold]
    #[inline(never)]
    pub(crate) fn grow_stack(&mut self, needed: usize) -> Result<(), OutOfMemory> {
        let wanted = needed + Fiber::SLACK;
        if wanted <= self.capacity {
            return Ok(());
        }
        let roomy = wanted.max(self.capacity * 2).max(64);
        self.move_stack(roomy)
            .or_else(|_| self.move_stack(wanted + wanted / 8))
    }

    /// Moves the stack into a buffer of `capacity` words, which are counted.
    fn move_stack(&mut self, capacity: usize) -> Result<(), OutOfMemory> {
        let mut words: Vec<Raw> = Vec::new();
        self.count(capacity * size_of::<Raw>())?;
        if words.try_reserve_exact(capacity).is_err() {
            self.uncount(capacity * size_of::<Raw>());
            return Err(OutOfMemory);
        }
        words.resize(capacity, Raw::UNBOUND);
        let mut words = core::mem::ManuallyDrop::new(words.into_boxed_slice());
        // SAFETY: the old stack has `self.capacity` initialised words; the new one is larger.
        unsafe {
            core::ptr::copy_nonoverlapping(self.stack, words.as_mut_ptr(), self.capacity);
        }
        self.free_stack();
        self.capacity = capacity;
        self.stack = words.as_mut_ptr();
        Ok(())
    }

    fn free_stack(&mut self) {
        if self.capacity > 0 {
            let words = core::ptr::slice_from_raw_parts_mut(self.stack, self.capacity);
            // SAFETY: `move_stack` took the words out of a box of this length.
            drop(unsafe { alloc::boxed::Box::from_raw(words) });
            self.uncount(self.capacity * size_of::<Raw>());
            self.capacity = 0;
            self.stack = core::ptr::dangling_mut();
        }
    }

    /// Makes room for `more` frames.
    #[inline]
    pub(crate) fn reserve_frames(&mut self, more: usize) -> Result<(), OutOfMemory> {
        if self.frames.capacity() - self.frames.len() >= more {
            Ok(())
        } else {
            self.grow_frames(more)
        }
    }

    #[cold]
    #[inline(never)]
    fn grow_frames(&mut self, more: usize) -> Result<(), OutOfMemory> {
        let (len, old) = (self.frames.len(), self.frames.capacity());
        let grow = |fiber: &mut Fiber, capacity: usize| {
            let bytes = (capacity - old) * size_of::<Frame>();
            fiber.count(bytes)?;
            if fiber.frames.try_reserve_exact(capacity - len).is_err() {
                fiber.uncount(bytes);
                return Err(OutOfMemory);
            }
            Ok(())
        };
        let needed = len + more;
        grow(self, needed.max(old * 2).max(2)).or_else(|_| grow(self, needed + needed / 8))
    }

    /// Lets go of the stack and the frames: the task has ended.
    pub(crate) fn release(&mut self) {
        self.free_stack();
        self.uncount(self.frames.capacity() * size_of::<Frame>());
        self.frames = Vec::new();
        (self.native_base, self.top) = (0, 0);
    }

    /// Counts memory of this fiber against the VM's limit.
    fn count(&mut self, bytes: usize) -> Result<(), OutOfMemory> {
        // SAFETY: the VM outlives its fibers.
        unsafe { (*self.vm).heap.take_outside(bytes) }
    }

    fn uncount(&mut self, bytes: usize) {
        // SAFETY: as in `count`.
        unsafe { (*self.vm).heap.give_outside(bytes) };
    }

    /// Makes sure that `end` words can be used.
    #[inline]
    pub(crate) fn ensure(&mut self, end: usize) -> Result<(), OutOfMemory> {
        if end + Fiber::SLACK <= self.capacity {
            Ok(())
        } else {
            self.grow_stack(end)
        }
    }

    /// Pushes onto the running native's window.
    #[inline]
    pub(crate) fn push(&mut self, raw: Raw) -> Result<usize, OutOfMemory> {
        let at = self.top;
        if at + 1 >= self.capacity {
            self.grow_stack(at + 1)?;
        }
        // SAFETY: `at` is below the capacity.
        unsafe { self.stack.add(at).write(raw) };
        self.top = at + 1;
        Ok(at)
    }
}

impl Drop for Fiber {
    fn drop(&mut self) {
        self.release();
    }
}
