//! Attribute access: where a name is found and how what is found is bound.
//!
//! [`resolve`] runs no script. Where Python would call one (a property's getter,
//! `__get__`, `__getattr__`) it says what to call, so that an instruction can
//! push a frame and only natives call back.
//!
//! # Safety
//! The raw layer's contract (`heap`). `name` is an interned str of this VM, values
//! are its own, and what is found is used or rooted before anything may collect.

pub(in crate::vm) mod absent;
mod store;

pub(crate) use absent::missing;
use absent::refused;
pub(crate) use store::{set, set_plain, set_through};

use crate::builtins::types::property;
use crate::heap::OutOfMemory;
use crate::object::*;
use crate::value::Raw;
use crate::vm::call;
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{Call, NativeDef};
use crate::vm::state::State;
use crate::vm::types;

/// So deep may class methods lie in each other and still be looked through.
const WRAPPED: usize = 10_000;

/// What an attribute look-up comes to.
pub(crate) enum Found {
    /// The value.
    Value(Raw),
    /// A function and the object it is to be bound to: `R[a], R[a+1]` of LoadMethod.
    Method { function: Raw, this: Raw },
    /// Call `function(args)` for the value; `fallback`: AttributeError from it
    /// tries `__getattr__` (an own `__getattribute__`).
    Call {
        function: Raw,
        args: [Raw; 3],
        count: usize,
    },
    /// There is no such attribute.
    Missing,
    /// Memory ran out.
    NoMemory,
}

/// How a class attribute takes part in access through an instance.
enum Descriptor {
    /// A plain value.
    None,
    /// Bound when read, hidden by the instance's own attributes.
    NonData,
    /// Wins over the instance's own attributes.
    Data,
}

unsafe fn descriptor(vm: *mut State, raw: Raw) -> Descriptor {
    let Some(kind) = kind_of(raw) else {
        return Descriptor::None;
    };
    match kind {
        Kind::Function | Kind::ClassMethod | Kind::StaticMethod | Kind::Super => {
            Descriptor::NonData
        }
        Kind::Property => Descriptor::Data,
        Kind::Record if types::slots::is_member(raw) => Descriptor::Data,
        Kind::Native => {
            let flags = (*(*raw.ptr::<NativeObj>()).def).flags;
            if !(*raw.ptr::<NativeObj>()).this.is_unbound() {
                Descriptor::None
            } else if flags & NativeDef::GETTER != 0 {
                Descriptor::Data
            } else if flags & (NativeDef::METHOD | NativeDef::CLASS) != 0 {
                Descriptor::NonData
            } else {
                Descriptor::None
            }
        }
        Kind::Instance | Kind::Derived => {
            let ty = (*vm).type_of(raw);
            let (set, delete, get) = ((*vm).names.set, (*vm).names.delete, (*vm).names.get);
            if types::lookup(vm, ty, set).is_some() || types::lookup(vm, ty, delete).is_some() {
                Descriptor::Data
            } else if types::lookup(vm, ty, get).is_some() {
                Descriptor::NonData
            } else {
                Descriptor::None
            }
        }
        _ => Descriptor::None,
    }
}

