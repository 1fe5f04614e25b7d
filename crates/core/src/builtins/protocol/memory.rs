//! Memoryviews as sequences: subscripts, slices, equality. A view of a bytearray can be
//! written through. Views get several dimensions by a cast; what they show is sliced
//! along the first only.

use super::memory_items::{packed, raw_item};
use super::slices::{index_of, place};
use crate::builtins::protocol;
use crate::features::MEMORYVIEW;
use crate::object::{ClassId, Kind, Span};
use crate::vm::context::{Context, Error, Local, Part, Res, View, item_size};

pub(crate) use super::memory_items::item_at;

#[cold]
pub(super) fn left_out<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.left_out("memoryview is", "memoryview")
}

/// The ValueError of a view that was released.
#[cold]
pub(crate) fn released<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.value_error(format_args!(
        "operation forbidden on released memoryview object"
    ))
}

/// The numbers of a view, or ValueError.
pub(crate) fn view_of<'f>(cx: &mut Context<'f>, view: Local<'f>) -> Res<'f, View> {
    if !MEMORYVIEW {
        return Err(left_out(cx));
    }
    match cx.view(view) {
        Some(view) => Ok(view),
        None => Err(released(cx)),
    }
}

/// A view of a bytes-like object, or of another view.
pub(crate) fn new_view<'f>(cx: &mut Context<'f>, object: Local<'f>) -> Res<'f> {
    if !MEMORYVIEW {
        return Err(left_out(cx));
    }
    if cx.is(object, Kind::MemoryView) {
        let view = view_of(cx, object)?;
        return same_object(cx, object, view);
    }
    if let Some((array, letter)) = cx.exported_array(object) {
        let size = match letter {
            b'u' => 4,
            letter => item_size(letter).max(1),
        };
        let count = cx.buffer(array).map_or(0, <[u8]>::len) / size;
        let view = View {
            span: Span {
                start: 0,
                count,
                stride: size as isize,
            },
            letter: if letter == b'u' { b'w' } else { letter },
            native: false,
            readonly: false,
            size,
            ndim: 1,
            inner: 1,
        };
        return cx.new_view(object, array, None, view);
    }
    let Some(count) = cx.buffer(object).map(<[u8]>::len) else {
        let found = cx.type_name(object);
        return Err(cx.type_error(format_args!(
            "memoryview: a bytes-like object is required, not '{found}'"
        )));
    };
    let view = View {
        span: Span {
            start: 0,
            count,
            stride: 1,
        },
        letter: b'B',
        native: false,
        readonly: !protocol::is_array(cx, object),
        size: 1,
        ndim: 1,
        inner: 1,
    };
    cx.new_view(object, object, None, view)
}

/// Another view of what `of` shows, of the same dimensions.
pub(crate) fn same_object<'f>(cx: &mut Context<'f>, of: Local<'f>, view: View) -> Res<'f> {
    if !MEMORYVIEW {
        return Err(left_out(cx));
    }
    match cx.view_objects(of) {
        Some((owner, object)) => {
            let inner = cx.view_inner(of);
            cx.new_view(owner, object, inner, view)
        }
        None => Err(released(cx)),
    }
}

/// Whether items of a view can be walked through: of one that is there, and has one
/// dimension.
pub(crate) fn walkable<'f>(cx: &mut Context<'f>, view: Local<'f>) -> Res<'f, ()> {
    match cx.view_dimensions(view) {
        0 => Err(scalar(cx)),
        1 => view_of(cx, view).map(drop),
        _ => Err(not_implemented(
            cx,
            "multi-dimensional sub-views are not implemented",
        )),
    }
}

#[cold]
fn scalar<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.type_error(format_args!("invalid indexing of 0-dim memory"))
}

#[cold]
fn not_implemented<'f>(cx: &mut Context<'f>, what: &str) -> Error<'f> {
    cx.raise(ClassId::NotImplementedError, format_args!("{what}"))
}

/// What a subscript of a view means.
enum Key<'f> {
    /// An item; all dimensions count as one.
    Item(usize),
    Slice(Local<'f>),
    /// `...` of a view without dimensions.
    Whole,
}

/// What a key means, which is read, or written.
fn key_of<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    key: Local<'f>,
    writes: bool,
) -> Res<'f, Key<'f>> {
    let ndim = view_of(cx, object)?.ndim;
    let plain = cx.plain(key);
    let tuple = cx.is(plain, Kind::Tuple);
    if ndim == 0 {
        return if tuple && cx.tuple_len(plain) == 0 {
            Ok(Key::Item(0))
        } else if cx.same(key, Local::ELLIPSIS) {
            Ok(Key::Whole)
        } else {
            Err(scalar(cx))
        };
    }
    if cx.is(key, Kind::Slice) {
        if writes && ndim > 1 {
            return Err(slice_assignment(cx));
        }
        return Ok(Key::Slice(key));
    }
    if tuple {
        return place_of(cx, object, plain, writes);
    }
    if ndim > 1 && super::slices::has_index(cx, key) {
        if writes {
            return Err(not_implemented(cx, "sub-views are not implemented"));
        }
        index_of(cx, key)?;
        return Err(not_implemented(
            cx,
            "multi-dimensional sub-views are not implemented",
        ));
    }
    let Some(index) = index_of(cx, key)? else {
        return Err(invalid_key(cx));
    };
    // `__index__` may have released the view.
    let view = view_of(cx, object)?;
    match place(index, view.span.count) {
        Some(at) => Ok(Key::Item(at)),
        None => Err(out_of_bounds(cx, 1)),
    }
}

