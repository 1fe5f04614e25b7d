//! Classes of native modules: what their authors describe, and the types made of it.
//!
//! A [`Class`] is a `static` outside of core. The VM makes a type of it when it is first
//! asked for, much as a `class` statement would: instances have a shape, hold `fields`
//! values in fixed places before those of the shape, and derive from it as from a
//! script's class. What differs: its methods are natives, put into the type's dict at
//! the first look-up; scripts cannot change it; and an iterator's step is reached without
//! a look-up (`TypeObj::step`).
//!
//! # Safety
//! The raw layer's contract (`heap`). `TypeObj::native` is null or points to a `static`.

use crate::object::*;
use crate::value::Raw;
use crate::vm::boot::pattern_flags;
use crate::vm::call::{Window, named};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::NativeDef;
use crate::vm::shapes::new_root;
use crate::vm::types::{make_class, slots};

/// One step of an iterator of a native class: its next item, or `None` at the end.
pub type StepFn = for<'f> fn(&mut Context<'f>, Local<'f>) -> Res<'f, Option<Local<'f>>>;

/// How many items an instance of a native class has.
pub type LenFn = for<'f> fn(&mut Context<'f>, Local<'f>) -> usize;

/// What a native class derives from.
#[derive(Clone, Copy)]
pub enum Base {
    /// `object`.
    Object,
    /// A built-in type, by its name: instances are such values, with fields besides.
    BuiltIn(&'static str),
    /// Another native class, whose fields come first.
    Class(&'static Class),
}

/// A class of a native module, whose instances hold values and data of Rust.
///
/// It must be a `static` (its address is its identity); fields that are not needed come
/// from [`Class::PLAIN`]:
///
/// ```
/// use miniscript_core::{Args, Class, Context, Local, NativeDef, Res};
///
/// static PAIR: Class = Class {
///     name: "example.Pair",
///     fields: 2,
///     methods: &[
///         NativeDef::constructor("(cls, left, right, /)", new),
///         NativeDef::method("swapped", "(self, /)", swapped),
///     ],
///     ..Class::PLAIN
/// };
///
/// fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
///     cx.instance(args.at(0), &[args.at(1), args.at(2)])
/// }
///
/// fn swapped<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
///     let class = cx.class_of(&PAIR)?;
///     let (left, right) = (cx.field(args.at(0), 0), cx.field(args.at(0), 1));
///     cx.instance(class, &[right, left])
/// }
/// ```
///
/// A method finds its object in `args.at(0)`; it is an instance of the class or of one
/// derived from it. Values are read by `Context::field` and written by
/// `Context::set_field`, data of Rust by `Context::payload` and `Context::set_payload`.
/// Without a [constructor](NativeDef::constructor) scripts cannot make instances. What
/// makes them gets the class that is being called and hands it to `Context::instance`.
#[derive(Clone, Copy)]
pub struct Class {
    /// Its name behind its module's, as errors show it: `"itertools.count"`.
    pub name: &'static str,
    /// Its docstring.
    pub doc: &'static str,
    /// What it derives from.
    pub base: Base,
    /// Values that each instance holds, besides those of the base.
    pub fields: u16,
    /// Constructor, methods, getters.
    pub methods: &'static [NativeDef],
    /// Iterators: how they go on. `__iter__` and `__next__` come from this.
    pub next: Option<StepFn>,
    /// Containers: how many items there are. `__len__` comes from this.
    pub len: Option<LenFn>,
    /// Whether scripts may derive from it.
    pub derivable: bool,
    /// Whether instances have a `__dict__`.
    pub attributes: bool,
    /// Whether instances take weak references.
    pub weak: bool,
    /// Whether instances are bytes-like: field 0 is a bytearray with their data, field 1
    /// the letter of their items' format, an int.
    pub bytes: bool,
}

impl Class {
    /// A class without anything: for the fields that a description leaves out.
    pub const PLAIN: Class = Class {
        name: "",
        doc: "",
        base: Base::Object,
        fields: 0,
        methods: &[],
        next: None,
        len: None,
        derivable: true,
        attributes: false,
        weak: false,
        bytes: false,
    };

    /// Its own methods, with those that an iterator gets.
    pub(crate) fn all_methods(&'static self) -> impl Iterator<Item = &'static NativeDef> {
        let iterator: &'static [NativeDef] = match self.next {
            Some(_) => ITERATOR,
            None => &[],
        };
        let sized: &'static [NativeDef] = match self.len {
            Some(_) => SIZED,
            None => &[],
        };
        iterator.iter().chain(sized).chain(self.methods)
    }

    /// Whether its instances are bytes-like.
    pub(crate) fn exports(&self) -> bool {
        self.bytes || matches!(self.base, Base::Class(base) if base.exports())
    }

    /// Whether it has a method of its own by this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.methods.iter().any(|method| method.name == name)
    }

