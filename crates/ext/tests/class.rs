//! Classes of native modules: fields, data of Rust, iteration, deriving from them.

use miniscript_ext::*;
use miniscript_tests::machine::Machine;
use std::sync::atomic::{AtomicUsize, Ordering};

static DROPPED: AtomicUsize = AtomicUsize::new(0);

/// Something that only Rust knows of.
struct Log {
    lines: Vec<i64>,
}

impl Drop for Log {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, Ordering::Relaxed);
    }
}

const VALUE: usize = 0;
const LOG: usize = 1;

static BOX: Class = Class {
    name: "m.Box",
    doc: "A box.",
    fields: 2,
    weak: true,
    methods: &[
        NativeDef::constructor("(cls, value=None)", new_box),
        NativeDef::getter("value", value),
        NativeDef::method("put", "(self, value, /)", put),
        NativeDef::method("log", "(self, /)", log),
        NativeDef::method("__len__", "(self, /)", len),
    ],
    ..Class::PLAIN
};

fn new_box<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = args.get(cx, 1).unwrap_or(Local::NONE);
    let made = cx.instance(args.at(0), &[value])?;
    cx.set_payload(made, LOG, Log { lines: vec![] })?;
    Ok(made)
}

fn value<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.field(args.at(0), VALUE))
}

fn put<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.set_field(args.at(0), VALUE, args.at(1));
    let number = cx.as_int(args.at(1)).unwrap_or(-1);
    cx.payload(args.at(0), LOG, |log: &mut Log| log.lines.push(number));
    Ok(Local::NONE)
}

fn log<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let lines = cx.payload(args.at(0), LOG, |log: &mut Log| log.lines.clone());
    lines.unwrap_or_default().into_value(cx)
}

fn len<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let len = cx.payload(args.at(0), LOG, |log: &mut Log| log.lines.len());
    len.unwrap_or(0).into_value(cx)
}

static SMALL: Class = Class {
    name: "m.SmallBox",
    base: Base::Class(&BOX),
    fields: 1,
    derivable: false,
    ..Class::PLAIN
};

static DOWN: Class = Class {
    name: "m.Down",
    fields: 1,
    methods: &[NativeDef::constructor("(cls, start, /)", new_down)],
    next: Some(down),
    ..Class::PLAIN
};

fn new_down<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.instance(args.at(0), &[args.at(1)])
}

fn down<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    match cx.int_field(it, 0) {
        Some(left @ 1..) => {
            cx.set_int_field(it, 0, left - 1)?;
            cx.int(left).map(Some)
        }
        _ => Ok(None),
    }
}

static TALLY: Class = Class {
    name: "m.Tally",
    base: Base::BuiltIn("dict"),
    fields: 1,
    methods: &[
        NativeDef::method("__init__", "(self, initial=0)", init_tally),
        NativeDef::method("__missing__", "(self, key, /)", missing),
    ],
    ..Class::PLAIN
};

fn init_tally<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if let Some(initial) = args.get(cx, 1) {
        cx.set_field(args.at(0), 0, initial);
    }
    Ok(Local::NONE)
}

fn missing<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.field(args.at(0), 0))
}

static HIDDEN: Class = Class {
    name: "m.Hidden",
    ..Class::PLAIN
};

fn module() -> Module {
    Module::new("m")
        .class(&BOX)
        .class(&SMALL)
        .class(&DOWN)
        .class(&TALLY)
        .class(&HIDDEN)
        .init(|cx, dict| match cx.hidden_type("ReferenceType") {
            Some(class) => cx.dict_set_str(dict, "ref", class),
            None => Ok(()),
        })
}

