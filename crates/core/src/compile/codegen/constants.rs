//! The constants of the function in the making, each once.
//!
//! A name site holds the number of its name in 16 bits, `LoadConst` one of 32: the first 65,535
//! are *near*, of which constants that are only loaded take half at most, so that a module that
//! is one large table still has room for its names. What is *far* comes behind them; where that
//! is, is known when the function ends.

use super::Res;
use crate::compile::chunk::Const;
use crate::compile::names::{hash_bytes, push};
use crate::syntax::Error;
use alloc::boxed::Box;
use alloc::vec::Vec;
use hashbrown::HashTable;

/// How many constants 16 bits reach.
const NEAR: u32 = u16::MAX as u32;

/// How many of these may be taken by what is only loaded.
const SHARED: u32 = NEAR / 2;

/// The number of the first far constant, until the function ends.
const FAR: u32 = 1 << 16;

/// How many there may be at all: the operand is signed.
const MOST: u32 = 1 << 30;

#[derive(Default)]
pub(super) struct Constants {
    near: Vec<Const>,
    far: Vec<Const>,
    /// Their numbers, by value. One that was far and became a name is there twice.
    table: HashTable<u32>,
}

impl Constants {
    /// The number of a constant that 16 bits must reach; None if there are too many.
    pub(super) fn near(&mut self, value: Const, key: u64) -> Res<Option<u32>> {
        self.number(value, key, NEAR, NEAR)
    }

    /// The number of a constant that is loaded only; None if there are too many.
    pub(super) fn any(&mut self, value: Const, key: u64) -> Res<Option<u32>> {
        self.number(value, key, SHARED, MOST)
    }

    /// The number that a load holds, once the function has ended.
    pub(super) fn placed(&self, number: u32) -> u32 {
        match number.checked_sub(FAR) {
            Some(far) => self.near.len() as u32 + far,
            None => number,
        }
    }

    /// All of them in order.
    pub(super) fn take(&mut self) -> Res<Box<[Const]>> {
        let mut all = core::mem::take(&mut self.near);
        all.try_reserve_exact(self.far.len())
            .map_err(|_| Error::memory())?;
        all.append(&mut self.far);
        all.shrink_to_fit();
        Ok(all.into_boxed_slice())
    }

    fn get(&self, number: u32) -> Option<&Const> {
        match number.checked_sub(FAR) {
            Some(far) => self.far.get(far as usize),
            None => self.near.get(number as usize),
        }
    }

    /// The number of a value, less than `limit`; a new one is near as long as there are less
    /// than `room` near ones.
    fn number(&mut self, value: Const, key: u64, room: u32, limit: u32) -> Res<Option<u32>> {
        let hash = hash_const(&value, key)?;
        let known = |&number: &u32| {
            number < limit && self.get(number).is_some_and(|known| same(known, &value))
        };
        if let Some(&number) = self.table.find(hash, known) {
            return Ok(Some(number));
        }
        let near = self.near.len() as u32;
        let number = if near < room {
            near
        } else {
            FAR + self.far.len() as u32
        };
        if number >= limit {
            return Ok(None);
        }
        let (nears, fars) = (&self.near, &self.far);
        let rehash = |&number: &u32| {
            let known = match number.checked_sub(FAR) {
                Some(far) => fars.get(far as usize),
                None => nears.get(number as usize),
            };
            known.map_or(0, |known| hash_const(known, key).unwrap_or(0))
        };
        self.table
            .try_reserve(1, rehash)
            .map_err(|_| Error::memory())?;
        self.table.insert_unique(hash, number, rehash);
        push(
            if number < FAR {
                &mut self.near
            } else {
                &mut self.far
            },
            value,
        )?;
        Ok(Some(number))
    }
}

/// Equal in type and value, zeros by sign.
fn same(a: &Const, b: &Const) -> bool {
    match (a, b) {
        (Const::Float(a), Const::Float(b)) | (Const::Imaginary(a), Const::Imaginary(b)) => {
            a.to_bits() == b.to_bits()
        }
        (Const::Tuple(a), Const::Tuple(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Const::Float(_) | Const::Imaginary(_) | Const::Tuple(_), _) => false,
        _ => a == b,
    }
}

fn hash_const(value: &Const, key: u64) -> Res<u64> {
    let tagged = |tag: u64, bits: u64| {
        let mut bytes = [0; 16];
        for (to, from) in bytes
            .iter_mut()
            .zip(tag.to_le_bytes().into_iter().chain(bits.to_le_bytes()))
        {
            *to = from;
        }
        hash_bytes(&bytes, key)
    };
    Ok(match value {
        Const::None => tagged(0, 0),
        Const::Bool(value) => tagged(1, u64::from(*value)),
        Const::Ellipsis => tagged(2, 0),
        Const::Int(value) => tagged(3, *value as u64),
        Const::Big(digits) => digits
            .iter()
            .fold(tagged(4, 0), |h, &digit| tagged(h, digit.into())),
        Const::Float(value) => tagged(5, value.to_bits()),
        Const::Imaginary(value) => tagged(7, value.to_bits()),
        Const::Str(text) => hash_bytes(text, key),
        Const::Bytes(data) => tagged(7, hash_bytes(data, key)),
        Const::Tuple(items) => {
            let mut hash = tagged(6, items.len() as u64);
            for item in items {
                hash = tagged(hash, hash_const(item, key)?);
            }
            hash
        }
    })
}
