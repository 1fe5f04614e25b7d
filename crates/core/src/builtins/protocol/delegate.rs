//! Steps of whatever `yield from` and `await` accept, and how `throw()` and `close()`
//! reach through generators to what these wait for (PEP 380, PEP 492).

use super::awaiting;
use crate::builtins::protocol;
use crate::builtins::types::generator::exception_of;
use crate::object::{ClassId, GeneratorObj, Kind};
use crate::vm::context::foreign::check_stack;
use crate::vm::context::{Context, Error, Local, Res};
use crate::vm::generator::{self, Came};

/// What a resumed generator or iterator has done.
#[derive(Clone, Copy)]
pub(crate) enum Step<'f> {
    Yielded(Local<'f>),
    Returned(Local<'f>),
}

/// The value of an error that is a StopIteration, or the error.
pub(crate) fn stop_value<'f>(cx: &mut Context<'f>, error: Error<'f>) -> Res<'f> {
    if !cx.error_is(&error, ClassId::StopIteration) {
        return Err(error);
    }
    let exception = cx.exception(error);
    let args = cx.exception_args(exception);
    Ok(cx.tuple_get(args, 0).unwrap_or(Local::NONE))
}

/// The StopIteration that says what was returned; without arguments for None.
pub(crate) fn stop<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Error<'f> {
    if cx.is_none(value) {
        cx.raise_empty(ClassId::StopIteration)
    } else {
        cx.raise_with(ClassId::StopIteration, &[value])
    }
}

/// The result of a method that steps: the value yielded, or StopIteration.
pub(crate) fn answer<'f>(cx: &mut Context<'f>, step: Step<'f>) -> Res<'f> {
    match step {
        Step::Yielded(value) => Ok(value),
        Step::Returned(value) => Err(stop(cx, value)),
    }
}

/// What a generator has done, from the outcome that `vm::generator` gives.
fn of_generator<'f>(
    cx: &mut Context<'f>,
    generator: Local<'f>,
    yielded: Option<Local<'f>>,
) -> Step<'f> {
    match yielded {
        Some(value) => Step::Yielded(value),
        None => Step::Returned(generator::take_return(cx, generator)),
    }
}

/// Resumes a generator, coroutine or asynchronous generator with a value.
pub(crate) fn send<'f>(
    cx: &mut Context<'f>,
    generator: Local<'f>,
    value: Local<'f>,
) -> Res<'f, Step<'f>> {
    let yielded = generator::send(cx, generator, value)?;
    Ok(of_generator(cx, generator, yielded))
}

/// Resumes any iterator with a value: `__next__` for None, else `send`.
pub(crate) fn step<'f>(
    cx: &mut Context<'f>,
    iterator: Local<'f>,
    sent: Local<'f>,
) -> Res<'f, Step<'f>> {
    match cx.kind(iterator) {
        Some(Kind::Generator) => return send(cx, iterator, sent),
        Some(Kind::Iter) if awaiting::is_awaitable(cx, iterator) => {
            return awaiting::step(cx, iterator, sent);
        }
        _ => {}
    }
    let result = if cx.is_none(sent) {
        let names = cx.names();
        match cx.call_special(iterator, names.next, &[]) {
            Ok(Some(item)) => Ok(item),
            Ok(None) => {
                let name = cx.type_name(iterator);
                Err(cx.type_error(format_args!("'{name}' object is not an iterator")))
            }
            Err(error) => Err(error),
        }
    } else {
        cx.call_method(iterator, "send", &[sent])
    };
    called(cx, result)
}

/// What the result of a method of an iterator says.
fn called<'f>(cx: &mut Context<'f>, result: Res<'f>) -> Res<'f, Step<'f>> {
    match result {
        Ok(value) => Ok(Step::Yielded(value)),
        Err(error) => stop_value(cx, error).map(Step::Returned),
    }
}

/// `generator.throw(...)` with the arguments as given: into what it yields from, if
/// that can take it. With `closing`, GeneratorExit closes that instead.
pub(crate) fn throw<'f>(
    cx: &mut Context<'f>,
    generator: Local<'f>,
    args: &[Local<'f>],
    closing: bool,
) -> Res<'f, Step<'f>> {
    let parked = cx
        .generator_parts(generator)
        .is_some_and(|(_, state)| state == GeneratorObj::SUSPENDED);
    let Some(inner) = generator::delegate(cx, generator).filter(|_| parked) else {
        return throw_here(cx, generator, args);
    };
    let what = args.first().copied().unwrap_or(Local::NONE);
    if closing && is_generator_exit(cx, what) {
        if let Err(error) = within(cx, generator, |cx| close_iter(cx, inner)) {
            let exception = cx.exception(error);
            return throw_here(cx, generator, &[exception]);
        }
        return throw_here(cx, generator, args);
    }
    let deep = cx.is(inner, Kind::Generator) && cx.class(inner) != ClassId::AsyncGenerator;
    let result = if deep {
        on_stack(cx, generator, |cx| throw(cx, inner, args, closing))
    } else {
        let name = cx.name("throw")?;
        let Some(method) = cx.find_attr(inner, name)? else {
            return throw_here(cx, generator, args);
        };
        within(cx, generator, |cx| {
            let result = cx.call(method, args);
            called(cx, result)
        })
    };
    match result {
        Ok(Step::Yielded(value)) => Ok(Step::Yielded(value)),
        Ok(Step::Returned(value)) => {
            generator::skip_delegate(cx, generator);
            send(cx, generator, value)
        }
        Err(error) => {
            let exception = cx.exception(error);
            throw_here(cx, generator, &[exception])
        }
    }
}

