//! The board's side: memory, output, time, sleep, the command line and the last words of a panic.

use alloc::string::String;
use alloc::vec::Vec;
use core::panic::PanicInfo;
use core::time::Duration;

use embedded_alloc::TlsfHeap;
use embedded_io::{ErrorKind, ErrorType};
use miniscript_core::{Clock, Reactor};
use semihosting::experimental::env;
use semihosting::io::{self, Write};
use semihosting::sys::arm_compat;

// Its crate also holds the single-core critical sections of the allocator.
use cortex_m::Peripherals;
use cortex_m::peripheral::SYST;
use cortex_m::peripheral::syst::SystClkSource;

#[global_allocator]
static HEAP: TlsfHeap = TlsfHeap::empty();

/// What `memory.x` leaves of the PSRAM.
const PSRAM: usize = 0x2130_0000;
const PSRAM_SIZE: usize = 13 << 20;
/// QEMU's semihosting clock: nanoseconds.
const TICKS: u64 = 1_000_000_000;

/// To be called once, before anything is allocated.
pub(crate) fn start() {
    // SAFETY: nothing else uses the PSRAM, and this runs once, at the entry.
    unsafe { HEAP.init(PSRAM, PSRAM_SIZE) };
}

/// Nanoseconds of a tick of the processor's own timer, which counts down from here to 0.
const SYST_TICK: u32 = 40;
const SYST_ROUND: u32 = 1 << 24;

/// Starts that timer.
pub(crate) fn count() {
    if let Some(mut board) = Peripherals::take() {
        board.SYST.set_clock_source(SystClkSource::Core);
        board.SYST.set_reload(SYST_ROUND - 1);
        board.SYST.clear_current();
        board.SYST.enable_counter();
    }
}

/// Instructions since some moment within the last 0.67 s, modulo 671,088,640, where the emulator
/// takes one nanosecond for each (`-icount shift=0`).
pub(crate) fn instructions() -> i64 {
    i64::from((SYST_ROUND - SYST::get_current()) % SYST_ROUND * SYST_TICK)
}

/// The words of the command line.
pub(crate) fn arguments() -> Vec<String> {
    let Ok(words) = env::args::<1024>() else {
        return Vec::new();
    };
    let words = (&words).filter_map(Result::ok);
    words.map(decoded).collect()
}

/// Text whose `%XX` stand for other bytes.
fn decoded(word: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = word.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|hex| core::str::from_utf8(hex).ok());
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        (rest, _) = match (first, byte) {
            (b'%', Some(byte)) => (tail.get(2..).unwrap_or_default(), bytes.push(byte)),
            _ => (tail, bytes.push(*first)),
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Writes to the host's standard error.
pub(crate) fn error(bytes: &[u8]) {
    if let Ok(mut stream) = io::stderr() {
        let _ = stream.write_all(bytes);
    }
}

/// Where `print` writes: the host's standard output.
pub(crate) struct Line;

impl ErrorType for Line {
    type Error = ErrorKind;
}

impl embedded_io::Write for Line {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, ErrorKind> {
        let mut stream = io::stdout().map_err(|_| ErrorKind::Other)?;
        stream.write_all(bytes).map_err(|_| ErrorKind::Other)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), ErrorKind> {
        Ok(())
    }
}

/// Time since the start.
pub(crate) struct Ticks;

impl Clock for Ticks {
    fn now(&mut self) -> Duration {
        let ticks = arm_compat::sys_elapsed().unwrap_or(0);
        Duration::from_nanos(ticks.saturating_mul(1_000_000_000 / TICKS))
    }

    fn calendar(&mut self) -> Option<Duration> {
        let seconds = arm_compat::sys_time().ok()?;
        Some(Duration::from_secs(seconds as u64))
    }
}

/// Bytes that look random: the board has no entropy, and no program of the corpus has secrets.
pub(crate) fn noise(buffer: &mut [u8]) -> bool {
    let mut state = arm_compat::sys_elapsed().unwrap_or(0) | 1;
    for byte in buffer {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        *byte = (state >> 32) as u8;
    }
    true
}

/// Sleep: nothing but time wakes anybody here.
pub(crate) struct Wait;

impl Reactor for Wait {
    fn wait(&mut self, timeout: Option<Duration>) -> bool {
        let Some(timeout) = timeout else {
            return false;
        };
        let start = Ticks.now();
        while Ticks.now().saturating_sub(start) < timeout {}
        true
    }
}

#[panic_handler]
fn panic(info: &PanicInfo) -> ! {
    // Without the allocator: it may be what has failed.
    if let Ok(mut stream) = io::stderr() {
        let _ = writeln!(stream, "device: {info}");
    }
    semihosting::process::exit(101)
}
