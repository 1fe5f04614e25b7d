//! Attribute access: where a name is found and how what is found is bound.
//!
//! [`resolve`] runs no script. Where Python would call one (a property's getter,
//! `__get__`, `__getattr__`) it says what to call, so that an instruction can
//! push a frame and only natives call back.
//!
//! # Safety
//! The raw layer's contract (`heap`). `name` is an interned str of this VM, values
//! are its own, and what is found is used or rooted before anything may collect.

mod absent;

pub(crate) use absent::missing;
use absent::refused;

use crate::builtins::types::property;
use crate::heap::OutOfMemory;
use crate::object::*;
use crate::value::Raw;
use crate::vm::call;
use crate::vm::context::{Context, Local, Res};
use crate::vm::native::{Call, NativeDef};
use crate::vm::state::State;
use crate::vm::types;

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
        Kind::ClassMethod => {
            let inner = (*raw.ptr::<PairObj>()).a;
            match kind_of(inner) {
                Some(Kind::Function) => Found::Method {
                    function: inner,
                    this: owner,
                },
                _ => match method_object(vm, inner, owner) {
                    Ok(method) => Found::Value(method),
                    Err(OutOfMemory) => Found::NoMemory,
                },
            }
        }
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

/// Looks up `name`, which is interned, in `object`.
///
/// # Safety
/// Raw layer: both are live.
pub(crate) unsafe fn resolve(vm: *mut State, object: Raw, name: *mut StrObj) -> Found {
    let ty = (*vm).type_of(object);
    if (*ty).flags & TypeFlags::GETATTR != 0 {
        let getattribute = (*vm).names.getattribute;
        if let Some(function) = types::lookup(vm, ty, getattribute)
            && !is_kind(function, Kind::Native)
        {
            return Found::Call {
                function,
                args: [object, Raw::from_ptr(name), Raw::NONE],
                count: 2,
            };
        }
    }
    match resolve_plain(vm, object, name) {
        Found::Missing if (*ty).flags & TypeFlags::GETATTR != 0 => {
            let getattr = (*vm).names.getattr;
            match types::lookup(vm, ty, getattr) {
                Some(function) => Found::Call {
                    function,
                    args: [object, Raw::from_ptr(name), Raw::NONE],
                    count: 2,
                },
                None => Found::Missing,
            }
        }
        found => found,
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
        Some(Kind::Module) => {
            let dict = (*object.ptr::<ModuleObj>()).dict;
            if let Some(value) = DictObj::get_str(dict, name, (*vm).secret) {
                return Found::Value(value);
            }
            let ty = (*vm).type_of(object);
            if types::lookup(vm, ty, name).is_none() {
                // A module's own `__getattr__` (PEP 562).
                let hook = (*vm).names.getattr;
                (*vm).hash_str(hook);
                return match DictObj::get_str(dict, hook, (*vm).secret) {
                    Some(function) => Found::Call {
                        function,
                        args: [Raw::from_ptr(name), Raw::NONE, Raw::NONE],
                        count: 1,
                    },
                    None => Found::Missing,
                };
            }
        }
        Some(Kind::Super) => return resolve_super(vm, object, name),
        Some(Kind::Record)
            if (*object.ptr::<Header>()).class == ClassId::GenericAlias
                && !ALIAS_OWN.contains(&StrObj::bytes(name)) =>
        {
            let origin = RecordObj::get(object.ptr(), 0).unwrap_or(Raw::NONE);
            return resolve_plain(vm, origin, name);
        }
        _ => {}
    }
    let on_class = types::lookup(vm, ty, name);
    if let Some(found) = on_class
        && let Descriptor::Data = descriptor(vm, found)
    {
        // One that can only be set is hidden by what the instance has.
        let get = (*vm).names.get;
        let hidden = matches!(kind, Some(Kind::Instance | Kind::Derived))
            && kind_of(found).is_some_and(Kind::has_shape)
            && types::lookup(vm, (*vm).type_of(found), get).is_none();
        if !hidden {
            return bind(vm, found, object, Raw::from_ptr(ty));
        }
    }
    let own = match kind {
        Some(Kind::Instance | Kind::Derived) => types::instance_get(vm, object.ptr(), name),
        Some(Kind::Exception) => attrs_get(vm, (*object.ptr::<ExceptionObj>()).attrs, name),
        Some(Kind::Function) => attrs_get(vm, (*object.ptr::<FuncObj>()).attrs, name),
        _ => None,
    };
    if let Some(value) = own {
        return Found::Value(value);
    }
    match on_class {
        Some(found) => bind(vm, found, object, Raw::from_ptr(ty)),
        None => method_forward(vm, object, name),
    }
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

unsafe fn resolve_super(vm: *mut State, object: Raw, name: *mut StrObj) -> Found {
    let pair = object.ptr::<PairObj>();
    let (after, this) = ((*pair).a, (*pair).b);
    // `super()` in a class method: `this` is the class itself.
    let (owner, bound) = if is_kind(this, Kind::Type)
        && (*vm).is_subclass((*this.ptr::<TypeObj>()).id, (*after.ptr::<TypeObj>()).id)
    {
        (this, Raw::UNBOUND)
    } else {
        (Raw::from_ptr((*vm).type_of(this)), this)
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
    let ty = (*vm).type_by_id(ClassId::Super);
    match types::lookup(vm, ty, name) {
        Some(found) => bind(vm, found, object, Raw::from_ptr(ty)),
        None => Found::Missing,
    }
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
    let found = unsafe { resolve(cx.vm(), cx.raw(object), interned) };
    match finish(cx, found) {
        Ok(Some(value)) => Ok(value),
        Ok(None) => Err(missing(cx, object, name)),
        Err(error) => {
            // An own `__getattribute__` that fails leaves it to `__getattr__`.
            // SAFETY: as above.
            unsafe {
                let vm = cx.vm();
                let ty = (*vm).type_of(cx.raw(object));
                if (*ty).flags & TypeFlags::GETATTR != 0
                    && cx.error_is(&error, ClassId::AttributeError)
                {
                    let (getattribute, getattr) = ((*vm).names.getattribute, (*vm).names.getattr);
                    let own = types::lookup(vm, ty, getattribute)
                        .is_some_and(|f| !is_kind(f, Kind::Native));
                    if own && let Some(function) = types::lookup(vm, ty, getattr) {
                        let function = cx.root(function);
                        return cx.call(function, &[object, name]);
                    }
                }
            }
            Err(error)
        }
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

/// `object.name = value`, or `del object.name`.
pub(crate) fn set<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    name: Local<'f>,
    value: Option<Local<'f>>,
) -> Res<'f, ()> {
    // SAFETY: the object is rooted.
    unsafe {
        let vm = cx.vm();
        let ty = (*vm).type_of(cx.raw(object));
        if (*ty).flags & TypeFlags::SETATTR != 0 {
            let hook = if value.is_some() {
                (*vm).names.setattr
            } else {
                (*vm).names.delattr
            };
            if let Some(function) = types::lookup(vm, ty, hook)
                && !is_kind(function, Kind::Native)
            {
                let function = cx.root(function);
                match value {
                    Some(value) => cx.call(function, &[object, name, value])?,
                    None => cx.call(function, &[object, name])?,
                };
                return Ok(());
            }
        }
    }
    set_plain(cx, object, name, value)
}

/// The same by the default rules (`object.__setattr__`).
pub(crate) fn set_plain<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    name: Local<'f>,
    value: Option<Local<'f>>,
) -> Res<'f, ()> {
    let interned = interned_name(cx, name)?;
    let vm = cx.vm();
    // SAFETY: object, name and value are rooted; the raw operations do not collect.
    unsafe {
        let raw = cx.raw(object);
        let ty = (*vm).type_of(raw);
        if let Some(found) = types::lookup(vm, ty, interned) {
            let found = cx.root(found);
            match cx.kind(found) {
                Some(Kind::Property) => {
                    let index = if value.is_some() { 1 } else { 2 };
                    let function = *cx
                        .raw(found)
                        .ptr::<Header>()
                        .add(1)
                        .cast::<Raw>()
                        .add(index);
                    if function.is_none() {
                        let what = if value.is_some() { "setter" } else { "deleter" };
                        return Err(property::lacking(cx, found, object, what));
                    }
                    let function = cx.root(function);
                    match value {
                        Some(value) => cx.call(function, &[object, value])?,
                        None => cx.call(function, &[object])?,
                    };
                    return Ok(());
                }
                Some(Kind::Native) => {
                    let native: *mut NativeObj = cx.raw(found).ptr();
                    let def = (*native).def;
                    if (*def).flags & NativeDef::GETTER != 0 {
                        return set_native(cx, def, object, name, value);
                    }
                }
                Some(Kind::Record) if types::slots::is_member(cx.raw(found)) => {
                    return cx.set_member(found, object, value);
                }
                Some(Kind::Instance | Kind::Derived) => {
                    let hook = if value.is_some() {
                        cx.names().set
                    } else {
                        cx.names().delete
                    };
                    let done = match value {
                        Some(value) => cx.call_special(found, hook, &[object, value])?,
                        None => cx.call_special(found, hook, &[object])?,
                    };
                    if done.is_some() {
                        return Ok(());
                    }
                }
                _ => {}
            }
        }
        match kind_of(raw) {
            Some(Kind::Instance | Kind::Derived) if (*ty).flags & TypeFlags::NO_DICT == 0 => {
                match value {
                    Some(value) => {
                        let value = cx.raw(value);
                        cx.alloc_unit(|_| types::instance_set(vm, raw.ptr(), interned, value))
                    }
                    None => match types::instance_delete(vm, raw.ptr(), interned) {
                        Ok(true) => Ok(()),
                        Ok(false) => Err(refused(cx, object, name)),
                        Err(OutOfMemory) => Err(cx.memory_error()),
                    },
                }
            }
            Some(Kind::Type) => set_on_type(cx, object, interned, name, value),
            Some(Kind::Module) => {
                let dict = cx.root(Raw::from_ptr((*raw.ptr::<ModuleObj>()).dict));
                in_dict(cx, dict, object, name, value)
            }
            Some(Kind::Exception) => {
                let attrs = &raw mut (*raw.ptr::<ExceptionObj>()).attrs;
                own_dict(cx, object, attrs, name, value)
            }
            Some(Kind::Function) => {
                let attrs = &raw mut (*raw.ptr::<FuncObj>()).attrs;
                own_dict(cx, object, attrs, name, value)
            }
            _ => {
                let (text, class) = (cx.as_str(name).unwrap_or("?"), cx.type_name(object));
                if types::lookup(vm, ty, interned).is_some() {
                    return Err(cx.raise(
                        ClassId::AttributeError,
                        format_args!("'{class}' object attribute '{text}' is read-only"),
                    ));
                }
                Err(refused(cx, object, name))
            }
        }
    }
}

