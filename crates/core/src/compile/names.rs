//! Symbols: the identifiers of a tree and those that the compiler makes itself.
//!
//! Owns the numbering of names during a compilation: a tree's [`NameId`]s keep their numbers,
//! mangled names (`_C__x`) and implicit ones (`.0`, `__class__`) follow. Equal texts have equal
//! [`Sym`]s. Used by the scope analysis and the code generator.

use crate::syntax::{Error, NameId, Tree};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use hashbrown::HashTable;

/// A name, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sym(pub(crate) u32);

/// The symbols of a compilation.
pub(crate) struct Symbols<'t> {
    tree: &'t Tree,
    extra: Vec<Box<str>>,
    table: HashTable<u32>,
    key: u64,
}

/// Copies text fallibly.
pub(crate) fn copy_str(text: &str) -> Result<Box<str>, Error> {
    join(&[text])
}

/// Joins texts fallibly.
pub(crate) fn join(parts: &[&str]) -> Result<Box<str>, Error> {
    let mut out = String::new();
    let length = parts.iter().map(|part| part.len()).sum();
    out.try_reserve_exact(length).map_err(|_| Error::memory())?;
    for part in parts {
        out.push_str(part);
    }
    Ok(out.into_boxed_str())
}

/// Appends fallibly.
#[inline]
pub(crate) fn push<T>(items: &mut Vec<T>, item: T) -> Result<(), Error> {
    if items.len() == items.capacity() {
        items.try_reserve(1).map_err(|_| Error::memory())?;
    }
    items.push(item);
    Ok(())
}

/// A keyed multiply-and-fold hash.
pub(crate) fn hash_bytes(bytes: &[u8], key: u64) -> u64 {
    let mut state = fold(key ^ bytes.len() as u64, ODD);
    for part in bytes.chunks(8) {
        let mut word = [0; 8];
        for (to, from) in word.iter_mut().zip(part) {
            *to = *from;
        }
        state = fold(state ^ u64::from_le_bytes(word), ODD ^ key.rotate_left(32));
    }
    fold(state, ODD)
}

const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

fn fold(a: u64, b: u64) -> u64 {
    let wide = u128::from(a) * u128::from(b);
    (wide as u64) ^ ((wide >> 64) as u64)
}

impl<'t> Symbols<'t> {
    /// The symbols of `tree`.
    pub(crate) fn new(tree: &'t Tree, key: u64) -> Result<Symbols<'t>, Error> {
        let mut symbols = Symbols {
            tree,
            extra: Vec::new(),
            table: HashTable::new(),
            key,
        };
        let count = tree.name_count();
        symbols.reserve(count)?;
        for index in 0..u32::try_from(count).map_err(|_| Error::memory())? {
            symbols.insert(index);
        }
        Ok(symbols)
    }

    fn reserve(&mut self, more: usize) -> Result<(), Error> {
        let (tree, extra, key) = (self.tree, &self.extra, self.key);
        self.table
            .try_reserve(more, |&index| {
                hash_bytes(text(tree, extra, index).as_bytes(), key)
            })
            .map_err(|_| Error::memory())
    }

    fn insert(&mut self, index: u32) {
        let (tree, extra, key) = (self.tree, &self.extra, self.key);
        let hash = |&index: &u32| hash_bytes(text(tree, extra, index).as_bytes(), key);
        self.table.insert_unique(hash(&index), index, hash);
    }

    /// The text of a symbol.
    pub(crate) fn text(&self, sym: Sym) -> &str {
        text(self.tree, &self.extra, sym.0)
    }

    /// The symbol of a text.
    pub(crate) fn intern(&mut self, name: &str) -> Result<Sym, Error> {
        let hash = hash_bytes(name.as_bytes(), self.key);
        let (tree, extra) = (self.tree, &self.extra);
        if let Some(&index) = self
            .table
            .find(hash, |&index| text(tree, extra, index) == name)
        {
            return Ok(Sym(index));
        }
        self.reserve(1)?;
        let index = u32::try_from(self.tree.name_count() + self.extra.len())
            .map_err(|_| Error::memory())?;
        push(&mut self.extra, copy_str(name)?)?;
        self.insert(index);
        Ok(Sym(index))
    }

    /// The symbol of a name of the tree inside class `private`: `__x` becomes `_C__x`.
    pub(crate) fn mangle(&mut self, private: Option<Sym>, name: NameId) -> Result<Sym, Error> {
        let plain = Sym(u32::try_from(name.index()).map_err(|_| Error::memory())?);
        let Some(private) = private else {
            return Ok(plain);
        };
        let text = self.tree.name(name);
        if !text.starts_with("__") || text.ends_with("__") || text.contains('.') {
            return Ok(plain);
        }
        let class = self.text(private).trim_start_matches('_');
        if class.is_empty() {
            return Ok(plain);
        }
        let mangled = join(&["_", class, text])?;
        self.intern(&mangled)
    }
}

fn text<'a>(tree: &'a Tree, extra: &'a [Box<str>], index: u32) -> &'a str {
    match (index as usize).checked_sub(tree.name_count()) {
        None => tree.name(NameId::new(index)),
        Some(index) => extra.get(index).map_or("", |name| name),
    }
}
