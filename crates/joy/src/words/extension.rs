//! Functions of native modules and of plugins as words: how they are found, and how they
//! are called. A native is given its arguments as MiniScript would; a plugin's function
//! works on the stack itself.

use super::Words;
use crate::eval::{Eval, Step};
use crate::host::Host;
use alloc::string::String;
use alloc::vec::Vec;
use miniscript_core::{Arity, Context, Datum, Local, Res};

impl Words {
    /// Makes words of what was registered and loaded meanwhile.
    pub(crate) fn sync<'f>(
        &mut self,
        cx: &mut Context<'f>,
        host: &mut dyn Host,
        registers: Local<'f>,
        warnings: bool,
    ) -> Res<'f, ()> {
        while self.modules < cx.registered_count() {
            let Some((module, functions)) = cx.registered(self.modules) else {
                break;
            };
            self.modules += 1;
            for function in functions {
                cx.scope(|scope| {
                    let Some(native) = scope.native_member(&module, &function)? else {
                        return Ok(());
                    };
                    let mut names = Vec::new();
                    names.push(function.clone());
                    if function.contains('_') {
                        names.push(function.replace('_', "-"));
                    }
                    for name in names {
                        let name = scope.str(&name)?;
                        let number =
                            self.defined(scope, registers, name, warnings.then_some(&mut *host))?;
                        Words::set_body(scope, registers, number, native);
                        if let Some(entry) = self.entry(number) {
                            entry.plugin = None;
                            entry.immediate = false;
                        }
                    }
                    Ok(())
                })?;
            }
        }
        for (name, plugin) in host.words() {
            cx.scope(|scope| {
                let name = scope.str(&name)?;
                let number =
                    self.defined(scope, registers, name, warnings.then_some(&mut *host))?;
                if let Some(entry) = self.entry(number) {
                    entry.plugin = Some(plugin);
                    entry.immediate = false;
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    /// The function that `module.function` names.
    pub(crate) fn member<'f>(cx: &mut Context<'f>, name: &[u8]) -> Res<'f, Option<Local<'f>>> {
        let Some((module, function)) = core::str::from_utf8(name)
            .ok()
            .and_then(|name| name.split_once('.'))
        else {
            return Ok(None);
        };
        let (module, function) = (module.replace('-', "_"), function.replace('-', "_"));
        match cx.native_member(&module, &function)? {
            Some(value) if cx.datum(value) == Datum::Native => Ok(Some(value)),
            _ => Ok(None),
        }
    }
}

/// Calls a plugin's word, which the host knows by a number.
pub(crate) fn call_plugin<'s>(eval: &mut Eval<'_, 's>, plugin: u32, word: u32) -> Step<'s> {
    let stack = eval.stack();
    eval.joy.calling = Some(word);
    let stack = eval.joy.host.call(eval.cx, plugin, stack)?;
    eval.joy.calling = None;
    eval.set_stack(stack);
    Ok(())
}

/// Calls a native with the arguments it takes from the stack.
pub(crate) fn call<'s>(eval: &mut Eval<'_, 's>, native: Local<'s>, word: u32) -> Step<'s> {
    let stack = eval.stack();
    let wanted = match eval.cx.arity(native) {
        Some(Arity::Exactly(count)) => count,
        _ => usize::MAX,
    };
    let there = eval.cx.cons_len(stack, wanted);
    if wanted != usize::MAX && there < wanted {
        let what = eval.parameters(wanted);
        return eval.fail_in(&what, word);
    }
    let mut args = Vec::new();
    if args.try_reserve(there).is_err() {
        return Err(eval.cx.out_of_memory().into());
    }
    let mut rest = stack;
    for _ in 0..there {
        let Some((top, below)) = eval.cx.uncons(rest) else {
            break;
        };
        args.push(to_python(eval, top)?);
        rest = below;
    }
    args.reverse();
    eval.joy.calling = Some(word);
    let result = eval.cx.call(native, &args)?;
    eval.joy.calling = None;
    eval.set_stack(rest);
    match eval.cx.datum(result) {
        Datum::Nothing | Datum::Nil => Ok(()),
        Datum::Sequence if eval.cx.tuple_len(result) > 0 => {
            for at in 0..eval.cx.tuple_len(result) {
                if let Some(item) = eval.cx.tuple_get(result, at) {
                    let item = to_joy(eval, item)?;
                    eval.push(item)?;
                }
            }
            Ok(())
        }
        _ => {
            let value = to_joy(eval, result)?;
            eval.push(value)
        }
    }
}

