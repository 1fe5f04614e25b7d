//! In builds without the feature `plugins`: no plugin is ever loaded.

use crate::plugins::Plugins;
use miniscript_core::{Context, Local, Res};

/// No words.
pub(super) struct PluginWords {}

impl PluginWords {
    pub(super) fn new(_plugins: &Plugins) -> PluginWords {
        PluginWords {}
    }

    pub(super) fn load(
        &mut self,
        _cx: &mut Context<'_>,
        path: &str,
    ) -> Result<Option<String>, String> {
        Err(format!(
            "plugin: cannot load '{path}': this program was built without plugins (feature 'plugins')"
        ))
    }

    pub(super) fn fresh(&mut self) -> Vec<(String, u32)> {
        Vec::new()
    }

    pub(super) fn find(&self, _name: &str) -> Option<u32> {
        None
    }

    pub(super) fn call<'f>(
        &self,
        _cx: &mut Context<'f>,
        _number: u32,
        stack: Local<'f>,
    ) -> Res<'f, Local<'f>> {
        Ok(stack)
    }
}
