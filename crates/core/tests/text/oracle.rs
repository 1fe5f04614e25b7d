//! Asks `python3`, and makes the values to ask about.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Defined for every script: `text(hex)` decodes an argument, `hex(str)` encodes an answer,
/// `answer(f)` calls and turns an error into its type and message.
const PRELUDE: &str = r#"
import sys, struct
sys.set_int_max_str_digits(0)
def text(h): return bytes.fromhex(h[1:]).decode('utf-8', 'surrogatepass')
def enc(s): return 'x' + s.encode('utf-8', 'surrogatepass').hex()
def flt(h): return struct.unpack('>d', bytes.fromhex(h))[0]
def bits(x): return 'nan' if x != x else struct.pack('>d', x).hex()
def answer(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ' ' + enc(str(e))
def main(f):
    lines = sys.stdin.read().split('\n')[:-1]
    sys.stdout.write('\n'.join([f(*line.split(' ')) for line in lines]))
"#;

static SKIPPED: AtomicUsize = AtomicUsize::new(0);

/// Calls the script's `one(*words)` for each line; `ours` gives our answer to the same line.
pub(crate) fn compare<T>(
    name: &str,
    script: &str,
    cases: &[T],
    line: impl Fn(&T) -> String,
    ours: impl Fn(&T) -> String,
) where
    T: std::fmt::Debug,
{
    if !available(name) {
        return;
    }
    let input: String = cases.iter().map(|case| line(case) + "\n").collect();
    let answers = run(&format!("{PRELUDE}\n{script}\nmain(one)\n"), input);
    let answers: Vec<&str> = answers.split('\n').collect();
    assert_eq!(
        answers.len(),
        cases.len(),
        "{name}: python3 answered another number of lines"
    );
    for (case, theirs) in cases.iter().zip(answers) {
        let ours = ours(case);
        assert!(
            ours == theirs,
            "{name}: {case:?}\n  line    {}\n  ours    {}\n  CPython {}",
            line(case),
            readable(&ours),
            readable(theirs)
        );
    }
}

/// Whether python3 is CPython 3.11; counts and shows a skip.
pub(crate) fn available(name: &str) -> bool {
    let check = "import sys; print(sys.implementation.name, *sys.version_info[:2])";
    let found = Command::new("python3").args(["-c", check]).output();
    if found.is_ok_and(|output| output.stdout == b"cpython 3 11\n") {
        return true;
    }
    skip(name, "python3 is not CPython 3.11");
    false
}

/// Counts and shows a skip, past the test harness's capture; fails in CI.
pub(crate) fn skip(name: &str, reason: &str) {
    assert!(std::env::var_os("CI").is_none(), "{name}: {reason}");
    let count = SKIPPED.fetch_add(1, Ordering::Relaxed) + 1;
    let _ = writeln!(std::io::stderr(), "skipped ({count}): {name}: {reason}");
}

/// Runs a script over an input.
pub(crate) fn run(script: &str, input: String) -> String {
    let mut child = Command::new("python3")
        .args(["-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("python3 starts");
    let mut stdin = child.stdin.take().expect("it was piped");
    let writer = thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("python3 ends");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    writer
        .join()
        .expect("the writer does not panic")
        .expect("python3 reads its input");
    String::from_utf8(output.stdout).expect("answers are ASCII")
}

/// Encodes bytes as `x` and hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold("x".to_owned(), |text, byte| text + &format!("{byte:02x}"))
}

/// Encodes a float's bits; nan is nan.
pub(crate) fn bits(value: f64) -> String {
    if value.is_nan() {
        "nan".to_owned()
    } else {
        format!("{:016x}", value.to_bits())
    }
}

/// An error as the script's `answer` gives it.
pub(crate) fn error(kind: &str, message: &[u8]) -> String {
    format!("{kind} {}", hex(message))
}

/// Decodes the words that are encoded text, for a failure's message.
fn readable(answer: &str) -> String {
    let word = |word: &str| {
        let digits = word.strip_prefix('x')?;
        let bytes: Option<Vec<u8>> = (0..digits.len() / 2)
            .map(|at| u8::from_str_radix(digits.get(at * 2..at * 2 + 2)?, 16).ok())
            .collect();
        Some(format!("{:?}", String::from_utf8_lossy(&bytes?)))
    };
    let words = answer
        .split(' ')
        .map(|text| word(text).unwrap_or_else(|| text.to_owned()));
    words.collect::<Vec<_>>().join(" ")
}

/// A small generator with a fixed seed: failures repeat.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() >> 11) as usize % end
    }

    pub(crate) fn chance(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    pub(crate) fn int(&mut self) -> i64 {
        let shift = self.below(64);
        let value = (self.next() >> shift) as i64;
        match self.below(6) {
            0 => self.pick(&[
                0,
                1,
                -1,
                i64::MAX,
                i64::MIN,
                10,
                999,
                1000,
                65,
                255,
                0x10ffff,
            ]),
            1 => value.wrapping_neg(),
            _ => value,
        }
    }

    /// Bit patterns, short decimals, ties, whole numbers and special values.
    pub(crate) fn float(&mut self) -> f64 {
        const SPECIAL: [f64; 22] = [
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.5,
            1.5,
            2.5,
            1e16,
            9999999999999998.0,
            1e15,
            1e22,
            1e23,
            1e-4,
            9.999e-5,
            5e-324,
            2.2250738585072014e-308,
            f64::MAX,
            f64::MIN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NAN,
            0.1,
        ];
        match self.below(8) {
            0 | 1 => f64::from_bits(self.next()),
            2 => self.pick(&SPECIAL),
            3 => self.int() as f64,
            4 => (self.below(2_000_000) as f64 - 1e6) / 8.0,
            5 => (self.int() >> 20) as f64 / self.pick(&[2.0, 4.0, 16.0, 1024.0]),
            6 => {
                let digits = self.below(100_000) as f64;
                let scale = 10f64.powi(self.below(30) as i32 - 15);
                if self.chance(2) {
                    digits * scale
                } else {
                    -digits / scale
                }
            }
            _ => f64::from_bits(self.next() & 0x000f_ffff_ffff_ffff),
        }
    }

    /// Up to `max` pieces from a list, joined.
    pub(crate) fn text(&mut self, pieces: &[&str], max: usize) -> String {
        (0..self.below(max + 1))
            .map(|_| self.pick(pieces))
            .collect()
    }

    /// A text of interesting code points, surrogates among them, as generalized UTF-8.
    pub(crate) fn code_points(&mut self, max: usize) -> Vec<u8> {
        const INTERESTING: [u32; 40] = [
            0x0, 0x9, 0xa, 0xd, 0x1c, 0x20, 0x22, 0x27, 0x5c, 0x61, 0x41, 0x5f, 0x7f, 0x80, 0x85,
            0xa0, 0xad, 0xdf, 0xff, 0x130, 0x149, 0x1c5, 0x2b0, 0x345, 0x378, 0x3a3, 0x3c2, 0x660,
            0x1e9e, 0x2028, 0x2029, 0x3000, 0xd800, 0xdfff, 0xfb03, 0xfeff, 0xff11, 0x10400,
            0x1f600, 0x10ffff,
        ];
        let mut out = Vec::new();
        for _ in 0..self.below(max + 1) {
            let code_point = match self.below(5) {
                0 | 1 => self.pick(&INTERESTING),
                2 => self.below(0x80) as u32,
                3 => self.below(0x3000) as u32,
                _ => self.below(0x110000) as u32,
            };
            out.extend_from_slice(miniscript_core::text::wtf8::Encoded::new(code_point).as_bytes());
        }
        out
    }
}

/// Collects what a function writes.
pub(crate) fn written<E: std::fmt::Debug>(
    write: impl FnOnce(&mut Vec<u8>) -> Result<(), E>,
) -> Vec<u8> {
    let mut out = Vec::new();
    write(&mut out).expect("a Vec takes all");
    out
}
