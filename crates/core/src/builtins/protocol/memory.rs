//! Memoryviews as sequences: items by format, slices, equality. A view of a bytearray
//! can be written through. Views are of one dimension.

use super::slices::{index_of, place};
use crate::builtins::protocol;
use crate::features::MEMORYVIEW;
use crate::object::{ClassId, IntValue, Kind, Span};
use crate::vm::context::{Context, Error, Local, Part, Res, View, item_size};
use num_traits::ToPrimitive;

#[cold]
fn left_out<'f>(cx: &mut Context<'f>) -> Error<'f> {
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
        };
        return cx.new_view(object, array, view);
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
    };
    cx.new_view(object, object, view)
}

/// Another view of what `of` shows.
pub(crate) fn same_object<'f>(cx: &mut Context<'f>, of: Local<'f>, view: View) -> Res<'f> {
    if !MEMORYVIEW {
        return Err(left_out(cx));
    }
    match cx.view_objects(of) {
        Some((owner, object)) => cx.new_view(owner, object, view),
        None => Err(released(cx)),
    }
}

/// The bytes of item `at`, which exists, and how many there are.
fn raw_item<'f>(cx: &Context<'f>, object: Local<'f>, view: &View, at: usize) -> [u8; 8] {
    let mut bytes = [0; 8];
    let offset = view.offset(at);
    let found = cx
        .view_data(object)
        .get(offset..offset.saturating_add(view.size))
        .unwrap_or_default();
    for (to, from) in bytes.iter_mut().zip(found) {
        *to = *from;
    }
    bytes
}

/// Item `at` of a view, which exists.
pub(crate) fn item_at<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    view: &View,
    at: usize,
) -> Res<'f> {
    if !MEMORYVIEW {
        return Err(left_out(cx));
    }
    let bytes = raw_item(cx, object, view, at);
    let word = u64::from_le_bytes(bytes);
    match view.letter {
        b'c' => cx.bytes(bytes.get(..1).unwrap_or_default()),
        b'?' => Ok(Local::bool(word != 0)),
        b'b' => cx.int(i64::from(word as i8)),
        b'h' => cx.int(i64::from(word as i16)),
        b'i' => cx.int(i64::from(word as i32)),
        b'l' | b'q' | b'n' => cx.int(word as i64),
        b'f' => Ok(cx.float(f64::from(f32::from_bits(word as u32)))),
        b'd' => Ok(cx.float(f64::from_bits(word))),
        _ => match i64::try_from(word) {
            Ok(word) => cx.int(word),
            Err(_) => cx.big(&num_bigint::BigInt::from(word)),
        },
    }
}

/// What a subscript of a view means.
enum Key<'f> {
    Item(usize),
    Slice(Local<'f>),
}

fn key_of<'f>(cx: &mut Context<'f>, object: Local<'f>, key: Local<'f>) -> Res<'f, Key<'f>> {
    if cx.is(key, Kind::Slice) {
        return Ok(Key::Slice(key));
    }
    let plain = cx.plain(key);
    let key = if cx.is(plain, Kind::Tuple) {
        match cx.tuple_len(plain) {
            1 => match cx.tuple_get(plain, 0) {
                Some(only) if protocol::has_index(cx, only) => only,
                _ => return Err(invalid_key(cx)),
            },
            0 => {
                return Err(cx.raise(
                    ClassId::NotImplementedError,
                    format_args!("sub-views are not implemented"),
                ));
            }
            count => {
                return Err(cx.type_error(format_args!(
                    "cannot index 1-dimension view with {count}-element tuple"
                )));
            }
        }
    } else {
        key
    };
    let Some(index) = index_of(cx, key)? else {
        return Err(invalid_key(cx));
    };
    // `__index__` may have released the view.
    let view = view_of(cx, object)?;
    match place(index, view.span.count) {
        Some(at) => Ok(Key::Item(at)),
        None => Err(cx.raise(
            ClassId::IndexError,
            format_args!("index out of bounds on dimension 1"),
        )),
    }
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
    view_of(cx, object)?;
    match key_of(cx, object, key)? {
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
            start: view.offset(first),
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
    match key_of(cx, object, key)? {
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
            if from.letter != to.letter || from.span.count != to.span.count {
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
    for at in 0..view.span.count {
        let bytes = raw_item(cx, object, view, at);
        cx.put(&mut out, bytes.get(..view.size).unwrap_or_default())?;
    }
    cx.finish_bytes(&out, false)
}

/// A value in a format, little-endian.
fn packed<'f>(cx: &mut Context<'f>, letter: u8, value: Local<'f>) -> Res<'f, [u8; 8]> {
    let wrong_type = |cx: &mut Context<'f>| {
        let letter = char::from(letter);
        cx.type_error(format_args!(
            "memoryview: invalid type for format '{letter}'"
        ))
    };
    let wrong_value = |cx: &mut Context<'f>| {
        let letter = char::from(letter);
        cx.value_error(format_args!(
            "memoryview: invalid value for format '{letter}'"
        ))
    };
    match letter {
        b'c' => match cx.as_bytes(value) {
            Some(&[byte]) => Ok(u64::from(byte).to_le_bytes()),
            Some(_) => Err(wrong_value(cx)),
            None => Err(wrong_type(cx)),
        },
        b'?' => Ok(u64::from(protocol::truth(cx, value)?).to_le_bytes()),
        b'f' | b'd' => {
            let float = match protocol::float_of(cx, value) {
                Ok(float) => float,
                Err(error) if cx.error_is(&error, ClassId::TypeError) => {
                    return Err(wrong_type(cx));
                }
                Err(error) => return Err(error),
            };
            Ok(if letter == b'd' {
                float.to_le_bytes()
            } else {
                u64::from((float as f32).to_bits()).to_le_bytes()
            })
        }
        _ => {
            let int = match protocol::index(cx, value) {
                Ok(int) => int,
                Err(error) if cx.error_is(&error, ClassId::TypeError) => {
                    return Err(wrong_type(cx));
                }
                Err(error) => return Err(error),
            };
            let word = match cx.int_value(int) {
                Some(IntValue::Word(word)) => i128::from(word),
                Some(IntValue::Big(big)) => big.to_i128().unwrap_or(i128::MAX),
                None => return Err(wrong_type(cx)),
            };
            if !range_of(letter).contains(&word) {
                return Err(wrong_value(cx));
            }
            Ok((word as u64).to_le_bytes())
        }
    }
}

/// The ints that a format has.
fn range_of(letter: u8) -> core::ops::RangeInclusive<i128> {
    match letter {
        b'b' => -0x80..=0x7f,
        b'B' => 0..=0xff,
        b'h' => -0x8000..=0x7fff,
        b'H' => 0..=0xffff,
        b'i' => i128::from(i32::MIN)..=i128::from(i32::MAX),
        b'I' => 0..=i128::from(u32::MAX),
        b'l' | b'q' | b'n' => i128::from(i64::MIN)..=i128::from(i64::MAX),
        _ => 0..=i128::from(u64::MAX),
    }
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
    if x.span.count != y.span.count {
        return Ok(false);
    }
    cx.charge(x.len() / 64)?;
    if x.letter == y.letter
        && matches!(x.letter, b'B' | b'b' | b'c')
        && let (Some(a), Some(b)) = (cx.buffer(a), cx.buffer(b))
    {
        return Ok(a == b);
    }
    for at in 0..x.span.count {
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
