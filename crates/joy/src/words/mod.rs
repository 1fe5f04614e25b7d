//! Words by number: the built-in ones, then those that programs define.
//!
//! A number below [`Words::FIRST`] is a built-in word's place in the tables. Names of
//! the other words are strs of the heap, their bodies items of a register's list.

mod aggregate;
mod arithmetic;
mod choose;
mod extension;
mod float;
mod io;
mod iterate;
mod logic;
mod recurse;
mod session;
mod stack;
mod text;
mod time;
mod types;

pub(crate) use aggregate::bit;
pub(crate) use choose::{
    ary_end, cleave_end, cond_end, construct_end, dip_end, each_end, ifte_end, pop_under,
    while_body, while_end,
};
pub(crate) use extension::{call as call_native, call_plugin, shown};
pub(crate) use iterate::{
    filter_end, infra_end, map_end, primrec_end, some_end, split_end, step_next, times_next,
};
pub(crate) use recurse::{
    again, bin_again, bin_second, cond_rec_end, cond_rec_next, genrec_end, rec_end, treestep_next,
};
pub(crate) use text::parse_float;

use crate::eval::{Eval, Step};
use crate::host::Host;
use crate::interpreter::reg;
use alloc::borrow::Cow;
use alloc::vec::Vec;
use miniscript_core::{Context, Datum, Local, Res, Root};

/// What a built-in word does.
pub(crate) type Run = for<'s> fn(&mut Eval<'_, 's>) -> Step<'s>;

/// A built-in word.
pub(crate) struct Builtin {
    pub(crate) name: &'static str,
    pub(crate) run: Run,
}

/// Shortens the tables.
pub(crate) const fn word(name: &'static str, run: Run) -> Builtin {
    Builtin { name, run }
}

static TABLES: &[&[Builtin]] = &[
    stack::WORDS,
    logic::WORDS,
    arithmetic::WORDS,
    float::WORDS,
    aggregate::WORDS,
    types::WORDS,
    text::WORDS,
    time::WORDS,
    choose::WORDS,
    iterate::WORDS,
    recurse::WORDS,
    io::WORDS,
    session::WORDS,
];

/// What is known of a word that is not built in.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    /// Run when it is read.
    pub(crate) immediate: bool,
    /// The number that the host knows it by, if it is a plugin's word.
    pub(crate) plugin: Option<u32>,
}

/// All words of an interpreter.
pub(crate) struct Words {
    /// Names of the words that are not built in: a list of strs.
    names: Root,
    /// From names to numbers, where no section is open.
    globals: Root,
    entries: Vec<Entry>,
    /// Modules of the VM's registry whose functions are words already.
    modules: usize,
}

impl Words {
    /// The first number that is not a built-in word's.
    pub(crate) const FIRST: u32 = 1 << 16;

