//! Roots that outlive activations: a table with generations, freed from anywhere.
//!
//! # Safety
//! The raw layer's contract (`heap`): the table holds live values of the VM whose heap
//! marks it.

use crate::heap::{Heap, OutOfMemory};
use crate::value::Raw;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::sync::atomic::{AtomicU32, Ordering};

/// A value kept alive until it is dropped. It carries its VM's id: used with
/// another VM it is refused.
pub struct Root {
    pub(crate) vm: u32,
    pub(crate) index: u32,
    /// Shared with the table: 0 once the root was dropped.
    live: Arc<AtomicU32>,
}

impl Drop for Root {
    fn drop(&mut self) {
        self.live.store(0, Ordering::Release);
    }
}

/// The VM's side: words and whether their owners still live.
#[derive(Default)]
pub(crate) struct Roots {
    entries: Vec<(Raw, Arc<AtomicU32>)>,
    free: Vec<u32>,
}

impl Roots {
    /// Roots a word.
    pub(crate) fn add(&mut self, vm: u32, raw: Raw) -> Result<Root, OutOfMemory> {
        if self.free.is_empty() {
            self.reclaim()?;
        }
        let live = Arc::new(AtomicU32::new(1));
        let index = match self.free.pop() {
            Some(index) => {
                self.entries[index as usize] = (raw, live.clone());
                index
            }
            None => {
                self.entries.try_reserve(1).map_err(|_| OutOfMemory)?;
                self.entries.push((raw, live.clone()));
                self.entries.len() as u32 - 1
            }
        };
        Ok(Root { vm, index, live })
    }

    /// The word of a root of this VM.
    pub(crate) fn get(&self, root: &Root) -> Option<Raw> {
        let (raw, live) = self.entries.get(root.index as usize)?;
        Arc::ptr_eq(live, &root.live).then_some(*raw)
    }

    fn reclaim(&mut self) -> Result<(), OutOfMemory> {
        for (index, (raw, live)) in self.entries.iter_mut().enumerate() {
            if live.load(Ordering::Acquire) == 0 && !raw.is_unbound() {
                *raw = Raw::UNBOUND;
                self.free.try_reserve(1).map_err(|_| OutOfMemory)?;
                self.free.push(index as u32);
            }
        }
        Ok(())
    }

    pub(crate) unsafe fn mark(&mut self, heap: &mut Heap) {
        for (raw, live) in &self.entries {
            if live.load(Ordering::Acquire) != 0 {
                heap.mark(*raw);
            }
        }
        let _ = self.reclaim();
    }
}
