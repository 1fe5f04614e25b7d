//! The AttributeErrors of what is not there.

use super::exception_attr;
use crate::builtins::types::property;
use crate::object::*;
use crate::value::Raw;
use crate::vm::context::{Context, Error, Local};
use crate::vm::state::State;
use crate::vm::types;

/// The AttributeError for a missing attribute.
#[cold]
pub(crate) fn missing<'f>(cx: &mut Context<'f>, object: Local<'f>, name: Local<'f>) -> Error<'f> {
    let text = cx.as_str(name).unwrap_or("?");
    if cx.class(object) == ClassId::GenericAlias
        && let Some(origin) = cx.record_part(object, ClassId::GenericAlias, 0)
        && cx.is(origin, Kind::Type)
    {
        return missing(cx, origin, name);
    }
    let error = match cx.kind(object) {
        Some(Kind::Type) => {
            let class = cx.name_of_type(object);
            cx.raise(
                ClassId::AttributeError,
                format_args!("type object '{class}' has no attribute '{text}'"),
            )
        }
        Some(Kind::Module) => {
            let dict = cx.module_dict(object);
            let module = cx.dict_get_str(dict, "__name__").ok().flatten();
            match module.and_then(|module| cx.as_str(module)) {
                Some(module) => cx.raise(
                    ClassId::AttributeError,
                    format_args!("module '{module}' has no attribute '{text}'"),
                ),
                None => cx.raise(
                    ClassId::AttributeError,
                    format_args!("module has no attribute '{text}'"),
                ),
            }
        }
        _ => {
            if let Some(found) = unreadable(cx, object, name) {
                property::lacking(cx, found, object, "getter")
            } else {
                let class = cx.type_name(object);
                cx.raise(
                    ClassId::AttributeError,
                    format_args!("'{class}' object has no attribute '{text}'"),
                )
            }
        }
    };
    let exception = cx.exception(error);
    let (name_key, obj_key) = (cx.names().name_attr, cx.names().obj);
    // SAFETY: the exception, name and object are rooted.
    unsafe {
        let (name, object) = (cx.raw(name), cx.raw(object));
        let exception: *mut ExceptionObj = cx.raw(exception).ptr();
        let vm = cx.vm();
        let _ = exception_attr(vm, exception, name_key, name)
            .and_then(|()| exception_attr(vm, exception, obj_key, object));
    }
    Error::Raised(exception)
}

/// Tells an AttributeError that leaves a look-up, and says neither, the name and the object.
///
/// # Safety
/// Raw layer: all are live.
pub(in crate::vm) unsafe fn blame(vm: *mut State, exception: Raw, name: *mut StrObj, object: Raw) {
    if !is_kind(exception, Kind::Exception) {
        return;
    }
    let exception: *mut ExceptionObj = exception.ptr();
    let (name_key, obj_key) = ((*vm).names.name_attr, (*vm).names.obj);
    let secret = (*vm).secret;
    if is_kind((*exception).fields, Kind::Dict) {
        for key in [name_key, obj_key] {
            (*vm).hash_str(key);
            let told = DictObj::get_str((*exception).fields.ptr(), key, secret);
            if told.is_some_and(|told| !told.is_none()) {
                return;
            }
        }
    }
    // Without memory nothing is told.
    let _ = exception_attr(vm, exception, name_key, Raw::from_ptr(name))
        .and_then(|()| exception_attr(vm, exception, obj_key, object));
}

/// The same for natives.
pub(super) fn blamed<'f>(
    cx: &mut Context<'f>,
    error: Error<'f>,
    object: Local<'f>,
    name: Local<'f>,
) -> Error<'f> {
    if !cx.error_is(&error, ClassId::AttributeError) {
        return error;
    }
    let exception = cx.exception(error);
    let name = cx.plain(name);
    if cx.is(name, Kind::Str) {
        // SAFETY: all are rooted.
        unsafe {
            blame(
                cx.vm(),
                cx.raw(exception),
                cx.raw(name).ptr(),
                cx.raw(object),
            );
        }
    }
    Error::Raised(exception)
}

/// The property of that name that cannot be read.
fn unreadable<'f>(cx: &mut Context<'f>, object: Local<'f>, name: Local<'f>) -> Option<Local<'f>> {
    // SAFETY: both are rooted.
    unsafe {
        let vm = cx.vm();
        let name = (*vm).intern(cx.raw(name).ptr()).ok()?;
        let found = types::lookup(vm, (*vm).type_of(cx.raw(object)), name)?;
        is_kind(found, Kind::Property).then(|| cx.root(found))
    }
}

/// The AttributeError of setting or deleting what is not there: it does not say the name,
/// so that nothing is suggested.
#[cold]
pub(super) fn refused<'f>(cx: &mut Context<'f>, object: Local<'f>, name: Local<'f>) -> Error<'f> {
    let text = cx.as_str(name).unwrap_or("?");
    if cx.is(object, Kind::Type) {
        let class = cx.name_of_type(object);
        return cx.raise(
            ClassId::AttributeError,
            format_args!("type object '{class}' has no attribute '{text}'"),
        );
    }
    let class = cx.type_name(object);
    cx.raise(
        ClassId::AttributeError,
        format_args!("'{class}' object has no attribute '{text}'"),
    )
}
