//! Functions of native modules as words, and plugins.

mod common;

use common::Session;
use miniscript_core::{Args, Context, Datum, Function, Local, Module, Res};

fn number<'f>(cx: &Context<'f>, value: Local<'f>) -> f64 {
    match cx.datum(value) {
        Datum::Int(value) => value as f64,
        Datum::Float(value) => value,
        _ => f64::NAN,
    }
}

fn hypot<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (a, b) = (number(cx, args.at(0)), number(cx, args.at(1)));
    Ok(cx.float(a.hypot(b)))
}

fn both<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.tuple(&[args.at(0), args.at(0)])
}

fn nothing<'f>(_: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Ok(Local::NONE)
}

fn wrapped<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let inner = cx.list(&[args.at(0)])?;
    cx.list(&[inner, Local::TRUE])
}

fn count<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let mut sum = 0;
    for i in 0..cx.list_len(args.at(0)) {
        if let Some(item) = cx.list_get(args.at(0), i) {
            sum += cx.list_len(item).max(1);
        }
    }
    cx.int(sum as i64)
}

fn depth<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.int(args.len() as i64)
}

fn failing<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    let nothing = cx.str("no such thing")?;
    cx.call(nothing, &[])
}

fn module() -> Module {
    Module::new("example")
        .add(Function::untyped("hypot", "(a, b, /)", Box::new(hypot)))
        .add(Function::untyped("my_both", "(a, /)", Box::new(both)))
        .add(Function::untyped("forget", "(a, /)", Box::new(nothing)))
        .add(Function::untyped("wrapped", "(a, /)", Box::new(wrapped)))
        .add(Function::untyped("count", "(a, /)", Box::new(count)))
        .add(Function::untyped("depth", "(*args)", Box::new(depth)))
        .add(Function::untyped("failing", "()", Box::new(failing)))
}

#[test]
fn functions_are_words_through_their_arity() {
    let mut session = Session::new(Default::default());
    session.vm.register(module()).expect("a place");
    let rows: &[(&str, &str)] = &[
        ("3.0 4.0 hypot.", "5.0\n"),
        ("3 4 example.hypot.", "5.0\n"),
        ("5 my-both stack. [] unstack.", "[5 5]\n"),
        ("5 host.both? stack. [] unstack.", "[5 5]\n"),
        ("5 my_both stack. [] unstack.", "[5 5]\n"),
        ("1 2 forget stack. [] unstack.", "[1]\n"),
        ("7 wrapped.", "[[7] true]\n"),
        ("[1 [2 3] dup] count.", "4\n"),
        ("1 2 3 depth stack. [] unstack.", "[3]\n"),
        ("[3 4] [dup hypot 0.0 >] all.", "true\n"),
        ("[hypot].", "[hypot]\n"),
        ("'a wrapped first first 'a =.", "true\n"),
    ];
    for (source, out) in rows {
        let (actual, err) = session.run(format!("{source}\n").as_bytes());
        assert_eq!((actual.as_str(), err.as_str()), (*out, ""), "{source}");
    }
}

#[test]
fn errors_of_functions_abandon_the_term() {
    let mut session = Session::new(Default::default());
    session.vm.register(module()).expect("a place");
    let (out, err) = session.run(b"1 hypot 2.\nstack.\n[] unstack.\n3 failing 4.\nstack.\n");
    assert_eq!(out, "[1]\n[3]\n");
    let lines: Vec<_> = err.lines().collect();
    assert_eq!(lines[0], "run time error: two parameters needed for hypot");
    assert!(
        lines[1].starts_with("run time error: ") && lines[1].ends_with(" in failing"),
        "{err}"
    );
}

#[test]
fn plugins_bring_words() {
    fn load(cx: &mut Context<'_>, path: &str) -> Result<(), String> {
        if path != "./example.so" {
            return Err(format!("plugin: cannot load '{path}': no such file"));
        }
        if cx.registered_count() > 0 {
            return Ok(());
        }
        cx.register(module()).map_err(|refusal| refusal.to_string())
    }
    let mut session = Session::with(Default::default(), Some(load), Vec::new());
    let (out, err) = session.run(
        b"DEFINE h == hypot.\n\"missing.so\" plugin-load 1.\n\"./example.so\" plugin-load.\n\
          3.0 4.0 hypot. 6 8 h. \"./example.so\" plugin-load. 5 12 example.hypot.\n\
          1 2 both? stack. swap stack. both? 3. stack.\n\
          DEFINE both? == 7. both?.\n",
    );
    assert_eq!(out, "5.0\n10.0\n13.0\n[2 2 1]\n[]\n[]\n7\n");
    assert_eq!(
        err,
        "plugin: cannot load 'missing.so': no such file\n\
         warning: overwriting inbuilt 'swap'\n\
         run time error: more memory needed for both?\n"
    );
}
