//! The C library's elementary functions, loaded when a script asks for the first of them. Used by
//! both executables, on Linux.
//!
//! What the engine calls `sin` and the linker finds here is a jump to the function of that name in
//! the system's `libm`: the same results as CPython's, to the last bit. To load that library with
//! the executable takes a third of a megabyte and a part of the start, and few scripts want it.
//! Where it cannot be loaded, the functions of the crate `libm` do: their last bit may differ.

use std::ffi::CStr;
use std::mem::transmute;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// One function of the library: its address, once it is known.
struct Function {
    name: &'static CStr,
    at: AtomicUsize,
}

impl Function {
    const fn new(name: &'static CStr) -> Function {
        let at = AtomicUsize::new(0);
        Function { name, at }
    }

    /// The address, or that of `instead`.
    #[inline]
    fn or(&self, instead: usize) -> usize {
        match self.at.load(Ordering::Relaxed) {
            0 => self.find(instead),
            at => at,
        }
    }

    #[cold]
    fn find(&self, instead: usize) -> usize {
        static LIBRARY: OnceLock<usize> = OnceLock::new();
        let library = *LIBRARY.get_or_init(|| {
            // SAFETY: the name ends in a null byte, and the library's start runs no code of ours.
            unsafe { libc::dlopen(c"libm.so.6".as_ptr(), libc::RTLD_NOW) as usize }
        });
        let found = if library == 0 {
            0
        } else {
            // SAFETY: the handle is open for ever, and the name ends in a null byte.
            unsafe { libc::dlsym(library as *mut libc::c_void, self.name.as_ptr()) as usize }
        };
        let at = if found == 0 { instead } else { found };
        self.at.store(at, Ordering::Relaxed);
        at
    }
}

/// The C name of a function, as text and as symbol.
macro_rules! elementary {
    ($($symbol:ident $name:literal ($($x:ident),+);)*) => {$(
        #[unsafe(no_mangle)]
        extern "C" fn $symbol($($x: f64),+) -> f64 {
            type Signature = extern "C" fn($(elementary!(@f64 $x)),+) -> f64;
            extern "C" fn instead($($x: f64),+) -> f64 {
                libm::$symbol($($x),+)
            }
            static FUNCTION: Function = Function::new($name);
            let at = FUNCTION.or(instead as Signature as usize);
            // SAFETY: both the C library's function of that name and ours have that signature.
            unsafe { transmute::<usize, Signature>(at)($($x),+) }
        }
    )*};
    (@f64 $x:ident) => { f64 };
}

elementary! {
    acos c"acos" (x);
    asin c"asin" (x);
    atan c"atan" (x);
    atan2 c"atan2" (y, x);
    cos c"cos" (x);
    cosh c"cosh" (x);
    exp c"exp" (x);
    exp2 c"exp2" (x);
    expm1 c"expm1" (x);
    hypot c"hypot" (x, y);
    log c"log" (x);
    log10 c"log10" (x);
    log1p c"log1p" (x);
    log2 c"log2" (x);
    pow c"pow" (x, y);
    sin c"sin" (x);
    sinh c"sinh" (x);
    tan c"tan" (x);
    tanh c"tanh" (x);
}

/// What the compiler makes of a sine and a cosine of the same number.
///
/// # Safety
/// Both addresses take a number.
#[unsafe(no_mangle)]
unsafe extern "C" fn sincos(x: f64, sine: *mut f64, cosine: *mut f64) {
    type Signature = unsafe extern "C" fn(f64, *mut f64, *mut f64);
    /// # Safety
    /// As [`sincos`].
    unsafe extern "C" fn instead(x: f64, sine: *mut f64, cosine: *mut f64) {
        let (first, second) = libm::sincos(x);
        // SAFETY: the caller's promise.
        unsafe {
            sine.write(first);
            cosine.write(second);
        }
    }
    static FUNCTION: Function = Function::new(c"sincos");
    let at = FUNCTION.or(instead as Signature as usize);
    // SAFETY: both functions have that signature, and the caller's promise is theirs.
    unsafe { transmute::<usize, Signature>(at)(x, sine, cosine) }
}
