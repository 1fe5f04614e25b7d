//! Hints for calls whose arguments do not fit, with the function's signature.

use super::Hint;
use crate::builtins::traceback::Nearest;
use crate::compile::chunk::Proto;
use crate::object::Kind;
use crate::vm::context::misc::FunctionPart;
use crate::vm::context::{Context, Local, Res};
use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Parameters that are shown at most.
const SHOWN: usize = 12;

/// A TypeError about the arguments of a call.
pub(super) fn mismatch<'f>(
    cx: &mut Context<'f>,
    exception: Local<'f>,
    text: &str,
) -> Res<'f, Option<Hint>> {
    let Some((qualname, rest)) = text.split_once("() ") else {
        return Ok(None);
    };
    let about = ["missing ", "takes ", "got an unexpected keyword", "got multiple values", "got some positional"];
    if !about.iter().any(|start| rest.starts_with(start)) {
        return Ok(None);
    }
    if let Some(class) = qualname.strip_suffix(".__init__")
        && rest == "takes 0 positional arguments but 1 was given"
    {
        return Ok(Some(Cow::Owned(format!(
            "the first parameter of a method is the object: def __init__(self) in '{class}'"
        ))));
    }
    if rest == "takes no arguments" {
        return Ok(Some(Cow::Owned(format!(
            "'{qualname}' has no '__init__' that takes them (two '_' on either side of the name)"
        ))));
    }
    let Some(proto) = find(cx, exception, qualname)? else {
        return Ok(None);
    };
    let names = parameters(proto);
    let method = is_method(qualname);
    let first = names.first().map_or("", |name| *name);
    if method && rest.starts_with("takes ") && first != "self" && first != "cls" {
        return Ok(Some(Cow::Owned(format!(
            "the first parameter of a method is the object: def {}(self{}{})",
            proto.name,
            if names.is_empty() { "" } else { ", " },
            names.join(", ")
        ))));
    }
    if method && rest.ends_with("positional argument: 'self'") {
        let (class, name) = qualname.rsplit_once('.').unwrap_or(("", qualname));
        return Ok(Some(Cow::Owned(format!(
            "a method is called on an object: {class}().{name}(), not {class}.{name}()"
        ))));
    }
    let shown = signature(proto, method);
    if let Some(wanted) = rest.strip_prefix("got an unexpected keyword argument '") {
        let wanted = wanted.trim_end_matches('\'');
        let mut nearest = Nearest::new(wanted);
        for (at, name) in names.iter().enumerate() {
            nearest.offer(at, name.as_bytes());
        }
        if let Some(name) = nearest.found.and_then(|at| names.get(at)) {
            return Ok(Some(Cow::Owned(format!("it has the parameter '{name}': {shown}"))));
        }
    }
    Ok(Some(Cow::Owned(format!("its parameters are {shown}"))))
}

/// Whether a dotted name is that of a function within a class.
fn is_method(qualname: &str) -> bool {
    match qualname.rsplit_once('.') {
        Some((owner, _)) => !owner.ends_with("<locals>"),
        None => false,
    }
}

/// The function of that dotted name, in the module that the exception comes from.
fn find<'f>(
    cx: &mut Context<'f>,
    exception: Local<'f>,
    qualname: &str,
) -> Res<'f, Option<&'f Proto>> {
    let Some((.., traceback, _)) = cx.exception_links(exception) else {
        return Ok(None);
    };
    let (_, innermost) = cx.traceback_tail(traceback, 1);
    let Some(entry) = cx.traceback_entry(innermost) else {
        return Ok(None);
    };
    let Some(mut namespace) = cx.module_of_file(entry.filename)? else {
        return Ok(None);
    };
    let mut parts = qualname.split('.').peekable();
    while let Some(part) = parts.next() {
        if part == "<locals>" {
            return Ok(None);
        }
        let Some(found) = cx.dict_get_str(namespace, part)? else {
            return Ok(None);
        };
        if parts.peek().is_none() {
            if !cx.is(found, Kind::Function) {
                return Ok(None);
            }
            let code = cx.function_part(found, FunctionPart::Code);
            return Ok(code.and_then(|code| cx.code_proto(code)));
        }
        if cx.class_id(found).is_none() {
            return Ok(None);
        }
        match cx.type_namespace(found) {
            Some(names) if cx.is_dict(names) => namespace = names,
            _ => return Ok(None),
        }
    }
    Ok(None)
}

/// Positional and keyword-only parameters.
fn parameters(proto: &Proto) -> Vec<&str> {
    let count = usize::from(proto.args) + usize::from(proto.kwonly);
    let names = proto.reg_names.iter().take(count.min(SHOWN));
    names.map(|name| &**name).collect()
}

/// `f(a, /, b, *args, c, **kwargs)`; a method's without its object.
fn signature(proto: &Proto, method: bool) -> String {
    let mut text = String::from(&*proto.name);
    text.push('(');
    let (args, posonly) = (usize::from(proto.args), usize::from(proto.posonly));
    let named = args + usize::from(proto.kwonly);
    let mut parts: Vec<String> = Vec::new();
    let name = |at: usize| proto.reg_names.get(at).map_or("", |name| &**name);
    for at in usize::from(method)..args {
        parts.push(String::from(name(at)));
        if at + 1 == posonly {
            parts.push(String::from("/"));
        }
    }
    let mut next = named;
    if proto.flags & Proto::VARARGS != 0 {
        parts.push(format!("*{}", name(next)));
        next += 1;
    } else if proto.kwonly > 0 {
        parts.push(String::from("*"));
    }
    for at in args..named {
        parts.push(String::from(name(at)));
    }
    if proto.flags & Proto::VARKW != 0 {
        parts.push(format!("**{}", name(next)));
    }
    if parts.len() > SHOWN {
        parts.truncate(SHOWN);
        parts.push(String::from("..."));
    }
    text.push_str(&parts.join(", "));
    text.push(')');
    text
}