/// Binds what was found on a class: `this` is the object (unbound when the class
/// itself is asked), `owner` its type.
unsafe fn bind(vm: *mut State, raw: Raw, this: Raw, owner: Raw) -> Found {
    let Some(kind) = kind_of(raw) else {
        return Found::Value(raw);
    };
    match kind {
        Kind::Function if !this.is_unbound() => Found::Method {
            function: raw,
            this,
        },
        Kind::ClassMethod => bind_wrapped(vm, raw, owner),
        Kind::StaticMethod => Found::Value((*raw.ptr::<PairObj>()).a),
        // `super(C)` in a class: it is bound as a method is.
        Kind::Super if !this.is_unbound() && (*raw.ptr::<PairObj>()).b.is_none() => {
            let name = (*vm).names.get;
            match types::lookup(vm, (*vm).type_of(raw), name) {
                Some(get) => Found::Call {
                    function: get,
                    args: [raw, this, owner],
                    count: 3,
                },
                None => Found::Value(raw),
            }
        }
        Kind::Property => {
            if this.is_unbound() {
                return Found::Value(raw);
            }
            let getter = *raw.ptr::<Header>().add(1).cast::<Raw>();
            if getter.is_none() {
                return Found::Missing;
            }
            Found::Call {
                function: getter,
                args: [this, Raw::NONE, Raw::NONE],
                count: 1,
            }
        }
        Kind::Native => {
            let native = raw.ptr::<NativeObj>();
            let flags = (*(*native).def).flags;
            if !(*native).this.is_unbound() {
                Found::Value(raw)
            } else if flags & NativeDef::CLASS != 0 {
                Found::Method {
                    function: raw,
                    this: owner,
                }
            } else if this.is_unbound() {
                Found::Value(raw)
            } else if flags & NativeDef::GETTER != 0 {
                Found::Call {
                    function: raw,
                    args: [this, Raw::NONE, Raw::NONE],
                    count: 1,
                }
            } else if flags & NativeDef::METHOD != 0 {
                Found::Method {
                    function: raw,
                    this,
                }
            } else {
                Found::Value(raw)
            }
        }
        Kind::Record if types::slots::is_member(raw) && !this.is_unbound() => {
            match types::slots::place(vm, raw, this) {
                Some(place) if (*place).is_unbound() => Found::Missing,
                Some(place) => Found::Value(*place),
                // Its `__get__` says why it does not apply.
                None => {
                    let name = (*vm).names.get;
                    match types::lookup(vm, (*vm).type_of(raw), name) {
                        Some(get) => Found::Call {
                            function: get,
                            args: [raw, this, owner],
                            count: 3,
                        },
                        None => Found::Missing,
                    }
                }
            }
        }
        Kind::Instance | Kind::Derived => {
            let name = (*vm).names.get;
            match types::lookup(vm, (*vm).type_of(raw), name) {
                Some(get) => {
                    let this = if this.is_unbound() { Raw::NONE } else { this };
                    Found::Call {
                        function: get,
                        args: [raw, this, owner],
                        count: 3,
                    }
                }
                None => Found::Value(raw),
            }
        }
        _ => Found::Value(raw),
    }
}

/// Binds what a class method wraps: a descriptor (a property of the class) is asked for its value
/// with the class as the object. A class method within another is looked through, up to a bound:
/// one may come to wrap itself.
unsafe fn bind_wrapped(vm: *mut State, class_method: Raw, owner: Raw) -> Found {
    let mut inner = (*class_method.ptr::<PairObj>()).a;
    for _ in 0..WRAPPED {
        if !is_kind(inner, Kind::ClassMethod) {
            break;
        }
        inner = (*inner.ptr::<PairObj>()).a;
    }
    let descriptor = match kind_of(inner) {
        Some(Kind::Function) => {
            return Found::Method {
                function: inner,
                this: owner,
            };
        }
        Some(Kind::Property | Kind::StaticMethod) => true,
        Some(Kind::Instance | Kind::Derived) => {
            types::lookup(vm, (*vm).type_of(inner), (*vm).names.get).is_some()
        }
        _ => false,
    };
    if descriptor {
        return bind(vm, inner, owner, owner);
    }
    match method_object(vm, inner, owner) {
        Ok(method) => Found::Value(method),
        Err(OutOfMemory) => Found::NoMemory,
    }
}

/// Looks up `name`, which is interned, in `object`.
///
/// # Safety
/// Raw layer: both are live.
pub(crate) unsafe fn resolve(vm: *mut State, object: Raw, name: *mut StrObj) -> Found {
    let ty = (*vm).type_of(object);
    if (*ty).flags & TypeFlags::GETATTR != 0 {
        let getattribute = (*vm).names.getattribute;
        if let Some(function) = types::lookup(vm, ty, getattribute)
            && types::is_own_hook(function, getattribute)
        {
            return hooked(vm, function, object, name, &BOUND_GETATTRIBUTE);
        }
    }
    match resolve_plain(vm, object, name) {
        Found::Missing if (*ty).flags & TypeFlags::GETATTR != 0 => {
            let getattr = (*vm).names.getattr;
            match types::lookup(vm, ty, getattr) {
                Some(function) => hooked(vm, function, object, name, &BOUND_GETATTR),
                None => Found::Missing,
            }
        }
        found => found,
    }
}

