//! `compile`, `exec` and `eval`.
//!
//! Code is compiled so that its names go through a namespace, and run as a function
//! without arguments whose frame has that namespace: the locals, or the globals where
//! they are the same dict.

use crate::builtins::protocol;
use crate::builtins::protocol::text::encode_error;
use crate::features::EXEC;
use crate::object::{ClassId, Kind};
use crate::syntax::Mode;
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::NativeDef;

/// The functions of this file.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function(
        "compile",
        "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
        compile,
    ),
    NativeDef::function(
        "exec",
        "(source, globals=None, locals=None, /, *, closure=None)",
        exec,
    ),
    NativeDef::function("eval", "(source, globals=None, locals=None, /)", eval),
];

/// Flags of `compile` that name a `__future__` feature, or what CPython's own tools use.
const KNOWN_FLAGS: i64 = 0x01FF_0000 | 0x0002_0000 | 0x0200 | 0x2000 | 0x0800 | 0x1000 | ONLY_AST;
/// `__future__.annotations.compiler_flag`.
const ANNOTATIONS: i64 = 0x0100_0000;
/// `ast.PyCF_ONLY_AST`.
const ONLY_AST: i64 = 0x0400;

fn compile<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if !EXEC {
        return Err(cx.left_out("compile() is", "exec"));
    }
    let filename = filename_of(cx, args.at(1))?;
    if !cx.is(args.at(2), Kind::Str) {
        let found = cx.type_name(args.at(2));
        return Err(cx.type_error(format_args!(
            "compile() argument 'mode' must be str, not {found}"
        )));
    }
    let flags = match args.get(cx, 3) {
        Some(flags) => protocol::index_i64(cx, flags)?,
        None => 0,
    };
    if flags & !KNOWN_FLAGS != 0 {
        return Err(cx.value_error(format_args!("compile(): unrecognised flags")));
    }
    let optimize = match args.get(cx, 5) {
        Some(optimize) => protocol::index_i64(cx, optimize)?,
        None => -1,
    };
    if !(-1..=2).contains(&optimize) {
        return Err(cx.value_error(format_args!("compile(): invalid optimize value")));
    }
    let mode = match cx.as_str(args.at(2)) {
        Some("exec") => Mode::Module,
        Some("eval") => Mode::Eval,
        Some("single") => Mode::Single,
        Some("func_type") if flags & ONLY_AST == 0 => {
            return Err(cx.value_error(format_args!(
                "compile() mode 'func_type' requires flag PyCF_ONLY_AST"
            )));
        }
        _ => {
            let also = if flags & ONLY_AST == 0 {
                "'exec', 'eval' or 'single'"
            } else {
                "'exec', 'eval', 'single' or 'func_type'"
            };
            return Err(cx.value_error(format_args!("compile() mode must be {also}")));
        }
    };
    if flags & ONLY_AST != 0 {
        return Err(cx.value_error(format_args!(
            "compile(): there are no syntax trees for scripts here (PyCF_ONLY_AST)"
        )));
    }
    let source = source_of(cx, args.at(0), "compile", "string, bytes or AST object")?;
    let filename = cx.as_str(filename).unwrap_or("?");
    let inherits = match args.get(cx, 4) {
        Some(separate) => !protocol::truth(cx, separate)?,
        None => true,
    };
    let annotations = flags & ANNOTATIONS != 0 || inherits && cx.caller_annotates_by_text();
    cx.compile_code(source, filename, mode, optimize > 0, annotations)
}

