//! What the loop holds in machine registers: the frame on top, its next instruction and its
//! registers. Every method is inlined into the loop, so that none of it lies in memory.
//!
//! # Safety
//! As `dispatch` says.

use crate::compile::opcode::Instr;
use crate::object::*;
use crate::value::Raw;
use crate::vm::fiber::{Fiber, Frame};
use crate::vm::state::State;

pub(super) struct Machine {
    pub(super) fiber: *mut Fiber,
    pub(super) vm: *mut State,
    pub(super) frame: *mut Frame,
    pub(super) pc: *const u64,
    pub(super) regs: *mut Raw,
}

impl Machine {
    /// At the frame on top.
    #[inline(always)]
    pub(super) unsafe fn new(fiber: *mut Fiber) -> Machine {
        let mut machine = Machine {
            fiber,
            vm: (*fiber).vm,
            frame: core::ptr::null_mut(),
            pc: core::ptr::null(),
            regs: core::ptr::null_mut(),
        };
        machine.reload();
        machine
    }

    /// Takes up the frame on top, wherever it lies by now.
    #[inline(always)]
    pub(super) unsafe fn reload(&mut self) {
        let count = (*self.fiber).frames.len();
        self.frame = (*self.fiber).frames.as_mut_ptr().add(count - 1);
        self.pc = (*self.frame).pc;
        self.regs = (*self.fiber).stack.add((*self.frame).base as usize);
    }

    /// Saves what a function out of line reads in the frame.
    #[inline(always)]
    pub(super) unsafe fn save(&self) {
        (*self.frame).pc = self.pc;
    }

    #[inline(always)]
    pub(super) unsafe fn fetch(&mut self) -> Instr {
        let instr = Instr(*self.pc);
        self.pc = self.pc.add(1);
        instr
    }

    #[inline(always)]
    pub(super) unsafe fn jump(&mut self, by: isize) {
        self.pc = self.pc.offset(by);
    }

    #[inline(always)]
    pub(super) unsafe fn get(&self, index: usize) -> Raw {
        *self.regs.add(index)
    }

    #[inline(always)]
    pub(super) unsafe fn put(&self, index: usize, raw: Raw) {
        *self.regs.add(index) = raw;
    }

    /// A constant of the code.
    #[inline(always)]
    pub(super) unsafe fn constant(&self, index: usize) -> Raw {
        *(*(*self.frame).code).consts.add(index)
    }

    /// The newer of the two entries of a site.
    #[inline(always)]
    pub(super) unsafe fn cache(&self, instr: Instr) -> *mut Cache {
        (*(*self.frame).code).caches.add(2 * instr.c())
    }

    /// The entry of a site that knows an object's class.
    #[inline(always)]
    pub(super) unsafe fn entry(&self, object: Raw, instr: Instr) -> Option<*mut Cache> {
        let cache = self.cache(instr);
        if !object.is_ptr() {
            return None;
        }
        let class = (*object.ptr::<Header>()).class.0;
        if class == (*cache).guard {
            Some(cache)
        } else if class == (*cache.add(1)).guard {
            Some(cache.add(1))
        } else {
            None
        }
    }

    #[inline(always)]
    pub(super) unsafe fn globals(&self) -> *mut DictObj {
        (*(*self.frame).func).globals
    }
}