/// What calls `__getattribute__` or `__getattr__` where that is no function but has to be bound
/// first, which may run a script.
static BOUND_GETATTRIBUTE: NativeDef =
    NativeDef::function("__getattribute__", "(object, name, /)", call_getattribute);
static BOUND_GETATTR: NativeDef =
    NativeDef::function("__getattr__", "(object, name, /)", call_getattr);

fn call_getattribute<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let names = cx.names();
    match call_hook(cx, args, names.getattribute) {
        Err(error) if cx.error_is(&error, ClassId::AttributeError) => {
            match cx.call_special(args.at(0), names.getattr, &[args.at(1)])? {
                Some(value) => Ok(value),
                None => Err(error),
            }
        }
        answer => answer,
    }
}

fn call_getattr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let names = cx.names();
    call_hook(cx, args, names.getattr)
}

fn call_hook<'f>(cx: &mut Context<'f>, args: Args<'f>, hook: *mut StrObj) -> Res<'f> {
    match cx.call_special(args.at(0), hook, &[args.at(1)])? {
        Some(value) => Ok(value),
        None => Err(missing(cx, args.at(0), args.at(1))),
    }
}

/// Whether an AttributeError from what a look-up calls is final: `__getattr__` has had its turn,
/// or there is none.
///
/// # Safety
/// As [`resolve`]; `function` is what [`Found::Call`] says.
pub(crate) unsafe fn is_final(vm: *mut State, object: Raw, function: Raw) -> bool {
    let ty = (*vm).type_of(object);
    if (*ty).flags & TypeFlags::GETATTR == 0 {
        return true;
    }
    if is_kind(function, Kind::Native) {
        let def = (*function.ptr::<NativeObj>()).def;
        if core::ptr::eq(def, &BOUND_GETATTRIBUTE) || core::ptr::eq(def, &BOUND_GETATTR) {
            return true;
        }
    }
    let getattr = (*vm).names.getattr;
    match types::lookup(vm, ty, getattr) {
        Some(hook) => hook == function,
        None => true,
    }
}

/// The function that `__getattr__` of an object's class comes to.
///
/// # Safety
/// As [`resolve`].
pub(crate) unsafe fn getattr_function(
    vm: *mut State,
    object: Raw,
    name: *mut StrObj,
) -> Option<Raw> {
    let getattr = (*vm).names.getattr;
    let hook = types::lookup(vm, (*vm).type_of(object), getattr)?;
    match hooked(vm, hook, object, name, &BOUND_GETATTR) {
        Found::Call { function, .. } => Some(function),
        _ => None,
    }
}

/// The call of a hook that a class has.
unsafe fn hooked(
    vm: *mut State,
    hook: Raw,
    object: Raw,
    name: *mut StrObj,
    by: &'static NativeDef,
) -> Found {
    let function = if matches!(kind_of(hook), Some(Kind::Function | Kind::Native)) {
        hook
    } else {
        match NativeObj::new(&mut (*vm).heap, by, Raw::UNBOUND, Raw::UNBOUND) {
            Ok(native) => Raw::from_ptr(native),
            Err(OutOfMemory) => return Found::NoMemory,
        }
    };
    Found::Call {
        function,
        args: [object, Raw::from_ptr(name), Raw::NONE],
        count: 2,
    }
}

