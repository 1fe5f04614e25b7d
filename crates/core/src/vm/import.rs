//! `import`: from the table of modules, the standard ones, the registry, and the
//! embedder's source, in that order.

use crate::builtins::protocol;
use crate::compile::Chunk;
use crate::compile::image::{ImageError, Reason};
use crate::heap::OutOfMemory;
use crate::object::*;
use crate::registry::Frozen;
use crate::syntax::{Mode, Origin};
use crate::value::Raw;
use crate::vm::context::{Context, Error, Local, Res};
use crate::vm::host::Found;
use crate::vm::link;
pub(crate) use crate::vm::source::{Unit, compile_source, compile_unit};
use crate::vm::state::State;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// `import NAME` as the statement does it: with a from-list the module itself,
/// without one the top package. `level` counts the dots of a relative import.
pub(crate) fn from_statement<'f>(
    cx: &mut Context<'f>,
    name: Local<'f>,
    fromlist: Local<'f>,
    level: u8,
    globals: Local<'f>,
) -> Res<'f> {
    let text = cx.as_str(name).unwrap_or("");
    let full = if level == 0 {
        String::from(text)
    } else {
        resolve(cx, text, level, globals)?
    };
    let module = load(cx, &full)?;
    if cx.tuple_len(fromlist) == 0 {
        if level == 0
            && let Some((top, _)) = full.split_once('.')
        {
            return loaded(cx, top)?.map_or_else(|| Ok(module), Ok);
        }
        return Ok(module);
    }
    // Names of the list may be submodules that are not loaded yet.
    let path = cx.name("__path__")?;
    if cx.find_attr(module, path)?.is_some() {
        for i in 0..cx.tuple_len(fromlist) {
            let Some(item) = cx.tuple_get(fromlist, i) else {
                continue;
            };
            let text = cx.as_str(item).unwrap_or("");
            if text != "*" && cx.find_attr(module, item)?.is_none() {
                let sub = alloc::format!("{full}.{text}");
                match load(cx, &sub) {
                    Ok(_) => {}
                    // What the submodule itself lacks is no reason to pass it over.
                    Err(Error::Raised(exception)) if !lacks(cx, exception, &sub)? => {
                        return Err(Error::Raised(exception));
                    }
                    Err(Error::Foreign(fail)) => return Err(Error::Foreign(fail)),
                    Err(_) => {}
                }
            }
        }
    }
    Ok(module)
}

/// Whether the exception says that the module of this name is not there.
fn lacks<'f>(cx: &mut Context<'f>, exception: Local<'f>, full: &str) -> Res<'f, bool> {
    if !cx.error_is(&Error::Raised(exception), ClassId::ModuleNotFoundError) {
        return Ok(false);
    }
    let key = cx.name("name")?;
    let name = cx.find_attr(exception, key)?;
    Ok(name.and_then(|name| cx.as_str(name)) == Some(full))
}

/// `__import__` without globals: absolute names only.
pub(crate) fn import<'f>(
    cx: &mut Context<'f>,
    name: Local<'f>,
    fromlist: Local<'f>,
    level: u8,
) -> Res<'f> {
    let fromlist = match cx.kind(fromlist) {
        Some(Kind::Tuple) => fromlist,
        _ if cx.is_none(fromlist) => fromlist,
        _ => {
            let list = crate::builtins::protocol::list_of(cx, fromlist)?;
            cx.tuple_from_list(list)?
        }
    };
    from_statement(cx, name, fromlist, level, Local::NONE)
}

/// The full name of a relative import.
fn resolve<'f>(cx: &mut Context<'f>, name: &str, level: u8, globals: Local<'f>) -> Res<'f, String> {
    let package = match cx.dict_get_str(globals, "__package__")? {
        Some(package) => cx.as_str(package).unwrap_or(""),
        None => "",
    };
    if package.is_empty() {
        return Err(cx.raise(
            ClassId::ImportError,
            format_args!("attempted relative import with no known parent package"),
        ));
    }
    let mut base = package;
    for _ in 1..level {
        match base.rsplit_once('.') {
            Some((parent, _)) => base = parent,
            None => {
                return Err(cx.raise(
                    ClassId::ImportError,
                    format_args!("attempted relative import beyond top-level package"),
                ));
            }
        }
    }
    Ok(if name.is_empty() {
        String::from(base)
    } else {
        alloc::format!("{base}.{name}")
    })
}

