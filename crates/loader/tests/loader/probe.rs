//! The plugin `probe`, which calls every function of the interface, from MiniScript.

use crate::{compile, vm};
use miniscript_core::Vm;

const SOURCE: &str = include_str!("../plugins/probe.c");

/// A VM that can import the plugin.
fn probe(test: &str) -> Option<Vm> {
    let folder = compile::folder(test);
    compile::ours(&folder, "probe", SOURCE)?;
    Some(vm::vm(&folder).0)
}

#[test]
fn what_the_header_promises() {
    let Some(mut vm) = probe("probe-promises") else {
        return;
    };
    vm::check(
        &mut vm,
        "import probe as p",
        &[
            "p.plain(-5, 2.5, True, 'ä€😀') == (-5, 2.5, True, 'ä€😀')",
            "p.plain((1 << 63) - 1, float('inf'), False, '')[0] == (1 << 63) - 1",
            "p.plain(-(1 << 63), -0.0, False, 'x')[0] == -(1 << 63)",
            "p.plain(1, 0.5, True, 's')[2] is True",
            "p.underflow() is None",
            "p.wrong_type(1, 's', [2]) == (1, 's', [])",
            "p.nothing_there(1, 's') == (1, 's')",
            "p.null_string() == ''",
            "p.strings('first', 'a\\0b') == 103",
            "p.sum_nested([[1, 2], [], (3, 4)]) == 10",
            "p.count_left([9, 'x', None, [], {}]) == 1",
            "p.first([7, 8]) == 7",
            "p.first(('only',)) == 'only'",
            "p.twice([1, 2, 3]) == [2, 4, 6]",
            "p.twice(()) == []",
            "p.build() == [1, [2.5, [], 'x'], True]",
            "p.read_back([4, 5, 6]) == 3",
            "str(p.deep(200)).count('[') == 200",
            "p.nothing() is None",
            "p.pair() == (1, 'two')",
            "p.as_float(3) == 3.0 and type(p.as_float(3)) is float",
            "[p.type_of(x) for x in (1, 1.5, 's', [], (), True, {}, None, 1 << 70, p)] == [1, 2, 4, 8, 8, 16, 32, 0, 1, 0]",
        ],
    );
}

#[test]
fn values_that_c_cannot_hold_come_back_as_they_were() {
    let Some(mut vm) = probe("probe-opaque") else {
        return;
    };
    vm::check(
        &mut vm,
        "import probe as p\nclass C: pass\nc = C()\nd = {'k': c}",
        &[
            "p.same(c) is c and p.same(d) is d and p.same(None) is None",
            "p.same((1, c)) == (1, c)",
            "p.same(1 << 100) == 1 << 100",
            "p.turn([1, c, d, None, 'x', 2.5, [c], 1 << 80]) == [1 << 80, [c], 2.5, 'x', None, d, c, 1]",
            "p.turn([c])[0] is c",
            "p.first([c]) is c",
            "p.echo('\\ud800\\udc80é') == '\\ud800\\udc80é'",
            "p.raw_bytes()[1] == 'a\\udcff\\0\\udc80z'",
            "p.is_raw(p.raw_bytes()[1])",
            "p.echo(p.raw_bytes()[1]) == p.raw_bytes()[1]",
            "p.any(1, 'x', None) == (1, 'x', None, 3)",
            "p.any() == 0 and p.any_too(5) == (5, 1)",
        ],
    );
}

