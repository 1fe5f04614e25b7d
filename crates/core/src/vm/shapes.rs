//! Shapes of instances: how their attributes are found, added and taken away, and what
//! happens to shapes when a class changes.
//!
//! # Safety
//! The raw layer's contract (`heap`). Types, shapes and names are this VM's own, names
//! are interned strs.

use crate::heap::OutOfMemory;
use crate::object::*;
use crate::value::Raw;
use crate::vm::state::State;
use crate::vm::types::{lookup, set_flags};
use alloc::vec::Vec;
use core::ptr::null_mut;

