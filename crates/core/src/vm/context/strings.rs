//! Strings and text, as the type `str` and `repr` need them: results written in
//! place, and the parts of objects that only their representations show.
//!
//! # Safety
//! The private raw helpers take live words of this VM. What they lend is used before
//! the object changes and before a script runs.

use super::{Context, Local, Res};
use crate::object::*;
use crate::value::Raw;
use crate::vm::native::NativeDef;

/// What is known of a str without looking at its bytes.
#[derive(Clone, Copy)]
pub(crate) struct StrShape {
    /// Bytes of its encoding.
    pub(crate) bytes: usize,
    /// Characters.
    pub(crate) chars: usize,
    flags: u8,
}

/// What [`Context::str_join`] came to.
pub(crate) enum Joined<'f> {
    Text(Local<'f>),
    /// The item with this index is no str.
    NotStr(usize),
}

/// What a native function shows of itself.
pub(crate) struct NativeParts<'f> {
    pub(crate) name: &'f str,
    pub(crate) flags: u8,
    /// What it is bound to.
    pub(crate) this: Option<Local<'f>>,
    /// The type or module it belongs to.
    pub(crate) owner: Option<Local<'f>>,
}

/// The flag in a container's header that says its `repr` is under way.
const IN_REPR: u8 = 0x40;

impl StrShape {
    /// Of the empty str.
    pub(crate) const EMPTY: StrShape = StrShape {
        bytes: 0,
        chars: 0,
        flags: Header::ASCII,
    };

    /// Of so many characters of ASCII.
    pub(crate) fn ascii(len: usize) -> StrShape {
        StrShape {
            bytes: len,
            chars: len,
            flags: Header::ASCII,
        }
    }

    /// Whether every byte is a character.
    pub(crate) fn is_ascii(self) -> bool {
        self.flags & Header::ASCII != 0
    }

    /// Whether there are lone surrogates.
    pub(crate) fn has_surrogates(self) -> bool {
        self.flags & Header::SURROGATES != 0
    }

    /// The shape of both texts one after the other.
    pub(crate) fn and(self, other: StrShape) -> Option<StrShape> {
        Some(StrShape {
            bytes: self.bytes.checked_add(other.bytes)?,
            chars: self.chars.checked_add(other.chars)?,
            flags: self.flags & other.flags & Header::ASCII
                | (self.flags | other.flags) & Header::SURROGATES,
        })
    }

    /// The shape of the text repeated.
    pub(crate) fn times(self, count: usize) -> Option<StrShape> {
        if count == 0 {
            return Some(StrShape::EMPTY);
        }
        Some(StrShape {
            bytes: self.bytes.checked_mul(count)?,
            chars: self.chars.checked_mul(count)?,
            ..self
        })
    }
}

impl<'f> Context<'f> {
    /// Sizes of a str.
    #[inline]
    pub(crate) fn str_shape(&self, local: Local<'f>) -> Option<StrShape> {
        // SAFETY: the value is rooted.
        unsafe { shape_of(self.raw(local)) }
    }