const CASES: &[(&str, &str)] = &[
    (
        "b = m.Box(3); b.put(4); b.put('x'); print(b.value, b.log(), len(b), bool(m.Box()))",
        "x [4, -1] 2 False",
    ),
    (
        "print(m.Box, m.Box.__name__, m.Box.__module__, m.Box.__doc__, m.Box(1).__doc__)",
        "<class 'm.Box'> Box m A box. A box.",
    ),
    (
        "class C(m.Box):\n    def __init__(self, *a): self.more = a\nc = C([1])\nc.put(5)\nprint(c.more, c.value, c.log(), isinstance(c, m.Box), type(c).__mro__[1].__name__)",
        "([1],) 5 [5] True Box",
    ),
    (
        "class S(m.Box):\n    __slots__ = 'more',\ns = S(1)\ns.more = 2\nprint(s.value, s.more)",
        "1 2",
    ),
    (
        "s = m.SmallBox(7)\ns.put(8)\nprint(s.value, s.log())",
        "8 [8]",
    ),
    (
        "d = m.Down(3)\nprint(next(d), list(d), list(d), iter(d) is d, [x for x in m.Down(2)])",
        "3 [2, 1] [] True [2, 1]",
    ),
    (
        "class D(m.Down):\n    def __next__(self): return super().__next__() * 10\nprint(list(D(3)))\nfor x in D(1): print(x)",
        "[30, 20, 10]\n10",
    ),
    (
        "class E(m.Down): pass\ne = E(2)\nprint(next(e))\nE.__next__ = lambda self: 'new'\nprint(next(e))\ndel E.__next__\nprint(next(e), next(e, 'end'))",
        "2\nnew\n1 end",
    ),
    (
        "t = m.Tally(5); t['a'] += 1; print(t, t['b'], len(t), type(t).__name__)\nclass T(m.Tally): pass\nt = T(initial=1); t['x'] += 1; print(t, t.get('y'))",
        "{'a': 6} 5 1 Tally\n{'x': 2} None",
    ),
    ("b = m.Box()\nr = m.ref(b)\nprint(r() is b)", "True"),
];

const ERRORS: &[(&str, &str)] = &[
    (
        "m.Box.put(3, 4)",
        "TypeError: descriptor 'put' for 'm.Box' objects doesn't apply to a 'int' object",
    ),
    (
        "m.Box.x = 1",
        "TypeError: cannot set 'x' attribute of immutable type 'm.Box'",
    ),
    (
        "m.Box().x = 1",
        "AttributeError: 'm.Box' object has no attribute 'x'",
    ),
    (
        "m.Hidden()",
        "TypeError: cannot create 'm.Hidden' instances",
    ),
    (
        "object.__new__(m.Box)",
        "TypeError: object.__new__(m.Box) is not safe, use m.Box.__new__()",
    ),
    (
        "m.Box.__new__(int)",
        "TypeError: m.Box.__new__(int): int is not a subtype of m.Box",
    ),
    (
        "class C(m.SmallBox): pass",
        "TypeError: type 'm.SmallBox' is not an acceptable base type",
    ),
    (
        "class C(m.Box, m.Down): pass",
        "TypeError: multiple bases have instance lay-out conflict",
    ),
    (
        "class C: pass\nC().__class__ = m.Box",
        "TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses",
    ),
    (
        "m.ref(m.Down(1))",
        "TypeError: cannot create weak reference to 'm.Down' object",
    ),
];

fn check_all(m: &mut Machine) {
    for (script, expected) in CASES {
        m.check(&format!("import m\n{script}"), expected);
    }
    for (script, expected) in ERRORS {
        m.check_error(&format!("import m\n{script}"), expected);
    }
}

#[test]
fn classes_behave_as_types() {
    let mut m = Machine::with(module());
    check_all(&mut m);
}

#[test]
fn under_constant_collection() {
    let mut m = Machine::with(module());
    m.vm.set_stress(true);
    check_all(&mut m);
}

#[test]
fn data_is_dropped_with_its_object() {
    let before = DROPPED.load(Ordering::Relaxed);
    let mut m = Machine::with(module());
    m.check(
        "import m\nfor i in range(1000): m.Box(i).put(i)\nkept = m.Box(1)\nprint(kept.value)",
        "1",
    );
    drop(m);
    assert!(DROPPED.load(Ordering::Relaxed) - before >= 1001);
}