    /// How its instances go on, by itself or by a base.
    pub(crate) fn step(&self) -> Option<StepFn> {
        match (self.next, self.base) {
            (None, Base::Class(base)) => base.step(),
            (next, _) => next,
        }
    }

    /// How many items its instances have, by itself or by a base.
    pub(crate) fn length(&self) -> Option<LenFn> {
        match (self.len, self.base) {
            (None, Base::Class(base)) => base.length(),
            (len, _) => len,
        }
    }

    /// Fields of an instance, the bases' among them.
    pub(crate) fn total_fields(&self) -> usize {
        let base = match self.base {
            Base::Class(base) => base.total_fields(),
            _ => 0,
        };
        base + usize::from(self.fields)
    }

    /// Whether it is `other` or derives from it.
    pub(crate) fn is(&self, other: &Class) -> bool {
        core::ptr::eq(self, other) || matches!(self.base, Base::Class(base) if base.is(other))
    }
}

/// The type that a VM has made of a class.
pub(crate) struct NativeClass {
    class: *const Class,
    pub(crate) ty: *mut TypeObj,
}

static ITERATOR: &[NativeDef] = &[
    NativeDef::method("__iter__", "(self, /)", itself),
    NativeDef::method("__next__", "(self, /)", next),
];

static SIZED: &[NativeDef] = &[NativeDef::method("__len__", "(self, /)", len)];

fn itself<'f>(_: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(args.at(0))
}

/// The native step, also where a script's class has a `__next__` of its own.
fn next<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let class = cx.native_class(args.at(0));
    let item = match class.and_then(Class::step) {
        Some(step) => step(cx, args.at(0))?,
        None => None,
    };
    match item {
        Some(item) => Ok(item),
        None => Err(cx.raise_empty(ClassId::StopIteration)),
    }
}

