//! `sys`: what a script can know of its host and of the VM.

mod async_hooks;

use crate::settings::{Settings, Stream};
use alloc::string::String;
use alloc::vec::Vec;
use miniscript_ext::{
    Context, Error, Exception, Function, IntoValue, Local, Module, Res, closure, untyped,
};

const VERSION: &str = concat!("3.11.0 (MiniScript ", env!("CARGO_PKG_VERSION"), ")");

/// Whether the streams are objects of the module `io`.
const HAS_IO: bool = cfg!(feature = "io");

pub(crate) fn module(settings: &Settings) -> Module {
    let Settings {
        argv,
        path,
        executable,
        stderr,
        ..
    } = settings.clone();
    Module::new("sys")
        .doc("This module provides access to some objects used or maintained by the interpreter.")
        .constant("path", path)
        .constant("executable", executable)
        .constant("version", VERSION)
        .constant("hexversion", 0x030B_00F0)
        .constant("maxsize", i64::MAX)
        .constant("maxunicode", 0x0010_FFFF)
        .constant("byteorder", BYTE_ORDER)
        .constant("platform", PLATFORM)
        .constant("copyright", "Copyright (c) The MiniScript developers.")
        .function("exit(status=None, /)", exit)
        .function("getrecursionlimit", recursion_limit)
        .function("setrecursionlimit", set_recursion_limit)
        .function("getdefaultencoding", || "utf-8")
        .function("getfilesystemencoding", || "utf-8")
        .function("intern", intern)
        .function("get_int_max_str_digits", max_digits)
        .function("set_int_max_str_digits(maxdigits)", set_max_digits)
        .function("exc_info", exc_info)
        .function("exception", exception)
        .function("_getframe(depth=0, /)", frame)
        .init(|cx, dict| {
            let modules = cx.modules();
            cx.dict_set_str(dict, "modules", modules)
        })
        .init(move |cx, dict| {
            let mut words = Vec::new();
            for word in &argv {
                words.push(cx.str_from_wtf8(word)?);
            }
            let argv = cx.list(&words)?;
            cx.dict_set_str(dict, "argv", argv)
        })
        .function("excepthook(exctype, value, traceback, /)", except_hook)
        .function("displayhook(object, /)", display_hook)
        .function("unraisablehook(unraisable, /)", unraisable_hook)
        .init(|cx, dict| {
            for name in ["excepthook", "displayhook", "unraisablehook"] {
                let hook = cx.dict_get_str(dict, name)?.unwrap_or(Local::NONE);
                cx.dict_set_str(dict, &alloc::format!("__{name}__"), hook)?;
            }
            Ok(())
        })
        .add(async_hooks::setter())
        .function("get_asyncgen_hooks", async_hooks::get)
        .init(lazy_names)
        .init(move |cx, dict| {
            cx.set_streams(dict);
            if HAS_IO {
                Ok(())
            } else {
                streams(cx, dict, stderr.clone())
            }
        })
}

/// What is made when it is first asked for. With `io`, the streams are its objects: a
/// program that only prints needs none of them.
fn lazy_names<'f>(cx: &mut Context<'f>, dict: Local<'f>) -> Res<'f, ()> {
    let modules = cx.modules();
    let module = cx.dict_get_str(modules, "sys")?.unwrap_or(Local::NONE);
    let find = Function::new("__getattr__(name, /)", find_name);
    let find = cx.function(&find.build(), module)?;
    cx.dict_set_str(dict, "__getattr__", find)?;
    let names = Function::new("__dir__()", all_names);
    let names = cx.function(&names.build(), module)?;
    cx.dict_set_str(dict, "__dir__", names)
}

fn find_name<'f>(cx: &mut Context<'f>, name: Local<'f>) -> Res<'f> {
    let modules = cx.modules();
    let module = cx.dict_get_str(modules, "sys")?.unwrap_or(Local::NONE);
    let wanted = cx.as_str(name).unwrap_or_default();
    if LAZY.contains(&wanted) {
        let value = cx.module_value("_sysinfo", wanted)?;
        let dict = cx.module_dict(module);
        cx.dict_set_str(dict, wanted, value)?;
        return Ok(value);
    }
    let deleted = match wanted {
        "stdin" | "stdout" | "stderr" => {
            let dict = cx.module_dict(module);
            cx.dict_get_str(dict, &alloc::format!("__{wanted}__"))?
                .is_some()
        }
        _ => false,
    };
    let plain = match wanted {
        _ if deleted => return Err(no_attribute(cx, module, name)),
        "stdin" | "__stdin__" if HAS_IO => "stdin",
        "stdout" | "__stdout__" if HAS_IO => "stdout",
        "stderr" | "__stderr__" if HAS_IO => "stderr",
        _ => return Err(no_attribute(cx, module, name)),
    };
    let console = cx.import("_io_console")?;
    let plain_name = cx.str(plain)?;
    let stream = cx.call_method(console, "stream", &[plain_name])?;
    let dict = cx.module_dict(module);
    cx.dict_set_str(dict, wanted, stream)?;
    let original = alloc::format!("__{plain}__");
    if cx.dict_get_str(dict, &original)?.is_none() {
        cx.dict_set_str(dict, &original, stream)?;
    }
    Ok(stream)
}

