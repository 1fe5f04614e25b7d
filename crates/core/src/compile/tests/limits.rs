//! Sizes: long chains, far jumps, limits that give an error.

use super::dataflow;
use crate::compile::chunk::{Chunk, Const};
use crate::compile::opcode::{Instr, Op};
use crate::compile::{Options, compile};
use crate::syntax::{Error, ErrorKind, Mode};
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

fn compiled(source: &str) -> Result<Arc<Chunk>, Error> {
    let chunk = compile(
        source.as_bytes(),
        "limits",
        Mode::Module,
        &Options::default(),
    )?;
    dataflow::check(&chunk).unwrap();
    Ok(chunk)
}

fn ops(chunk: &Chunk, proto: usize) -> Vec<Op> {
    chunk.protos[proto]
        .code
        .iter()
        .map(|&word| Instr(word).op().unwrap())
        .collect()
}

#[test]
fn long_chains_need_no_stack() {
    for (start, link) in [
        ("x", "+x"),
        ("x", ".y"),
        ("x", "()"),
        ("x", "[1]"),
        ("x", ".y(z)+x"),
    ] {
        let source = format!("def f(x, z):\n  return {start}{}", link.repeat(20_000));
        let chunk = compiled(&source).unwrap();
        assert!(chunk.protos[1].nregs < 8, "{link}");
    }
    compiled(&format!("x = a{}", " and a".repeat(20_000))).unwrap();
    compiled(&format!("x = a{}", " < a".repeat(20_000))).unwrap();
    compiled(&format!("x = 1{}", " + 1".repeat(20_000))).unwrap();
    let chain = "elif x == 7:\n  y = 1\n".repeat(10_000);
    compiled(&format!(
        "def f(x):\n if x:\n  pass\n {}",
        chain.replace('\n', "\n ").trim_end()
    ))
    .unwrap();
}

#[test]
fn long_displays_need_few_registers() {
    let many = "f(), ".repeat(5_000);
    for source in [
        format!("x = [{many}]"),
        format!("x = ({many})"),
        format!("g({many})"),
        format!("x = {{{}}}", "f(): f(), ".repeat(5_000)),
        format!("x = f'{}'", "{f()}-".repeat(5_000)),
        format!("x = [0{}]", " for a in b".repeat(200)),
    ] {
        let chunk = compiled(&source).unwrap();
        assert!(chunk.protos[0].nregs < 300, "{}", &source[..20]);
    }
    let mut source = String::from("g(");
    for index in 0..1000 {
        source.push_str(&format!("k{index}=f(), "));
    }
    source.push(')');
    assert!(compiled(&source).unwrap().protos[0].nregs < 60);
}

#[test]
fn far_jumps_reach() {
    // 100,000 instructions inside of a loop and of conditions.
    let body = "  y = x + x\n".repeat(100_000);
    let source = format!("def f(x):\n while x < 3 or x is None:\n{body}\n return x");
    let chunk = compiled(&source).unwrap();
    let code = ops(&chunk, 1);
    assert!(code.len() > 100_000);
    // The conditional jump back was too long: its opposite and a long one.
    assert!(code.contains(&Op::Loop));
    let source = format!("def f(x):\n if x < 3 and x is not y:\n{body}\n return x");
    let chunk = compiled(&source).unwrap();
    let code = ops(&chunk, 1);
    let at = code.iter().position(|&op| op == Op::JumpLtInt).unwrap();
    assert_eq!(code[at + 1], Op::Jump);
    assert_eq!(Instr(chunk.protos[1].code[at]).sc(), 1);
    assert_eq!(Instr(chunk.protos[1].code[at]).d(), 1);
}

#[test]
fn a_table_has_more_constants_than_names_reach() {
    let items: String = (0..100_000).map(|n| format!("'{n}', ")).collect();
    let chunk = compiled(&format!(
        "a = ['a']\nb = [a, {items}]\nc = ['b', '99999']\nb.c"
    ))
    .unwrap();
    let proto = &chunk.protos[0];
    assert_eq!(proto.consts.len(), 100_003);
    let text = |text: &str| Const::Str(Box::<[u8]>::from(text.as_bytes()).into());
    // Loads reach all of them; the names stand in front, also where a load had them first.
    let mut loaded = Vec::new();
    for &word in proto.code.iter() {
        let instr = Instr(word);
        if instr.op() == Some(Op::LoadConst) {
            loaded.push(&proto.consts[instr.bx() as usize]);
        }
    }
    assert_eq!(loaded.len(), 100_003);
    assert_eq!(loaded[100_002], &text("99999"));
    assert_eq!(loaded[50_000], &text("49999"));
    let names: Vec<&Const> = proto
        .sites
        .iter()
        .map(|&n| &proto.consts[n as usize])
        .collect();
    assert_eq!(names, ["a", "a", "b", "c", "b", "c"].map(text).each_ref());
}

