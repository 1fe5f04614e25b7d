//! `memoryview`, of one dimension: over bytes and bytearrays.

use crate::builtins::protocol::{self, memory};
use crate::features::{self, MEMORYVIEW};
use crate::object::{ClassId, Kind, Span};
use crate::vm::context::{Args, Context, Local, Res, View, item_size};
use crate::vm::native::{NativeDef, TypeDef};

/// `memoryview`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::MemoryView,
    new: Some(NativeDef::function("memoryview", "(cls, object)", new)),
    methods: features::table(MEMORYVIEW, METHODS),
    doc: crate::features::doc("Create a new memoryview object which references the given object."),
    base: false,
};

static METHODS: &[NativeDef] = &[
    NativeDef::method("__delitem__", "(self, key, /)", delitem),
    NativeDef::method("__enter__", "(self, /)", enter),
    NativeDef::method("__eq__", "(self, value, /)", eq),
    NativeDef::method("__exit__", "(self, /, *args)", release),
    NativeDef::method("__getitem__", "(self, key, /)", getitem),
    NativeDef::method("__hash__", "(self, /)", hash),
    NativeDef::method("__iter__", "(self, /)", iter),
    NativeDef::method("__len__", "(self, /)", len),
    NativeDef::method("__ne__", "(self, value, /)", ne),
    NativeDef::method("__repr__", "(self, /)", protocol::text::repr_method),
    NativeDef::method("__setitem__", "(self, key, value, /)", setitem),
    NativeDef::method("cast", "(self, /, format, shape=None)", cast),
    NativeDef::method("hex", "(self, /, sep=None, bytes_per_sep=1)", hex),
    NativeDef::method("release", "(self, /)", release),
    NativeDef::method("tobytes", "(self, /, order='C')", tobytes),
    NativeDef::method("tolist", "(self, /)", tolist),
    NativeDef::method("toreadonly", "(self, /)", toreadonly),
    NativeDef::getter("c_contiguous", contiguous),
    NativeDef::getter("contiguous", contiguous),
    NativeDef::getter("f_contiguous", contiguous),
    NativeDef::getter("format", format),
    NativeDef::getter("itemsize", itemsize),
    NativeDef::getter("nbytes", nbytes),
    NativeDef::getter("ndim", ndim),
    NativeDef::getter("obj", obj),
    NativeDef::getter("readonly", readonly),
    NativeDef::getter("shape", shape),
    NativeDef::getter("strides", strides),
    NativeDef::getter("suboffsets", suboffsets),
];

/// The numbers of the view that a method is called on.
fn own<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f, View> {
    memory::view_of(cx, args.at(0))
}

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    memory::new_view(cx, args.at(1))
}

fn delitem<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::del_item(cx, args.at(0), args.at(1))?;
    Ok(Local::NONE)
}

fn enter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    own(cx, args)?;
    Ok(args.at(0))
}

fn release<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.view_release(args.at(0));
    Ok(Local::NONE)
}

fn eq<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, args, true)
}

fn ne<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, args, false)
}

fn compare<'f>(cx: &mut Context<'f>, args: Args<'f>, wanted: bool) -> Res<'f> {
    if cx.bytes_kind(args.at(1)).is_none() {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    let equal = memory::equal(cx, args.at(0), args.at(1))?;
    Ok(Local::bool(equal == wanted))
}

fn getitem<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    memory::view_item(cx, args.at(0), args.at(1))
}

fn setitem<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    memory::view_set_item(cx, args.at(0), args.at(1), args.at(2))?;
    Ok(Local::NONE)
}

fn hash<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let hash = protocol::hash(cx, args.at(0))?;
    cx.int(hash as i64)
}

fn iter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::iter(cx, args.at(0))
}

fn len<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let view = own(cx, args)?;
    cx.size(view.span.count)
}