/// The module of the table, if it is loaded.
fn loaded<'f>(cx: &mut Context<'f>, name: &str) -> Res<'f, Option<Local<'f>>> {
    // SAFETY: the table of modules is a root.
    let modules = unsafe { cx.root(Raw::from_ptr((*cx.vm()).modules)) };
    let found = cx.dict_get_str(modules, name)?;
    match found {
        Some(module) if cx.is_none(module) => Err(missing(
            cx,
            name,
            format_args!("import of {name} halted; None in sys.modules"),
        )),
        found => Ok(found),
    }
}

/// Loads a module by its full name, its packages first.
pub(crate) fn load<'f>(cx: &mut Context<'f>, full: &str) -> Res<'f> {
    if let Some(module) = loaded(cx, full)? {
        return Ok(module);
    }
    let mut folders: Option<Vec<String>> = None;
    let mut parent: Option<Local<'f>> = None;
    let last = match full.rsplit_once('.') {
        Some((package, last)) => {
            // SAFETY: the table of modules is a root.
            let modules = unsafe { cx.root(Raw::from_ptr((*cx.vm()).modules)) };
            let found = cx.dict_get_str(modules, package)?;
            if found.is_some_and(|found| cx.is_none(found)) {
                return Err(not_found(cx, full, Some(package)));
            }
            let module = load(cx, package)?;
            // The package may have put it there, as `os` does with `os.path`.
            if let Some(module) = loaded(cx, full)? {
                return Ok(module);
            }
            let path = cx.name("__path__")?;
            let Some(list) = cx.find_attr(module, path)? else {
                return Err(not_found(cx, full, Some(package)));
            };
            folders = Some(texts(cx, list));
            parent = Some(module);
            last
        }
        None => full,
    };
    if let Some(module) = loaded(cx, full)? {
        return Ok(module);
    }
    let module = if parent.is_none()
        && let Some(module) = crate::registry::import(cx, full)?
    {
        module
    } else if let Some(frozen) = cx.with_registry(|registry| registry.find_frozen(full)) {
        thaw(cx, frozen)?
    } else {
        find(cx, full, last, folders.as_deref())?
    };
    if let Some(parent) = parent {
        let name = cx.name(last)?;
        cx.set_attr(parent, name, module)?;
    }
    Ok(module)
}

/// Loads a standard module that is written in the language.
fn thaw<'f>(cx: &mut Context<'f>, frozen: Frozen) -> Res<'f> {
    let filename = alloc::format!("<frozen {}>", frozen.name);
    let chunk = match Chunk::from_static(frozen.image, image_room(cx)) {
        Ok(chunk) => Arc::new(chunk),
        Err(error) => return Err(refused(cx, &filename, &error)),
    };
    let folder = frozen.package.then_some("<frozen>");
    cx.unstressed(|cx| run_module(cx, &chunk, frozen.name, None, folder))
}

/// Asks the host's source: for a package's module each folder of its `__path__` in turn.
pub(super) fn search(
    cx: &Context<'_>,
    name: &str,
    folders: Option<&[String]>,
    top: bool,
) -> Result<Option<Found>, String> {
    // SAFETY: the host's source is not used again while it runs.
    let Some(source) = (unsafe { &mut (*cx.vm()).host.modules }) else {
        return Ok(None);
    };
    let Some(folders) = folders else {
        return source.find(name, None);
    };
    let usual = top && !source.searches_path();
    let places = folders.iter().map(|folder| Some(folder.as_str()));
    let mut portions = Vec::new();
    for place in places.chain(usual.then_some(None)) {
        match source.find(name, place)? {
            Some(Found::Namespace(more)) => portions.extend(more),
            Some(found) => return Ok(Some(found)),
            None => {}
        }
    }
    Ok((!portions.is_empty()).then_some(Found::Namespace(portions)))
}

/// The folders of `sys.path` as the script has left it; `None` where there are none: the
/// host looks where it always does.
fn script_path<'f>(cx: &mut Context<'f>) -> Res<'f, Option<Vec<String>>> {
    let Some(namespace) = cx.sys_namespace()? else {
        return Ok(None);
    };
    let Some(list) = cx.dict_get_str(namespace, "path")? else {
        return Ok(None);
    };
    Ok(Some(texts(cx, list)).filter(|texts| !texts.is_empty()))
}

