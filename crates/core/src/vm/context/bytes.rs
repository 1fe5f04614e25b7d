//! Bytes, bytearrays and memoryviews, as natives see them.
//!
//! The data of `bytes` are lent for `'f`. Those of a bytearray are lent while the
//! context is borrowed: nothing changes them meanwhile. What a native needs for
//! longer it has made into bytes by [`Context::frozen`].
//!
//! # Safety
//! The private raw helpers take live words of this VM. What they lend is used before
//! the object changes and before a script runs.

use super::{Context, Error, Local, Out, Res};
use crate::object::*;
use crate::value::Raw;

/// A memoryview as numbers.
#[derive(Clone, Copy)]
pub(crate) struct View {
    pub(crate) span: Span,
    /// The format's letter.
    pub(crate) letter: u8,
    /// Whether the format was given with an `@`.
    pub(crate) native: bool,
    pub(crate) readonly: bool,
    /// Bytes of an item.
    pub(crate) size: usize,
    pub(crate) ndim: usize,
    /// Items of one step of the first dimension: the product of the other dimensions.
    pub(crate) inner: usize,
}

/// Bytes of an item of a format, 0 for what is none.
pub(crate) fn item_size(letter: u8) -> usize {
    match letter {
        b'b' | b'B' | b'c' | b'?' => 1,
        b'h' | b'H' => 2,
        b'i' | b'I' | b'f' | b'w' => 4,
        b'l' | b'L' | b'q' | b'Q' | b'n' | b'N' | b'd' | b'P' => 8,
        _ => 0,
    }
}

impl View {
    /// Whether the items lie side by side, as CPython tells it: with one dimension a
    /// stride tells even where nothing is left.
    pub(crate) fn is_contiguous(&self) -> bool {
        self.span.count == 1
            || usize::try_from(self.span.stride) == Ok(self.row())
            || (self.ndim > 1 && self.span.count == 0)
    }

    /// Bytes of one step of the first dimension.
    pub(crate) fn row(&self) -> usize {
        self.size.saturating_mul(self.inner)
    }

    /// Byte offset of an item, which exists; all dimensions count as one.
    pub(crate) fn offset(&self, item: usize) -> usize {
        if self.inner == 1 {
            return self.row_offset(item);
        }
        let inner = self.inner.max(1);
        self.row_offset(item / inner)
            .wrapping_add((item % inner).wrapping_mul(self.size))
    }

    /// Byte offset of a step of the first dimension.
    pub(crate) fn row_offset(&self, at: usize) -> usize {
        let step = self.span.stride.wrapping_mul(at as isize);
        self.span.start.wrapping_add_signed(step)
    }

    /// The items of all dimensions.
    pub(crate) fn items(&self) -> usize {
        self.span.count.saturating_mul(self.inner)
    }

    /// Bytes of all items.
    pub(crate) fn len(&self) -> usize {
        self.items().saturating_mul(self.size)
    }
}

/// A part of something with bytes: `count` of them, from `start` on, by `step`.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    pub(crate) start: usize,
    pub(crate) step: i64,
    pub(crate) count: usize,
}

/// The data of bytes or of a bytearray; `None` for other values.
unsafe fn plain_data<'a>(raw: Raw) -> Option<&'a [u8]> {
    match kind_of(raw) {
        Some(Kind::Bytes) => Some(BytesObj::bytes(raw.ptr())),
        Some(Kind::ByteArray) => Some(ByteArrayObj::bytes(raw.ptr())),
        _ => None,
    }
}

unsafe fn view_of(raw: Raw) -> View {
    let view = raw.ptr::<MemoryViewObj>();
    let letter = (*view).letter();
    let aux = (*view).header.aux;
    View {
        span: (*view).span,
        letter,
        native: aux & MemoryViewObj::NATIVE != 0,
        readonly: aux & MemoryViewObj::READONLY != 0,
        size: item_size(letter),
        ndim: match inner_sizes((*view).inner) {
            _ if aux & MemoryViewObj::SCALAR != 0 => 0,
            sizes => 1 + sizes.len(),
        },
        inner: inner_sizes((*view).inner).product(),
    }
}