fn no_attribute<'f>(cx: &mut Context<'f>, module: Local<'f>, name: Local<'f>) -> Error<'f> {
    let wanted = cx.as_str(name).unwrap_or_default();
    let error = cx.raise_kind(
        Exception::AttributeError,
        format_args!("module 'sys' has no attribute '{wanted}'"),
    );
    let exception = cx.exception_of(error);
    for (field, value) in [("name", name), ("obj", module)] {
        if let Err(error) = cx.set_attribute(exception, field, value) {
            return error;
        }
    }
    cx.raise_value(exception)
}

/// All names, those that are not made yet among them.
fn all_names<'f>(cx: &mut Context<'f>) -> Res<'f> {
    let modules = cx.modules();
    let module = cx.dict_get_str(modules, "sys")?.unwrap_or(Local::NONE);
    let dict = cx.module_dict(module);
    let all = cx.dict()?;
    let mut at = 0;
    while let Some((index, key, _)) = cx.dict_next(dict, at) {
        at = index + 1;
        if !matches!(cx.as_str(key), Some("__getattr__" | "__dir__")) {
            cx.dict_set(all, key, Local::NONE)?;
        }
    }
    for name in LAZY {
        cx.dict_set_str(all, name, Local::NONE)?;
    }
    for name in ["stdin", "stdout", "stderr"] {
        let original = alloc::format!("__{name}__");
        if HAS_IO && cx.dict_get_str(dict, &original)?.is_none() {
            cx.dict_set_str(all, name, Local::NONE)?;
            cx.dict_set_str(all, &original, Local::NONE)?;
        }
    }
    cx.collect_list(all)
}

const BYTE_ORDER: &str = if cfg!(target_endian = "big") {
    "big"
} else {
    "little"
};

const PLATFORM: &str = if cfg!(target_os = "linux") {
    "linux"
} else if cfg!(target_os = "macos") {
    "darwin"
} else if cfg!(target_os = "windows") {
    "win32"
} else {
    "miniscript"
};

/// A tuple is the exception's arguments, as in CPython.
fn exit<'f>(cx: &mut Context<'f>, status: Option<Local<'f>>) -> Res<'f> {
    Err(match status {
        Some(status) if cx.is_tuple(status) => {
            let mut args = Vec::new();
            for at in 0..cx.tuple_len(status) {
                args.extend(cx.tuple_get(status, at));
            }
            let error = cx.exit(None);
            let class = cx.exception_of(error);
            let class = cx.type_of(class);
            let exception = cx.call(class, &args)?;
            cx.raise_value(exception)
        }
        status => cx.exit(status),
    })
}

fn recursion_limit<'f>(cx: &mut Context<'f>) -> Res<'f, u32> {
    Ok(cx.recursion_limit())
}

/// What a parameter of C's type `int` takes.
fn c_int<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, i32> {
    let Some(int) = cx.to_index(value)? else {
        let found = cx.type_name(value);
        return Err(cx.type_error(format_args!(
            "'{found}' object cannot be interpreted as an integer"
        )));
    };
    match cx.as_int(int).and_then(|int| i32::try_from(int).ok()) {
        Some(int) => Ok(int),
        None => Err(cx.raise_kind(
            Exception::OverflowError,
            format_args!("Python int too large to convert to C int"),
        )),
    }
}

fn set_recursion_limit<'f>(cx: &mut Context<'f>, limit: Local<'f>) -> Res<'f, ()> {
    let limit = c_int(cx, limit)?;
    let Some(limit) = u32::try_from(limit).ok().filter(|&limit| limit > 0) else {
        return Err(cx.value_error(format_args!(
            "recursion limit must be greater or equal than 1"
        )));
    };
    let depth = cx.recursion_depth();
    if depth >= limit {
        return Err(cx.raise_kind(
            Exception::RecursionError,
            format_args!(
                "cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low"
            ),
        ));
    }
    cx.set_recursion_limit(limit);
    Ok(())
}

fn intern<'f>(cx: &mut Context<'f>, text: Local<'f>) -> Res<'f> {
    if let Some(text) = cx.intern(text)? {
        return Ok(text);
    }
    let found = cx.type_name(text);
    if cx.as_wtf8(text).is_some() {
        return Err(cx.type_error(format_args!("can't intern {found}")));
    }
    Err(cx.type_error(format_args!("intern() argument must be str, not {found}")))
}

