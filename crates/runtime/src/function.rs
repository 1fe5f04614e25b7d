//! Script functions as the host's.

use crate::{CallArgs, Error, Vm};
use miniscript_core::Root;
use miniscript_ext::FromArg;
use std::fmt;
use std::marker::PhantomData;

/// A script's function that was looked up once: called with the values of Rust that `A` names,
/// with a result of type `R`. Made by [`Vm::function`].
pub struct Function<A, R> {
    root: Root,
    signature: PhantomData<fn(A) -> R>,
}

impl<A, R> Function<A, R>
where
    A: CallArgs,
    R: for<'f> FromArg<Out<'f> = R>,
{
    pub(crate) fn new(root: Root) -> Function<A, R> {
        Function {
            root,
            signature: PhantomData,
        }
    }

    /// Calls the function, and runs the VM's tasks until it has returned.
    ///
    /// # Errors
    /// What the function raised; a TypeError where its result is not an `R`; a VM that is not
    /// the one it was looked up in.
    pub fn call(&self, vm: &mut Vm, args: A) -> Result<R, Error> {
        vm.call_root(&self.root, args)
    }
}

impl<A, R> fmt::Debug for Function<A, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Function").finish_non_exhaustive()
    }
}
