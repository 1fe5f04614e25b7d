//! Places of instructions: what `co_positions()` of CPython 3.11 says of the same source.

use crate::compile::opcode::Instr;
use crate::compile::{Options, compile};
use crate::syntax::Mode;

/// The last function's instructions of these names, as "line:column-line:column".
fn check(source: &str, op: &str, expected: &[(u32, u16, u32, u16)]) {
    let chunk = compile(source.as_bytes(), "p", Mode::Module, &Options::default()).unwrap();
    let proto = chunk.protos.last().unwrap();
    let mut found = alloc::vec::Vec::new();
    for (number, &word) in proto.code.iter().enumerate() {
        let at = proto.positions.get(number).unwrap();
        if Instr(word).op().unwrap().name() == op {
            found.push((at.line, at.column, at.end_line, at.end_column));
        }
    }
    assert_eq!(found, expected, "{op} in {source}");
}

#[test]
fn places_are_those_of_cpython() {
    check("x = a.b.c(1)", "LoadAttr", &[(1, 4, 1, 7)]);
    check("x = a.b.c(1)", "LoadMethod", &[(1, 4, 1, 9)]);
    check("x = a.b.c(1)", "CallMethod", &[(1, 4, 1, 12)]);
    check("x = a.b(\n  1)", "CallMethod", &[(1, 4, 2, 4)]);
    check("(a\n .b\n .c(1))", "LoadMethod", &[(3, 2, 3, 3)]);
    check("(a\n .b\n .c(1))", "CallMethod", &[(3, 2, 3, 6)]);
    check("x = a + (b * c)", "Add", &[(1, 4, 1, 15)]);
    check("x = a + (b * c)", "Mul", &[(1, 9, 1, 14)]);
    check("x += b", "Add", &[(1, 0, 1, 6)]);
    check("x = a[b][c]", "GetItem", &[(1, 4, 1, 8), (1, 4, 1, 11)]);
    check("if a < b: pass", "JumpLt", &[(1, 3, 1, 8)]);
    check("for x in f(): g", "ForNext", &[(1, 0, 1, 15)]);
    check("for x in f(): g", "GetIter", &[(1, 0, 1, 15)]);
    check("raise E(1) from b", "RaiseFrom", &[(1, 0, 1, 17)]);
    check("assert a == b, c", "Raise", &[(1, 7, 1, 13)]);
    check("assert a, c", "Raise", &[(1, 0, 1, 11)]);
    check("with a as b: c", "BeforeWith", &[(1, 0, 1, 14)]);
    check("a, b = c", "Unpack", &[(1, 0, 1, 4)]);
    check("a.b = c", "StoreAttr", &[(1, 0, 1, 3)]);
    check("a[b] = c", "SetItem", &[(1, 0, 1, 4)]);
    check("del a[b], a.b", "DeleteItem", &[(1, 4, 1, 8)]);
    check("del a[b], a.b", "DeleteAttr", &[(1, 10, 1, 13)]);
    check("import a, b", "ImportName", &[(1, 0, 1, 11), (1, 0, 1, 11)]);
    check("x = [a for b in c]", "ForNext", &[(1, 4, 1, 18)]);
    check("@d(1)\ndef f(): pass", "Enter", &[(1, 0, 1, 0)]);
    check("x = \u{e9}.b", "LoadAttr", &[(1, 4, 1, 8)]);
}
