//! Python source inside of native modules: run once, when such a module is first
//! imported, for what is said best in the language itself.

use super::{Context, Local, Res};
use crate::syntax::{Mode, Origin};
use crate::vm::import;

impl<'f> Context<'f> {
    /// Compiles source text and runs it as a module's body with `namespace` (a dict)
    /// as its globals. `filename` stands in tracebacks.
    ///
    /// # Errors
    /// SyntaxError, TypeError where the namespace is no dict, and what the source raises.
    pub fn run_source(
        &mut self,
        source: &str,
        filename: &str,
        namespace: Local<'f>,
    ) -> Res<'f, ()> {
        if !self.is_dict(namespace) {
            let found = self.type_name(namespace);
            return Err(self.type_error(format_args!("a namespace must be dict, not {found}")));
        }
        let chunk = import::compile_source(
            self,
            source.as_bytes(),
            filename,
            Mode::Module,
            Origin::Text,
        )?;
        import::run_chunk(self, &chunk, namespace).map(|_| ())
    }
}
