//! Bytecode that nobody's compiler has made: random bytes and mutated images are refused or run
//! safely within their limits. Run under AddressSanitizer, too.

use miniscript_core::compile::image::{Detail, seal};
use miniscript_core::compile::{Options, compile};
use miniscript_core::syntax::Mode;
use miniscript_tests::images::{load_and_run, sealed_load_and_run};
use proptest::prelude::*;

/// Programs whose images are mutated: between them they use most instructions.
const SOURCES: &[&str] = &[
    "x = [i * i for i in range(9) if i % 2]\ny = {k: v for k, v in zip('ab', x)}\nz = {*x, 1}\nt = (*x, 2)\nprint(x[1:2], y, z, t, f'{x!r:>{9}}', -x[0], not y, x is y, 1 in x)\ndel x[0], y['a']\nx[0] = 5\nx[0] += 2\n",
    "def f(a, /, b=1, *c, d=2, **e):\n    return a + b, c, d, e\nprint(f(1), f(1, 2, 3, d=4, e=5), f(*[1, 2], **{'d': 3}))\ndef g(n):\n    return n if n < 2 else g(n - 1) + g(n - 2)\ng(8)\nh = lambda x, y=3: x * y\nh(2)\n'abc'.replace('a', 'b').split(sep='b')\n",
    "class A:\n    v: int = 1\n    def __init__(self, x):\n        self.x = x\n    def m(self, k=0):\n        return self.x + k\n    def __add__(self, other):\n        return A(self.x + other.x)\n    def __getitem__(self, i):\n        return i\n    def __len__(self):\n        return 3\nclass B(A, metaclass=type):\n    def m(self, k=0):\n        def inner():\n            return super(B, self).m(k)\n        return super().m(k=k) + inner()\nb = B(4)\n(b + b).m(k=1)\nb.y = b[2]\ndel b.y\n",
    "def gen(n):\n    x = yield n\n    yield from range(3)\n    try:\n        yield x\n    finally:\n        print('end')\ng = gen(1)\nnext(g)\ng.send(5)\nfor i in g:\n    print(i)\ndef loops(n):\n    total = 0\n    for i in range(n):\n        if i == 3:\n            continue\n        while total < i:\n            total += 1\n            if total > 90:\n                break\n        else:\n            total -= 1\n    return total\nloops(40)\nloops(40)\n",
    "def t(x):\n    try:\n        try:\n            return 1 // x\n        except ZeroDivisionError as e:\n            raise ValueError('v') from e\n        except (TypeError, KeyError):\n            raise\n        finally:\n            x = 3\n    except ValueError as e:\n        return repr(e)\nt(0), t(1)\nclass C:\n    def __enter__(self):\n        return self\n    def __exit__(self, *a):\n        return True\nwith C() as c, C():\n    raise KeyError(1)\nassert c\ntry:\n    raise ExceptionGroup('g', [ValueError(1), TypeError(2)])\nexcept* ValueError as e:\n    print(e.exceptions)\nexcept* TypeError:\n    pass\n",
    "def m(v):\n    match v:\n        case 0 | 1:\n            return 'n'\n        case [a, *b, c] if a:\n            return a, b, c\n        case {'k': x, **rest}:\n            return x, rest\n        case int(real=r):\n            return r\n        case str() as s:\n            return s\n        case _:\n            return None\nfor v in (0, [1, 2, 3], {'k': 1, 'l': 2}, 7, 's', 1.5):\n    m(v)\n(a, *b), c = (1, 2, 3), 4\nglobal_value = a if b else c\ndef outer():\n    n = 0\n    def inner():\n        nonlocal n\n        n += 1\n        return n\n    inner()\n    del n\n    try:\n        inner()\n    except NameError:\n        pass\nouter()\n",
    "import builtins as q\nfrom builtins import len as l, max\nasync def co(x):\n    async with CM() as c:\n        async for i in ag():\n            x += i\n    return x\nasync def ag():\n    yield 1\n    yield 2\nclass CM:\n    async def __aenter__(self):\n        return self\n    async def __aexit__(self, *a):\n        return False\nc = co(1)\ntry:\n    c.send(None)\nexcept StopIteration as e:\n    print(e.value)\nexec('z = 1 + 1')\neval('l([1])', {'l': l})\n10 ** 30 % 7, 1j * 2, b'ab' + b'c', 1 << 70, ~5, 7 // 2, 7 / 2, 2 ** 5, 6 & 3, 6 | 1, 6 ^ 5\n",
];

