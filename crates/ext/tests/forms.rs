//! Every form in which a native can be registered compiles and is described well.
use miniscript_ext::*;
use std::collections::BTreeMap;

fn apply<'f>(cx: &mut Context<'f>, f: Callable<'f>, s: &'f str) -> Res<'f> {
    f.call(cx, (s, 1.0))
}
fn total<'f>(cx: &mut Context<'f>, f: Callable<'f>, n: i64) -> Res<'f, i64> {
    f.call_to::<i64>(cx, (n,))
}
fn first<'f>(_: &mut Context<'f>, a: Local<'f>, _rest: Rest<'f>) -> Res<'f> {
    Ok(a)
}
fn nothing<'f>(cx: &mut Context<'f>) -> Res<'f> {
    cx.int(1)
}
fn nothing_owned<'f>(_: &mut Context<'f>) -> Res<'f, i64> {
    Ok(1)
}

#[test]
fn all_forms_register() {
    let module = Module::new("forms")
        .version("1.2.0")
        .doc("doc")
        .constant("ANSWER", 42)
        .function("hypot", |a: f64, b: f64| a.hypot(b))
        .function("sqrt", f64::sqrt)
        .function("len", |s: &str| s.len())
        .function("join", |a: &str, b: &str| format!("{a}{b}"))
        .function("both", |a: Vec<i64>, b: (i64, f64)| a.len() as f64 + b.1)
        .function("map", |a: BTreeMap<String, i64>| a)
        .function("opt", |a: Option<&str>| a.map(str::len))
        .function("parse", |s: &str| s.parse::<i64>())
        .function("unit", || ())
        .function("later", |ms: u64| pending(async move { ms + 1 }))
        .function("later2", |ms: u64| {
            pending(async move { "x".parse::<i64>().map(|n| n + ms as i64) })
        })
        .function("apply", apply)
        .function("total", total)
        .function("first", first)
        .function("nothing", nothing)
        .function("nothing_owned", nothing_owned)
        .function(
            "withed",
            with::<(Callable, f64)>(|cx, (f, x)| f.call(cx, (x,))),
        )
        .function(
            "closed",
            closure!(|cx, f: Callable, x: f64| f.call(cx, (x,))),
        )
        .function("closed0", closure!(|cx| cx.int(1)))
        .function("raw(a, b=None, /)", untyped(|_, args| Ok(args.at(0))))
        .function("kw(a, b=2, *, c='x')", |a: i64, b: i64, c: &str| {
            format!("{a}{b}{c}")
        })
        .build();
    assert_eq!(module.name(), "forms");
}
