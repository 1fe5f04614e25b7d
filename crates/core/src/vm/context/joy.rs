//! What the Joy front end asks of the VM beyond values that both languages share:
//! immutable lists, characters, sets, words, strings of bytes, and the registry seen
//! from the outside.
//!
//! A Joy list is a chain of [`Kind::Cons`] cells that ends in the empty tuple. Cells
//! never change, so tails are shared freely, and a raw pointer may walk a chain as
//! long as its head is rooted. Strings of bytes are core's strs: bytes that are not
//! UTF-8 are kept as lone surrogates (CPython's `surrogateescape`), all other
//! strings hold their own bytes.

use super::{Context, Error, Local, Res};
use crate::object::*;
use crate::registry::{Module, Refusal};
use crate::value::Raw;
use crate::vm::fault::Fault;
use crate::vm::import;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// A value as Joy sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Datum {
    /// An int of 64 bits.
    Int(i64),
    /// A float.
    Float(f64),
    /// A truth value.
    Bool(bool),
    /// A character: one byte.
    Char(u8),
    /// A set of small ints, a bit for each.
    Set(u64),
    /// A string.
    Str,
    /// The empty list.
    Nil,
    /// A list that is not empty.
    Cons,
    /// A word by its number.
    Word(u32),
    /// A file by its number.
    File(u32),
    /// A function of a native module.
    Native,
    /// A Python list or a tuple that is not empty.
    Sequence,
    /// None.
    Nothing,
    /// Any other object.
    Other,
}

/// What kind of error is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Memory is exhausted.
    Memory,
    /// An ordinary exception.
    Exception,
    /// The task is to end: interrupt, exit, cancellation, fuel, the host's stop.
    Ending,
}

/// How many arguments a native function takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arity {
    /// This many.
    Exactly(usize),
    /// Whatever is there.
    Any,
}

const CHAR: u16 = 0;
const SET: u16 = 1;
const WORD: u16 = 2;
const FILE: u16 = 3;

impl<'f> Context<'f> {
    /// What a value is.
    #[inline]
    pub fn datum(&self, local: Local<'f>) -> Datum {
        let raw = self.raw(local);
        if raw.is_small() {
            return Datum::Int(raw.small());
        }
        if let Some(double) = raw.as_double() {
            return Datum::Float(double);
        }
        if raw.is_bool() {
            return Datum::Bool(raw == Raw::TRUE);
        }
        // SAFETY: the value is rooted; each kind is checked before its layout is read.
        unsafe {
            match kind_of(raw) {
                None => Datum::Nothing,
                Some(Kind::Cons) => Datum::Cons,
                Some(Kind::Str) => Datum::Str,
                Some(Kind::Int64) => Datum::Int((*raw.ptr::<Int64Obj>()).value),
                Some(Kind::Tuple) if (*raw.ptr::<TupleObj>()).len == 0 => Datum::Nil,
                Some(Kind::Tuple | Kind::List) => Datum::Sequence,
                Some(Kind::Tagged) => {
                    let word = (*raw.ptr::<TaggedObj>()).word;
                    match (*raw.ptr::<Header>()).aux {
                        CHAR => Datum::Char(word as u8),
                        SET => Datum::Set(word),
                        WORD => Datum::Word(word as u32),
                        _ => Datum::File(word as u32),
                    }
                }
                Some(Kind::Native) => Datum::Native,
                Some(_) => Datum::Other,
            }
        }
    }

