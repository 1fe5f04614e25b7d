//! The names that CPython's `site` module adds to the built-in ones: `exit`, `quit`, `help`
//! and the texts about the program. They are written in the language (`_sitebuiltins`).

use miniscript_runtime::ext::Exception;
use miniscript_runtime::{Error, Vm};

/// Adds them, where the build has them.
pub(crate) fn install(vm: &mut Vm) -> Result<(), Error> {
    vm.enter(|cx| {
        let module = match cx.import("_sitebuiltins") {
            Ok(module) => module,
            Err(error) if cx.error_is_kind(&error, Exception::ModuleNotFoundError) => {
                return Ok(());
            }
            // Ctrl-C, for one.
            Err(error) => return Err(error),
        };
        let names = cx.builtins();
        let install = cx.attribute(module, "install")?;
        cx.call(install, &[names]).map(|_| ())
    })
}