#[test]
fn errors() {
    let Some(mut vm) = probe("probe-errors") else {
        return;
    };
    vm::check_errors(
        &mut vm,
        "import probe as p",
        &[
            (
                "p.after_error(1, 2, 3)",
                "PluginError: the first in after-error",
            ),
            ("p.no_words()", "PluginError: error in no-words"),
            ("p.no_type()", "TypeError: another type needed for no-type"),
            (
                "p.null_bytes()",
                "PluginError: joy_push_string was given NULL in null-bytes",
            ),
            (
                "p.open_reader([1])",
                "PluginError: a list was begun and not ended in open-reader",
            ),
            (
                "p.open_builder()",
                "PluginError: a list was begun and not ended in open-builder",
            ),
            (
                "p.item_alone()",
                "PluginError: joy_push_list_item without joy_push_list_begin in item-alone",
            ),
            (
                "p.item_of_nothing()",
                "PluginError: joy_push_list_item needs a value on the stack in item-of-nothing",
            ),
            (
                "p.end_alone()",
                "PluginError: joy_push_list_end without joy_push_list_begin in end-alone",
            ),
            (
                "p.next_alone()",
                "PluginError: joy_list_next without joy_pop_list_begin in next-alone",
            ),
            (
                "p.reader_end_alone()",
                "PluginError: joy_list_end without joy_pop_list_begin in reader-end-alone",
            ),
            (
                "p.deep(201)",
                "PluginError: lists are built too deep into each other in deep",
            ),
            ("p.as_int(1 << 63)", "OverflowError: int too big to convert"),
            (
                "p.as_float(-(1 << 70))",
                "OverflowError: int too big to convert",
            ),
            ("p.as_int(1.0)", "TypeError: integer needed for as-int"),
            ("p.as_int(True)", "TypeError: integer needed for as-int"),
            ("p.as_float(False)", "TypeError: number needed for as-float"),
            (
                "p.too_many(5)",
                "TypeError: too_many() left 2 values, but its stack effect 'A -> B' says 1",
            ),
            (
                "p.same()",
                "TypeError: probe.same() takes exactly one argument (0 given)",
            ),
            (
                "p.nothing(1)",
                "TypeError: probe.nothing() takes no arguments (1 given)",
            ),
            (
                "p.null",
                "AttributeError: module 'probe' has no attribute 'null'",
            ),
        ],
    );
    // A failed call has changed nothing, and the plugin goes on.
    vm::check(
        &mut vm,
        "import plugins, probe as p\nxs = [[1, 2], 'x']\ntry:\n    p.sum_nested(xs)\nexcept plugins.PluginError as e:\n    text = str(e)",
        &[
            "xs == [[1, 2], 'x']",
            "'joy_peek_type(env, 0) == JOY_TYPE_LIST in sum_nested' in text",
            "p.sum_nested([[1, 2]]) == 3",
        ],
    );
}

#[test]
fn long_lists_and_many_calls() {
    let Some(mut vm) = probe("probe-long") else {
        return;
    };
    vm.set_stress(true);
    vm::check(
        &mut vm,
        "import probe as p",
        &[
            "p.twice(list(range(300))) == [2 * i for i in range(300)]",
            "p.turn([[i] for i in range(300)])[0] == [299]",
        ],
    );
    vm.set_stress(false);
    vm::check(
        &mut vm,
        "import probe as p",
        &[
            "sum(p.twice(list(range(100000)))) == 9999900000",
            "len(p.turn([[i] for i in range(100000)])) == 100000",
            "sum(p.as_int(i) for i in range(20000)) == 199990000",
        ],
    );
}

#[test]
fn foreign_code_is_entered_with_room_only() {
    let Some(mut vm) = probe("probe-room") else {
        return;
    };
    // A native that calls back goes deeper on the native stack each time; the plugin's
    // function is refused there before the stack ends.
    vm.enter(|cx| {
        cx.set_recursion_limit(1_000_000);
        Ok(())
    })
    .expect("nothing is raised");
    let program = "import probe as p\n\
        def down(n):\n    p.nothing()\n    return max([n], key=lambda m: down(m + 1))\n\
        try:\n    down(0)\nexcept RecursionError as e:\n    text = str(e)\n\
        assert text.startswith('maximum recursion depth exceeded'), text\n\
        assert p.nothing() is None\n";
    if let Err(fault) = vm::run(&mut vm, program) {
        panic!("{}", fault.traceback());
    }
}
