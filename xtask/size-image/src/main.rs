//! A firmware image for `cargo xtask size`: linked and measured, never run.
//!
//! [`product`] is what keeps code in the image: everything it reaches is counted, everything else
//! is dropped by the linker. This file is what every image has whatever it runs: the entry, the
//! allocator, the panic handler.
#![no_std]
#![no_main]

extern crate alloc;

#[cfg(feature = "whole")]
mod board;
#[cfg(feature = "whole")]
mod product;
#[cfg(not(feature = "whole"))]
#[path = "small.rs"]
mod product;

use core::alloc::{GlobalAlloc, Layout};
use core::hint::black_box;
use core::panic::PanicInfo;
use core::sync::atomic::{AtomicUsize, Ordering};

/// The linker's entry. The programs could say anything: nothing of them is known at build time.
#[unsafe(no_mangle)]
pub extern "C" fn _start() -> ! {
    let python = black_box("print('hello')");
    let joy = black_box("\"hello\" putchars.");
    black_box(product::run(python, joy).is_ok());
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
        let start = self
            .0
            .fetch_add(layout.size() + layout.align(), Ordering::Relaxed);
        start.next_multiple_of(layout.align()) as *mut u8
    }

    // SAFETY: as above; memory is never reused.
    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}