/// Assigns or deletes through the descriptor of a native's attribute; false if it is none.
pub(crate) fn set_through<'f>(
    cx: &mut Context<'f>,
    descriptor: Local<'f>,
    object: Local<'f>,
    value: Option<Local<'f>>,
) -> Res<'f, bool> {
    let Some(def) = cx.native_def(descriptor) else {
        return Ok(false);
    };
    if def.flags & NativeDef::GETTER == 0 {
        return Ok(false);
    }
    let name = cx.name(&def.name)?;
    // SAFETY: the definition lives as long as the descriptor, which is rooted.
    unsafe { set_native(cx, def, object, name, value)? };
    Ok(true)
}

unsafe fn set_native<'f>(
    cx: &mut Context<'f>,
    def: *const NativeDef,
    object: Local<'f>,
    name: Local<'f>,
    value: Option<Local<'f>>,
) -> Res<'f, ()> {
    match (*def).setter {
        Some(setter) => {
            call::native_direct(cx, &Call::Plain(setter), &[Some(object), value])?;
            Ok(())
        }
        None => {
            let (text, class) = (cx.as_str(name).unwrap_or("?"), cx.type_name(object));
            Err(cx.raise(
                ClassId::AttributeError,
                format_args!("attribute '{text}' of '{class}' objects is not writable"),
            ))
        }
    }
}