    fn tagged(&mut self, class: ClassId, tag: u16, word: u64) -> Res<'f> {
        // SAFETY: raw layer, inside `alloc`.
        self.alloc(|heap| unsafe { TaggedObj::make(heap, class, tag, word) })
    }

    /// A character.
    pub fn joy_char(&mut self, byte: u8) -> Res<'f> {
        self.tagged(ClassId::JoyChar, CHAR, u64::from(byte))
    }

    /// A set.
    pub fn joy_set(&mut self, members: u64) -> Res<'f> {
        self.tagged(ClassId::JoySet, SET, members)
    }

    /// A word.
    pub fn joy_word(&mut self, number: u32) -> Res<'f> {
        self.tagged(ClassId::JoyWord, WORD, u64::from(number))
    }

    /// A file.
    pub fn joy_file(&mut self, number: u32) -> Res<'f> {
        self.tagged(ClassId::JoyFile, FILE, u64::from(number))
    }

    /// The empty list.
    pub fn nil(&mut self) -> Local<'f> {
        // SAFETY: the empty tuple is a root of the VM.
        unsafe {
            let raw = (*self.vm()).empty_tuple;
            self.root(raw)
        }
    }

    /// A list of a first member and the rest.
    #[inline]
    pub fn cons(&mut self, first: Local<'f>, rest: Local<'f>) -> Res<'f> {
        self.pair(Kind::Cons, ClassId::Quotation, first, rest)
    }

    /// First member and rest of a list that is not empty.
    #[inline]
    pub fn uncons(&mut self, list: Local<'f>) -> Option<(Local<'f>, Local<'f>)> {
        let raw = self.raw(list);
        // SAFETY: the value is rooted and its kind checked; the words are rooted at once.
        unsafe {
            if is_kind(raw, Kind::Cons) {
                let (first, rest) = ((*raw.ptr::<PairObj>()).a, (*raw.ptr::<PairObj>()).b);
                Some((self.root(first), self.root(rest)))
            } else {
                None
            }
        }
    }

    /// Members of a list, counted up to `limit`.
    pub fn cons_len(&self, list: Local<'f>, limit: usize) -> usize {
        let mut raw = self.raw(list);
        let mut count = 0;
        // SAFETY: the head is rooted and cells never change.
        unsafe {
            while count < limit && is_kind(raw, Kind::Cons) {
                count += 1;
                raw = (*raw.ptr::<PairObj>()).b;
            }
        }
        count
    }

    /// What is left of a list without its first `count` members.
    pub fn cons_skip(&mut self, list: Local<'f>, count: usize) -> Local<'f> {
        let mut raw = self.raw(list);
        // SAFETY: as in `cons_len`; the word is rooted at once.
        unsafe {
            for _ in 0..count {
                if !is_kind(raw, Kind::Cons) {
                    break;
                }
                raw = (*raw.ptr::<PairObj>()).b;
            }
            self.root(raw)
        }
    }

    /// Appends at most `limit` members of a list to a Python list.
    pub fn cons_collect(&mut self, list: Local<'f>, into: Local<'f>, limit: usize) -> Res<'f, ()> {
        let mut raw = self.raw(list);
        let target = self.raw(into);
        // SAFETY: head and target are rooted, cells never change.
        unsafe {
            if !is_kind(target, Kind::List) {
                return Ok(());
            }
            for _ in 0..limit {
                if !is_kind(raw, Kind::Cons) {
                    break;
                }
                let item = (*raw.ptr::<PairObj>()).a;
                self.alloc_unit(|heap| ListObj::push(heap, target.ptr(), item))?;
                raw = (*raw.ptr::<PairObj>()).b;
            }
        }
        Ok(())
    }

    /// The items of a Python list or tuple from `from` on as a list, in front of `tail`.
    pub fn cons_build(&mut self, items: Local<'f>, from: usize, tail: Local<'f>) -> Res<'f> {
        let slot = self.slot(tail);
        for at in (from..self.seq_len(items)).rev() {
            self.scope(|scope| {
                let Some(item) = scope.seq_get(items, at) else {
                    return Ok(());
                };
                let rest = scope.read(&slot);
                let cell = scope.cons(item, rest)?;
                scope.assign(&slot, cell);
                Ok(())
            })?;
        }
        Ok(self.take(&slot))
    }

    /// A string of any bytes.
    pub fn byte_str(&mut self, bytes: &[u8]) -> Res<'f> {
        if let Ok(text) = core::str::from_utf8(bytes) {
            return self.str(text);
        }
        let mut text = self.text();
        let mut rest = bytes;
        while let Err(error) = core::str::from_utf8(rest) {
            let (valid, bad) = rest.split_at(error.valid_up_to());
            text.push(valid);
            if let Some((&byte, after)) = bad.split_first() {
                text.push_char(0xDC00 + u32::from(byte));
                rest = after;
            }
        }
        text.push(rest);
        self.finish(text)
    }

    /// The bytes of a string; `None` for other values.
    ///
    /// # Errors
    /// MemoryError when a string that is not UTF-8 cannot be copied.
    pub fn str_as_bytes(&mut self, local: Local<'f>) -> Res<'f, Option<Cow<'f, [u8]>>> {
        let Some(bytes) = self.str_bytes(local) else {
            return Ok(None);
        };
        if self.str_is_ascii(local) || core::str::from_utf8(bytes).is_ok() {
            return Ok(Some(Cow::Borrowed(bytes)));
        }
        let mut plain = Vec::new();
        if plain.try_reserve_exact(bytes.len()).is_err() {
            return Err(self.memory_error());
        }
        let mut rest = bytes;
        while let Some((&first, after)) = rest.split_first() {
            match rest {
                // U+DC80 to U+DCFF: ED B2 80 to ED B3 BF.
                [0xED, b @ (0xB2 | 0xB3), c, after @ ..] => {
                    plain.push((b << 6) | (c & 0x3F));
                    rest = after;
                }
                _ => {
                    plain.push(first);
                    rest = after;
                }
            }
        }
        Ok(Some(Cow::Owned(plain)))
    }

    /// The length of a string whose bytes are all ASCII, known without a look at them.
    pub fn ascii_len(&self, local: Local<'f>) -> Option<usize> {
        if self.str_is_ascii(local) {
            self.str_bytes(local).map(<[u8]>::len)
        } else {
            None
        }
    }

    /// Byte `at` of a string whose bytes are all ASCII.
    pub fn ascii_at(&self, local: Local<'f>, at: usize) -> Option<u8> {
        if self.str_is_ascii(local) {
            self.str_bytes(local)?.get(at).copied()
        } else {
            None
        }
    }

    /// The last item of a Python list, taken off.
    #[inline]
    pub fn list_pop(&mut self, list: Local<'f>) -> Option<Local<'f>> {
        let last = self.list_len(list).checked_sub(1)?;
        let item = self.list_get(list, last);
        self.list_remove(list, last, 1);
        item
    }

    /// Empties a Python list and lets go of its memory.
    pub fn list_release(&mut self, list: Local<'f>) {
        self.list_clear(list);
    }

    /// Cuts a Python list to its first `len` items.
    pub fn list_cut(&mut self, list: Local<'f>, len: usize) {
        let now = self.list_len(list);
        if len < now {
            self.list_remove(list, len, now - len);
        }
    }

    /// Whether two values are one object.
    pub fn same_object(&self, a: Local<'f>, b: Local<'f>) -> bool {
        self.same(a, b)
    }

    /// The name of a value's type.
    pub fn name_of_kind(&self, local: Local<'f>) -> &'f str {
        self.type_name(local)
    }

    /// Writes to the VM's output.
    ///
    /// # Errors
    /// OSError when the output fails.
    pub fn output(&mut self, bytes: &[u8]) -> Res<'f, ()> {
        self.write_output(bytes)
    }

    /// Hands on what the output has kept back.
    ///
    /// # Errors
    /// OSError when the output fails.
    pub fn output_flush(&mut self) -> Res<'f, ()> {
        self.flush_output()
    }

    /// Bytes that the heap may still hand out; garbage is not counted as free.
    pub fn memory_left(&self) -> usize {
        // SAFETY: the VM is this context's.
        unsafe {
            let heap = &(*self.vm()).heap;
            heap.left()
        }
    }

    /// Collects all garbage.
    pub fn collect_garbage(&mut self) {
        // SAFETY: the running fiber's window is recorded in it.
        unsafe { crate::vm::collect::full(self.vm()) };
    }

    /// What kind of error this is.
    pub fn trouble(&self, error: &Error<'f>) -> Trouble {
        if self.error_is(error, ClassId::MemoryError) {
            Trouble::Memory
        } else if self.error_is(error, ClassId::Exception) {
            Trouble::Exception
        } else {
            Trouble::Ending
        }
    }

    /// The error as plain data.
    pub fn describe(&mut self, error: Error<'f>) -> Fault {
        let exception = self.exception(error);
        Fault::of(self, exception)
    }

    /// A MemoryError.
    pub fn out_of_memory(&mut self) -> Error<'f> {
        self.memory_error()
    }

    /// The error for a [`Root`](crate::Root) that belongs to another VM.
    pub fn wrong_vm(&mut self) -> Error<'f> {
        self.raise(
            ClassId::RuntimeError,
            format_args!("a value of another VM was given to this one"),
        )
    }

    /// Registers an extension module while the VM runs.
    ///
    /// # Errors
    /// As [`Vm::register`](crate::Vm::register).
    pub fn register(&mut self, module: Module) -> Result<(), Refusal> {
        self.with_registry(|registry| registry.register(module))
    }

    /// How many extension modules are registered; standard ones are not counted.
    pub fn registered_count(&mut self) -> usize {
        self.with_registry(|registry| registry.names().count())
    }

    /// The name of the extension module registered as number `at`, and those of its functions.
    pub fn registered(&mut self, at: usize) -> Option<(String, Vec<String>)> {
        self.with_registry(|registry| {
            let name = String::from(registry.names().nth(at)?);
            let module = registry.find(&name)?;
            let functions = module.functions().iter();
            let functions = functions.map(|def| String::from(&*def.name)).collect();
            Some((name, functions))
        })
    }

    /// A function of a native module, standard or registered, which is imported first.
    ///
    /// # Errors
    /// What the import raises.
    pub fn native_member(&mut self, module: &str, function: &str) -> Res<'f, Option<Local<'f>>> {
        if self.with_registry(|registry| registry.find(module).is_none()) {
            return Ok(None);
        }
        let module = import::load(self, module)?;
        let dict = self.module_dict(module);
        self.dict_get_str(dict, function)
    }

    /// How many arguments a native function takes; `None` for other values.
    pub fn arity(&self, function: Local<'f>) -> Option<Arity> {
        let raw = self.raw(function);
        // SAFETY: the value is rooted and its kind checked; the object keeps its definition.
        unsafe {
            if !is_kind(raw, Kind::Native) {
                return None;
            }
            let native = raw.ptr::<NativeObj>();
            let sig = (*(*native).def).sig;
            Some(if sig.varargs && sig.required == 0 {
                Arity::Any
            } else {
                Arity::Exactly(usize::from(sig.required))
            })
        }
    }
}
