//! What `await`, `async for` and `async with` ask of objects, and the awaitables of
//! asynchronous generators (PEP 492, PEP 525; CPython's `Objects/genobject.c`).
//!
//! An awaitable iterator has a state: 0 new, 1 being awaited, 2 done.

use super::delegate::{self, Step};
use super::is_iterator;
use crate::object::{ClassId, GeneratorObj, IterKind, Kind};
use crate::vm::context::{Context, Error, Local, Res};
use crate::vm::generator;

const NEW: i64 = 0;
const RUNNING: i64 = 1;
const DONE: i64 = 2;

/// The iterator that `await object` steps. `from`: what has made the object, for the
/// message (see `Op::GetAwaitable`).
pub(crate) fn awaitable<'f>(cx: &mut Context<'f>, object: Local<'f>, from: u8) -> Res<'f> {
    if cx.is(object, Kind::Generator) && cx.class(object) == ClassId::Coroutine {
        if generator::delegate(cx, object).is_some() {
            return Err(cx.raise(
                ClassId::RuntimeError,
                format_args!("coroutine is being awaited already"),
            ));
        }
        return Ok(object);
    }
    if is_iterable_coroutine(cx, object) {
        return Ok(object);
    }
    let names = cx.names();
    let Some(iterator) = cx.call_special(object, names.await_, &[])? else {
        let name = cx.type_name(object);
        return Err(match from {
            1 | 2 => {
                let method = if from == 1 { "__aenter__" } else { "__aexit__" };
                cx.type_error(format_args!(
                    "'async with' received an object from {method} that does not implement __await__: {name}"
                ))
            }
            _ => cx.type_error(format_args!(
                "object {name} can't be used in 'await' expression"
            )),
        });
    };
    if cx.is(iterator, Kind::Generator) && cx.class(iterator) == ClassId::Coroutine {
        return Err(cx.type_error(format_args!("__await__() returned a coroutine")));
    }
    if !delegate::can_step(cx, iterator) {
        let name = cx.type_name(iterator);
        return Err(cx.type_error(format_args!(
            "__await__() returned non-iterator of type '{name}'"
        )));
    }
    Ok(iterator)
}

/// Whether a value is a generator that `types.coroutine` lets be awaited.
fn is_iterable_coroutine<'f>(cx: &mut Context<'f>, object: Local<'f>) -> bool {
    if !cx.is(object, Kind::Generator) || cx.class(object) != ClassId::Generator {
        return false;
    }
    match cx.generator_code(object) {
        Some(code) => cx.is_iterable_code(code),
        None => false,
    }
}

/// `aiter(object)`, for `async for`.
pub(crate) fn async_iter<'f>(cx: &mut Context<'f>, object: Local<'f>) -> Res<'f> {
    let names = cx.names();
    let Some(iterator) = cx.call_special(object, names.aiter, &[])? else {
        let name = cx.type_name(object);
        return Err(cx.type_error(format_args!(
            "'async for' requires an object with __aiter__ method, got {name}"
        )));
    };
    if cx.type_attr(iterator, names.anext).is_none() {
        let name = cx.type_name(iterator);
        return Err(cx.type_error(format_args!(
            "'async for' received an object from __aiter__ that does not implement __anext__: {name}"
        )));
    }
    Ok(iterator)
}

/// The iterator of `await anext(object)`, for `async for`.
pub(crate) fn async_next<'f>(cx: &mut Context<'f>, object: Local<'f>) -> Res<'f> {
    if cx.is(object, Kind::Generator) && cx.class(object) == ClassId::AsyncGenerator {
        generator::begin(cx, object)?;
        return cx.new_iter(IterKind::AsyncSend, object, Local::NONE);
    }
    let names = cx.names();
    let Some(next) = cx.call_special(object, names.anext, &[])? else {
        let name = cx.type_name(object);
        return Err(cx.type_error(format_args!(
            "'async for' requires an iterator with __anext__ method, got {name}"
        )));
    };
    match awaitable(cx, next, 0) {
        Ok(iterator) => Ok(iterator),
        Err(error) => {
            let cause = cx.exception(error);
            let name = cx.type_name(next);
            let error = cx.type_error(format_args!(
                "'async for' received an invalid object from __anext__: {name}"
            ));
            let exception = cx.exception(error);
            cx.set_cause(exception, cause);
            cx.set_exception_context(exception, cause);
            Err(Error::Raised(exception))
        }
    }
}

/// Whether an iterator is one of those that [`step`] steps.
pub(crate) fn is_awaitable<'f>(cx: &Context<'f>, it: Local<'f>) -> bool {
    matches!(
        cx.iter_kind(it),
        Some(
            IterKind::CoroutineWrapper
                | IterKind::AsyncSend
                | IterKind::AsyncThrow
                | IterKind::AnextAwaitable
        )
    )
}