fn exc_info<'f>(cx: &mut Context<'f>) -> Res<'f> {
    let exception = cx.handled_exception();
    if cx.is_none(exception) {
        return cx.tuple(&[Local::NONE; 3]);
    }
    let class = cx.type_of(exception);
    let traceback = cx.attribute(exception, "__traceback__")?;
    cx.tuple(&[class, exception, traceback])
}

fn exception<'f>(cx: &mut Context<'f>) -> Res<'f> {
    Ok(cx.handled_exception())
}

fn frame<'f>(cx: &mut Context<'f>, depth: Local<'f>) -> Res<'f> {
    let depth = c_int(cx, depth)?;
    let found = cx.frame_object(usize::try_from(depth).unwrap_or(0))?;
    match found {
        Some(frame) => Ok(frame),
        None => Err(cx.value_error(format_args!("call stack is not deep enough"))),
    }
}

fn max_digits<'f>(cx: &mut Context<'f>) -> Res<'f, usize> {
    Ok(cx.max_digits())
}

fn set_max_digits<'f>(cx: &mut Context<'f>, digits: Local<'f>) -> Res<'f, ()> {
    let digits = match cx.to_index(digits)? {
        Some(int) => cx.as_int(int).unwrap_or(-1),
        None => {
            let found = cx.type_name(digits);
            return Err(cx.type_error(format_args!(
                "'{found}' object cannot be interpreted as an integer"
            )));
        }
    };
    match usize::try_from(digits) {
        Ok(digits) if digits == 0 || digits >= LEAST_DIGITS => {
            cx.set_max_digits(digits);
            Ok(())
        }
        _ => Err(cx.value_error(format_args!(
            "maxdigits must be 0 or larger than {LEAST_DIGITS}"
        ))),
    }
}

/// The lowest limit of digits that is allowed.
const LEAST_DIGITS: usize = 640;

/// What `_sysinfo` has for `sys`.
const LAZY: &[&str] = &[
    "UnraisableHookArgs", "version_info", "flags", "float_info", "int_info", "hash_info",
    "thread_info", "implementation", "api_version", "abiflags", "dont_write_bytecode",
    "pycache_prefix", "platlibdir", "prefix", "exec_prefix", "base_prefix", "base_exec_prefix",
    "warnoptions", "_xoptions", "orig_argv", "builtin_module_names", "stdlib_module_names",
    "getsizeof", "getfilesystemencodeerrors", "is_finalizing", "getswitchinterval",
    "setswitchinterval", "audit", "float_repr_style",
    "get_coroutine_origin_tracking_depth",
];

/// A stream of `sys`; `None` where there is none.
fn stream_of<'f>(cx: &mut Context<'f>, name: &str) -> Res<'f, Option<Local<'f>>> {
    let modules = cx.modules();
    let Some(sys) = cx.dict_get_str(modules, "sys")? else {
        return Ok(None);
    };
    let stream = cx.find_attribute(sys, name)?;
    Ok(stream.filter(|&stream| !cx.is_none(stream)))
}

fn write_to<'f>(cx: &mut Context<'f>, stream: Local<'f>, text: Local<'f>) -> Res<'f, ()> {
    cx.call_method(stream, "write", &[text])?;
    Ok(())
}

/// Shows an exception as the interpreter does.
fn except_hook<'f>(
    cx: &mut Context<'f>,
    _class: Local<'f>,
    value: Local<'f>,
    traceback: Local<'f>,
) -> Res<'f, ()> {
    let Some(stream) = stream_of(cx, "stderr")? else {
        return Ok(());
    };
    if !cx.is_none(traceback)
        && let Some(own) = cx.find_attribute(value, "__traceback__")?
        && cx.is_none(own)
    {
        cx.set_attribute(value, "__traceback__", traceback)?;
    }
    let text = cx.exception_text(value)?;
    write_to(cx, stream, text)?;
    cx.call_method(stream, "flush", &[])?;
    Ok(())
}

/// Shows the value of an expression, and keeps it as `_`.
fn display_hook<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, ()> {
    if cx.is_none(value) {
        return Ok(());
    }
    let builtins = cx.import("builtins")?;
    let names = cx.module_dict(builtins);
    cx.dict_set_str(names, "_", Local::NONE)?;
    let Some(stream) = stream_of(cx, "stdout")? else {
        return Err(cx.raise_kind(
            Exception::RuntimeError,
            format_args!("lost sys.stdout"),
        ));
    };
    let text = cx.to_repr(value)?;
    if let Err(error) = write_to(cx, stream, text) {
        if !cx.error_is_kind(&error, Exception::UnicodeEncodeError) {
            return Err(error);
        }
        // What the stream cannot encode is shown as escapes.
        let encoding = cx.attribute(stream, "encoding")?;
        let handler = cx.str("backslashreplace")?;
        let bytes = cx.call_method(text, "encode", &[encoding, handler])?;
        match cx.find_attribute(stream, "buffer")? {
            Some(buffer) => write_to(cx, buffer, bytes)?,
            None => {
                let text = cx.call_method(bytes, "decode", &[encoding])?;
                write_to(cx, stream, text)?;
            }
        }
    }
    let end = cx.str("\n")?;
    write_to(cx, stream, end)?;
    cx.dict_set_str(names, "_", value)
}