/// The item that a tuple names: an index for each dimension.
fn place_of<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    key: Local<'f>,
    writes: bool,
) -> Res<'f, Key<'f>> {
    let ndim = view_of(cx, object)?.ndim;
    let count = cx.tuple_len(key);
    let (mut indices, mut slices) = (0, 0);
    for at in 0..count {
        let Some(part) = cx.tuple_get(key, at) else {
            break;
        };
        indices += usize::from(super::slices::has_index(cx, part));
        slices += usize::from(cx.is(part, Kind::Slice));
    }
    if indices == count {
        if count < ndim {
            return Err(not_implemented(cx, "sub-views are not implemented"));
        }
        if count > ndim {
            return Err(cx.type_error(format_args!(
                "cannot index {ndim}-dimension view with {count}-element tuple"
            )));
        }
        let mut item = 0usize;
        for at in 0..count {
            let part = cx.tuple_get(key, at).unwrap_or(Local::NONE);
            let Some(index) = index_of(cx, part)? else {
                return Err(invalid_key(cx));
            };
            let size = cx.view_size(object, at);
            let Some(place) = place(index, size) else {
                return Err(out_of_bounds(cx, at + 1));
            };
            item = item.wrapping_mul(size).wrapping_add(place);
        }
        // `__index__` may have released the view.
        view_of(cx, object)?;
        return Ok(Key::Item(item));
    }
    if slices < count {
        return Err(invalid_key(cx));
    }
    Err(if writes {
        slice_assignment(cx)
    } else {
        not_implemented(cx, "multi-dimensional slicing is not implemented")
    })
}

#[cold]
fn slice_assignment<'f>(cx: &mut Context<'f>) -> Error<'f> {
    not_implemented(
        cx,
        "memoryview slice assignments are currently restricted to ndim = 1",
    )
}

#[cold]
fn out_of_bounds<'f>(cx: &mut Context<'f>, dimension: usize) -> Error<'f> {
    cx.raise(
        ClassId::IndexError,
        format_args!("index out of bounds on dimension {dimension}"),
    )
}

#[cold]
fn invalid_key<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.type_error(format_args!("memoryview: invalid slice key"))
}

/// `view[key]`.
pub(crate) fn view_item<'f>(cx: &mut Context<'f>, object: Local<'f>, key: Local<'f>) -> Res<'f> {
    if !MEMORYVIEW {
        return Err(left_out(cx));
    }
    match key_of(cx, object, key, false)? {
        Key::Whole => Ok(object),
        Key::Item(at) => {
            let view = view_of(cx, object)?;
            item_at(cx, object, &view, at)
        }
        Key::Slice(key) => {
            let view = sliced(cx, object, key)?;
            same_object(cx, object, view)
        }
    }
}

fn sliced<'f>(cx: &mut Context<'f>, object: Local<'f>, key: Local<'f>) -> Res<'f, View> {
    let (start, stop, step) = protocol::unpack_slice(cx, key)?;
    let view = view_of(cx, object)?;
    let (start, _, count) = protocol::adjust(start, stop, step, view.span.count as i64);
    let first = usize::try_from(start).unwrap_or(0);
    let step = isize::try_from(step).unwrap_or(isize::MAX);
    Ok(View {
        span: Span {
            start: view.row_offset(first),
            count: count as usize,
            stride: view.span.stride.wrapping_mul(step),
        },
        ..view
    })
}

/// `view[key] = value`.
pub(crate) fn view_set_item<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    key: Local<'f>,
    value: Local<'f>,
) -> Res<'f, ()> {
    if !MEMORYVIEW {
        return Err(left_out(cx));
    }
    let view = view_of(cx, object)?;
    if view.readonly {
        return Err(cx.type_error(format_args!("cannot modify read-only memory")));
    }
    let key = match key_of(cx, object, key, true)? {
        Key::Whole => Key::Item(0),
        key => key,
    };
    match key {
        Key::Whole => Ok(()),
        Key::Item(at) => {
            let bytes = packed(cx, view.letter, value)?;
            // The value may have released the view.
            let view = view_of(cx, object)?;
            let offset = view.offset(at);
            let data = cx.view_data_mut(object);
            if let Some(to) = data.get_mut(offset..offset.saturating_add(view.size)) {
                to.iter_mut().zip(bytes).for_each(|(to, from)| *to = from);
            }
            Ok(())
        }
        Key::Slice(key) => {
            let to = sliced(cx, object, key)?;
            let source = new_source(cx, value)?;
            let from = view_of(cx, source)?;
            if from.letter != to.letter || from.ndim != 1 || from.span.count != to.span.count {
                return Err(cx.value_error(format_args!(
                    "memoryview assignment: lvalue and rvalue have different structures"
                )));
            }
            cx.charge(to.len() / 16)?;
            // Source and target may overlap: first all bytes are read.
            let bytes = gather(cx, source, &from)?;
            let bytes = cx.as_bytes(bytes).unwrap_or_default();
            let data = cx.view_data_mut(object);
            for (at, item) in bytes.chunks_exact(to.size.max(1)).enumerate() {
                let offset = to.offset(at);
                if let Some(place) = data.get_mut(offset..offset.saturating_add(item.len())) {
                    place.copy_from_slice(item);
                }
            }
            Ok(())
        }
    }
}