fn parts<'f>(cx: &mut Context<'f>, it: Local<'f>) -> (Local<'f>, Local<'f>, i64) {
    let source = cx.iter_source(it).unwrap_or(Local::NONE);
    let extra = cx.iter_extra(it).unwrap_or(Local::NONE);
    (source, extra, cx.iter_state(it).0)
}

fn set_state<'f>(cx: &mut Context<'f>, it: Local<'f>, state: i64) {
    cx.set_iter_state(it, state, 0, 1);
}

/// Resumes such an iterator with a value.
pub(crate) fn step<'f>(cx: &mut Context<'f>, it: Local<'f>, sent: Local<'f>) -> Res<'f, Step<'f>> {
    let (source, extra, state) = parts(cx, it);
    match cx.iter_kind(it) {
        Some(IterKind::CoroutineWrapper) => delegate::send(cx, source, sent),
        Some(IterKind::AnextAwaitable) => {
            let inner = inner_of_anext(cx, it, source)?;
            let result = delegate::step(cx, inner, sent);
            or_default(cx, result, extra)
        }
        Some(IterKind::AsyncSend) => {
            let mut sent = sent;
            match state {
                DONE => return Err(reused(cx, "__anext__()/asend()")),
                NEW => {
                    check_free(cx, source, "anext()")?;
                    if cx.is_none(sent) {
                        sent = extra;
                    }
                    set_state(cx, it, RUNNING);
                }
                _ => {}
            }
            generator::set_marks(cx, source, true, false);
            let result = delegate::send(cx, source, sent);
            let result = unwrap(cx, source, result);
            finish(cx, it, result)
        }
        Some(IterKind::AsyncThrow) => throw_step(cx, it, source, extra, state, sent),
        _ => Ok(Step::Returned(Local::NONE)),
    }
}

/// `throw(...)` of such an iterator.
pub(crate) fn throw<'f>(
    cx: &mut Context<'f>,
    it: Local<'f>,
    args: &[Local<'f>],
) -> Res<'f, Step<'f>> {
    let (source, extra, state) = parts(cx, it);
    match cx.iter_kind(it) {
        Some(IterKind::CoroutineWrapper) => delegate::throw(cx, source, args, true),
        Some(IterKind::AnextAwaitable) => {
            let inner = inner_of_anext(cx, it, source)?;
            let result = match cx.call_method(inner, "throw", args) {
                Ok(value) => Ok(Step::Yielded(value)),
                Err(error) => delegate::stop_value(cx, error).map(Step::Returned),
            };
            or_default(cx, result, extra)
        }
        Some(IterKind::AsyncSend) => {
            if state == DONE {
                return Err(reused(cx, "__anext__()/asend()"));
            }
            let result = delegate::throw(cx, source, args, true);
            let result = unwrap(cx, source, result);
            finish(cx, it, result)
        }
        Some(IterKind::AsyncThrow) => {
            if state == DONE {
                return Err(reused(cx, "aclose()/athrow()"));
            }
            let result = delegate::throw(cx, source, args, true);
            if !cx.is_none(extra) {
                return unwrap(cx, source, result);
            }
            closing(cx, it, source, result)
        }
        _ => Ok(Step::Returned(Local::NONE)),
    }
}

/// `close()` of such an iterator.
pub(crate) fn close<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, ()> {
    match cx.iter_kind(it) {
        Some(IterKind::CoroutineWrapper) => {
            let (source, ..) = parts(cx, it);
            delegate::close(cx, source)
        }
        Some(IterKind::AnextAwaitable) => {
            let (source, ..) = parts(cx, it);
            let inner = inner_of_anext(cx, it, source)?;
            cx.call_method(inner, "close", &[]).map(|_| ())
        }
        _ => {
            set_state(cx, it, DONE);
            Ok(())
        }
    }
}

fn throw_step<'f>(
    cx: &mut Context<'f>,
    it: Local<'f>,
    source: Local<'f>,
    thrown: Local<'f>,
    state: i64,
    sent: Local<'f>,
) -> Res<'f, Step<'f>> {
    let aclose = cx.is_none(thrown);
    if state == DONE {
        return Err(reused(cx, "aclose()/athrow()"));
    }
    if cx
        .generator_parts(source)
        .is_none_or(|(_, state)| state == GeneratorObj::FINISHED)
    {
        set_state(cx, it, DONE);
        return Ok(Step::Returned(Local::NONE));
    }
    if state == RUNNING {
        let result = delegate::send(cx, source, sent);
        return if aclose {
            closing(cx, it, source, result)
        } else {
            unwrap(cx, source, result)
        };
    }
    let what = if aclose { "aclose()" } else { "athrow()" };
    if let Err(error) = check_free(cx, source, what) {
        set_state(cx, it, DONE);
        return Err(error);
    }
    if generator::marks(cx, source).closed {
        set_state(cx, it, DONE);
        return Err(cx.raise_empty(ClassId::StopAsyncIteration));
    }
    if !cx.is_none(sent) {
        return Err(cx.raise(
            ClassId::RuntimeError,
            format_args!("can't send non-None value to a just-started coroutine"),
        ));
    }
    set_state(cx, it, RUNNING);
    generator::set_marks(cx, source, true, aclose);
    if aclose {
        let exit = cx.class_object(ClassId::GeneratorExit);
        let result = delegate::throw(cx, source, &[exit], false);
        return closing(cx, it, source, result);
    }
    let mut args = [Local::NONE; 3];
    let count = cx.tuple_len(thrown).min(args.len());
    for (at, arg) in args.iter_mut().enumerate().take(count) {
        *arg = cx.tuple_get(thrown, at).unwrap_or(Local::NONE);
    }
    let result = delegate::throw(cx, source, args.get(..count).unwrap_or(&[]), false);
    let result = unwrap(cx, source, result);
    if result.is_err() {
        generator::set_marks(cx, source, false, false);
        set_state(cx, it, DONE);
    }
    result
}