    pub(crate) fn new<'f>(cx: &mut Context<'f>) -> Res<'f, Words> {
        cx.scope(|scope| {
            let names = scope.list(&[])?;
            let globals = scope.dict()?;
            for (table, words) in TABLES.iter().enumerate() {
                for (at, builtin) in words.iter().enumerate() {
                    scope.scope(|scope| {
                        let number = scope.int((table << 8 | at) as i64)?;
                        scope.dict_set_str(globals, builtin.name, number)
                    })?;
                }
            }
            Ok(Words {
                names: scope.keep(names)?,
                globals: scope.keep(globals)?,
                entries: Vec::new(),
                modules: 0,
            })
        })
    }

    /// The built-in word of a number.
    pub(crate) fn builtin(number: u32) -> Option<&'static Builtin> {
        TABLES
            .get((number >> 8) as usize)?
            .get((number & 0xFF) as usize)
    }

    /// The name of a word.
    pub(crate) fn name<'f>(&self, cx: &mut Context<'f>, number: u32) -> Res<'f, Cow<'f, [u8]>> {
        if let Some(builtin) = Words::builtin(number) {
            return Ok(Cow::Borrowed(builtin.name.as_bytes()));
        }
        let at = number.saturating_sub(Words::FIRST) as usize;
        if let Some(names) = cx.load(&self.names)
            && let Some(name) = cx.list_get(names, at)
            && let Some(name) = cx.str_as_bytes(name)?
        {
            return Ok(name);
        }
        Ok(Cow::Borrowed(b"?"))
    }

    /// The name of a word as a str.
    pub(crate) fn name_str<'f>(&self, cx: &mut Context<'f>, number: u32) -> Res<'f> {
        let name = self.name(cx, number)?;
        cx.byte_str(&name)
    }

    /// What is known of a word that is not built in.
    pub(crate) fn entry(&mut self, number: u32) -> Option<&mut Entry> {
        self.entries
            .get_mut(number.checked_sub(Words::FIRST)? as usize)
    }

    /// How many words are not built in.
    pub(crate) fn count(&self) -> u32 {
        self.entries.len() as u32
    }

    /// The dict of global names.
    pub(crate) fn globals<'f>(&self, cx: &mut Context<'f>) -> Res<'f> {
        match cx.load(&self.globals) {
            Some(globals) => Ok(globals),
            None => Err(cx.wrong_vm()),
        }
    }

    /// The number of a name in a dict of names.
    pub(crate) fn find<'f>(
        cx: &mut Context<'f>,
        dict: Local<'f>,
        name: Local<'f>,
    ) -> Res<'f, Option<u32>> {
        Ok(match cx.dict_get(dict, name)? {
            Some(number) => match cx.datum(number) {
                Datum::Int(number) => u32::try_from(number).ok(),
                _ => None,
            },
            None => None,
        })
    }

    /// Makes a word without a body and enters it under `key`; `shown` is how it is printed.
    pub(crate) fn make<'f>(
        &mut self,
        cx: &mut Context<'f>,
        registers: Local<'f>,
        dict: Local<'f>,
        key: Local<'f>,
        shown: Local<'f>,
    ) -> Res<'f, u32> {
        let at = self.entries.len();
        let Ok(number) = u32::try_from(at).map(|at| at.saturating_add(Words::FIRST)) else {
            return Err(cx.out_of_memory());
        };
        if self.entries.try_reserve(1).is_err() {
            return Err(cx.out_of_memory());
        }
        cx.scope(|scope| {
            let bodies = scope.list_get(registers, reg::BODIES);
            if let (Some(names), Some(bodies)) = (scope.load(&self.names), bodies) {
                // Cut back first: an earlier word may have been given up half made.
                scope.list_cut(names, at);
                scope.list_cut(bodies, at);
                scope.list_push(names, shown)?;
                scope.list_push(bodies, Local::NONE)?;
            }
            let value = scope.int(i64::from(number))?;
            scope.dict_set(dict, key, value)
        })?;
        self.entries.push(Entry {
            immediate: false,
            plugin: None,
        });
        Ok(number)
    }

    /// The global word of a name, made if there is none.
    pub(crate) fn global<'f>(
        &mut self,
        cx: &mut Context<'f>,
        registers: Local<'f>,
        name: Local<'f>,
    ) -> Res<'f, u32> {
        let globals = self.globals(cx)?;
        match Words::find(cx, globals, name)? {
            Some(number) => Ok(number),
            None => self.make(cx, registers, globals, name, name),
        }
    }

    /// The global word that a definition of `name` gives a body: never a built-in one.
    pub(crate) fn defined<'f>(
        &mut self,
        cx: &mut Context<'f>,
        registers: Local<'f>,
        name: Local<'f>,
        host: Option<&mut dyn Host>,
    ) -> Res<'f, u32> {
        let globals = self.globals(cx)?;
        match Words::find(cx, globals, name)? {
            Some(number) if number >= Words::FIRST => Ok(number),
            Some(number) => {
                if let (Some(host), Some(builtin)) = (host, Words::builtin(number)) {
                    host.error(
                        alloc::format!("warning: overwriting inbuilt '{}'\n", builtin.name)
                            .as_bytes(),
                    );
                }
                self.make(cx, registers, globals, name, name)
            }
            None => self.make(cx, registers, globals, name, name),
        }
    }

    /// The body of a word that is not built in.
    pub(crate) fn body<'f>(
        cx: &mut Context<'f>,
        registers: Local<'f>,
        number: u32,
    ) -> Option<Local<'f>> {
        let bodies = cx.list_get(registers, reg::BODIES)?;
        cx.list_get(bodies, number.checked_sub(Words::FIRST)? as usize)
    }

    /// Gives a word a body, or None.
    pub(crate) fn set_body<'f>(
        cx: &mut Context<'f>,
        registers: Local<'f>,
        number: u32,
        body: Local<'f>,
    ) {
        if let Some(bodies) = cx.list_get(registers, reg::BODIES) {
            let at = number.saturating_sub(Words::FIRST) as usize;
            cx.list_set(bodies, at, body);
        }
    }
}
