//! Plugins' words in Joy: called on Joy's own stack, not with arguments.
//!
//! The module of the plugin is registered too, as one that MiniScript imports would be:
//! it takes a place of the VM's registry, and the limit holds in both languages.

use crate::plugins::Plugins;
use miniscript_core::foreign::{self, Look};
use miniscript_core::{Context, Datum, Local, Res};
use miniscript_loader::{Caller, Loader, Plugin};
use std::sync::Arc;

/// The words of the plugins that one Joy has loaded. A number is the plugin's place and
/// the word's place in it.
pub(super) struct PluginWords {
    loader: Loader,
    plugins: Vec<Arc<Plugin>>,
    /// How many of the plugins Joy knows the words of.
    given: usize,
}

/// Bits of a number that are the word's place: a plugin has 64 words at most.
const WORD_BITS: u32 = 8;

impl PluginWords {
    /// Loads with the loader of a VM.
    pub(super) fn new(plugins: &Plugins) -> PluginWords {
        PluginWords {
            loader: plugins.loader().clone(),
            plugins: Vec::new(),
            given: 0,
        }
    }

    /// Loads by path or by name: what is said about it, if it is new.
    pub(super) fn load(
        &mut self,
        cx: &mut Context<'_>,
        path: &str,
    ) -> Result<Option<String>, String> {
        let loaded = self.loader.load(path).map_err(|error| error.to_string())?;
        let plugin = loaded.plugin;
        if self.plugins.iter().any(|known| Arc::ptr_eq(known, &plugin)) {
            return Ok(None);
        }
        if !plugin.is_registered() {
            cx.register(plugin.module())
                .map_err(|refusal| format!("plugin: cannot load '{path}': {refusal}"))?;
            plugin.set_registered();
        }
        let announcement = plugin.announcement();
        self.plugins.push(plugin);
        Ok(Some(announcement))
    }

    /// Names and numbers of the words that have come since the last call.
    pub(super) fn fresh(&mut self) -> Vec<(String, u32)> {
        let first = std::mem::replace(&mut self.given, self.plugins.len());
        let mut words = Vec::new();
        for (place, plugin) in self.plugins.iter().enumerate().skip(first) {
            for (at, word) in plugin.words().iter().enumerate() {
                words.extend(number(place, at).map(|number| (word.name().to_owned(), number)));
            }
        }
        words
    }

    /// The number of `plugin.word`.
    pub(super) fn find(&self, name: &str) -> Option<u32> {
        let (plugin, word) = name.split_once('.')?;
        let place = self.plugins.iter().position(|p| p.name() == plugin)?;
        let words = self.plugins.get(place)?.words();
        number(place, words.iter().position(|w| w.name() == word)?)
    }

    /// Calls a word: the stack that it leaves.
    pub(super) fn call<'f>(
        &self,
        cx: &mut Context<'f>,
        number: u32,
        stack: Local<'f>,
    ) -> Res<'f, Local<'f>> {
        let (place, at) = (number >> WORD_BITS, number & ((1 << WORD_BITS) - 1));
        let plugin = self.plugins.get(place as usize);
        let Some(word) = plugin.and_then(|plugin| plugin.words().get(at as usize)) else {
            return Ok(stack);
        };
        let depth = cx.cons_len(stack, usize::MAX);
        let outcome = match word.call(cx, &mut Stack { stack, depth }) {
            Ok(outcome) => outcome,
            Err(failure) => return Err(failure.raise(cx)),
        };
        let mut stack = cx.cons_skip(stack, outcome.taken);
        for value in outcome.left {
            stack = cx.cons(value, stack)?;
        }
        Ok(stack)
    }
}

fn number(place: usize, at: usize) -> Option<u32> {
    let number = place.checked_shl(WORD_BITS)? | at;
    u32::try_from(number).ok()
}

/// Joy's stack, as a plugin looks at it: lists are chains.
struct Stack<'f> {
    stack: Local<'f>,
    depth: usize,
}

impl<'f> Caller<'f> for Stack<'f> {
    fn depth(&self) -> usize {
        self.depth
    }

    fn value(&mut self, cx: &mut Context<'f>, depth: usize) -> Local<'f> {
        let rest = cx.cons_skip(self.stack, depth);
        cx.uncons(rest).map_or(Local::NONE, |(top, _)| top)
    }

    fn look<'s>(&self, cx: &Context<'s>, value: Local<'s>) -> Look<'s> {
        match cx.datum(value) {
            Datum::Cons | Datum::Nil => Look::List,
            _ => foreign::look(cx, value),
        }
    }

    fn next<'s>(
        &self,
        cx: &mut Context<'s>,
        place: Local<'s>,
        at: usize,
    ) -> Option<(Local<'s>, Local<'s>)> {
        match cx.datum(place) {
            Datum::Sequence => {
                let element = match cx.list_get(place, at) {
                    Some(element) => element,
                    None => cx.tuple_get(place, at)?,
                };
                Some((element, place))
            }
            _ => cx.uncons(place),
        }
    }

    fn list<'s>(&self, cx: &mut Context<'s>, list: Local<'s>) -> Res<'s> {
        let end = cx.nil();
        cx.cons_build(list, 0, end)
    }
}
