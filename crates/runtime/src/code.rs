//! What can be evaluated: source text, or what was compiled before.

use crate::{Compiled, Error, Vm};

/// A program for [`Vm::eval`]: text, or a [`Compiled`] one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no program",
    note = "programs are texts (`&str`) and what `Vm::compile` has made (`&Compiled`)"
)]
pub trait Code {
    /// The program, compiled if it was not yet.
    ///
    /// # Errors
    /// A SyntaxError.
    fn compile_in(self, vm: &mut Vm) -> Result<Compiled, Error>;
}

impl Code for &str {
    fn compile_in(self, vm: &mut Vm) -> Result<Compiled, Error> {
        vm.compile_text(self)
    }
}

impl Code for &String {
    fn compile_in(self, vm: &mut Vm) -> Result<Compiled, Error> {
        self.as_str().compile_in(vm)
    }
}

impl Code for Compiled {
    fn compile_in(self, _: &mut Vm) -> Result<Compiled, Error> {
        Ok(self)
    }
}

impl Code for &Compiled {
    fn compile_in(self, _: &mut Vm) -> Result<Compiled, Error> {
        Ok(self.clone())
    }
}
