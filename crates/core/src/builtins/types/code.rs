//! Code objects and cells.

use super::generic_alias::read_only;
use crate::builtins::protocol;
use crate::compile::chunk::Proto;
use crate::compile::opcode::{Instr, Op};
use crate::compile::part::Part;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

static METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::property("co_name", name, read_only),
    NativeDef::property("co_qualname", qualname, read_only),
    NativeDef::property("co_filename", filename, read_only),
    NativeDef::property("co_firstlineno", first_line, read_only),
    NativeDef::property("co_argcount", argcount, read_only),
    NativeDef::property("co_posonlyargcount", posonly, read_only),
    NativeDef::property("co_kwonlyargcount", kwonly, read_only),
    NativeDef::getter("co_varnames", varnames),
    NativeDef::getter("co_freevars", freevars),
    NativeDef::property("co_nlocals", nlocals, read_only),
    NativeDef::property("co_flags", flags, read_only),
    NativeDef::property("co_consts", consts, read_only),
    NativeDef::property("co_names", global_names, read_only),
    NativeDef::getter("co_cellvars", cellvars),
    NativeDef::property("co_stacksize", stacksize, read_only),
    NativeDef::method("co_lines", "(self, /)", lines),
    NativeDef::method("co_positions", "(self, /)", positions),
    NativeDef::method("replace", "(self, /, **changes)", replace),
    NativeDef::method("__eq__", "(self, value, /)", eq),
    NativeDef::method("__ne__", "(self, value, /)", ne),
    NativeDef::method("__hash__", "(self, /)", hash),
];

/// `code`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Code,
    new: None,
    methods: METHODS,
    doc: crate::features::doc("Create a code object.  Not for mere mortals."),
    base: false,
};

static CELL_METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::property("cell_contents", contents, set_contents),
];

/// `cell`.
pub(crate) static CELL: TypeDef = TypeDef {
    class: ClassId::Cell,
    new: Some(NativeDef::function(
        "cell",
        "(cls, contents=None, /)",
        new_cell,
    )),
    methods: CELL_METHODS,
    doc: crate::features::doc("Create a new cell object."),
    base: false,
};

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::text::repr_of_kind(cx, args.at(0))
}

/// A number of the code's description.
fn number<'f>(cx: &mut Context<'f>, args: Args<'f>, of: fn(&Proto) -> u32) -> Res<'f> {
    let value = cx.code_proto(args.at(0)).map_or(0, of);
    cx.int(i64::from(value))
}

fn names<'f>(cx: &mut Context<'f>, names: &[Part<str>]) -> Res<'f> {
    let list = cx.list_with_capacity(names.len())?;
    for name in names {
        cx.scope(|cx| {
            let name = cx.name(name)?;
            cx.list_push(list, name)
        })?;
    }
    cx.tuple_from_list(list)
}

fn name<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let name = cx.code_proto(args.at(0)).map_or("", |proto| &*proto.name);
    cx.name(name)
}

fn qualname<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let name = cx
        .code_proto(args.at(0))
        .map_or("", |proto| &*proto.qualname);
    cx.name(name)
}

fn filename<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let filename = cx.code_filename(args.at(0));
    cx.str(filename)
}

fn first_line<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    number(cx, args, |proto| proto.first_line)
}

fn argcount<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    number(cx, args, |proto| u32::from(proto.args))
}

fn posonly<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    number(cx, args, |proto| u32::from(proto.posonly))
}

fn kwonly<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    number(cx, args, |proto| u32::from(proto.kwonly))
}

fn nlocals<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    number(cx, args, |proto| locals(proto).count() as u32)
}

/// CPython's `CO_OPTIMIZED`, `CO_NEWLOCALS`, `CO_VARARGS` and so on.
fn flags<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let flags = flags_of(cx, args.at(0));
    cx.int(i64::from(flags))
}

/// `CO_ITERABLE_COROUTINE`.
const ITERABLE: u32 = 256;

fn flags_of<'f>(cx: &mut Context<'f>, code: Local<'f>) -> u32 {
    let Some(proto) = cx.code_proto(code) else {
        return 0;
    };
    let of = |flag: u8, value: u32| if proto.flags & flag != 0 { value } else { 0 };
    let function = if proto.flags & Proto::NAMESPACE == 0 {
        3
    } else {
        0
    };
    let nested = if proto.free_names.is_empty() { 0 } else { 16 };
    let iterable = if cx.is_iterable_code(code) {
        ITERABLE
    } else {
        0
    };
    function
        | nested
        | iterable
        | of(Proto::VARARGS, 4)
        | of(Proto::VARKW, 8)
        | of(Proto::TEXT_ANNOTATIONS, 0x0100_0000)
        | match proto.flags & (Proto::GENERATOR | Proto::COROUTINE) {
            0 => 0,
            Proto::GENERATOR => 32,
            Proto::COROUTINE => 128,
            _ => 512,
        }
}

