//! `memoryview`, over bytes and bytearrays, of any dimensions.

use crate::builtins::protocol::{self, memory};
use crate::features::{self, MEMORYVIEW};
use crate::object::ClassId;
use crate::vm::context::{Args, Context, Local, Res, View};
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
    NativeDef::method(
        "cast",
        "(self, /, format, shape=None)",
        super::memoryview_cast::cast,
    ),
    NativeDef::method("hex", "(self, /, sep=None, bytes_per_sep=1)", hex),
    NativeDef::method("release", "(self, /)", release),
    NativeDef::method("tobytes", "(self, /, order='C')", tobytes),
    NativeDef::method("tolist", "(self, /)", tolist),
    NativeDef::method("toreadonly", "(self, /)", toreadonly),
    NativeDef::getter("c_contiguous", c_contiguous),
    NativeDef::getter("contiguous", contiguous),
    NativeDef::getter("f_contiguous", f_contiguous),
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
            Some(b"F") => return memory::gather_columns(cx, args.at(0), &view),
            // Views that lie in Fortran's order, and in no other, have one column: their
            // bytes are the same either way.
            Some(b"C" | b"A") => {}
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
    if view.ndim == 0 {
        return memory::item_at(cx, args.at(0), &view, 0);
    }
    let mut next = 0;
    list_of(cx, args.at(0), &view, 0, &mut next)
}

/// The lists of a dimension, whose items come after those that were taken.
fn list_of<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    view: &View,
    dimension: usize,
    next: &mut usize,
) -> Res<'f> {
    let list = cx.list_with_capacity(0)?;
    for _ in 0..cx.view_size(object, dimension) {
        cx.charge(1)?;
        cx.scope(|cx| {
            let item = if dimension + 1 < view.ndim {
                list_of(cx, object, view, dimension + 1, next)?
            } else {
                let at = *next;
                *next += 1;
                memory::item_at(cx, object, view, at)?
            };
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
    let view = own(cx, args)?;
    let either = view.is_contiguous() || by_columns(cx, args.at(0), &view);
    Ok(Local::bool(either))
}

fn c_contiguous<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    own(cx, args).map(|view| Local::bool(view.is_contiguous()))
}

fn f_contiguous<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let view = own(cx, args)?;
    Ok(Local::bool(by_columns(cx, args.at(0), &view)))
}

/// Whether the items lie side by side in Fortran's order.
fn by_columns<'f>(cx: &Context<'f>, object: Local<'f>, view: &View) -> bool {
    if view.ndim < 2 {
        return view.is_contiguous();
    }
    let mut wanted = view.size;
    view.items() == 0
        || (0..view.ndim).all(|dimension| {
            let size = cx.view_size(object, dimension);
            let stride = stride_of(cx, object, view, dimension);
            let fits = size <= 1 || usize::try_from(stride) == Ok(wanted);
            wanted = wanted.saturating_mul(size);
            fits
        })
}

/// Bytes from one step of a dimension to the next.
fn stride_of<'f>(cx: &Context<'f>, object: Local<'f>, view: &View, dimension: usize) -> isize {
    if dimension == 0 {
        return view.span.stride;
    }
    let inner = (dimension + 1..view.ndim).map(|inner| cx.view_size(object, inner));
    inner.fold(view.size as isize, |stride, size| {
        stride.wrapping_mul(size as isize)
    })
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
    let view = own(cx, args)?;
    cx.size(view.ndim)
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
    dimensions(cx, &view, |cx, dimension| {
        let size = cx.view_size(args.at(0), dimension);
        cx.size(size)
    })
}

fn strides<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let view = own(cx, args)?;
    dimensions(cx, &view, |cx, dimension| {
        let stride = stride_of(cx, args.at(0), &view, dimension);
        cx.int(stride as i64)
    })
}

/// A tuple of a number for each dimension.
fn dimensions<'f>(
    cx: &mut Context<'f>,
    view: &View,
    mut number: impl FnMut(&mut Context<'f>, usize) -> Res<'f>,
) -> Res<'f> {
    let mut numbers = alloc::vec::Vec::with_capacity(view.ndim);
    for dimension in 0..view.ndim {
        numbers.push(number(cx, dimension)?);
    }
    cx.tuple(&numbers)
}

fn suboffsets<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    own(cx, args)?;
    cx.tuple(&[])
}