/// The same without `__getattribute__` and `__getattr__`.
///
/// # Safety
/// As [`resolve`].
pub(crate) unsafe fn resolve_plain(vm: *mut State, object: Raw, name: *mut StrObj) -> Found {
    let ty = (*vm).type_of(object);
    let kind = kind_of(object);
    (*vm).hash_str(name);
    match kind {
        Some(Kind::Type) => return resolve_type(vm, object, name),
        Some(Kind::Module) if (*ty).id == ClassId::Module => {
            let dict = (*object.ptr::<ModuleObj>()).dict;
            if let Some(value) = DictObj::get_str(dict, name, (*vm).secret) {
                return Found::Value(value);
            }
            if types::lookup(vm, ty, name).is_none() {
                return module_hook(vm, object, name);
            }
        }
        Some(Kind::Super) => return resolve_super(vm, object, object, name),
        Some(Kind::Derived) if (*ty).solid == ClassId::Super => {
            let value = InstanceObj::value(object.ptr());
            if is_kind(value, Kind::Super) {
                return resolve_super(vm, value, object, name);
            }
        }
        Some(Kind::Record)
            if (*object.ptr::<Header>()).class == ClassId::GenericAlias
                && !ALIAS_OWN.contains(&StrObj::bytes(name)) =>
        {
            let origin = RecordObj::get(object.ptr(), 0).unwrap_or(Raw::NONE);
            return resolve_plain(vm, origin, name);
        }
        _ => {}
    }
    resolve_on_class(vm, object, name)
}

/// A module's own `__getattr__` (PEP 562).
unsafe fn module_hook(vm: *mut State, module: Raw, name: *mut StrObj) -> Found {
    let hook = (*vm).names.getattr;
    (*vm).hash_str(hook);
    match DictObj::get_str((*module.ptr::<ModuleObj>()).dict, hook, (*vm).secret) {
        Some(function) => Found::Call {
            function,
            args: [Raw::from_ptr(name), Raw::NONE, Raw::NONE],
            count: 1,
        },
        None => Found::Missing,
    }
}

/// The usual order: data descriptors of the class, what the object has, the rest of the class.
unsafe fn resolve_on_class(vm: *mut State, object: Raw, name: *mut StrObj) -> Found {
    let ty = (*vm).type_of(object);
    let kind = kind_of(object);
    let on_class = types::lookup(vm, ty, name);
    if let Some(found) = on_class
        && let Descriptor::Data = descriptor(vm, found)
    {
        // One that can only be set is hidden by what the instance has.
        let hidden = matches!(kind, Some(Kind::Instance | Kind::Derived)) && only_sets(vm, found);
        if !hidden {
            return bind(vm, found, object, Raw::from_ptr(ty));
        }
    }
    let own = match kind {
        Some(Kind::Instance | Kind::Derived) => types::instance_get(vm, object.ptr(), name),
        Some(Kind::Exception) => attrs_get(vm, (*object.ptr::<ExceptionObj>()).attrs, name),
        Some(Kind::Function) => attrs_get(vm, (*object.ptr::<FuncObj>()).attrs, name),
        Some(Kind::ClassMethod | Kind::StaticMethod) => {
            let attrs = (*object.ptr::<PairObj>()).b;
            match is_kind(attrs, Kind::Dict) {
                true => attrs_get(vm, attrs, name),
                false => None,
            }
        }
        Some(Kind::Module) => {
            let dict = (*object.ptr::<ModuleObj>()).dict;
            DictObj::get_str(dict, name, (*vm).secret)
        }
        _ => None,
    };
    if let Some(value) = own {
        return Found::Value(value);
    }
    match on_class {
        Some(found) => bind(vm, found, object, Raw::from_ptr(ty)),
        None if kind == Some(Kind::Module) => module_hook(vm, object, name),
        None => method_forward(vm, object, name),
    }
}

/// Whether a descriptor of a script's has `__set__` or `__delete__` alone.
unsafe fn only_sets(vm: *mut State, found: Raw) -> bool {
    let get = (*vm).names.get;
    kind_of(found).is_some_and(Kind::has_shape)
        && types::lookup(vm, (*vm).type_of(found), get).is_none()
}

/// What an alias of a type has itself; everything else is its origin's.
const ALIAS_OWN: &[&[u8]] = &[
    b"__class__",
    b"__origin__",
    b"__args__",
    b"__unpacked__",
    b"__parameters__",
    b"__typing_unpacked_tuple_args__",
    b"__mro_entries__",
    b"__reduce_ex__",
    b"__reduce__",
    b"__copy__",
    b"__deepcopy__",
];