/// A view of what is assigned to a slice.
fn new_source<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f> {
    if cx.bytes_kind(value).is_none() {
        return Err(protocol::bytes_required(cx, value));
    }
    new_view(cx, value)
}

/// All items of a view one after the other, as bytes.
pub(crate) fn gather<'f>(cx: &mut Context<'f>, object: Local<'f>, view: &View) -> Res<'f> {
    if !MEMORYVIEW {
        return Err(left_out(cx));
    }
    cx.charge(view.len() / 64)?;
    if view.is_contiguous() {
        let part = Part {
            start: 0,
            step: 1,
            count: view.len(),
        };
        return cx.bytes_part(object, part, false);
    }
    let mut out = cx.out();
    let row = view.row();
    for at in 0..view.span.count {
        if row == view.size {
            let bytes = raw_item(cx, object, view, at);
            cx.put(&mut out, bytes.get(..row).unwrap_or_default())?;
            continue;
        }
        // Larger than a word: the output may take memory, but nothing changes the data.
        let offset = view.row_offset(at);
        for start in (0..row).step_by(64) {
            let mut part = [0; 64];
            let count = (row - start).min(64);
            let from = offset.wrapping_add(start);
            let found = cx.view_data(object).get(from..from.saturating_add(count));
            if let (Some(found), Some(to)) = (found, part.get_mut(..count)) {
                to.copy_from_slice(found);
            }
            cx.put(&mut out, part.get(..count).unwrap_or_default())?;
        }
    }
    cx.finish_bytes(&out, false)
}

/// The same with the first dimension running quickest, as Fortran has it.
pub(crate) fn gather_columns<'f>(cx: &mut Context<'f>, object: Local<'f>, view: &View) -> Res<'f> {
    if !MEMORYVIEW || view.ndim < 2 {
        return gather(cx, object, view);
    }
    cx.charge(view.len() / 4)?;
    let mut out = cx.out();
    for at in 0..view.items() {
        // `at` in digits of the dimensions, the first lowest, and back with it highest.
        let (mut rest, mut item, mut weight) = (at, 0, view.items());
        for dimension in 0..view.ndim {
            let size = cx.view_size(object, dimension).max(1);
            weight /= size;
            item += (rest % size) * weight;
            rest /= size;
        }
        let bytes = raw_item(cx, object, view, item);
        cx.put(&mut out, bytes.get(..view.size).unwrap_or_default())?;
    }
    cx.finish_bytes(&out, false)
}

/// Whether two objects, of which one is a view, show equal items.
pub(crate) fn equal<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f, bool> {
    if !MEMORYVIEW {
        return Err(left_out(cx));
    }
    if cx.same(a, b) && cx.view(a).is_none() {
        return Ok(true);
    }
    let (Some((a, x)), Some((b, y))) = (viewed(cx, a)?, viewed(cx, b)?) else {
        return Ok(false);
    };
    let shaped = x.ndim == y.ndim
        && (0..x.ndim).all(|dimension| cx.view_size(a, dimension) == cx.view_size(b, dimension));
    // What no format can read is not equal to itself either.
    if !shaped || x.letter == b'w' || y.letter == b'w' {
        return Ok(false);
    }
    cx.charge(x.len() / 64)?;
    if x.letter == y.letter
        && matches!(x.letter, b'B' | b'b' | b'c')
        && let (Some(a), Some(b)) = (cx.buffer(a), cx.buffer(b))
    {
        return Ok(a == b);
    }
    for at in 0..x.items() {
        cx.charge(1)?;
        let same = cx.scope(|cx| {
            let left = item_at(cx, a, &x, at)?;
            let right = item_at(cx, b, &y, at)?;
            protocol::holds(cx, super::Cmp::Eq, left, right)
        })?;
        if !same {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A view of a value, which may be one, with its numbers; `None` if it was released:
/// such a view is equal to itself only.
fn viewed<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, Option<(Local<'f>, View)>> {
    let view = if cx.is(value, Kind::MemoryView) {
        value
    } else {
        new_view(cx, value)?
    };
    Ok(cx.view(view).map(|numbers| (view, numbers)))
}