/// The texts in a list of folders; what is no text is passed over.
pub(super) fn texts<'f>(cx: &mut Context<'f>, list: Local<'f>) -> Vec<String> {
    let texts = (0..cx.seq_len(list)).filter_map(|at| {
        let folder = cx.seq_get(list, at)?;
        cx.as_str(folder).map(String::from)
    });
    texts.collect()
}

fn find<'f>(cx: &mut Context<'f>, full: &str, last: &str, folders: Option<&[String]>) -> Res<'f> {
    let own = match folders {
        None => script_path(cx)?,
        Some(_) => None,
    };
    match search(cx, last, folders.or(own.as_deref()), own.is_some()) {
        Ok(Some(Found::Source {
            text,
            filename,
            package,
        })) => {
            let chunk = compile_source(cx, &text, &filename, Mode::Module, Origin::Module)?;
            run_module(cx, &chunk, full, Some(&filename), package.as_deref())
        }
        Ok(Some(Found::Compiled {
            image,
            filename,
            source,
            package,
        })) => {
            let chunk = loaded_image(cx, &image, &filename, source)?;
            run_module(cx, &chunk, full, Some(&filename), package.as_deref())
        }
        Ok(Some(Found::Native(module))) => {
            let name = String::from(module.name());
            if let Err(refusal) = cx.with_registry(|registry| registry.register(*module)) {
                return Err(cx.raise(ClassId::ImportError, format_args!("{refusal}")));
            }
            match crate::registry::import(cx, &name)? {
                Some(module) => Ok(module),
                None => Err(not_found(cx, full, None)),
            }
        }
        Ok(Some(Found::Namespace(folders))) => namespace_package(cx, full, &folders),
        Ok(None) => Err(not_found(cx, full, None)),
        Err(text) => Err(cx.raise_bytes(ClassId::ImportError, text.as_bytes())),
    }
}

/// The chunk of an image that the host has found.
pub(crate) fn loaded_image<'f>(
    cx: &mut Context<'f>,
    image: &[u8],
    filename: &str,
    source: String,
) -> Res<'f, Arc<Chunk>> {
    match Chunk::from_bytes(image, image_room(cx)) {
        Ok(chunk) => Ok(Arc::new(chunk.with_filename(source))),
        Err(error) => Err(refused(cx, filename, &error)),
    }
}

/// What a chunk that is loaded may take: what the heap has left.
pub(crate) fn image_room(cx: &Context<'_>) -> usize {
    cx.heap_room()
}

/// The error of bytecode that is refused.
#[cold]
fn refused<'f>(cx: &mut Context<'f>, filename: &str, error: &ImageError) -> Error<'f> {
    if error.reason == Reason::Memory {
        return cx.memory_error();
    }
    cx.raise(
        ClassId::ImportError,
        format_args!("cannot load '{filename}': {error}"),
    )
}

#[cold]
fn not_found<'f>(cx: &mut Context<'f>, full: &str, not_package: Option<&str>) -> Error<'f> {
    match not_package {
        Some(package) => missing(
            cx,
            full,
            format_args!("No module named '{full}'; '{package}' is not a package"),
        ),
        None => missing(cx, full, format_args!("No module named '{full}'")),
    }
}

/// The error that says that there is no such module; it has its name.
#[cold]
fn missing<'f>(cx: &mut Context<'f>, full: &str, text: core::fmt::Arguments<'_>) -> Error<'f> {
    let error = cx.raise(ClassId::ModuleNotFoundError, text);
    let exception = cx.exception(error);
    let key = cx.names().name_attr;
    if let Ok(name) = cx.str(full) {
        // SAFETY: exception and name are rooted.
        unsafe {
            let raw = cx.raw(exception);
            if is_kind(raw, Kind::Exception) {
                let _ = crate::vm::attr::exception_attr(cx.vm(), raw.ptr(), key, cx.raw(name));
            }
        }
    }
    Error::Raised(exception)
}