#[test]
fn limits_are_errors() {
    let mut many = String::new();
    for index in 0..70_000 {
        many.push_str(&format!("a{index}\n"));
    }
    let error = compiled(&many).unwrap_err();
    assert_eq!(error.message, "too many names in a function");
    let error = compiled(&"a\n".repeat(70_000)).unwrap_err();
    assert_eq!(error.message, "too many uses of names in a function");
    let mut many = String::from("def f():\n");
    for index in 0..61_000 {
        many.push_str(&format!(" a{index} = 1\n"));
    }
    let error = compiled(&many).unwrap_err();
    assert_eq!(error.message, "too many variables in a function");
    let error = compiled(&"lambda: 1\n".repeat(70_000)).unwrap_err();
    assert_eq!(error.message, "too many functions in a source");
}

#[test]
fn nested_finally_bodies_end_in_an_error() {
    let mut source = String::new();
    for depth in 0..19 {
        let space = " ".repeat(depth);
        source.push_str(&format!("{space}try: f()\n{space}finally:\n"));
    }
    source.push_str(&" ".repeat(19));
    source.push_str("g()\n");
    let options = Options {
        max_instructions: 100_000,
        ..Options::default()
    };
    let error = compile(source.as_bytes(), "limits", Mode::Module, &options).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Memory);
}

#[test]
fn constants_are_told_apart() {
    let chunk =
        compiled("x = 1e0, 1.0, -0.0, 0.0, 5000000000, 5e9, True, '1', (1,), (1.0,)").unwrap();
    let consts = &chunk.protos[0].consts;
    let Some(Const::Tuple(items)) = consts.iter().find(|value| matches!(value, Const::Tuple(_)))
    else {
        panic!("no tuple");
    };
    assert_eq!(items.len(), 10);
    let chunk = compiled("f(-0.0, 0.0, 0.0, (1,), (1.0,), (True,), 1.0, 9**18)").unwrap();
    assert_eq!(chunk.protos[0].consts.len(), 8);
    let chunk = compiled("x = 0xFFFFFFFFFFFFFFFFF\ny = 18446744073709551616").unwrap();
    let big: Vec<_> = chunk.protos[0]
        .consts
        .iter()
        .filter_map(|value| match value {
            Const::Big(digits) => Some(digits.to_vec()),
            _ => None,
        })
        .collect();
    assert_eq!(big, [[u32::MAX, u32::MAX, 15], [0, 0, 1]]);
    let chunk = compiled("f(-9223372036854775808, 0x7fffffffffffffff, 0o17)").unwrap();
    assert!(chunk.protos[0].consts.contains(&Const::Int(i64::MIN)));
    assert!(chunk.protos[0].consts.contains(&Const::Int(i64::MAX)));
    let chunk = compiled("x = (True & False, True + True, -7 // 2, -7 % 3, 2 ** 70)[0]").unwrap();
    assert!(!ops(&chunk, 0).contains(&Op::BitAnd));
    let chunk =
        compiled("x = (True | False, True + True, -7 // 2, -7 % 3, 7 // -2, 1 << 3)").unwrap();
    let folded = [
        Const::Bool(true),
        Const::Int(2),
        Const::Int(-4),
        Const::Int(2),
        Const::Int(-4),
        Const::Int(8),
    ];
    assert!(
        chunk.protos[0]
            .consts
            .contains(&Const::Tuple(Box::new(folded)))
    );
}

#[test]
fn deep_nesting_fits_the_stack() {
    for source in [
        format!("x = {}1", "lambda: ".repeat(150)),
        format!("x = {}y", "not ".repeat(150)),
        format!("x = {}y", "-".repeat(150)),
        format!("x = {}y{}", "[".repeat(150), "]".repeat(150)),
        format!("x = {}y{}", "[a for a in ".repeat(100), "]".repeat(100)),
        format!("x = {}y{}", "f(1 + ".repeat(100), ")".repeat(100)),
        format!("x = {}y{}", "(a if b else ".repeat(100), ")".repeat(100)),
    ] {
        compiled(&source).unwrap();
    }
    let mut source = String::new();
    for depth in 0..90 {
        source.push_str(&format!("{}def f():\n", " ".repeat(depth)));
    }
    source.push_str(&format!("{}return x", " ".repeat(90)));
    compiled(&source).unwrap();
}