/// A Joy list, and the lists in it, as Python lists; other values as they are.
pub(crate) fn to_python<'s>(eval: &mut Eval<'_, 's>, value: Local<'s>) -> Step<'s, Local<'s>> {
    if !matches!(eval.cx.datum(value), Datum::Cons | Datum::Nil) {
        return Ok(value);
    }
    let whole = eval.cx.list(&[])?;
    // Pairs of a chain and the list it is copied to.
    let pending = eval.cx.list(&[value, whole])?;
    while eval.cx.list_len(pending) > 0 {
        eval.cx.charge(1)?;
        eval.cx.scope(|scope| {
            let (Some(into), Some(chain)) = (scope.list_pop(pending), scope.list_pop(pending))
            else {
                return Ok(());
            };
            scope.cons_collect(chain, into, usize::MAX)?;
            for at in 0..scope.list_len(into) {
                scope.scope(|scope| {
                    let Some(item) = scope.list_get(into, at) else {
                        return Ok(());
                    };
                    if matches!(scope.datum(item), Datum::Cons | Datum::Nil) {
                        let inner = scope.list(&[])?;
                        scope.list_set(into, at, inner);
                        scope.list_push(pending, item)?;
                        scope.list_push(pending, inner)?;
                    }
                    Ok(())
                })?;
            }
            Ok(())
        })?;
    }
    Ok(whole)
}

/// The opposite: Python lists and tuples, and those in them, as Joy lists.
pub(crate) fn to_joy<'s>(eval: &mut Eval<'_, 's>, value: Local<'s>) -> Step<'s, Local<'s>> {
    if eval.cx.datum(value) != Datum::Sequence {
        return Ok(value);
    }
    // Frames of three: items, how many are left, the chain built so far. Items are
    // taken from the end, so that the chain grows in front.
    let nil = eval.cx.nil();
    let frames = eval.cx.list(&[])?;
    let done = eval.cx.slot(nil);
    open(eval.cx, frames, value)?;
    while eval.cx.list_len(frames) > 0 {
        eval.cx.charge(1)?;
        eval.cx.scope(|scope| {
            let (Some(chain), Some(left), Some(items)) = (
                scope.list_pop(frames),
                scope.list_pop(frames),
                scope.list_pop(frames),
            ) else {
                return Ok(());
            };
            let Datum::Int(left) = scope.datum(left) else {
                return Ok(());
            };
            let item = usize::try_from(left - 1)
                .ok()
                .and_then(|at| item_of(scope, items, at));
            match item {
                Some(item) if scope.datum(item) == Datum::Sequence => {
                    let left = scope.int(left - 1)?;
                    for part in [items, left, chain] {
                        scope.list_push(frames, part)?;
                    }
                    open(scope, frames, item)
                }
                Some(item) => {
                    let chain = scope.cons(item, chain)?;
                    let left = scope.int(left - 1)?;
                    for part in [items, left, chain] {
                        scope.list_push(frames, part)?;
                    }
                    Ok(())
                }
                None => {
                    // Complete: it becomes a member of the one around it.
                    match scope.list_pop(frames) {
                        Some(outer) => {
                            let outer = scope.cons(chain, outer)?;
                            scope.list_push(frames, outer)
                        }
                        None => {
                            scope.assign(&done, chain);
                            Ok(())
                        }
                    }
                }
            }
        })?;
    }
    Ok(eval.cx.take(&done))
}

fn open<'f>(cx: &mut Context<'f>, frames: Local<'f>, items: Local<'f>) -> Res<'f, ()> {
    let count = cx.list_len(items).max(cx.tuple_len(items));
    let count = cx.int(i64::try_from(count).unwrap_or(i64::MAX))?;
    let nil = cx.nil();
    for part in [items, count, nil] {
        cx.list_push(frames, part)?;
    }
    Ok(())
}

fn item_of<'f>(cx: &mut Context<'f>, items: Local<'f>, at: usize) -> Option<Local<'f>> {
    match cx.list_get(items, at) {
        Some(item) => Some(item),
        None => cx.tuple_get(items, at),
    }
}

/// What a message calls a word: its name, or its number if even that is gone.
pub(crate) fn shown(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}