/// A new module with the usual names, entered into the table of modules.
pub(crate) fn new_module<'f>(cx: &mut Context<'f>, name: &str) -> Res<'f, (Local<'f>, Local<'f>)> {
    let dict = cx.dict()?;
    let interned = cx.name(name)?;
    let (name_raw, dict_raw) = (cx.raw(interned), cx.raw(dict));
    // SAFETY: name and dict are rooted.
    let module = cx.alloc(|heap| unsafe {
        ModuleObj::new(heap, name_raw, dict_raw.ptr()).map(Raw::from_ptr)
    })?;
    cx.dict_set_str(dict, "__name__", interned)?;
    cx.dict_set_str(dict, "__doc__", Local::NONE)?;
    cx.dict_set_str(dict, "__package__", Local::NONE)?;
    cx.dict_set_str(dict, "__loader__", Local::NONE)?;
    cx.dict_set_str(dict, "__spec__", Local::NONE)?;
    // SAFETY: the table of modules is a root.
    let modules = unsafe { cx.root(Raw::from_ptr((*cx.vm()).modules)) };
    if name == "__main__" {
        let annotations = cx.dict()?;
        cx.dict_set_str(dict, "__annotations__", annotations)?;
        if let Some(builtins) = cx.dict_get_str(modules, "builtins")? {
            cx.dict_set_str(dict, "__builtins__", builtins)?;
        }
    }
    cx.dict_set(modules, interned, module)?;
    Ok((module, dict))
}

/// Makes a module and runs a chunk in it; a module that fails is not kept.
pub(crate) fn run_module<'f>(
    cx: &mut Context<'f>,
    chunk: &Arc<Chunk>,
    name: &str,
    filename: Option<&str>,
    package: Option<&str>,
) -> Res<'f> {
    let (module, dict) = new_module(cx, name)?;
    if let Some(filename) = filename {
        let value = cx.str(filename)?;
        cx.dict_set_str(dict, "__file__", value)?;
    }
    let parent = match package {
        Some(folder) => {
            let folder = cx.str(folder)?;
            let list = cx.list(&[folder])?;
            cx.dict_set_str(dict, "__path__", list)?;
            name
        }
        None => name.rsplit_once('.').map_or("", |(parent, _)| parent),
    };
    if name != "__main__" {
        let value = cx.str(parent)?;
        cx.dict_set_str(dict, "__package__", value)?;
        cx.dict_set_str(dict, "__cached__", Local::NONE)?;
        let builtins = cx.builtins();
        cx.dict_set_str(dict, "__builtins__", builtins)?;
    }
    match run_chunk(cx, chunk, dict) {
        Ok(_) => Ok(loaded(cx, name)?.unwrap_or(module)),
        Err(error) => {
            if name != "__main__" {
                // SAFETY: the table of modules is a root.
                let modules = unsafe { cx.root(Raw::from_ptr((*cx.vm()).modules)) };
                let key = cx.name(name)?;
                cx.dict_remove(modules, key)?;
            }
            Err(error)
        }
    }
}

/// A package without code of its own, whose modules lie in several folders.
fn namespace_package<'f>(cx: &mut Context<'f>, name: &str, folders: &[String]) -> Res<'f> {
    let (module, dict) = new_module(cx, name)?;
    let list = cx.list(&[])?;
    for folder in folders {
        let folder = cx.str(folder)?;
        cx.list_push(list, folder)?;
    }
    cx.dict_set_str(dict, "__path__", list)?;
    cx.dict_set_str(dict, "__file__", Local::NONE)?;
    let name = cx.str(name)?;
    cx.dict_set_str(dict, "__package__", name)?;
    Ok(module)
}

/// Runs a chunk's body with these globals; the value of an expression chunk.
pub(crate) fn run_chunk<'f>(
    cx: &mut Context<'f>,
    chunk: &Arc<Chunk>,
    globals: Local<'f>,
) -> Res<'f> {
    let function = body(cx, chunk, globals)?;
    cx.call(function, &[])
}