/// The name of a file: a str, or what `__fspath__` makes of an object.
fn filename_of<'f>(cx: &mut Context<'f>, object: Local<'f>) -> Res<'f, Local<'f>> {
    let given = cx.plain(object);
    if cx.is(given, Kind::Str) {
        return match cx.as_str(given) {
            Some(name) if name.contains('\0') => {
                Err(cx.value_error(format_args!("embedded null character")))
            }
            Some(_) => Ok(given),
            None => Err(encode_error(cx, given)),
        };
    }
    if let Some(name) = cx.as_bytes(given) {
        if name.contains(&0) {
            return Err(cx.value_error(format_args!("embedded null byte")));
        }
        return cx.str(&alloc::string::String::from_utf8_lossy(name));
    }
    let name = cx.name("__fspath__")?;
    let class = cx.class(object);
    let class = cx.class_object(class);
    if let Some(method) = cx.find_attr(class, name)? {
        let path = cx.call(method, &[object])?;
        let path = cx.plain(path);
        if cx.as_str(path).is_some() {
            return Ok(path);
        }
        let (owner, found) = (cx.type_name(object), cx.type_name(path));
        return Err(cx.type_error(format_args!(
            "expected {owner}.__fspath__() to return str or bytes, not {found}"
        )));
    }
    let found = cx.type_name(object);
    Err(cx.type_error(format_args!(
        "expected str, bytes or os.PathLike object, not {found}"
    )))
}

/// The text to compile, and whether it was bytes.
fn source_of<'f>(
    cx: &mut Context<'f>,
    source: Local<'f>,
    function: &str,
    wanted: &str,
) -> Res<'f, (&'f [u8], bool)> {
    let plain = cx.plain(source);
    // Bytes, or a copy of what may change.
    let copied = match cx.str_bytes(plain) {
        Some(_) => None,
        None => cx.frozen(plain)?,
    };
    if let Some(bytes) = copied {
        cx.charge(bytes.len() / 8)?;
        if !bytes.contains(&0) {
            return Ok((bytes, true));
        }
        return Err(cx.raise(
            ClassId::SyntaxError,
            format_args!("source code string cannot contain null bytes"),
        ));
    }
    let Some(bytes) = cx.str_bytes(plain) else {
        return Err(cx.type_error(format_args!("{function}() arg 1 must be a {wanted}")));
    };
    if cx.as_str(plain).is_none() {
        return Err(encode_error(cx, plain));
    }
    cx.charge(bytes.len() / 8)?;
    if bytes.contains(&0) {
        return Err(cx.raise(
            ClassId::SyntaxError,
            format_args!("source code string cannot contain null bytes"),
        ));
    }
    Ok((bytes, false))
}

fn exec<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if !EXEC {
        return Err(cx.left_out("exec() is", "exec"));
    }
    let (globals, locals) = (given(cx, args, 1), given(cx, args, 2));
    if let Some(globals) = globals
        && !is_dict(cx, globals)
    {
        let found = cx.type_name(globals);
        return Err(cx.type_error(format_args!("exec() globals must be a dict, not {found}")));
    }
    if let Some(locals) = locals
        && !is_mapping(cx, locals)
    {
        let found = cx.type_name(locals);
        return Err(cx.type_error(format_args!(
            "locals must be a mapping or None, not {found}"
        )));
    }
    let (globals, locals) = namespaces(cx, globals, locals)?;
    let closure = given(cx, args, 3);
    let source = args.at(0);
    if !cx.is(source, Kind::Code) {
        if closure.is_some() {
            return Err(cx.type_error(format_args!(
                "closure can only be used when source is a code object"
            )));
        }
        let text = source_of(cx, source, "exec", "string, bytes or code object")?;
        let annotations = cx.caller_annotates_by_text();
        let code = cx.compile_code(text, "<string>", Mode::Module, false, annotations)?;
        cx.run_code(code, globals, locals, None)?;
        return Ok(Local::NONE);
    }
    let cells = free_variables(cx, source);
    if cells == 0 {
        if closure.is_some() {
            return Err(cx.type_error(format_args!("cannot use a closure with this code object")));
        }
    } else {
        let fits = closure.is_some_and(|closure| {
            cx.is(closure, Kind::Tuple)
                && cx.tuple_len(closure) == cells
                && (0..cells).all(|at| {
                    cx.tuple_get(closure, at)
                        .is_some_and(|cell| cx.is(cell, Kind::Cell))
                })
        });
        if !fits {
            return Err(cx.type_error(format_args!(
                "code object requires a closure of exactly length {cells}"
            )));
        }
    }
    cx.run_code(source, globals, locals, closure)?;
    Ok(Local::NONE)
}

