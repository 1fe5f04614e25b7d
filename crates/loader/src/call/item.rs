//! Values as a session holds them while the plugin's function runs: what C code pushed
//! is plain data, what came from the caller stays a value of the VM.
#![forbid(unsafe_code)]

use super::Caller;
use miniscript_core::foreign::{self, Look};
use miniscript_core::{Context, Local, Res, Slot};

/// A value that may be an element of a list that is being built.
pub(super) enum Item<'f> {
    Int(i64),
    Float(f64),
    Bool(bool),
    /// The bytes and a NUL.
    Str(Vec<u8>),
    List(Items<'f>),
    /// A value of the caller, which comes back as it was.
    Value(Local<'f>, Type),
}

/// A value on the session's stack.
pub(super) enum Entry<'f> {
    Item(Item<'f>),
    /// An element of a list that is being read and that is no plain data. Its place is
    /// used again when it is gone, so that loops do not pile up roots.
    Held(Slot<'f>, Type),
}

/// A list that C code has built.
#[derive(Default)]
pub(super) struct Items<'f> {
    pub(super) items: Vec<Item<'f>>,
    /// Lists inside each other, this one included; bounded by [`DEEPEST`].
    pub(super) depth: usize,
}

/// Lists may be built into each other this deep: making values of them recurses.
pub(super) const DEEPEST: usize = 200;

/// What a plugin is told about a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    Integer,
    /// An integer that no int64_t holds.
    Big,
    Float,
    Str,
    List,
    Bool,
    Dict,
    None,
}

impl Type {
    pub(super) fn of(look: Look<'_>) -> Type {
        match look {
            Look::Int(_) => Type::Integer,
            Look::BigInt => Type::Big,
            Look::Float(_) => Type::Float,
            Look::Bool(_) => Type::Bool,
            Look::Str(_) => Type::Str,
            Look::List | Look::Tuple => Type::List,
            Look::Dict => Type::Dict,
            Look::Other => Type::None,
        }
    }

    /// The number of `JoyType`; 0 where version 1 has none.
    pub(super) fn code(self) -> i32 {
        match self {
            Type::Integer | Type::Big => 1,
            Type::Float => 2,
            Type::Str => 4,
            Type::List => 8,
            Type::Bool => 16,
            Type::Dict => 32,
            Type::None => 0,
        }
    }
}

impl<'f> Item<'f> {
    pub(super) fn kind(&self) -> Type {
        match self {
            Item::Int(_) => Type::Integer,
            Item::Float(_) => Type::Float,
            Item::Bool(_) => Type::Bool,
            Item::Str(_) => Type::Str,
            Item::List(_) => Type::List,
            Item::Value(_, kind) => *kind,
        }
    }

    /// The item of plain data; `None` for values that are more.
    ///
    /// # Errors
    /// When there is no memory for the text.
    pub(super) fn plain(look: Look<'_>) -> Result<Option<Item<'f>>, miniscript_core::OutOfMemory> {
        Ok(Some(match look {
            Look::Int(value) => Item::Int(value),
            Look::Float(value) => Item::Float(value),
            Look::Bool(value) => Item::Bool(value),
            Look::Str(text) => {
                let mut bytes = Vec::new();
                foreign::text_bytes(text, &mut bytes)?;
                bytes
                    .try_reserve(1)
                    .map_err(|_| miniscript_core::OutOfMemory)?;
                bytes.push(0);
                Item::Str(bytes)
            }
            Look::BigInt | Look::List | Look::Tuple | Look::Dict | Look::Other => return Ok(None),
        }))
    }
}

impl Entry<'_> {
    pub(super) fn kind(&self) -> Type {
        match self {
            Entry::Item(item) => item.kind(),
            Entry::Held(_, kind) => *kind,
        }
    }
}

/// Makes a value of an item.
///
/// # Errors
/// MemoryError; or the host's end of the task.
pub(super) fn value<'s, 'f>(
    cx: &mut Context<'s>,
    caller: &dyn Caller<'f>,
    item: &Item<'s>,
) -> Res<'s> {
    match item {
        Item::Int(value) => cx.int(*value),
        Item::Float(value) => Ok(cx.float(*value)),
        Item::Bool(value) => Ok(Local::bool(*value)),
        Item::Str(bytes) => foreign::text(cx, bytes.strip_suffix(&[0]).unwrap_or(bytes)),
        Item::Value(value, _) => Ok(*value),
        Item::List(built) => {
            let list = cx.list_with_capacity(built.items.len())?;
            for item in &built.items {
                cx.charge(1)?;
                cx.scope(|cx| {
                    let element = value(cx, caller, item)?;
                    cx.list_push(list, element)
                })?;
            }
            caller.list(cx, list)
        }
    }
}
