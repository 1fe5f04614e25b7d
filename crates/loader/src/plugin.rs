//! A plugin that was loaded, as the front ends see it.

use crate::abi::PluginFn;
use crate::call::{self, Caller, Failure, Outcome};
use crate::descriptor::{Builtin, Description, script_name};
use crate::effect::Effect;
use crate::library::Identity;
use miniscript_core::Context;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// A loaded plugin. Its library stays open.
pub struct Plugin {
    name: String,
    version: String,
    path: PathBuf,
    identity: Identity,
    words: Vec<Word>,
    /// Whether its module is in the VM's registry.
    registered: AtomicBool,
}

/// A function of a plugin.
pub struct Word {
    name: String,
    plugin: String,
    stack_effect: Option<String>,
    effect: Option<Effect>,
    doc: String,
    func: PluginFn,
}

impl Plugin {
    pub(crate) fn new(description: Description, path: PathBuf, identity: Identity) -> Plugin {
        let Description {
            name,
            version,
            builtins,
        } = description;
        let words = builtins
            .into_iter()
            .map(|builtin| Word::new(&name, builtin))
            .collect();
        Plugin {
            name,
            version,
            path,
            identity,
            words,
            registered: AtomicBool::new(false),
        }
    }

    /// The plugin's own name for itself.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What `import` calls it: `-` is `_`.
    pub fn module_name(&self) -> String {
        script_name(&self.name)
    }

    /// Its version, as it writes it.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The file that it was loaded from.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its functions, in its order.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The function of this name, as Joy writes it.
    pub fn word(&self, name: &str) -> Option<&Word> {
        self.words.iter().find(|word| word.name == name)
    }

    /// What is said about a plugin that was loaded: in Joy's REPL, and on stderr with
    /// `--verbose`.
    pub fn announcement(&self) -> String {
        format!("plugin: loaded '{}' v{}", self.name, self.version)
    }

    pub(crate) fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Whether its module is in the VM's registry already.
    pub fn is_registered(&self) -> bool {
        self.registered.load(Ordering::Relaxed)
    }

    /// Notes that it is, which spares a second registration.
    pub fn set_registered(&self) {
        self.registered.store(true, Ordering::Relaxed);
    }
}

impl Word {
    fn new(plugin: &str, builtin: Builtin) -> Word {
        Word {
            plugin: plugin.to_owned(),
            effect: builtin.effect.as_deref().and_then(Effect::parse),
            name: builtin.name,
            stack_effect: builtin.effect,
            doc: builtin.doc,
            func: builtin.func,
        }
    }

    /// Its name in Joy, such as `my-func`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its stack effect as the plugin writes it.
    pub fn stack_effect(&self) -> Option<&str> {
        self.stack_effect.as_deref()
    }

    /// The stack effect where it could be read.
    pub fn effect(&self) -> Option<&Effect> {
        self.effect.as_ref()
    }

    /// Its description; empty if there is none.
    pub fn doc(&self) -> &str {
        &self.doc
    }

    /// Calls the function. The caller's stack is as it was; the outcome says what to
    /// take off it and what to push.
    ///
    /// # Errors
    /// What the function reported.
    pub fn call<'f>(
        &self,
        cx: &mut Context<'f>,
        caller: &mut dyn Caller<'f>,
    ) -> Result<Outcome<'f>, Failure<'f>> {
        // SAFETY: words are made of the descriptor of a library that is kept open for
        // ever; whoever loaded it trusts it to keep to the header.
        unsafe { call::enter(self.func, &self.plugin, &self.name, cx, caller) }
    }
}
