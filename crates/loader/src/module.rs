//! Plugins as modules of MiniScript, and `import plugins`.
#![forbid(unsafe_code)]

use crate::call::Caller;
use crate::descriptor::{is_script_name, script_name};
use crate::loader::Loader;
use crate::plugin::{Plugin, Word};
use miniscript_core::foreign;
use miniscript_core::{Args, Context, Exception, Function, Local, Module, Res};
use std::sync::Arc;

impl Plugin {
    /// The plugin as a module: a function for each of its words, `my-func` as
    /// `my_func`. A word that is no name for MiniScript either way (`null?`) stays
    /// Joy's alone.
    pub fn module(self: &Arc<Plugin>) -> Module {
        let mut module = Module::new(self.module_name());
        for (at, word) in self.words().iter().enumerate() {
            let name = script_name(word.name());
            if !is_script_name(&name) {
                continue;
            }
            let signature = word
                .effect()
                .map_or_else(|| String::from("(*args)"), |effect| effect.signature());
            let plugin = self.clone();
            module = module.add(
                Function::untyped(
                    name,
                    signature,
                    Box::new(move |cx, args| match plugin.words().get(at) {
                        Some(word) => call_word(word, cx, args),
                        None => Ok(Local::NONE),
                    }),
                )
                .doc(doc(word)),
            );
        }
        let plugin = self.clone();
        module.with_init(Arc::new(move |cx, namespace| {
            plugin.set_registered();
            let version = foreign::text(cx, plugin.version().as_bytes())?;
            cx.dict_set_str(namespace, "__version__", version)?;
            let file = foreign::text(cx, plugin.path().as_os_str().as_encoded_bytes())?;
            cx.dict_set_str(namespace, "__file__", file)
        }))
    }
}

impl Loader {
    /// The module `plugins`: `load(path)` loads a plugin and gives its module,
    /// `PluginError` is what a plugin raises. It is to be added to the VM's standard
    /// modules.
    pub fn plugins_module(&self) -> Module {
        let loader = self.clone();
        let load = Function::untyped(
            "load",
            "(path, /)",
            Box::new(move |cx, args| load(&loader, cx, args.at(0))),
        )
        .doc(
            "Load a plugin and return its module.\n\n\
             A path with a slash is relative to the current folder; a name without one is\n\
             searched where import searches.",
        );
        Module::new("plugins")
            .add(load)
            .with_init(Arc::new(|cx, namespace| {
                let error = cx.raise_kind(Exception::PluginError, format_args!(""));
                let exception = cx.exception_of(error);
                let class = cx.type_of(exception);
                cx.dict_set_str(namespace, "PluginError", class)
            }))
    }
}

fn load<'f>(loader: &Loader, cx: &mut Context<'f>, path: Local<'f>) -> Res<'f> {
    if !cx.is_str(path) {
        let found = cx.type_name(path);
        return Err(cx.raise_kind(
            Exception::TypeError,
            format_args!("load() argument must be str, not {found}"),
        ));
    }
    let Some(path) = cx.as_str(path) else {
        return Err(cx.raise_kind(
            Exception::ValueError,
            format_args!("load() argument holds surrogates"),
        ));
    };
    let plugin = match loader.load(path) {
        Ok(loaded) => loaded.plugin,
        Err(error) => return Err(cx.raise_kind(Exception::ImportError, format_args!("{error}"))),
    };
    if !plugin.is_registered() {
        if let Err(refusal) = foreign::add_module(cx, plugin.module()) {
            return Err(cx.raise_kind(
                Exception::ImportError,
                format_args!("plugin: cannot load '{path}': {refusal}"),
            ));
        }
        plugin.set_registered();
    }
    cx.import(&plugin.module_name())
}

/// The arguments of a call as a stack: the last one is the top.
struct Passed<'f>(Args<'f>);

impl<'f> Caller<'f> for Passed<'f> {
    fn depth(&self) -> usize {
        self.0.len()
    }

    fn value(&mut self, _cx: &mut Context<'f>, depth: usize) -> Local<'f> {
        match self.0.len().checked_sub(depth + 1) {
            Some(at) => self.0.at(at),
            None => Local::NONE,
        }
    }
}

fn call_word<'f>(word: &Word, cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let mut passed = Passed(args);
    let outcome = match word.call(cx, &mut passed) {
        Ok(outcome) => outcome,
        Err(failure) => return Err(failure.raise(cx)),
    };
    // What was not taken lies below what was left.
    let kept = args.len().saturating_sub(outcome.taken);
    let mut results: Vec<Local<'f>> = (0..kept).map(|at| args.at(at)).collect();
    results.extend(outcome.left);
    if let Some(effect) = word.effect()
        && effect.leaves.len() != results.len()
    {
        return Err(cx.raise_kind(
            Exception::TypeError,
            format_args!(
                "{}() left {} values, but its stack effect '{}' says {}",
                script_name(word.name()),
                results.len(),
                word.stack_effect().unwrap_or_default(),
                effect.leaves.len()
            ),
        ));
    }
    match results.as_slice() {
        [] => Ok(Local::NONE),
        [one] => Ok(*one),
        more => cx.tuple(more),
    }
}

/// The docstring: what the plugin says, and its stack effect.
fn doc(word: &Word) -> String {
    match (word.doc(), word.stack_effect()) {
        ("", None) => String::new(),
        ("", Some(effect)) => effect.to_owned(),
        (doc, None) => doc.to_owned(),
        (doc, Some(effect)) => format!("{doc}\n\nStack effect: {effect}"),
    }
}