/// Bound methods show the attributes of their functions.
unsafe fn method_forward(vm: *mut State, object: Raw, name: *mut StrObj) -> Found {
    if is_kind(object, Kind::Method) {
        resolve_plain(vm, (*object.ptr::<PairObj>()).a, name)
    } else {
        Found::Missing
    }
}

unsafe fn attrs_get(vm: *mut State, attrs: Raw, name: *mut StrObj) -> Option<Raw> {
    if attrs.is_unbound() {
        None
    } else {
        DictObj::get_str(attrs.ptr(), name, (*vm).secret)
    }
}

unsafe fn resolve_type(vm: *mut State, object: Raw, name: *mut StrObj) -> Found {
    let ty: *mut TypeObj = object.ptr();
    let meta = (*vm).type_of(object);
    let on_meta = types::lookup(vm, meta, name);
    if let Some(found) = on_meta
        && let Descriptor::Data = descriptor(vm, found)
        && !only_sets(vm, found)
    {
        return bind(vm, found, object, Raw::from_ptr(meta));
    }
    if let Some(found) = types::lookup(vm, ty, name) {
        return bind(vm, found, Raw::UNBOUND, object);
    }
    match on_meta {
        Some(found) => bind(vm, found, object, Raw::from_ptr(meta)),
        None => Found::Missing,
    }
}

/// `super` is the pair of class and object, `object` that pair or the instance of a class
/// derived from `super` that holds it.
unsafe fn resolve_super(vm: *mut State, pair: Raw, object: Raw, name: *mut StrObj) -> Found {
    let pair = pair.ptr::<PairObj>();
    let ((after, told), this) = (PairObj::super_classes(pair), (*pair).b);
    if !is_kind(after, Kind::Type) {
        // One that its `__init__` has not filled.
        return resolve_on_class(vm, object, name);
    }
    // `super()` in a class method: `this` is the class itself.
    let (owner, bound) = if is_kind(this, Kind::Type)
        && (*vm).is_subclass((*this.ptr::<TypeObj>()).id, (*after.ptr::<TypeObj>()).id)
    {
        (this, Raw::UNBOUND)
    } else {
        let own = Raw::from_ptr((*vm).type_of(this));
        // A proxy says by `__class__` what it stands for.
        (told.unwrap_or(own), this)
    };
    let mro = (*owner.ptr::<TypeObj>()).mro;
    let from = TupleObj::slice(mro.ptr())
        .iter()
        .position(|&base| base == after)
        .map_or(usize::MAX, |at| at + 1);
    let class = (*vm).names.class;
    if from != usize::MAX
        && name != class
        && let Some((_, value)) = types::find_after(vm, mro, from, name)
    {
        return bind(vm, value, bound, owner);
    }
    resolve_on_class(vm, object, name)
}

/// A bound method object.
///
/// # Safety
/// As [`resolve`].
pub(crate) unsafe fn method_object(
    vm: *mut State,
    function: Raw,
    this: Raw,
) -> Result<Raw, OutOfMemory> {
    if is_kind(function, Kind::Native) {
        return NativeObj::bind(&mut (*vm).heap, function.ptr(), this).map(Raw::from_ptr);
    }
    PairObj::new(
        &mut (*vm).heap,
        Kind::Method,
        ClassId::Method,
        function,
        this,
    )
    .map(Raw::from_ptr)
}

/// `object.name`, from natives.
pub(crate) fn get<'f>(cx: &mut Context<'f>, object: Local<'f>, name: Local<'f>) -> Res<'f> {
    let interned = interned_name(cx, name)?;
    // SAFETY: object and name are rooted.
    let (found, done) = unsafe {
        let (vm, object) = (cx.vm(), cx.raw(object));
        let found = resolve(vm, object, interned);
        let done = match &found {
            Found::Call { function, .. } => is_final(vm, object, *function),
            _ => true,
        };
        (found, done)
    };
    match finish(cx, found) {
        Ok(Some(value)) => Ok(value),
        Ok(None) => Err(missing(cx, object, name)),
        // An own `__getattribute__` or a getter that fails leaves it to `__getattr__`.
        Err(error) if !done && cx.error_is(&error, ClassId::AttributeError) => {
            let getattr = cx.names().getattr;
            match cx.call_special(object, getattr, &[name]) {
                Ok(Some(value)) => Ok(value),
                Ok(None) => Err(absent::blamed(cx, error, object, name)),
                Err(error) => Err(absent::blamed(cx, error, object, name)),
            }
        }
        Err(error) => Err(absent::blamed(cx, error, object, name)),
    }
}