fn cast<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let view = own(cx, args)?;
    let format = args.at(1);
    let Some(text) = cx.str_bytes(format) else {
        let found = cx.type_name(format);
        return Err(cx.type_error(format_args!(
            "cast() argument 'format' must be str, not {found}"
        )));
    };
    if !view.is_contiguous() {
        return Err(cx.type_error(format_args!(
            "memoryview: casts are restricted to C-contiguous views"
        )));
    }
    let (native, letter) = match text {
        [b'@', letter] => (true, *letter),
        [letter] => (false, *letter),
        _ => (false, 0),
    };
    let size = item_size(letter);
    if size == 0 {
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
    if view.len() % size != 0 {
        return Err(cx.type_error(format_args!(
            "memoryview: length is not a multiple of itemsize"
        )));
    }
    let count = view.len() / size;
    if let Some(shape) = args.get(cx, 2).filter(|&shape| !cx.is_none(shape)) {
        check_shape(cx, shape, count)?;
    }
    let span = Span {
        start: view.span.start,
        count,
        stride: size as isize,
    };
    let view = View {
        span,
        letter,
        native,
        size,
        ..view
    };
    memory::same_object(cx, args.at(0), view)
}

/// A shape must be the one there is: views have one dimension.
fn check_shape<'f>(cx: &mut Context<'f>, shape: Local<'f>, count: usize) -> Res<'f, ()> {
    let plain = cx.plain(shape);
    if !matches!(cx.kind(plain), Some(Kind::List | Kind::Tuple)) {
        return Err(cx.type_error(format_args!("shape must be a list or a tuple")));
    }
    if cx.seq_len(plain) != 1 {
        return Err(cx.raise(
            ClassId::NotImplementedError,
            format_args!("memoryview: only one dimension is supported"),
        ));
    }
    let Some(only) = cx.seq_get(plain, 0) else {
        return Ok(());
    };
    if !cx.is_int(only) {
        return Err(cx.type_error(format_args!(
            "memoryview.cast(): elements of shape must be integers"
        )));
    }
    match cx.as_int(only) {
        Some(only) if only > 0 => {
            if usize::try_from(only) == Ok(count) {
                return Ok(());
            }
            Err(cx.type_error(format_args!(
                "memoryview: product(shape) * itemsize != buffer size"
            )))
        }
        _ => Err(cx.value_error(format_args!(
            "memoryview.cast(): elements of shape must be integers > 0"
        ))),
    }
}

fn hex<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let view = own(cx, args)?;
    let bytes = memory::gather(cx, args.at(0), &view)?;
    let data = cx.as_bytes(bytes).unwrap_or_default();
    super::bytes::hex_of(cx, args, data)
}

fn tobytes<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let view = own(cx, args)?;
    if let Some(order) = args.get(cx, 1).filter(|&order| !cx.is_none(order)) {
        match cx.str_bytes(order) {
            Some(b"C" | b"F" | b"A") => {}
            Some(_) => {
                return Err(cx.value_error(format_args!("order must be 'C', 'F' or 'A'")));
            }
            None => {
                let found = cx.type_name(order);
                return Err(cx.type_error(format_args!(
                    "tobytes() argument 'order' must be str or None, not {found}"
                )));
            }
        }
    }
    memory::gather(cx, args.at(0), &view)
}

fn tolist<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let view = own(cx, args)?;
    let list = cx.list_with_capacity(0)?;
    for at in 0..view.span.count {
        cx.charge(1)?;
        cx.scope(|cx| {
            let item = memory::item_at(cx, args.at(0), &view, at)?;
            cx.list_push(list, item)
        })?;
    }
    Ok(list)
}

fn toreadonly<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let view = own(cx, args)?;
    let view = View {
        readonly: true,
        ..view
    };
    memory::same_object(cx, args.at(0), view)
}

fn contiguous<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    own(cx, args).map(|view| Local::bool(view.is_contiguous()))
}

fn format<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let view = own(cx, args)?;
    let text = [b'@', view.letter];
    cx.wtf8(text.get(usize::from(!view.native)..).unwrap_or_default())
}

fn itemsize<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let view = own(cx, args)?;
    cx.size(view.size)
}

fn nbytes<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let view = own(cx, args)?;
    cx.size(view.len())
}

fn ndim<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    own(cx, args)?;
    cx.int(1)
}

fn obj<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.view_objects(args.at(0)) {
        Some((owner, _)) => Ok(owner),
        None => Err(memory::released(cx)),
    }
}

fn readonly<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    own(cx, args).map(|view| Local::bool(view.readonly))
}

fn shape<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let view = own(cx, args)?;
    let count = cx.size(view.span.count)?;
    cx.tuple(&[count])
}

fn strides<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let view = own(cx, args)?;
    let stride = cx.int(view.span.stride as i64)?;
    cx.tuple(&[stride])
}

fn suboffsets<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    own(cx, args)?;
    cx.tuple(&[])
}