/// A chunk's body as a function with these globals.
pub(crate) fn body<'f>(cx: &mut Context<'f>, chunk: &Arc<Chunk>, globals: Local<'f>) -> Res<'f> {
    if let Some(constant) = chunk
        .protos
        .first()
        .and_then(|proto| proto.doc.map(|doc| &proto.consts[doc as usize]))
    {
        // SAFETY: raw layer; the word is rooted at once.
        let doc = unsafe {
            match link::build(cx.vm(), constant) {
                Ok(raw) => cx.root(raw),
                Err(OutOfMemory) => return Err(cx.memory_error()),
            }
        };
        cx.dict_set_str(globals, "__doc__", doc)?;
    }
    let vm = cx.vm();
    let globals = cx.raw(globals);
    // SAFETY: the globals are rooted; `alloc` roots the function.
    cx.alloc(|heap| unsafe {
        let code = link::link(vm, chunk, 0)?;
        let builtins = builtins_of(vm, globals.ptr());
        FuncObj::new(heap, code, globals.ptr(), builtins).map(Raw::from_ptr)
    })
}

/// The built-in names of code with these globals: what `__builtins__` in them says, a
/// module or a namespace, else the VM's.
///
/// # Safety
/// Raw layer: the globals are live.
pub(crate) unsafe fn builtins_of(vm: *mut State, globals: *mut DictObj) -> Raw {
    let name = (*vm).names.builtins;
    (*vm).hash_str(name);
    match DictObj::get_str(globals, name, (*vm).secret) {
        Some(module) if is_kind(module, Kind::Module) => {
            Raw::from_ptr((*module.ptr::<ModuleObj>()).dict)
        }
        Some(other) => other,
        None => Raw::from_ptr((*vm).builtins),
    }
}

/// `from module import name`.
pub(crate) fn attribute<'f>(cx: &mut Context<'f>, module: Local<'f>, name: Local<'f>) -> Res<'f> {
    if let Some(value) = cx.find_attr(module, name)? {
        return Ok(value);
    }
    let text = cx.as_str(name).unwrap_or("?");
    let key = cx.name("__name__")?;
    let package = match cx.find_attr(module, key)? {
        Some(package) => cx.as_str(package).unwrap_or("<unknown module name>"),
        None => "<unknown module name>",
    };
    // A submodule that is being imported in a cycle is in the table already.
    let full = alloc::format!("{package}.{text}");
    if let Some(module) = loaded(cx, &full)? {
        return Ok(module);
    }
    let key = cx.name("__file__")?;
    let file = cx.find_attr(module, key)?.unwrap_or(Local::NONE);
    let place = cx.as_str(file).unwrap_or("unknown location");
    let error = cx.raise(
        ClassId::ImportError,
        format_args!("cannot import name '{text}' from '{package}' ({place})"),
    );
    let exception = cx.exception(error);
    let package = cx.str(package)?;
    cx.set_own_field(exception, "name", package)?;
    cx.set_own_field(exception, "path", file)?;
    Err(Error::Raised(exception))
}

/// `from module import *`.
pub(crate) fn star<'f>(
    cx: &mut Context<'f>,
    module: Local<'f>,
    namespace: Local<'f>,
) -> Res<'f, ()> {
    let raw = cx.raw(module);
    // SAFETY: the module is rooted and its kind checked.
    let dict = unsafe {
        if !is_kind(raw, Kind::Module) {
            return Ok(());
        }
        cx.root(Raw::from_ptr((*raw.ptr::<ModuleObj>()).dict))
    };
    if let Some(all) = cx.dict_get_str(dict, "__all__")? {
        for i in 0..cx.seq_len(all) {
            let Some(name) = cx.seq_get(all, i) else {
                continue;
            };
            if !cx.is(name, Kind::Str) {
                let found = cx.type_name(name);
                let module = cx.dict_get_str(dict, "__name__")?.unwrap_or(Local::NONE);
                let module = cx.as_str(module).unwrap_or("?");
                return Err(cx.type_error(format_args!(
                    "Item in {module}.__all__ must be str, not {found}"
                )));
            }
            let value = attribute_or_error(cx, module, name)?;
            protocol::set_item(cx, namespace, name, value)?;
        }
        return Ok(());
    }
    let mut at = 0;
    while let Some((index, key, value)) = cx.dict_next(dict, at) {
        at = index + 1;
        if cx.as_str(key).is_some_and(|text| !text.starts_with('_')) {
            protocol::set_item(cx, namespace, key, value)?;
        }
    }
    Ok(())
}

fn attribute_or_error<'f>(cx: &mut Context<'f>, module: Local<'f>, name: Local<'f>) -> Res<'f> {
    cx.get_attr(module, name)
}