    /// A str of known shape, whose (zeroed) bytes `fill` writes completely. It may be
    /// called a second time when memory is short.
    pub(crate) fn str_filled(
        &mut self,
        shape: StrShape,
        mut fill: impl FnMut(&mut [u8]),
    ) -> Res<'f> {
        if shape.bytes <= 1 {
            let mut byte = [0];
            let bytes = byte.get_mut(..shape.bytes).unwrap_or_default();
            fill(bytes);
            return self.wtf8(bytes);
        }
        // SAFETY: raw layer, inside `alloc`; the bytes are initialised before they are lent.
        self.alloc(|heap| unsafe {
            let s = StrObj::uninit(heap, shape.bytes, shape.chars, shape.flags)?;
            let data = StrObj::data(s);
            data.write_bytes(0, shape.bytes);
            fill(core::slice::from_raw_parts_mut(data, shape.bytes));
            Ok(Raw::from_ptr(s))
        })
    }

    /// `left + right` of two strs; `None` if one is none.
    #[inline]
    pub(crate) fn concat_strs(&mut self, left: Local<'f>, right: Local<'f>) -> Option<Res<'f>> {
        if !self.is(left, Kind::Str) || !self.is(right, Kind::Str) {
            return None;
        }
        let (left, right) = (self.raw(left), self.raw(right));
        // SAFETY: both are rooted strs.
        Some(self.alloc(|heap| unsafe {
            StrObj::concat(heap, left.ptr(), right.ptr()).map(Raw::from_ptr)
        }))
    }

    /// Joins the strs of a list or tuple.
    pub(crate) fn str_join(
        &mut self,
        separator: Local<'f>,
        items: Local<'f>,
    ) -> Res<'f, Joined<'f>> {
        let (separator, raw) = (self.raw(separator), self.raw(items));
        // SAFETY: both are rooted; no script runs and nothing changes the items before
        // the text is finished, and `alloc` collects before it calls the closure only.
        unsafe {
            let (Some(between), items) = (shape_of(separator), slice_of(raw)) else {
                return Ok(Joined::NotStr(0));
            };
            if let [only] = *items {
                return Ok(if is_kind(only, Kind::Str) {
                    Joined::Text(self.root(only))
                } else {
                    Joined::NotStr(0)
                });
            }
            // Sums of 32-bit numbers: there are not so many items that they wrap.
            let (mut bytes, mut chars) = (0u64, 0u64);
            let (mut all, mut some) = (between.flags, between.flags);
            for (i, &item) in items.iter().enumerate() {
                if !is_kind(item, Kind::Str) {
                    return Ok(Joined::NotStr(i));
                }
                let item = item.ptr::<StrObj>();
                bytes += (*item).byte_len() as u64;
                chars += (*item).char_len() as u64;
                all &= (*item).header.flags;
                some |= (*item).header.flags;
            }
            let texts = usize::try_from(bytes).ok().zip(usize::try_from(chars).ok());
            let shape = between
                .times(items.len().saturating_sub(1))
                .zip(texts)
                .and_then(|(shape, (bytes, chars))| {
                    let flags = all & Header::ASCII | some & Header::SURROGATES;
                    shape.and(StrShape {
                        bytes,
                        chars,
                        flags,
                    })
                });
            let Some(shape) = shape else {
                return Err(self.memory_error());
            };
            if shape.bytes <= 1 {
                // Empty strs, but for one character.
                let single = items
                    .iter()
                    .copied()
                    .chain([separator])
                    .find(|&raw| (*raw.ptr::<StrObj>()).byte_len() == shape.bytes);
                let raw = if shape.bytes == 0 {
                    (*self.vm()).empty_str
                } else {
                    single.unwrap_or((*self.vm()).empty_str)
                };
                return Ok(Joined::Text(self.root(raw)));
            }
            let text = self.alloc(|heap| {
                let s = StrObj::uninit(heap, shape.bytes, shape.chars, shape.flags)?;
                let mut to = StrObj::data(s);
                let between = StrObj::bytes(separator.ptr());
                let mut put = |part: &[u8]| {
                    core::ptr::copy_nonoverlapping(part.as_ptr(), to, part.len());
                    to = to.add(part.len());
                };
                for (i, &item) in slice_of(raw).iter().enumerate() {
                    match *between {
                        _ if i == 0 => {}
                        // One byte needs no call.
                        [byte] => put(&[byte]),
                        _ => put(between),
                    }
                    put(StrObj::bytes(item.ptr()));
                }
                Ok(Raw::from_ptr(s))
            })?;
            Ok(Joined::Text(text))
        }
    }

    /// Marks a container as being represented; false if it already is: it holds itself.
    pub fn enter_repr(&mut self, local: Local<'f>) -> bool {
        let raw = self.raw(local);
        // SAFETY: the value is rooted; of these kinds no other use is made of the flag.
        unsafe {
            if !has_repr_flag(raw) {
                return true;
            }
            let header = raw.ptr::<Header>();
            let entered = (*header).flags & IN_REPR == 0;
            (*header).flags |= IN_REPR;
            entered
        }
    }

    /// Takes the mark of [`Context::enter_repr`] away.
    pub fn leave_repr(&mut self, local: Local<'f>) {
        let raw = self.raw(local);
        // SAFETY: as in `enter_repr`.
        unsafe {
            if has_repr_flag(raw) {
                (*raw.ptr::<Header>()).flags &= !IN_REPR;
            }
        }
    }

    /// Runs native code that may come back to itself as a level of recursion;
    /// `what` is told in the RecursionError.
    pub(crate) fn nested<R>(
        &mut self,
        what: &str,
        body: impl FnOnce(&mut Context<'f>) -> Res<'f, R>,
    ) -> Res<'f, R> {
        let here = 0u8;
        let address = &raw const here as usize;
        // SAFETY: the fiber is the running one.
        let (depth, exceeded) = unsafe {
            let fiber = self.fiber();
            let depth = (*fiber).depth;
            let limit = (*fiber).stack_limit;
            (
                depth,
                depth >= (*self.vm()).recursion_limit || limit != 0 && address < limit,
            )
        };
        if exceeded {
            return Err(self.raise(
                ClassId::RecursionError,
                format_args!("maximum recursion depth exceeded{what}"),
            ));
        }
        // SAFETY: as above; the depth is set back to what it was.
        unsafe {
            (*self.fiber()).depth = depth + 1;
            let result = body(self);
            (*self.fiber()).depth = depth;
            result
        }
    }

    /// Name, binding and owner of a native function.
    pub(crate) fn native_parts(&mut self, local: Local<'f>) -> Option<NativeParts<'f>> {
        let raw = self.raw(local);
        // SAFETY: the value is rooted for 'f and its kind checked; it keeps its definition alive.
        unsafe {
            if !is_kind(raw, Kind::Native) {
                return None;
            }
            let native = raw.ptr::<NativeObj>();
            let def: &'f NativeDef = &*(*native).def;
            let (this, owner) = ((*native).this, (*native).owner);
            let this = if this.is_unbound() {
                None
            } else {
                Some(self.root(this))
            };
            let owner = if owner.is_unbound() {
                None
            } else {
                Some(self.root(owner))
            };
            Some(NativeParts {
                name: &def.name,
                flags: def.flags,
                this,
                owner,
            })
        }
    }

    /// Qualified name, file and first line of a code object, or of a function's.
    pub(crate) fn code_parts(&mut self, local: Local<'f>) -> Option<(&'f str, &'f str, u32)> {
        let raw = self.raw(local);
        // SAFETY: the value is rooted for 'f and its kind checked; code keeps its chunk alive.
        unsafe {
            let code: *mut CodeObj = match kind_of(raw)? {
                Kind::Code => raw.ptr(),
                Kind::Function => (*raw.ptr::<FuncObj>()).code,
                Kind::Generator => (*raw.ptr::<GeneratorObj>()).code,
                _ => return None,
            };
            let proto = &*(*code).proto;
            let chunk = CodeObj::chunk(code);
            let filename: *const str = &*chunk.filename;
            Some((&proto.qualname, &*filename, proto.first_line))
        }
    }
}

unsafe fn shape_of(raw: Raw) -> Option<StrShape> {
    // SAFETY: the caller's word is live, its kind is checked.
    unsafe {
        if !is_kind(raw, Kind::Str) {
            return None;
        }
        let s = raw.ptr::<StrObj>();
        let flags = (*s).header.flags & (Header::ASCII | Header::SURROGATES);
        Some(StrShape {
            bytes: (*s).byte_len(),
            chars: (*s).char_len(),
            flags,
        })
    }
}

/// The items of a list or tuple; empty for other values.
unsafe fn slice_of<'a>(raw: Raw) -> &'a [Raw] {
    // SAFETY: the caller's word is live, its kind is checked.
    unsafe {
        match kind_of(raw) {
            Some(Kind::List) => ListObj::slice(raw.ptr()),
            Some(Kind::Tuple) => TupleObj::slice(raw.ptr()),
            _ => &[],
        }
    }
}

unsafe fn has_repr_flag(raw: Raw) -> bool {
    // SAFETY: the caller's word is live.
    let kind = unsafe { kind_of(raw) };
    matches!(
        kind,
        Some(Kind::List | Kind::Tuple | Kind::Dict | Kind::DictView | Kind::Set | Kind::Instance)
    )
}