/// What a special method that is no plain function is for `object`: what its `__get__` says.
pub(crate) fn bind_special<'f>(
    cx: &mut Context<'f>,
    method: Local<'f>,
    object: Local<'f>,
) -> Res<'f> {
    // SAFETY: both are rooted.
    let found = unsafe {
        let vm = cx.vm();
        let owner = Raw::from_ptr((*vm).type_of(cx.raw(object)));
        bind(vm, cx.raw(method), cx.raw(object), owner)
    };
    Ok(finish(cx, found)?.unwrap_or(method))
}

/// What a descriptor that a class holds is when the class itself is asked.
pub(crate) fn bind_to_class<'f>(
    cx: &mut Context<'f>,
    value: Local<'f>,
    class: Local<'f>,
) -> Res<'f> {
    // SAFETY: both are rooted.
    let found = unsafe { bind(cx.vm(), cx.raw(value), Raw::UNBOUND, cx.raw(class)) };
    Ok(finish(cx, found)?.unwrap_or(value))
}

/// `object.name` by the default rules, without `__getattr__`.
pub(crate) fn get_plain<'f>(cx: &mut Context<'f>, object: Local<'f>, name: Local<'f>) -> Res<'f> {
    let interned = interned_name(cx, name)?;
    // SAFETY: object and name are rooted.
    let found = unsafe { resolve_plain(cx.vm(), cx.raw(object), interned) };
    match finish(cx, found)? {
        Some(value) => Ok(value),
        None => Err(missing(cx, object, name)),
    }
}

fn finish<'f>(cx: &mut Context<'f>, found: Found) -> Res<'f, Option<Local<'f>>> {
    // SAFETY: the words come from a look-up that nothing has collected since.
    unsafe {
        match found {
            Found::Value(raw) => Ok(Some(cx.root(raw))),
            Found::Method { function, this } => {
                let (function, this) = (cx.root(function), cx.root(this));
                let (function, this) = (cx.raw(function), cx.raw(this));
                let vm = cx.vm();
                cx.alloc(|_| method_object(vm, function, this)).map(Some)
            }
            Found::Call {
                function,
                args,
                count,
            } => {
                let function = cx.root(function);
                let args = [cx.root(args[0]), cx.root(args[1]), cx.root(args[2])];
                cx.call(function, &args[..count]).map(Some)
            }
            Found::Missing => Ok(None),
            Found::NoMemory => Err(cx.memory_error()),
        }
    }
}

fn interned_name<'f>(cx: &mut Context<'f>, name: Local<'f>) -> Res<'f, *mut StrObj> {
    let name = cx.plain(name);
    if !cx.is(name, Kind::Str) {
        let found = cx.type_name(name);
        return Err(cx.type_error(format_args!("attribute name must be string, not '{found}'")));
    }
    // SAFETY: the name is rooted and a str.
    unsafe {
        (*cx.vm())
            .intern(cx.raw(name).ptr())
            .map_err(|_| cx.memory_error())
    }
}

/// Sets an attribute in an exception's own dict.
///
/// # Safety
/// Raw layer: all are live, `name` is interned.
pub(crate) unsafe fn exception_attr(
    vm: *mut State,
    exception: *mut ExceptionObj,
    name: *mut StrObj,
    value: Raw,
) -> Result<(), OutOfMemory> {
    if (*exception).fields.is_unbound() {
        let dict = DictObj::new(&mut (*vm).heap)?;
        (*exception).fields = Raw::from_ptr(dict);
        (*vm).heap.barrier(exception, (*exception).fields);
    }
    (*vm).hash_str(name);
    let secret = (*vm).secret;
    DictObj::set_str(
        &mut (*vm).heap,
        (*exception).fields.ptr(),
        name,
        value,
        secret,
    )
}