/// The sizes of the dimensions after the first.
unsafe fn inner_sizes<'a>(inner: Raw) -> impl ExactSizeIterator<Item = usize> + 'a {
    let bytes: &[u8] = if is_kind(inner, Kind::Bytes) {
        BytesObj::bytes(inner.ptr())
    } else {
        &[]
    };
    bytes.chunks_exact(8).map(|size| {
        let size = size.try_into().map_or(0, u64::from_le_bytes);
        usize::try_from(size).unwrap_or(usize::MAX)
    })
}

/// The data of anything whose bytes lie side by side.
unsafe fn data<'a>(raw: Raw) -> Option<&'a [u8]> {
    if !is_kind(raw, Kind::MemoryView) {
        return plain_data(raw);
    }
    let view = view_of(raw);
    let all = plain_data((*raw.ptr::<MemoryViewObj>()).object)?;
    if !view.is_contiguous() {
        return None;
    }
    all.get(view.span.start..view.span.start.checked_add(view.len())?)
}

impl<'f> Context<'f> {
    /// A bytes object.
    ///
    /// # Errors
    /// MemoryError.
    pub fn bytes(&mut self, data: &[u8]) -> Res<'f> {
        // SAFETY: raw layer, inside `alloc`; what is lent for 'f is rooted.
        self.alloc(|heap| unsafe { BytesObj::new(heap, data).map(Raw::from_ptr) })
    }

    /// A bytearray.
    ///
    /// # Errors
    /// MemoryError.
    pub fn bytearray(&mut self, data: &[u8]) -> Res<'f> {
        // SAFETY: raw layer, inside `alloc`.
        self.alloc(|heap| unsafe {
            let array = ByteArrayObj::zeroed(heap, data.len())?;
            ByteArrayObj::bytes_mut(array).copy_from_slice(data);
            Ok(Raw::from_ptr(array))
        })
    }

    /// Bytes, or with `array` a bytearray, of so many zeros, which `fill` overwrites.
    pub(crate) fn bytes_filled(
        &mut self,
        len: usize,
        array: bool,
        mut fill: impl FnMut(&mut [u8]),
    ) -> Res<'f> {
        // SAFETY: raw layer, inside `alloc`; nobody else has the object yet.
        self.alloc(|heap| unsafe {
            if array {
                let array = ByteArrayObj::zeroed(heap, len)?;
                fill(ByteArrayObj::bytes_mut(array));
                return Ok(Raw::from_ptr(array));
            }
            let bytes = BytesObj::zeroed(heap, len)?;
            fill(core::slice::from_raw_parts_mut(BytesObj::data(bytes), len));
            Ok(Raw::from_ptr(bytes))
        })
    }

    /// What was written as bytes, or with `array` as a bytearray.
    pub(crate) fn finish_bytes(&mut self, out: &Out, array: bool) -> Res<'f> {
        if array {
            self.bytearray(out.bytes())
        } else {
            self.bytes(out.bytes())
        }
    }

    /// A part of something with bytes, as bytes or as a bytearray.
    pub(crate) fn bytes_part(&mut self, source: Local<'f>, part: Part, array: bool) -> Res<'f> {
        let raw = self.seen(source);
        let raw = self.exporter(raw).map_or(raw, |(array, _)| array);
        let Part { start, step, count } = part;
        self.bytes_filled(count, array, |to| {
            // SAFETY: the source is rooted and is no object that is being made.
            let from = unsafe { data(raw) }.unwrap_or_default();
            if step == 1 {
                if let Some(from) = from.get(start..start.saturating_add(count)) {
                    to.copy_from_slice(from);
                }
                return;
            }
            let mut at = start as i64;
            for to in to {
                let byte = usize::try_from(at).ok().and_then(|at| from.get(at));
                *to = byte.copied().unwrap_or(0);
                at = at.wrapping_add(step);
            }
        })
    }

    /// A copy of `len` bytes of a bytearray (or of what else has bytes), from `at` on;
    /// what there is not is zero.
    ///
    /// # Errors
    /// MemoryError.
    pub fn bytes_of_array(&mut self, array: Local<'f>, at: usize, len: usize) -> Res<'f> {
        let part = Part {
            start: at,
            step: 1,
            count: len,
        };
        self.bytes_part(array, part, false)
    }

    /// The data of bytes, lent for `'f`; `None` for other values.
    #[inline]
    pub fn as_bytes(&self, local: Local<'f>) -> Option<&'f [u8]> {
        let raw = self.seen(local);
        // SAFETY: the value is rooted for 'f, its data never move or change.
        unsafe {
            if is_kind(raw, Kind::Bytes) {
                Some(BytesObj::bytes(raw.ptr()))
            } else {
                None
            }
        }
    }

    /// The data of bytes, of a bytearray, of a memoryview whose items lie side by side,
    /// or of a native class that exports some, lent while the context is borrowed.
    #[inline]
    pub fn buffer<'a>(&'a self, local: Local<'f>) -> Option<&'a [u8]> {
        let raw = self.seen(local);
        // SAFETY: the value is rooted; nothing changes it while `self` is borrowed.
        unsafe {
            match data(raw) {
                Some(data) => Some(data),
                None => plain_data(self.exporter(raw)?.0),
            }
        }
    }

    /// The bytearray that an instance of an exporting native class holds, and the letter
    /// of its items.
    fn exporter(&self, raw: Raw) -> Option<(Raw, u8)> {
        // SAFETY: the word is rooted; fields lie inline.
        unsafe {
            if !has_shape(raw) {
                return None;
            }
            let ty = (*self.vm()).type_of(raw);
            let object: *mut InstanceObj = raw.ptr();
            if !(*ty).native.as_ref()?.exports() || (*object).header.aux < 2 {
                return None;
            }
            let (array, letter) = (
                *InstanceObj::inline(object),
                *InstanceObj::inline(object).add(1),
            );
            Some((
                array,
                letter
                    .as_small()
                    .and_then(|letter| u8::try_from(letter).ok())?,
            ))
        }
    }

    /// The same for views: the bytearray as a Local.
    pub(crate) fn exported_array(&mut self, local: Local<'f>) -> Option<(Local<'f>, u8)> {
        let (array, letter) = self.exporter(self.raw(local))?;
        // SAFETY: the object, which is rooted, holds the array.
        unsafe { is_kind(array, Kind::ByteArray).then(|| (self.root(array), letter)) }
    }

    /// The same where the context goes on to be used: a copy of what can change.
    ///
    /// # Errors
    /// MemoryError.
    pub fn frozen(&mut self, local: Local<'f>) -> Res<'f, Option<&'f [u8]>> {
        if let Some(bytes) = self.as_bytes(local) {
            return Ok(Some(bytes));
        }
        let Some(count) = self.buffer(local).map(<[u8]>::len) else {
            return Ok(None);
        };
        let part = Part {
            start: 0,
            step: 1,
            count,
        };
        let copy = self.bytes_part(local, part, false)?;
        Ok(self.as_bytes(copy))
    }

    /// The same to be changed in place: the data of a bytearray, or what a memoryview
    /// shows of one. `None` where nothing may be written, or where items do not lie
    /// side by side.
    pub fn buffer_mut<'a>(&'a mut self, local: Local<'f>) -> Option<&'a mut [u8]> {
        if self.is_bytearray(local) {
            return Some(self.array_mut(local));
        }
        if let Some((array, _)) = self.exported_array(local) {
            return Some(self.array_mut(array));
        }
        let view = self.view(local)?;
        if view.readonly || !view.is_contiguous() {
            return None;
        }
        let (start, len) = (view.span.start, view.len());
        self.view_data_mut(local)
            .get_mut(start..start.saturating_add(len))
    }

    /// Whether the value is a bytearray.
    pub fn is_bytearray(&self, local: Local<'f>) -> bool {
        self.bytes_kind(local) == Some(Kind::ByteArray)
    }

    /// Whether the value is bytes-like.
    pub fn is_bytes_like(&self, local: Local<'f>) -> bool {
        self.bytes_kind(local).is_some() || self.exporter(self.raw(local)).is_some()
    }

    /// The kind of something with bytes: of bytes, a bytearray or a memoryview.
    #[inline]
    pub(crate) fn bytes_kind(&self, local: Local<'f>) -> Option<Kind> {
        // SAFETY: the value is rooted.
        unsafe {
            kind_of(self.seen(local))
                .filter(|kind| matches!(kind, Kind::Bytes | Kind::ByteArray | Kind::MemoryView))
        }
    }

    /// The hash of bytes: keyed, computed once.
    pub(crate) fn bytes_hash(&self, local: Local<'f>) -> Option<u64> {
        let raw = self.raw(local);
        // SAFETY: the value is rooted and its kind checked.
        unsafe {
            if !is_kind(raw, Kind::Bytes) {
                return None;
            }
            let bytes = raw.ptr::<BytesObj>();
            if (*bytes).hash == 0 {
                let data = BytesObj::bytes(bytes);
                self.note_bytes(data.len());
                (*bytes).hash = (*self.vm()).hash_bytes(data);
            }
            Some((*bytes).hash)
        }
    }

    // Bytearrays

    fn array_ptr(&self, array: Local<'f>) -> Option<*mut ByteArrayObj> {
        let raw = self.seen(array);
        // SAFETY: the value is rooted.
        unsafe { is_kind(raw, Kind::ByteArray).then(|| raw.ptr()) }
    }

    /// The data of a bytearray, to be changed in place; empty for other values.
    pub fn array_mut<'a>(&'a mut self, array: Local<'f>) -> &'a mut [u8] {
        match self.array_ptr(array) {
            // SAFETY: the array is rooted; nobody else reads it while `self` is borrowed.
            Some(array) => unsafe { ByteArrayObj::bytes_mut(array) },
            None => &mut [],
        }
    }

    /// Raises BufferError if a memoryview shows the bytearray. Views that nobody can
    /// reach any more do not count: so there is a collection first.
    ///
    /// # Errors
    /// BufferError.
    pub fn array_resizable(&mut self, array: Local<'f>) -> Res<'f, ()> {
        let Some(array) = self.array_ptr(array) else {
            return Ok(());
        };
        // SAFETY: the array is rooted; natives run at safepoints.
        unsafe {
            if (*array).exports == 0 {
                return Ok(());
            }
            let vm = self.vm();
            self.note_bytes((*vm).heap.allocated());
            crate::vm::collect::full(vm);
            if (*array).exports == 0 {
                return Ok(());
            }
        }
        Err(self.exported())
    }

    /// The BufferError of a bytearray whose length must stay.
    #[cold]
    pub(crate) fn exported(&mut self) -> Error<'f> {
        self.raise(
            ClassId::BufferError,
            format_args!("Existing exports of data: object cannot be re-sized"),
        )
    }

    /// Counts an export of a bytearray, or counts it no more: while a native goes on
    /// to use one that a script could change.
    pub(crate) fn array_export(&mut self, array: Local<'f>, exported: bool) {
        if let Some(array) = self.array_ptr(array) {
            // SAFETY: the array is rooted.
            unsafe {
                let exports = (*array).exports;
                (*array).exports = if exported {
                    exports + 1
                } else {
                    exports.saturating_sub(1)
                };
            }
        }
    }

    /// Whether the value is a bytearray.
    pub fn is_array(&self, value: Local<'f>) -> bool {
        self.array_ptr(value).is_some()
    }

    /// Replaces `removed` bytes at `at` of a bytearray by `added`. They are not the
    /// bytearray's own.
    ///
    /// # Errors
    /// BufferError where a memoryview holds the length, MemoryError.
    pub fn array_splice(
        &mut self,
        array: Local<'f>,
        at: usize,
        removed: usize,
        added: &[u8],
    ) -> Res<'f, ()> {
        if removed != added.len() {
            self.array_resizable(array)?;
        }
        let Some(array) = self.array_ptr(array) else {
            return Ok(());
        };
        // SAFETY: the array is rooted, the range is cut to its length.
        self.alloc_unit(|heap| unsafe {
            let len = (*array).len;
            let at = at.min(len);
            let removed = removed.min(len - at);
            if removed != added.len() {
                ByteArrayObj::splice(heap, array, at, removed, added.len())?;
            }
            let data = ByteArrayObj::bytes_mut(array);
            if let Some(to) = data.get_mut(at..at.saturating_add(added.len())) {
                to.copy_from_slice(added);
            }
            Ok(())
        })
    }

    // Memoryviews

    /// A view of a part of `object`, which is bytes or a bytearray; `owner` is what
    /// the script has asked a view of, `inner` the sizes of the dimensions after the
    /// first, if there are such, as bytes.
    pub(crate) fn new_view(
        &mut self,
        owner: Local<'f>,
        object: Local<'f>,
        inner: Option<Local<'f>>,
        view: View,
    ) -> Res<'f> {
        let (owner, object) = (self.raw(owner), self.seen(object));
        let inner = inner.map_or(Raw::UNBOUND, |inner| self.raw(inner));
        let mut aux = u16::from(view.letter);
        if view.native {
            aux |= MemoryViewObj::NATIVE;
        }
        if view.readonly {
            aux |= MemoryViewObj::READONLY;
        }
        if view.ndim == 0 {
            aux |= MemoryViewObj::SCALAR;
        }
        // SAFETY: all are rooted.
        self.alloc(|heap| unsafe {
            MemoryViewObj::new(heap, owner, object, inner, view.span, aux).map(Raw::from_ptr)
        })
    }

    fn view_ptr(&self, view: Local<'f>) -> Option<*mut MemoryViewObj> {
        let raw = self.raw(view);
        // SAFETY: the value is rooted.
        unsafe { is_kind(raw, Kind::MemoryView).then(|| raw.ptr()) }
    }

    /// A memoryview's numbers; `None` for other values and for released views.
    pub(crate) fn view(&self, view: Local<'f>) -> Option<View> {
        if !crate::features::MEMORYVIEW {
            return None;
        }
        let ptr = self.view_ptr(view)?;
        // SAFETY: the view is rooted.
        unsafe { (!(*ptr).object.is_unbound()).then(|| view_of(self.raw(view))) }
    }

    /// What a view was asked of, and the object that it reads.
    pub(crate) fn view_objects(&mut self, view: Local<'f>) -> Option<(Local<'f>, Local<'f>)> {
        let ptr = self.view_ptr(view)?;
        // SAFETY: the view is rooted; the words are rooted at once.
        unsafe {
            if (*ptr).object.is_unbound() {
                return None;
            }
            Some((self.root((*ptr).owner), self.root((*ptr).object)))
        }
    }

    /// The sizes of a view's dimensions after the first, as bytes, if there are such.
    pub(crate) fn view_inner(&mut self, view: Local<'f>) -> Option<Local<'f>> {
        let ptr = self.view_ptr(view)?;
        // SAFETY: the view is rooted; the word is rooted at once.
        unsafe { (!(*ptr).inner.is_unbound()).then(|| self.root((*ptr).inner)) }
    }

    /// The size of a dimension of a view; 0 where there is none.
    pub(crate) fn view_size(&self, view: Local<'f>, dimension: usize) -> usize {
        let Some(ptr) = self.view_ptr(view) else {
            return 0;
        };
        // SAFETY: the view is rooted.
        unsafe {
            match dimension.checked_sub(1) {
                None => (*ptr).span.count,
                Some(at) => inner_sizes((*ptr).inner).nth(at).unwrap_or(0),
            }
        }
    }

    /// How many dimensions a view has, or had before it was released.
    pub(crate) fn view_dimensions(&self, view: Local<'f>) -> usize {
        // SAFETY: the view is rooted.
        self.view_ptr(view)
            .map_or(1, |_| unsafe { view_of(self.raw(view)) }.ndim)
    }

    /// The hash of a view if it was asked before, else 0.
    pub(crate) fn view_hash(&self, view: Local<'f>) -> u64 {
        // SAFETY: the view is rooted.
        self.view_ptr(view).map_or(0, |ptr| unsafe { (*ptr).hash })
    }

    /// Keeps the hash of a view.
    pub(crate) fn set_view_hash(&mut self, view: Local<'f>, hash: u64) {
        if let Some(ptr) = self.view_ptr(view) {
            // SAFETY: the view is rooted.
            unsafe { (*ptr).hash = hash };
        }
    }

    /// All data of the object that a view reads, lent while the context is borrowed.
    pub(crate) fn view_data<'a>(&'a self, view: Local<'f>) -> &'a [u8] {
        // SAFETY: the view is rooted; nothing changes while `self` is borrowed.
        unsafe {
            self.view_ptr(view)
                .and_then(|ptr| plain_data((*ptr).object))
                .unwrap_or_default()
        }
    }

    /// The same to be changed: the data of a bytearray, else nothing.
    pub(crate) fn view_data_mut<'a>(&'a mut self, view: Local<'f>) -> &'a mut [u8] {
        // SAFETY: the view is rooted; nobody else reads the data while `self` is borrowed.
        unsafe {
            match self.view_ptr(view) {
                Some(ptr) if is_kind((*ptr).object, Kind::ByteArray) => {
                    ByteArrayObj::bytes_mut((*ptr).object.ptr())
                }
                _ => &mut [],
            }
        }
    }

    /// Releases a view.
    pub(crate) fn view_release(&mut self, view: Local<'f>) {
        if let Some(ptr) = self.view_ptr(view) {
            // SAFETY: the view is rooted.
            unsafe { MemoryViewObj::release(ptr) };
        }
    }
}
