//! The example plugin that we ship, in MiniScript.

use crate::{compile, vm};

const SOURCE: &str = include_str!("../../../../examples/plugins/geometry.c");

#[test]
fn the_example_plugin() {
    let folder = compile::folder("geometry");
    if compile::ours(&folder, "geometry", SOURCE).is_none() {
        return;
    }
    let (mut vm, _) = vm::vm(&folder);
    vm::check(
        &mut vm,
        "import geometry as g",
        &[
            "g.hypot(3.0, 4.0) == 5.0",
            "g.distance(1.0, 1.0, 4.0, 5.0) == 5.0",
            "g.area(2, 2.5) == 5.0",
            "g.total([1, 2.5, 3]) == 6.5",
            "g.total((1, 2)) == 3.0",
            "g.total([]) == 0.0",
            "g.corners(2, 1) == [[0.0, 0.0], [2.0, 0.0], [2.0, 1.0], [0.0, 1.0]]",
            "g.greet('C') == 'hello, C, from C'",
        ],
    );
    vm::check_errors(
        &mut vm,
        "import geometry as g",
        &[
            (
                "g.hypot('three', 4.0)",
                "TypeError: number needed for hypot",
            ),
            ("g.area(-1, 2)", "PluginError: a side is negative in area"),
            ("g.total([1, 'two'])", "TypeError: number needed for total"),
            ("g.total(7)", "TypeError: list needed for total"),
            (
                "g.greet('x' * 101)",
                "PluginError: the name is longer than 100 bytes in greet",
            ),
        ],
    );
}
