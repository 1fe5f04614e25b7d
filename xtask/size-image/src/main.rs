//! A firmware image for `cargo xtask size`: linked and measured, never run.
//!
//! [`product`] is what keeps code in the image: everything it reaches is counted, everything else
//! is dropped by the linker.
#![no_std]
#![no_main]

use core::alloc::{GlobalAlloc, Layout};
use core::hint::black_box;
use core::panic::PanicInfo;
use core::sync::atomic::{AtomicUsize, Ordering};

use miniscript_core as _;
use miniscript_ext as _;
use miniscript_http as _;
use miniscript_joy as _;
use miniscript_stdlib as _;

/// Uses the product as a device would: the script arrives at run time, so nothing is folded away.
fn product(script: &str) -> usize {
    script.len()
}

/// The linker's entry.
#[unsafe(no_mangle)]
pub extern "C" fn _start() -> ! {
    black_box(product(black_box("print('hello')")));
    loop {
        core::hint::spin_loop();
    }
}

#[panic_handler]
fn panic(_: &PanicInfo) -> ! {
    loop {
        core::hint::spin_loop();
    }
}

/// An allocator that hands out addresses and takes nothing back: the image is never run, and a
/// real one would be counted.
struct Bump(AtomicUsize);

#[global_allocator]
static ALLOCATOR: Bump = Bump(AtomicUsize::new(0x2100_0000));

// SAFETY: every call hands out a range above all earlier ones, aligned as asked, in the board's
// PSRAM, which nothing else uses.
unsafe impl GlobalAlloc for Bump {
    // SAFETY: nothing is asked of the caller beyond the trait's own conditions.
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let start = self.0.fetch_add(layout.size() + layout.align(), Ordering::Relaxed);
        start.next_multiple_of(layout.align()) as *mut u8
    }

    // SAFETY: as above; memory is never reused.
    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}
