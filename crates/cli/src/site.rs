//! `exit` and `quit`, which CPython's `site` module adds to the built-in names.

use miniscript_runtime::{Error, Vm};

const SOURCE: &str = "\
class Quitter:
    def __init__(self, name):
        self.name = name
    def __repr__(self):
        return f'Use {self.name}() or Ctrl-D (i.e. EOF) to exit'
    def __call__(self, code=None):
        raise SystemExit(code)
";

/// Adds them.
pub(crate) fn install(vm: &mut Vm) -> Result<(), Error> {
    vm.enter(|cx| {
        let namespace = cx.dict()?;
        let module = cx.str("_sitebuiltins")?;
        cx.dict_set_str(namespace, "__name__", module)?;
        cx.run_source(SOURCE, "<frozen _sitebuiltins>", namespace)?;
        let Some(class) = cx.dict_get_str(namespace, "Quitter")? else {
            return Ok(());
        };
        let names = cx.builtins();
        for name in ["exit", "quit"] {
            let text = cx.str(name)?;
            let quitter = cx.call(class, &[text])?;
            cx.dict_set_str(names, name, quitter)?;
        }
        Ok(())
    })
}