fn eval<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if !EXEC {
        return Err(cx.left_out("eval() is", "exec"));
    }
    let (globals, locals) = (given(cx, args, 1), given(cx, args, 2));
    if let Some(locals) = locals
        && !is_mapping(cx, locals)
    {
        return Err(cx.type_error(format_args!("locals must be a mapping")));
    }
    if let Some(globals) = globals
        && !is_dict(cx, globals)
    {
        let text = if is_mapping(cx, globals) {
            "globals must be a real dict; try eval(expr, {}, mapping)"
        } else {
            "globals must be a dict"
        };
        return Err(cx.type_error(format_args!("{text}")));
    }
    let (globals, locals) = namespaces(cx, globals, locals)?;
    let source = args.at(0);
    if cx.is(source, Kind::Code) {
        if free_variables(cx, source) > 0 {
            return Err(cx.type_error(format_args!(
                "code object passed to eval() may not contain free variables"
            )));
        }
        return cx.run_code(source, globals, locals, None);
    }
    let (text, bytes) = source_of(cx, source, "eval", "string, bytes or code object")?;
    let start = text
        .iter()
        .take_while(|&&b| b == b' ' || b == b'\t')
        .count();
    let text = text.get(start..).unwrap_or_default();
    let annotations = cx.caller_annotates_by_text();
    let code = cx.compile_code((text, bytes), "<string>", Mode::Eval, false, annotations)?;
    cx.run_code(code, globals, locals, None)
}

/// An argument that is there and not None.
fn given<'f>(cx: &mut Context<'f>, args: Args<'f>, at: usize) -> Option<Local<'f>> {
    args.get(cx, at).filter(|&value| !cx.is_none(value))
}

fn is_dict<'f>(cx: &mut Context<'f>, value: Local<'f>) -> bool {
    let plain = cx.plain(value);
    cx.is(plain, Kind::Dict)
}

/// CPython's `PyMapping_Check`: has `__getitem__`.
pub(crate) fn is_mapping<'f>(cx: &mut Context<'f>, value: Local<'f>) -> bool {
    let plain = cx.plain(value);
    if let Some(Kind::Dict | Kind::List | Kind::Tuple | Kind::Str | Kind::Range) = cx.kind(plain) {
        return true;
    }
    let name = cx.names().getitem;
    cx.type_attr(value, name).is_some()
}

/// Globals and locals as `exec` and `eval` complete them.
fn namespaces<'f>(
    cx: &mut Context<'f>,
    globals: Option<Local<'f>>,
    locals: Option<Local<'f>>,
) -> Res<'f, (Local<'f>, Local<'f>)> {
    let (globals, locals) = match (globals, locals) {
        (Some(globals), Some(locals)) => (globals, locals),
        (Some(globals), None) => (globals, globals),
        (None, locals) => {
            let globals = match cx.caller_globals() {
                Some(globals) => globals,
                None => cx.dict()?,
            };
            let locals = match locals {
                Some(locals) => locals,
                None => cx.caller_locals()?.unwrap_or(globals),
            };
            (globals, locals)
        }
    };
    let dict = cx.plain(globals);
    if cx.dict_get_str(dict, "__builtins__")?.is_none() {
        let builtins = match cx.caller_builtins() {
            Some(builtins) => builtins,
            None => cx.builtins(),
        };
        cx.dict_set_str(dict, "__builtins__", builtins)?;
    }
    Ok((globals, locals))
}

fn free_variables<'f>(cx: &Context<'f>, code: Local<'f>) -> usize {
    cx.code_proto(code)
        .map_or(0, |proto| proto.free_names.len())
}
