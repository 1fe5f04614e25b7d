//! From source text to a chunk: the compiler with this VM's limits. `import`, `compile`, `exec` and the embedder's front door come here.

use crate::compile;
use crate::compile::Chunk;
use crate::compile::image::Detail;
use crate::object::*;
use crate::syntax;
use crate::syntax::{Mode, Origin};
use crate::vm::context::{Context, Res};
use crate::vm::wrong::{Text, syntax_error, warn};
use alloc::sync::Arc;
use alloc::vec::Vec;

/// Compiles source text; an error becomes a SyntaxError with all its attributes.
pub(crate) fn compile_source<'f>(
    cx: &mut Context<'f>,
    source: &[u8],
    filename: &str,
    mode: Mode,
    origin: Origin,
) -> Res<'f, Arc<Chunk>> {
    compile_unit(cx, source, filename, mode, origin, Unit::default())
}

/// How `compile()` differs from what a module is compiled as.
#[derive(Clone, Copy, Default)]
pub(crate) struct Unit {
    /// Names go through a namespace that may not be the globals.
    pub(crate) namespace: bool,
    /// `__debug__` is false: assertions are left out.
    pub(crate) optimized: bool,
    /// The text was bytes, which may say how they are encoded.
    pub(crate) bytes: bool,
    /// Annotations are text: the code that asks says so.
    pub(crate) text_annotations: bool,
}

/// Compiles source text that may be run with any namespaces.
pub(crate) fn compile_unit<'f>(
    cx: &mut Context<'f>,
    source: &[u8],
    filename: &str,
    mode: Mode,
    origin: Origin,
    unit: Unit,
) -> Res<'f, Arc<Chunk>> {
    // SAFETY: the running fiber.
    if let Err(text) = unsafe { crate::task::check_native_stack(cx.fiber()) } {
        return Err(cx.raise(ClassId::RecursionError, format_args!("{text}")));
    }
    if cx.heap_room() < source.len().saturating_mul(64).max(64 << 10) {
        // What is compiled now will run now: the room that garbage takes is room, too.
        cx.collect();
    }
    let mut warnings = Vec::new();
    let mut outcome = compile::compile_with(
        source,
        filename,
        mode,
        &options(cx, unit, origin),
        &mut warnings,
    );
    if let Err(error) = &outcome
        && error.kind == syntax::ErrorKind::Memory
    {
        cx.collect();
        warnings.clear();
        outcome = compile::compile_with(
            source,
            filename,
            mode,
            &options(cx, unit, origin),
            &mut warnings,
        );
    }
    warn(cx, filename, &warnings)?;
    match outcome {
        // SAFETY: plain data of this VM.
        Ok(chunk) if unsafe { (*cx.vm()).images } => read_again(cx, &chunk),
        Ok(chunk) => Ok(chunk),
        Err(error) => {
            let text = Text {
                source,
                filename,
                origin,
                mode,
            };
            Err(syntax_error(cx, text, &error))
        }
    }
}

/// The chunk as its image says it.
#[cold]
fn read_again<'f>(cx: &mut Context<'f>, chunk: &Chunk) -> Res<'f, Arc<Chunk>> {
    let read =
        (chunk.to_bytes(Detail::Columns)).and_then(|image| Chunk::from_bytes(&image, usize::MAX));
    match read {
        Ok(chunk) => Ok(Arc::new(chunk)),
        Err(error) => Err(cx.raise(ClassId::SystemError, format_args!("{error}"))),
    }
}

/// The compiler may use what the heap has left.
fn options(cx: &Context<'_>, unit: Unit, origin: Origin) -> compile::Options {
    // SAFETY: plain data of this VM.
    let (hash_key, max_bytes, unicode) = unsafe {
        let vm = cx.vm();
        let room = (*vm).heap.limit().saturating_sub((*vm).heap.allocated());
        ((*vm).hash_key.0, room, (*vm).host.unicode)
    };
    compile::Options {
        syntax: syntax::Options {
            hash_key,
            max_bytes,
            unicode,
            cookie: unit.bytes || origin != Origin::Text,
            ..syntax::Options::default()
        },
        namespace: unit.namespace,
        debug: !unit.optimized,
        text_annotations: unit.text_annotations,
        ..compile::Options::default()
    }
}