fn images() -> Vec<Vec<u8>> {
    let made = SOURCES.iter().map(|source| {
        let options = Options::default();
        let chunk = compile(source.as_bytes(), "m.py", Mode::Module, &options).unwrap();
        chunk.to_bytes(Detail::Lines).unwrap()
    });
    made.collect()
}

/// What is changed in an image.
#[derive(Debug, Clone)]
enum Edit {
    /// A part of an instruction: which, the byte, its value.
    Instruction(u16, u8, u8),
    /// One instruction becomes another one.
    Copy(u16, u16),
    /// A byte anywhere behind the header.
    Byte(u32, u8),
    /// A bit of a number of the header.
    Header(u8, u8),
}

fn edit() -> impl Strategy<Value = Edit> {
    let small = prop_oneof![4 => 0..12_u8, 2 => 0..160_u8, 1 => any::<u8>()];
    prop_oneof![
        6 => (any::<u16>(), 0..8_u8, small.clone()).prop_map(|(at, byte, value)| Edit::Instruction(at, byte, value)),
        2 => (any::<u16>(), any::<u16>()).prop_map(|(from, to)| Edit::Copy(from, to)),
        2 => (any::<u32>(), small).prop_map(|(at, value)| Edit::Byte(at, value)),
        1 => (0..40_u8, any::<u8>()).prop_map(|(at, bit)| Edit::Header(at, bit)),
    ]
}

fn number(image: &[u8], at: usize) -> usize {
    u32::from_le_bytes(image[at..at + 4].try_into().unwrap()) as usize
}

fn apply(image: &mut [u8], edit: &Edit) {
    // As the module's docs lay an image out.
    let code = 72 + 56 * number(image, 32);
    let count = number(image, 36).max(1);
    match *edit {
        Edit::Instruction(at, byte, value) => {
            let place = code + 8 * (usize::from(at) % count) + usize::from(byte);
            if let Some(to) = image.get_mut(place) {
                *to = value;
            }
        }
        Edit::Copy(from, to) => {
            let from = code + 8 * (usize::from(from) % count);
            let to = code + 8 * (usize::from(to) % count);
            if from.max(to) + 8 <= image.len() {
                image.copy_within(from..from + 8, to);
            }
        }
        Edit::Byte(at, value) => {
            let place = 72 + at as usize % (image.len() - 72);
            image[place] = value;
        }
        Edit::Header(at, bit) => image[28 + usize::from(at)] ^= 1 << (bit % 8),
    }
}

fn cases(count: u32) -> ProptestConfig {
    let mut config = ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 400,
        ..ProptestConfig::default()
    };
    // `PROPTEST_CASES` asks for more.
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = count;
    }
    config
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn mutated_images_run_safely_or_not_at_all(
        which in 0..SOURCES.len(),
        edits in prop::collection::vec(edit(), 1..4),
        stress in prop::bool::weighted(0.2),
    ) {
        let mut image = images().swap_remove(which);
        for edit in &edits {
            apply(&mut image, edit);
        }
        seal(&mut image);
        load_and_run(&image, stress);
    }
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn any_bytes_are_judged(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        load_and_run(&bytes, false);
        sealed_load_and_run(&bytes);
    }

    #[test]
    fn cut_images_are_refused(which in 0..SOURCES.len(), at in any::<prop::sample::Index>()) {
        let image = images().swap_remove(which);
        let cut = &image[..at.index(image.len())];
        prop_assert!(!load_and_run(cut, false));
        sealed_load_and_run(cut);
    }
}

/// The mutations must not all be refused: then nothing is tested.
#[test]
fn many_mutated_images_are_loaded() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let images = images();
    let mut loaded = 0;
    for round in 0..300 {
        let mut image = images[round % images.len()].clone();
        apply(&mut image, &edit().new_tree(&mut runner).unwrap().current());
        seal(&mut image);
        loaded += usize::from(load_and_run(&image, false));
    }
    assert!(loaded > 60, "only {loaded} of 300");
}

#[test]
fn untouched_images_run() {
    for image in images() {
        assert!(load_and_run(&image, false));
        assert!(load_and_run(&image, true));
    }
}
