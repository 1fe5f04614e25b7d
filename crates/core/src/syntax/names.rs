//! The name table of a tree: each distinct identifier once.
//!
//! Filled by the parser; the hash is keyed by the caller, so that a hostile source cannot aim its
//! names at one bucket.

use super::error::Error;
use super::memory::Budget;
use super::tree::NameId;
use alloc::vec::Vec;
use hashbrown::HashTable;

/// Distinct names, numbered in the order of their first use.
#[derive(Debug)]
pub(super) struct Names {
    text: Vec<u8>,
    /// Where each name ends in `text`; it starts where the one before ends.
    ends: Vec<u32>,
    table: HashTable<u32>,
    key: u64,
}

impl Names {
    pub(super) fn new(key: u64) -> Names {
        Names {
            text: Vec::new(),
            ends: Vec::new(),
            table: HashTable::new(),
            key,
        }
    }

    /// The id of `name`, which is added if it is new.
    pub(super) fn intern(&mut self, name: &[u8], budget: &mut Budget) -> Result<NameId, Error> {
        let hash = hash(name, self.key);
        let (text, ends, key) = (&self.text, &self.ends, self.key);
        if let Some(&index) = self
            .table
            .find(hash, |&index| slice(text, ends, index) == name)
        {
            return Ok(NameId::new(index));
        }
        if self.table.len() == self.table.capacity() {
            let more = self.table.len().max(8);
            budget.take(more.saturating_mul(10))?;
            self.table
                .try_reserve(more, |&index| self::hash(slice(text, ends, index), key))
                .map_err(|_| Error::memory())?;
        }
        let index = u32::try_from(self.ends.len()).map_err(|_| Error::memory())?;
        let end = u32::try_from(self.text.len() + name.len()).map_err(|_| Error::memory())?;
        budget.extend(&mut self.text, name)?;
        budget.push(&mut self.ends, end)?;
        let (text, ends) = (&self.text, &self.ends);
        self.table.insert_unique(hash, index, |&index| {
            self::hash(slice(text, ends, index), key)
        });
        Ok(NameId::new(index))
    }

    pub(super) fn get(&self, id: NameId) -> &str {
        let index = u32::try_from(id.index()).unwrap_or(u32::MAX);
        core::str::from_utf8(slice(&self.text, &self.ends, index)).unwrap_or("")
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
}

fn slice<'t>(text: &'t [u8], ends: &[u32], index: u32) -> &'t [u8] {
    let index = index as usize;
    let start = match index.checked_sub(1) {
        None => 0,
        Some(before) => ends.get(before).map_or(usize::MAX, |&end| end as usize),
    };
    let end = ends.get(index).map_or(0, |&end| end as usize);
    text.get(start..end).unwrap_or(&[])
}

/// A keyed multiply-and-fold hash of eight bytes at a time.
fn hash(name: &[u8], key: u64) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let fold = |a: u64, b: u64| {
        let wide = u128::from(a) * u128::from(b);
        (wide as u64) ^ ((wide >> 64) as u64)
    };
    let mut state = key ^ ODD ^ name.len() as u64;
    for part in name.chunks(8) {
        let mut word = [0; 8];
        for (to, from) in word.iter_mut().zip(part) {
            *to = *from;
        }
        state = fold(state ^ u64::from_le_bytes(word), ODD ^ key.rotate_left(32));
    }
    fold(state, ODD)
}