/// Raises the exception that the arguments say where the generator waits.
fn throw_here<'f>(
    cx: &mut Context<'f>,
    generator: Local<'f>,
    args: &[Local<'f>],
) -> Res<'f, Step<'f>> {
    let what = args.first().copied().unwrap_or(Local::NONE);
    let value = args.get(1).copied().unwrap_or(Local::NONE);
    let base = cx.class_object(ClassId::BaseException);
    let is_class = cx.is(what, Kind::Type) && cx.is_subtype(what, base);
    let exception = match exception_of(cx, what, value) {
        Ok(exception) => exception,
        // What a class raises in place of making one goes into the generator.
        Err(error) if is_class => cx.exception(error),
        Err(error) => return Err(error),
    };
    if let Some(&traceback) = args.get(2).filter(|&&traceback| !cx.is_none(traceback)) {
        let traceback = crate::builtins::types::traceback::checked(cx, traceback)?;
        cx.set_exception_traceback(exception, traceback);
    }
    let yielded = generator::throw_here(cx, generator, exception)?;
    Ok(of_generator(cx, generator, yielded))
}

fn is_generator_exit<'f>(cx: &mut Context<'f>, what: Local<'f>) -> bool {
    let exit = cx.class_object(ClassId::GeneratorExit);
    if cx.is(what, Kind::Type) {
        return cx.is_subtype(what, exit);
    }
    crate::builtins::types::super_object::is_below(cx, what, exit)
}

/// Runs `work` on what the generator yields from; meanwhile it counts as running.
fn within<'f, T>(
    cx: &mut Context<'f>,
    generator: Local<'f>,
    work: impl FnOnce(&mut Context<'f>) -> Res<'f, T>,
) -> Res<'f, T> {
    check_stack(cx)?;
    generator::set_delegating(cx, generator, true);
    let result = work(cx);
    generator::set_delegating(cx, generator, false);
    result
}

/// The same with the generator on the stack of calls: what it yields from is a generator itself.
fn on_stack<'f>(
    cx: &mut Context<'f>,
    generator: Local<'f>,
    work: impl FnOnce(&mut Context<'f>) -> Res<'f, Step<'f>>,
) -> Res<'f, Step<'f>> {
    check_stack(cx)?;
    let (came, value) = generator::under(cx, generator, |cx| match work(cx) {
        Ok(Step::Yielded(value)) => (Came::Yielded, value),
        Ok(Step::Returned(value)) => (Came::Returned, value),
        Err(error) => (Came::Raised, cx.exception(error)),
    })?;
    match came {
        Came::Yielded => Ok(Step::Yielded(value)),
        Came::Returned => Ok(Step::Returned(value)),
        Came::Raised => Err(Error::Raised(value)),
    }
}

/// Closes what a generator yields from, if it can be closed.
fn close_iter<'f>(cx: &mut Context<'f>, inner: Local<'f>) -> Res<'f, ()> {
    if cx.is(inner, Kind::Generator) && cx.class(inner) != ClassId::AsyncGenerator {
        return close(cx, inner);
    }
    let name = cx.name("close")?;
    if let Some(method) = cx.find_attr(inner, name)? {
        cx.call(method, &[])?;
    }
    Ok(())
}

/// `generator.close()`.
pub(crate) fn close<'f>(cx: &mut Context<'f>, generator: Local<'f>) -> Res<'f, ()> {
    let Some((_, state)) = cx.generator_parts(generator) else {
        return Ok(());
    };
    match state {
        GeneratorObj::FINISHED => return Ok(()),
        GeneratorObj::CREATED => {
            generator::end_unstarted(cx, generator);
            return Ok(());
        }
        _ => {}
    }
    let failed = match generator::delegate(cx, generator) {
        Some(inner) if state == GeneratorObj::SUSPENDED => {
            within(cx, generator, |cx| close_iter(cx, inner)).err()
        }
        _ => None,
    };
    let error = match failed {
        Some(error) => error,
        None => cx.raise_empty(ClassId::GeneratorExit),
    };
    let exception = cx.exception(error);
    match generator::throw_here(cx, generator, exception) {
        Ok(Some(_)) => {
            let kind = generator::kind_of(cx, generator);
            Err(cx.raise(
                ClassId::RuntimeError,
                format_args!("{kind} ignored GeneratorExit"),
            ))
        }
        Ok(None) => Ok(()),
        Err(error)
            if cx.error_is(&error, ClassId::GeneratorExit)
                || cx.error_is(&error, ClassId::StopIteration) =>
        {
            Ok(())
        }
        Err(error) => Err(error),
    }
}

/// Whether the object is a plain generator.
pub(crate) fn is_generator<'f>(cx: &mut Context<'f>, object: Local<'f>) -> bool {
    cx.is(object, Kind::Generator) && cx.class(object) == ClassId::Generator
}

/// The next item of a plain generator.
pub(crate) fn next<'f>(cx: &mut Context<'f>, generator: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    if is_generator(cx, generator) {
        return generator::next(cx, generator);
    }
    let name = cx.type_name(generator);
    Err(cx.type_error(format_args!("'{name}' object is not an iterator")))
}

/// `protocol::iter` of something of a generator's layout.
pub(crate) fn iter<'f>(cx: &mut Context<'f>, generator: Local<'f>) -> Res<'f> {
    if is_generator(cx, generator) {
        return Ok(generator);
    }
    let name = cx.type_name(generator);
    Err(cx.type_error(format_args!("'{name}' object is not iterable")))
}

/// The awaitable iterator behind `protocol::awaitable`'s answer can be stepped.
pub(crate) fn can_step<'f>(cx: &mut Context<'f>, object: Local<'f>) -> bool {
    is_generator(cx, object) || protocol::is_iterator(cx, object)
}