/// The native length, also where a script's class has a `__len__` of its own.
fn len<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let class = cx.native_class(args.at(0));
    let count = match class.and_then(Class::length) {
        Some(len) => len(cx, args.at(0)),
        None => 0,
    };
    cx.int(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Whether a value is the `__next__` that stands for a class's step.
///
/// # Safety
/// The value is live.
pub(crate) unsafe fn is_own_next(raw: Raw) -> bool {
    is_one_of(raw, ITERATOR)
}

/// Whether a value is the `__len__` that stands for a class's length.
///
/// # Safety
/// The value is live.
pub(crate) unsafe fn is_own_len(raw: Raw) -> bool {
    is_one_of(raw, SIZED)
}

unsafe fn is_one_of(raw: Raw, defs: &[NativeDef]) -> bool {
    is_kind(raw, Kind::Native)
        && defs
            .iter()
            .any(|def| core::ptr::eq((*raw.ptr::<NativeObj>()).def, def))
}

/// Whether a native belongs to a native class.
///
/// # Safety
/// The native is live.
#[inline]
pub(crate) unsafe fn owns(native: *mut NativeObj) -> bool {
    let owner = (*native).owner;
    is_kind(owner, Kind::Type) && (*owner.ptr::<TypeObj>()).flags & TypeFlags::NATIVE != 0
}

/// Whether a value is a native that belongs to a native class.
///
/// # Safety
/// The value is live.
#[inline]
pub(crate) unsafe fn is_own(raw: Raw) -> bool {
    is_kind(raw, Kind::Native) && owns(raw.ptr())
}

/// What the constructor of a native class gets of the arguments that a script's
/// `__init__` gets, too: those it has no names for are not its own.
///
/// # Safety
/// As `call::Window` says; the value is live.
pub(crate) unsafe fn positional(new: Raw, window: Window) -> Window {
    if window.names.is_unbound() || !(is_own(new) || is_adapter(new)) {
        return window;
    }
    let sig = (*(*new.ptr::<NativeObj>()).def).sig;
    if sig.varkw || sig.kwonly > 0 || sig.posonly.max(1) < sig.positional {
        return window;
    }
    Window {
        argc: window.argc - named(window.names),
        names: Raw::UNBOUND,
        ..window
    }
}

/// Whether a value is the constructor of `filter`, `map` or the like.
unsafe fn is_adapter(new: Raw) -> bool {
    if !is_kind(new, Kind::Native) {
        return false;
    }
    let owner = (*new.ptr::<NativeObj>()).owner;
    is_kind(owner, Kind::Type)
        && matches!(
            (*owner.ptr::<TypeObj>()).id,
            ClassId::Map | ClassId::Filter | ClassId::Reversed
        )
}

/// Whether what a native class finds as its `__new__` is only what `object` has.
///
/// # Safety
/// The value is live.
pub(crate) unsafe fn is_closed(new: Option<Raw>) -> bool {
    let Some(new) = new.filter(|&new| is_kind(new, Kind::Native)) else {
        return new.is_none();
    };
    let owner = (*new.ptr::<NativeObj>()).owner;
    is_kind(owner, Kind::Type) && (*owner.ptr::<TypeObj>()).id == ClassId::Object
}

/// The native class that a class with these bases derives from: the one that derives
/// from the others, where there are several.
///
/// # Safety
/// `bases` is a live tuple of types.
pub(crate) unsafe fn nearest(bases: Raw) -> *const Class {
    let mut found: *const Class = core::ptr::null();
    for base in TupleObj::slice(bases.ptr()) {
        let native = (*base.ptr::<TypeObj>()).native;
        let better = match (native.as_ref(), found.as_ref()) {
            (Some(native), Some(found)) => native.is(found),
            (native, _) => native.is_some(),
        };
        if better {
            found = native;
        }
    }
    found
}

/// The type of a class in this VM, made when it is first asked for.
pub(crate) fn type_of<'f>(cx: &mut Context<'f>, class: &'static Class) -> Res<'f> {
    let vm = cx.vm();
    // SAFETY: types that have been made live as long as the VM.
    unsafe {
        let made = &(*vm).native_classes;
        let known = made.iter().find(|made| core::ptr::eq(made.class, class));
        if let Some(ty) = known.map(|made| made.ty) {
            return Ok(cx.root(Raw::from_ptr(ty)));
        }
    }
    cx.scope_local(|cx| make(cx, class))
}

#[cold]
fn make<'f>(cx: &mut Context<'f>, class: &'static Class) -> Res<'f> {
    let base = match class.base {
        Base::Object => Some(cx.class_object(ClassId::Object)),
        Base::BuiltIn(name) => cx.hidden_type(name),
        Base::Class(base) => Some(type_of(cx, base)?),
    };
    let Some(base) = base else {
        let name = class.name;
        return Err(cx.raise(
            ClassId::SystemError,
            format_args!("the base of native class '{name}' is unknown"),
        ));
    };
    let (name, bases, namespace) = (cx.name(class.name)?, cx.tuple(&[base])?, cx.dict()?);
    let metaclass = cx.class_object(ClassId::Type);
    let ty = make_class(cx, metaclass, name, bases, namespace)?;
    let vm = cx.vm();
    // SAFETY: the type is rooted and nobody else knows it yet; the new root shape is
    // stored before anything can collect.
    unsafe {
        let object: *mut TypeObj = cx.raw(ty).ptr();
        if !(*object).layout.has_shape() {
            let name = class.name;
            return Err(cx.raise(
                ClassId::SystemError,
                format_args!("the base of native class '{name}' has no room for fields"),
            ));
        }
        let mut flags = (*object).flags & !(TypeFlags::READY | TypeFlags::BASE);
        flags |= TypeFlags::HEAP | TypeFlags::NATIVE | pattern_flags(class.name);
        for (wanted, flag) in [
            (class.derivable, TypeFlags::BASE),
            (!class.attributes, TypeFlags::NO_DICT),
            (!class.weak, TypeFlags::NO_WEAKREF),
        ] {
            if wanted {
                flags |= flag;
            }
        }
        cx.alloc_unit(|_| {
            (*vm)
                .native_classes
                .try_reserve(1)
                .map_err(|_| crate::heap::OutOfMemory)
        })?;
        slots::reserve(object, (*object).slotted, class.fields);
        let root = cx.alloc(|_| new_root(vm, object).map(Raw::from_ptr))?;
        (*object).root = cx.raw(root).ptr();
        (*vm).heap.barrier(object, cx.raw(root));
        // Its docstring is in the description.
        DictObj::clear(&mut (*vm).heap, (*object).dict);
        (*object).native = class;
        (*object).step = class.step();
        (*object).len = class.length();
        (*object).flags = flags;
        (*object).version = 0;
        (*vm).native_classes.push(NativeClass { class, ty: object });
    }
    Ok(ty)
}
