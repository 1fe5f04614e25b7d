//! What stands in the place of the compiler in a build without the feature `compiler`: source
//! text is refused by an error that names the feature; images run.

use crate::compile::Chunk;
use crate::object::*;
use crate::syntax::{Mode, Origin};
use crate::vm::context::{Context, Res};
use alloc::sync::Arc;

/// How `compile()` differs from what a module is compiled as.
#[derive(Clone, Copy, Default)]
#[expect(dead_code, reason = "the compiler's twin reads them")]
pub(crate) struct Unit {
    /// Names go through a namespace that may not be the globals.
    pub(crate) namespace: bool,
    /// `__debug__` is false: assertions are left out.
    pub(crate) optimized: bool,
    /// The text was bytes.
    pub(crate) bytes: bool,
    /// Annotations are text: the code that asks says so.
    pub(crate) text_annotations: bool,
}

/// Refuses source text.
pub(crate) fn compile_source<'f>(
    cx: &mut Context<'f>,
    source: &[u8],
    filename: &str,
    mode: Mode,
    origin: Origin,
) -> Res<'f, Arc<Chunk>> {
    compile_unit(cx, source, filename, mode, origin, Unit::default())
}

/// Refuses source text.
pub(crate) fn compile_unit<'f>(
    cx: &mut Context<'f>,
    _source: &[u8],
    filename: &str,
    _mode: Mode,
    _origin: Origin,
    _unit: Unit,
) -> Res<'f, Arc<Chunk>> {
    Err(cx.raise(
        ClassId::RuntimeError,
        format_args!(
            "cannot compile '{filename}': this build has no compiler (feature 'compiler'), only bytecode runs"
        ),
    ))
}