/// The same code with changes: of the constants, and of whether generators can be
/// awaited. What else is named must be what it is already.
fn replace<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let code = args.at(0);
    let changes = args.at(args.len().saturating_sub(1));
    let mut iterable = cx.is_iterable_code(code);
    let mut constants = alloc::vec::Vec::new();
    let mut at = 0;
    while let Some((index, key, value)) = cx.dict_next(changes, at) {
        at = index + 1;
        let name = cx.as_str(key).unwrap_or("?");
        let field = name.strip_prefix("co_").filter(|_| name != "co_lines");
        let current = match field {
            Some(_) => cx.find_attribute(code, name)?,
            None => None,
        };
        let Some(current) = current else {
            return Err(cx.type_error(format_args!(
                "'{name}' is an invalid keyword argument for replace()"
            )));
        };
        if name == "co_flags" && cx.is_int(value) {
            let flags = cx.as_int(value).and_then(|flags| u32::try_from(flags).ok());
            if flags.map(|flags| flags & !ITERABLE) == Some(flags_of(cx, code) & !ITERABLE) {
                iterable = flags.is_some_and(|flags| flags & ITERABLE != 0);
                continue;
            }
        }
        if name == "co_consts" && cx.is(value, Kind::Tuple) {
            let places = const_places(cx, code);
            let inner = inner_count(cx, code);
            if places.len() + inner == cx.tuple_len(value) {
                constants.clear();
                for (item, place) in places.into_iter().enumerate() {
                    if let Some(item) = cx.tuple_get(value, item) {
                        constants.push((place, item));
                    }
                }
                continue;
            }
        }
        if !protocol::eq(cx, current, value)? {
            return Err(cx.value_error(format_args!(
                "replace() cannot change {name} of compiled code"
            )));
        }
    }
    cx.copy_code(code, iterable, &constants)
}

/// Which constants of the code `co_consts` shows: names are constants of their own here.
fn const_places<'f>(cx: &mut Context<'f>, code: Local<'f>) -> alloc::vec::Vec<usize> {
    let Some(proto) = cx.code_proto(code) else {
        return alloc::vec::Vec::new();
    };
    let named = |at: &usize| proto.sites.iter().any(|&name| usize::from(name) == *at);
    (0..proto.consts.len()).filter(|at| !named(at)).collect()
}

/// The names of local variables: those of free ones lie behind, and what functions
/// inside use is elsewhere, unless it is a parameter.
fn locals(proto: &Proto) -> impl Iterator<Item = &Part<str>> {
    let end = match proto.free_names.len() {
        0 => proto.reg_names.len(),
        _ => proto.reg_names.len().min(usize::from(proto.free_start)),
    };
    let stars = proto.flags & (Proto::VARARGS | Proto::VARKW);
    let parameters = usize::from(proto.args) + usize::from(proto.kwonly);
    let parameters = parameters + stars.count_ones() as usize;
    let is_cell = |register: usize| {
        let code = proto.code.iter().map(|&word| Instr(word));
        let mut cells = code.filter(|instr| instr.op() == Some(Op::MakeCell));
        cells.any(|instr| instr.a() == register)
    };
    let names = proto.reg_names.get(..end).unwrap_or_default();
    let own = move |&(at, name): &(usize, &Part<str>)| {
        at < parameters || !name.is_empty() && !is_cell(at)
    };
    names.iter().enumerate().filter(own).map(|(_, name)| name)
}

fn varnames<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(proto) = cx.code_proto(args.at(0)) else {
        return cx.tuple(&[]);
    };
    cx.charge(proto.code.len().saturating_mul(proto.reg_names.len()) / 64)?;
    let list = cx.list(&[])?;
    for name in locals(proto) {
        cx.scope(|cx| {
            let name = cx.name(name)?;
            cx.list_push(list, name)
        })?;
    }
    cx.tuple_from_list(list)
}

fn freevars<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.code_proto(args.at(0)) {
        Some(proto) => names(cx, &proto.free_names),
        None => cx.tuple(&[]),
    }
}

fn consts<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let count = cx
        .code_proto(args.at(0))
        .map_or(0, |proto| proto.consts.len());
    let list = cx.list_with_capacity(count)?;
    let names = cx.code_proto(args.at(0)).map(|proto| &proto.sites);
    for at in 0..count {
        // Names are constants of their own here.
        if names.is_some_and(|names| names.iter().any(|&name| usize::from(name) == at)) {
            continue;
        }
        cx.charge(1 + names.map_or(0, |names| names.len()) / 64)?;
        cx.scope(|cx| match cx.code_const(args.at(0), at) {
            Some(value) => cx.list_push(list, value),
            None => Ok(()),
        })?;
    }
    for at in 0..inner_count(cx, args.at(0)) {
        cx.scope(|cx| match cx.inner_code(args.at(0), at)? {
            Some(code) => cx.list_push(list, code),
            None => Ok(()),
        })?;
    }
    cx.tuple_from_list(list)
}