/// Shows an exception that nobody could handle.
fn unraisable_hook<'f>(cx: &mut Context<'f>, args: Local<'f>) -> Res<'f, ()> {
    if cx.type_name(args) != "UnraisableHookArgs" {
        return Err(cx.type_error(format_args!(
            "sys.unraisablehook argument type must be UnraisableHookArgs"
        )));
    }
    let Some(stream) = stream_of(cx, "stderr")? else {
        return Ok(());
    };
    let message = cx.attribute(args, "err_msg")?;
    let object = cx.attribute(args, "object")?;
    let value = cx.attribute(args, "exc_value")?;
    let message = cx.as_str(message);
    let head = if cx.is_none(object) {
        message.map(|message| alloc::format!("{message}:\n"))
    } else {
        let shown = cx.to_repr(object)?;
        let shown = cx.as_str(shown).unwrap_or("?");
        let message = message.unwrap_or("Exception ignored in");
        Some(alloc::format!("{message}: {shown}\n"))
    };
    if let Some(head) = head {
        let head = cx.str(&head)?;
        write_to(cx, stream, head)?;
    }
    let text = cx.exception_text(value)?;
    write_to(cx, stream, text)
}

/// `stdout` and `stderr`: objects with `write` and `flush`.
fn streams<'f>(cx: &mut Context<'f>, dict: Local<'f>, stderr: Option<Stream>) -> Res<'f, ()> {
    let write = Function::new(
        "write(text, /)",
        closure!(|cx, text: Local| {
            let bytes = text_of(cx, text)?;
            cx.write_output(&bytes)?;
            length(cx, text)
        }),
    );
    let flush = Function::new(
        "flush()",
        closure!(|cx| {
            cx.flush_output()?;
            Ok(Local::NONE)
        }),
    );
    stream(cx, dict, "stdout", write, flush)?;
    let write = Function::new(
        "write(text, /)",
        closure!(move |cx, text: Local| {
            let bytes = text_of(cx, text)?;
            cx.charge_output(bytes.len())?;
            if let Some(stream) = &stderr {
                stream(&bytes);
            }
            length(cx, text)
        }),
    );
    let flush = Function::new("flush()", untyped(|_, _| Ok(Local::NONE)));
    stream(cx, dict, "stderr", write, flush)
}

fn stream<'f>(
    cx: &mut Context<'f>,
    dict: Local<'f>,
    name: &str,
    write: Function,
    flush: Function,
) -> Res<'f, ()> {
    let namespace = cx.namespace(name)?;
    let write = cx.function(&write.build(), namespace)?;
    let flush = cx.function(&flush.build(), namespace)?;
    let is_terminal = Function::new("isatty()", || false);
    let is_terminal = cx.function(&is_terminal.build(), namespace)?;
    let inner = cx.module_dict(namespace);
    cx.dict_set_str(inner, "write", write)?;
    cx.dict_set_str(inner, "flush", flush)?;
    cx.dict_set_str(inner, "isatty", is_terminal)?;
    let encoding = cx.str("utf-8")?;
    cx.dict_set_str(inner, "encoding", encoding)?;
    let title = cx.str(&alloc::format!("<{name}>"))?;
    cx.dict_set_str(inner, "name", title)?;
    cx.dict_set_str(dict, name, namespace)?;
    cx.dict_set_str(dict, &alloc::format!("__{name}__"), namespace)
}

/// UTF-8 of a str; lone surrogates have none.
fn text_of<'f>(cx: &mut Context<'f>, text: Local<'f>) -> Res<'f, Vec<u8>> {
    if !cx.is_str(text) {
        let found = cx.type_name(text);
        return Err(cx.type_error(format_args!("write() argument must be str, not {found}")));
    }
    match <String as miniscript_ext::FromArg>::from_local(cx, text) {
        Ok(text) => Ok(text.into_bytes()),
        Err(miniscript_ext::Mismatch::Raised(error)) => Err(error),
        Err(miniscript_ext::Mismatch::Expected(expected)) => {
            Err(cx.type_error(format_args!("write() argument must be {expected}")))
        }
    }
}

fn length<'f>(cx: &mut Context<'f>, text: Local<'f>) -> Res<'f> {
    cx.str_len(text).unwrap_or(0).into_value(cx)
}