/// The rest of `aclose()`: what the generator does with its GeneratorExit.
fn closing<'f>(
    cx: &mut Context<'f>,
    it: Local<'f>,
    source: Local<'f>,
    result: Res<'f, Step<'f>>,
) -> Res<'f, Step<'f>> {
    let error = match result {
        Ok(Step::Yielded(_)) if generator::marks(cx, source).produced => cx.raise(
            ClassId::RuntimeError,
            format_args!("async generator ignored GeneratorExit"),
        ),
        Ok(Step::Yielded(value)) => return Ok(Step::Yielded(value)),
        Ok(Step::Returned(_)) => cx.raise_empty(ClassId::StopAsyncIteration),
        Err(error) => error,
    };
    generator::set_marks(cx, source, false, false);
    set_state(cx, it, DONE);
    if cx.error_is(&error, ClassId::StopAsyncIteration)
        || cx.error_is(&error, ClassId::GeneratorExit)
    {
        return Ok(Step::Returned(Local::NONE));
    }
    Err(error)
}

/// What an asynchronous generator has done, for who awaits it: a value of its own ends
/// the waiting, its end is a StopAsyncIteration.
fn unwrap<'f>(
    cx: &mut Context<'f>,
    source: Local<'f>,
    result: Res<'f, Step<'f>>,
) -> Res<'f, Step<'f>> {
    match result {
        Ok(Step::Yielded(value)) => {
            if generator::marks(cx, source).produced {
                generator::set_marks(cx, source, false, false);
                return Ok(Step::Returned(value));
            }
            Ok(Step::Yielded(value))
        }
        Ok(Step::Returned(_)) => {
            generator::set_marks(cx, source, false, true);
            Err(cx.raise_empty(ClassId::StopAsyncIteration))
        }
        Err(error) => {
            let ended = cx.error_is(&error, ClassId::StopAsyncIteration)
                || cx.error_is(&error, ClassId::GeneratorExit);
            generator::set_marks(cx, source, false, ended);
            Err(error)
        }
    }
}

/// Notes that an awaitable has ended.
fn finish<'f>(cx: &mut Context<'f>, it: Local<'f>, result: Res<'f, Step<'f>>) -> Res<'f, Step<'f>> {
    if !matches!(result, Ok(Step::Yielded(_))) {
        set_state(cx, it, DONE);
    }
    result
}

fn check_free<'f>(cx: &mut Context<'f>, source: Local<'f>, what: &str) -> Res<'f, ()> {
    if !generator::marks(cx, source).awaited {
        return Ok(());
    }
    Err(cx.raise(
        ClassId::RuntimeError,
        format_args!("{what}: asynchronous generator is already running"),
    ))
}

#[cold]
fn reused<'f>(cx: &mut Context<'f>, what: &str) -> Error<'f> {
    cx.raise(
        ClassId::RuntimeError,
        format_args!("cannot reuse already awaited {what}"),
    )
}

/// The iterator under `anext(iterator, default)`, made at the first step.
fn inner_of_anext<'f>(cx: &mut Context<'f>, it: Local<'f>, source: Local<'f>) -> Res<'f> {
    if cx.iter_state(it).0 != NEW {
        return Ok(source);
    }
    let inner = awaitable(cx, source, 0)?;
    cx.set_iter_source(it, inner);
    set_state(cx, it, RUNNING);
    if is_iterator(cx, inner) || cx.is(inner, Kind::Generator) {
        return Ok(inner);
    }
    let name = cx.type_name(inner);
    Err(cx.type_error(format_args!("'{name}' object is not an iterator")))
}

/// A StopAsyncIteration gives the default instead.
fn or_default<'f>(
    cx: &mut Context<'f>,
    result: Res<'f, Step<'f>>,
    default: Local<'f>,
) -> Res<'f, Step<'f>> {
    match result {
        Err(error) if cx.error_is(&error, ClassId::StopAsyncIteration) => {
            Ok(Step::Returned(default))
        }
        result => result,
    }
}
