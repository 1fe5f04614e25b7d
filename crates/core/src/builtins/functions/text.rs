//! `repr`, `ascii` and `format`.

use crate::builtins::protocol;
use crate::vm::context::{Args, Context, Res};
use crate::vm::native::NativeDef;

/// What goes into the `builtins` namespace.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("ascii", "(obj, /)", ascii),
    NativeDef::function("format", "(value, format_spec='', /)", format),
    NativeDef::function("repr", "(obj, /)", repr),
];

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::text::whole_repr(cx, args.at(0))
}

fn ascii<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::ascii(cx, args.at(0))
}

fn format<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let spec = match args.get(cx, 1) {
        Some(spec) => spec,
        None => cx.wtf8(b"")?,
    };
    protocol::format(cx, args.at(0), spec)
}