/// How many functions a code makes.
fn inner_count<'f>(cx: &mut Context<'f>, code: Local<'f>) -> usize {
    cx.code_proto(code).map_or(0, |proto| {
        let code = proto.code.iter().map(|&word| Instr(word));
        code.filter(|instr| instr.op() == Some(Op::MakeFunction))
            .count()
    })
}

fn stacksize<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    number(cx, args, |proto| u32::from(proto.nregs))
}

/// The names that are looked up by name: globals and attributes, each once.
fn global_names<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let seen = cx.dict()?;
    let count = cx
        .code_proto(args.at(0))
        .map_or(0, |proto| proto.sites.len());
    for at in 0..count {
        cx.charge(1)?;
        cx.scope(|cx| {
            let site = cx
                .code_proto(args.at(0))
                .and_then(|proto| proto.sites.get(at).copied());
            match site.and_then(|site| cx.code_const(args.at(0), usize::from(site))) {
                Some(name) => cx.dict_set(seen, name, Local::NONE),
                None => Ok(()),
            }
        })?;
    }
    let list = protocol::list_of(cx, seen)?;
    cx.tuple_from_list(list)
}

/// The variables that functions inside use.
fn cellvars<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(proto) = cx.code_proto(args.at(0)) else {
        return cx.tuple(&[]);
    };
    let mut seen = alloc::vec::Vec::new();
    for &word in proto.code.iter() {
        let instr = Instr(word);
        if instr.op() != Some(Op::MakeCell) || seen.contains(&instr.a()) {
            continue;
        }
        if seen.try_reserve(1).is_err() {
            return Err(cx.memory_error());
        }
        seen.push(instr.a());
        cx.charge(1 + seen.len() / 16)?;
    }
    // Parameters in their order, then the others by name.
    let stars = [Proto::VARARGS, Proto::VARKW]
        .iter()
        .filter(|&&flag| proto.flags & flag != 0)
        .count();
    let parameters = usize::from(proto.args) + usize::from(proto.kwonly) + stars;
    seen.sort_unstable_by_key(|&at| match proto.reg_names.get(at) {
        Some(name) if at >= parameters => (parameters, &**name),
        _ => (at, ""),
    });
    let list = cx.list(&[])?;
    for at in seen {
        if let Some(name) = proto.reg_names.get(at) {
            cx.scope(|cx| {
                let name = cx.name(name)?;
                cx.list_push(list, name)
            })?;
        }
    }
    cx.tuple_from_list(list)
}

/// An iterator over (start, end, line) of runs of instructions.
fn lines<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let list = cx.list(&[])?;
    if let Some(proto) = cx.code_proto(args.at(0)) {
        let mut runs = proto.positions.runs().peekable();
        while let Some((from, position)) = runs.next() {
            // Runs that differ in columns only are one here.
            while runs
                .next_if(|(_, next)| next.line == position.line)
                .is_some()
            {
                cx.charge(1)?;
            }
            cx.charge(1)?;
            let end = runs.peek().map(|&(start, _)| start as usize);
            let (from, to) = (from as usize, end.unwrap_or(proto.code.len()));
            let line = position.line;
            cx.scope(|cx| {
                let (from, to) = (cx.size(2 * from)?, cx.size(2 * to)?);
                let line = cx.int(i64::from(line))?;
                let entry = cx.tuple(&[from, to, line])?;
                cx.list_push(list, entry)
            })?;
        }
    }
    protocol::iter(cx, list)
}

/// An iterator over (line, end line, column, end column) of the instructions.
fn positions<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let list = cx.list(&[])?;
    if let Some(proto) = cx.code_proto(args.at(0)) {
        for at in 0..proto.code.len() {
            let Some(position) = proto.positions.get(at) else {
                break;
            };
            cx.charge(1)?;
            cx.scope(|cx| {
                let line = cx.int(i64::from(position.line))?;
                let end_line = cx.int(i64::from(position.end_line))?;
                let columns = if position.end_column == u16::MAX {
                    [Local::NONE, Local::NONE]
                } else {
                    [
                        cx.int(i64::from(position.column))?,
                        cx.int(i64::from(position.end_column))?,
                    ]
                };
                let entry = cx.tuple(&[line, end_line, columns[0], columns[1]])?;
                cx.list_push(list, entry)
            })?;
        }
    }
    protocol::iter(cx, list)
}

fn eq<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if !cx.is(args.at(1), Kind::Code) {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    Ok(Local::bool(cx.same_code(args.at(0), args.at(1))))
}

fn ne<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if !cx.is(args.at(1), Kind::Code) {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    Ok(Local::bool(!cx.same_code(args.at(0), args.at(1))))
}

fn hash<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let hash = protocol::hash(cx, args.at(0))?;
    cx.int(hash as i64)
}

fn new_cell<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let contents = args.get(cx, 1);
    cx.new_cell(contents)
}

fn contents<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.cell_contents(args.at(0)) {
        Some(value) => Ok(value),
        None => Err(cx.value_error(format_args!("Cell is empty"))),
    }
}

fn set_contents<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = args.get(cx, 1);
    cx.set_cell(args.at(0), value);
    Ok(Local::NONE)
}
