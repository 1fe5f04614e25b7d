//! `memoryview.cast`: other formats, and shapes. A cast joins all dimensions into one or
//! makes many of one.

use crate::builtins::protocol::{codec, memory};
use crate::object::{ClassId, Kind, Span};
use crate::vm::context::{Args, Context, Local, Res, View, item_size};
use alloc::vec::Vec;

/// CPython's limit.
const MOST_DIMENSIONS: usize = 64;

/// `memoryview.cast(format, shape)`.
pub(super) fn cast<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let format = args.at(1);
    if cx.str_bytes(format).is_none() {
        let found = cx.type_name(format);
        return Err(cx.type_error(format_args!(
            "cast() argument 'format' must be str, not {found}"
        )));
    }
    let of = args.at(0);
    let view = memory::view_of(cx, of)?;
    if !view.is_contiguous() {
        return Err(cx.type_error(format_args!(
            "memoryview: casts are restricted to C-contiguous views"
        )));
    }
    let shape = args.get(cx, 2);
    if (shape.is_some() || view.ndim != 1) && view.items() == 0 {
        return Err(cx.type_error(format_args!(
            "memoryview: cannot cast view with zeros in shape or strides"
        )));
    }
    let shape = match shape {
        Some(shape) => Some(shape_given(cx, shape, &view)?),
        None => None,
    };
    let (letter, native) = format_given(cx, format, &view)?;
    let size = item_size(letter);
    if view.len() % size != 0 {
        return Err(cx.type_error(format_args!(
            "memoryview: length is not a multiple of itemsize"
        )));
    }
    let line = View {
        span: Span {
            start: view.span.start,
            count: view.len() / size,
            stride: size as isize,
        },
        letter,
        native,
        size,
        ndim: 1,
        inner: 1,
        ..view
    };
    let sizes = match shape {
        Some(shape) => sizes_of(cx, shape, &line)?,
        None => Vec::new(),
    };
    shaped(cx, of, line, shape.map(|_| &*sizes))
}

/// A view of the line's items in a shape, which has as many.
fn shaped<'f>(cx: &mut Context<'f>, of: Local<'f>, line: View, sizes: Option<&[usize]>) -> Res<'f> {
    let Some((owner, object)) = cx.view_objects(of) else {
        return Err(memory::released(cx));
    };
    match sizes {
        None | Some([_]) => cx.new_view(owner, object, None, line),
        Some([]) => cx.new_view(owner, object, None, View { ndim: 0, ..line }),
        Some(&[count, ref rest @ ..]) => {
            let bytes: Vec<u8> = rest
                .iter()
                .flat_map(|&size| (size as u64).to_le_bytes())
                .collect();
            let rest = cx.bytes(&bytes)?;
            let inner = line.span.count / count.max(1);
            let view = View {
                span: Span {
                    count,
                    stride: line.size.saturating_mul(inner) as isize,
                    ..line.span
                },
                ndim: sizes.map_or(1, <[usize]>::len),
                inner,
                ..line
            };
            cx.new_view(owner, object, Some(rest), view)
        }
    }
}

/// The letter of a format and whether it has an `@`.
fn format_given<'f>(cx: &mut Context<'f>, format: Local<'f>, view: &View) -> Res<'f, (u8, bool)> {
    let text = cx.str_bytes(format).unwrap_or_default();
    if !text.is_ascii() {
        let ascii = cx.str("ascii")?;
        codec::encode(cx, format, Some(ascii), None)?;
    }
    // As C reads it: to the first NUL.
    let text = text.split(|&byte| byte == 0).next().unwrap_or_default();
    let (native, letter) = match text {
        [b'@', letter] => (true, *letter),
        [letter] => (false, *letter),
        _ => (false, 0),
    };
    if letter == b'w' || item_size(letter) == 0 {
        return Err(cx.value_error(format_args!(
            "memoryview: destination format must be a native single character format prefixed with \
             an optional '@'"
        )));
    }
    let is_byte = |letter| matches!(letter, b'b' | b'B' | b'c');
    if !is_byte(letter) && !is_byte(view.letter) {
        return Err(cx.type_error(format_args!(
            "memoryview: cannot cast between two non-byte formats"
        )));
    }
    Ok((letter, native))
}

/// A shape as a list or tuple of so many sizes as can be.
fn shape_given<'f>(cx: &mut Context<'f>, shape: Local<'f>, view: &View) -> Res<'f, Local<'f>> {
    let plain = cx.plain(shape);
    if !matches!(cx.kind(plain), Some(Kind::List | Kind::Tuple)) {
        return Err(cx.type_error(format_args!("shape must be a list or a tuple")));
    }
    let ndim = cx.seq_len(plain);
    if ndim > MOST_DIMENSIONS {
        return Err(cx.value_error(format_args!(
            "memoryview: number of dimensions must not exceed {MOST_DIMENSIONS}"
        )));
    }
    if view.ndim != 1 && ndim != 1 {
        return Err(cx.type_error(format_args!(
            "memoryview: cast must be 1D -> ND or ND -> 1D"
        )));
    }
    Ok(plain)
}

/// The sizes of a shape, which make all items of the line.
fn sizes_of<'f>(cx: &mut Context<'f>, shape: Local<'f>, line: &View) -> Res<'f, Vec<usize>> {
    let mut sizes = Vec::new();
    let mut product = line.size as i64;
    for at in 0..cx.seq_len(shape).min(MOST_DIMENSIONS) {
        let Some(item) = cx.seq_get(shape, at) else {
            break;
        };
        let item = cx.plain(item);
        if !cx.is_int(item) {
            return Err(cx.type_error(format_args!(
                "memoryview.cast(): elements of shape must be integers"
            )));
        }
        let Some(size) = cx.as_int(item) else {
            return Err(cx.raise(
                ClassId::OverflowError,
                format_args!("Python int too large to convert to C ssize_t"),
            ));
        };
        if size <= 0 {
            return Err(cx.value_error(format_args!(
                "memoryview.cast(): elements of shape must be integers > 0"
            )));
        }
        let Some(all) = product.checked_mul(size) else {
            return Err(cx.value_error(format_args!(
                "memoryview.cast(): product(shape) > SSIZE_MAX"
            )));
        };
        product = all;
        sizes.push(usize::try_from(size).unwrap_or(usize::MAX));
    }
    if usize::try_from(product) != Ok(line.len()) {
        return Err(cx.type_error(format_args!(
            "memoryview: product(shape) * itemsize != buffer size"
        )));
    }
    Ok(sizes)
}