unsafe fn own_dict<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    attrs: *mut Raw,
    name: Local<'f>,
    value: Option<Local<'f>>,
) -> Res<'f, ()> {
    if (*attrs).is_unbound() {
        if value.is_none() {
            return Err(refused(cx, object, name));
        }
        let dict = cx.dict()?;
        *attrs = cx.raw(dict);
        (*cx.vm())
            .heap
            .barrier(cx.raw(object).ptr::<Header>(), *attrs);
    }
    let dict = cx.root(*attrs);
    in_dict(cx, dict, object, name, value)
}

fn in_dict<'f>(
    cx: &mut Context<'f>,
    dict: Local<'f>,
    object: Local<'f>,
    name: Local<'f>,
    value: Option<Local<'f>>,
) -> Res<'f, ()> {
    // SAFETY: the name is a rooted str: as an attribute name it is interned.
    let name = unsafe {
        let interned = interned_name(cx, name)?;
        cx.root(Raw::from_ptr(interned))
    };
    match value {
        Some(value) => cx.dict_set(dict, name, value),
        None => match cx.dict_remove(dict, name)? {
            Some(_) => Ok(()),
            None => Err(refused(cx, object, name)),
        },
    }
}

/// Sets or deletes an attribute of a class; caches that relied on it are given up.
unsafe fn set_on_type<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
    interned: *mut StrObj,
    name: Local<'f>,
    value: Option<Local<'f>>,
) -> Res<'f, ()> {
    let vm = cx.vm();
    let ty: *mut TypeObj = cx.raw(object).ptr();
    let text = cx.as_str(name).unwrap_or("?");
    if (*ty).flags & (TypeFlags::HEAP | TypeFlags::NATIVE) != TypeFlags::HEAP {
        let class = cx.name_of_type(object);
        return Err(cx.type_error(format_args!(
            "cannot set '{text}' attribute of immutable type '{class}'"
        )));
    }
    (*vm).hash_str(interned);
    let old = DictObj::get_str((*ty).dict, interned, (*vm).secret);
    let Some(value) = value else {
        if old.is_none() {
            return Err(refused(cx, object, name));
        }
        if let Some(at) = DictObj::find_str((*ty).dict, interned, (*vm).secret) {
            DictObj::remove(&mut (*vm).heap, (*ty).dict, at, (*vm).secret);
        }
        types::changed(vm, ty, true);
        return Ok(());
    };
    let value = cx.raw(value);
    let secret = (*vm).secret;
    cx.alloc_unit(|heap| DictObj::set_str(heap, (*ty).dict, interned, value, secret))?;
    // Overwriting plain data leaves shapes alone: caches of data go through the
    // class's entry. Functions, wrappers and descriptors are cached by value.
    let plain = |raw: Raw| {
        !raw.is_ptr()
            || matches!(
                kind_of(raw),
                Some(
                    Kind::Str
                        | Kind::Int64
                        | Kind::Big
                        | Kind::List
                        | Kind::Dict
                        | Kind::Tuple
                        | Kind::Bytes
                )
            )
    };
    let retire = !(plain(value) && old.is_some_and(plain));
    types::changed(vm, ty, retire);
    Ok(())
}
