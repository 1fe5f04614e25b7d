//! The functions that C code calls. Each checks its pointers, lets no panic out, and
//! leaves the work to the session.
//!
//! A [`JoyEnv`] lives for one call of one function, on the thread of that call.

use super::Caller;
use super::failure::{Failure, Outcome};
use super::session::{Refusal, Session};
use crate::abi::{HOST_API, HostApi, PluginFn};
use crate::descriptor;
use core::ffi::{c_char, c_int, c_void};
use miniscript_core::Context;
use miniscript_core::foreign;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread::{self, ThreadId};

/// What a plugin's function is given; opaque to it.
#[repr(C)]
pub(crate) struct JoyEnv {
    /// First, for later versions of the interface: the host's functions.
    api: *const HostApi,
    /// The [`Session`] of this call, whose lifetimes C cannot name.
    session: *mut c_void,
    thread: ThreadId,
}

/// Calls a plugin's function; `plugin` and `name` are for messages.
///
/// # Safety
/// `function` belongs to a library that is open, and keeps to the header.
///
/// # Errors
/// What the function reported, or what the host could not do.
pub(crate) unsafe fn enter<'f>(
    function: PluginFn,
    plugin: &str,
    name: &str,
    cx: &mut Context<'f>,
    caller: &mut dyn Caller<'f>,
) -> Result<Outcome<'f>, Failure<'f>> {
    foreign::check_stack(cx).map_err(Failure::Raised)?;
    let mut session = Session::new(cx, caller, name);
    let mut env = JoyEnv {
        api: &raw const HOST_API,
        session: (&raw mut session).cast(),
        thread: thread::current().id(),
    };
    let env = &raw mut env;
    // An exception of C++ that arrives here ends the process, whatever is done; the
    // guard tells whose it was. What is caught otherwise is a panic of a Rust plugin.
    let unwound = catch_unwind(|| {
        let guard = Named { plugin, name };
        // SAFETY: the caller's promise; the environment outlives the call.
        unsafe { function(env) };
        core::mem::forget(guard);
    });
    if unwound.is_err() {
        session.fail("a panic left the plugin");
    }
    session.finish()
}

/// Names the plugin when something unwinds through the call.
struct Named<'a> {
    plugin: &'a str,
    name: &'a str,
}

impl Drop for Named<'_> {
    fn drop(&mut self) {
        eprintln!(
            "plugin: an exception left '{}' of the plugin '{}'; catch it there and call joy_error",
            self.name, self.plugin
        );
    }
}

/// Runs `body` with the session; `refused` is the answer where there is none.
///
/// # Safety
/// `env` is NULL or the environment of a call that has not returned.
unsafe fn with<R: Copy>(
    env: *mut JoyEnv,
    refused: R,
    body: impl for<'c, 'f> FnOnce(&mut Session<'c, 'f>) -> R,
) -> R {
    if env.is_null() {
        return refused;
    }
    // SAFETY: the caller's promise. The session is not used elsewhere while the
    // plugin's function runs, and the body cannot keep what it borrows from it.
    let session = unsafe {
        if (*env).thread != thread::current().id() {
            return refused;
        }
        &mut *(*env).session.cast::<Session<'_, '_>>()
    };
    match catch_unwind(AssertUnwindSafe(|| body(session))) {
        Ok(answer) => answer,
        Err(_) => {
            session.fail("a defect of the host (please report it)");
            refused
        }
    }
}

const OK: c_int = 0;
const ERROR: c_int = Refusal::Error as c_int;

/// Stores what was popped, unless there is no place for it.
///
/// # Safety
/// As for [`with`]; `out` is NULL or can be written.
unsafe fn pop<T>(
    env: *mut JoyEnv,
    out: *mut T,
    take: impl for<'c, 'f> FnOnce(&mut Session<'c, 'f>) -> Result<T, Refusal>,
) -> c_int {
    if out.is_null() {
        return ERROR;
    }
    // SAFETY: the caller's promise.
    unsafe {
        with(env, ERROR, |session| match take(session) {
            Ok(value) => {
                out.write(value);
                OK
            }
            Err(refusal) => refusal as c_int,
        })
    }
}

/// How many values are on the stack.
///
/// # Safety
/// For this and the functions below: `env` is NULL or what the running function was
/// given; pointers are NULL or lead to what the header says.
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_stack_depth(env: *mut JoyEnv) -> c_int {
    // SAFETY: the caller keeps to the header.
    unsafe {
        with(env, 0, |session| {
            c_int::try_from(session.depth()).unwrap_or(c_int::MAX)
        })
    }
}

/// The type of the value at a depth.
///
/// # Safety
/// See [`joy_stack_depth`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_peek_type(env: *mut JoyEnv, depth: c_int) -> c_int {
    let Ok(depth) = usize::try_from(depth) else {
        return 0;
    };
    // SAFETY: the caller keeps to the header.
    unsafe { with(env, 0, |session| session.peek(depth)) }
}

/// Takes an integer.
///
/// # Safety
/// See [`joy_stack_depth`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_pop_int(env: *mut JoyEnv, out: *mut i64) -> c_int {
    // SAFETY: the caller keeps to the header.
    unsafe { pop(env, out, |session| session.pop_int()) }
}

/// Takes a float, or an integer as one.
///
/// # Safety
/// See [`joy_stack_depth`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_pop_float(env: *mut JoyEnv, out: *mut f64) -> c_int {
    // SAFETY: the caller keeps to the header.
    unsafe { pop(env, out, |session| session.pop_float()) }
}

/// Takes a bool.
///
/// # Safety
/// See [`joy_stack_depth`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_pop_bool(env: *mut JoyEnv, out: *mut c_int) -> c_int {
    // SAFETY: the caller keeps to the header.
    unsafe { pop(env, out, |session| session.pop_bool().map(c_int::from)) }
}

/// Takes a string; its bytes are lent until the function returns.
///
/// # Safety
/// See [`joy_stack_depth`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_pop_string(
    env: *mut JoyEnv,
    out: *mut *const c_char,
    len: *mut usize,
) -> c_int {
    // SAFETY: the caller keeps to the header.
    unsafe {
        pop(env, out, |session| {
            let bytes = session.pop_string()?;
            if !len.is_null() {
                // The NUL at the end is not counted.
                len.write(bytes.len().saturating_sub(1));
            }
            Ok(bytes.as_ptr().cast())
        })
    }
}

/// Leaves an integer.
///
/// # Safety
/// See [`joy_stack_depth`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_push_int(env: *mut JoyEnv, val: i64) {
    // SAFETY: the caller keeps to the header.
    unsafe { with(env, (), |session| session.push_int(val)) }
}

/// Leaves a float.
///
/// # Safety
/// See [`joy_stack_depth`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_push_float(env: *mut JoyEnv, val: f64) {
    // SAFETY: the caller keeps to the header.
    unsafe { with(env, (), |session| session.push_float(val)) }
}

/// Leaves a bool: true unless `val` is 0.
///
/// # Safety
/// See [`joy_stack_depth`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_push_bool(env: *mut JoyEnv, val: c_int) {
    // SAFETY: the caller keeps to the header.
    unsafe { with(env, (), |session| session.push_bool(val != 0)) }
}

/// Leaves a string: a copy of `len` bytes.
///
/// # Safety
/// See [`joy_stack_depth`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_push_string(env: *mut JoyEnv, str: *const c_char, len: usize) {
    // SAFETY: the caller keeps to the header; no object is larger than isize::MAX.
    unsafe {
        with(env, (), |session| {
            if len == 0 {
                session.push_string(&[]);
            } else if str.is_null() {
                session.fail("joy_push_string was given NULL");
            } else if isize::try_from(len).is_err() {
                session.fail("joy_push_string was given an impossible length");
            } else {
                session.push_string(core::slice::from_raw_parts(str.cast::<u8>(), len));
            }
        });
    }
}

/// Takes a list, to be read.
///
/// # Safety
/// See [`joy_stack_depth`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_pop_list_begin(env: *mut JoyEnv) -> c_int {
    // SAFETY: the caller keeps to the header.
    unsafe {
        with(env, ERROR, |session| match session.read_begin() {
            Ok(()) => OK,
            Err(refusal) => refusal as c_int,
        })
    }
}

/// Pushes the next element of the list that is being read; 0 at its end.
///
/// # Safety
/// See [`joy_stack_depth`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_list_next(env: *mut JoyEnv) -> c_int {
    // SAFETY: the caller keeps to the header.
    unsafe { with(env, 0, |session| c_int::from(session.read_next())) }
}

/// Ends reading.
///
/// # Safety
/// See [`joy_stack_depth`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_list_end(env: *mut JoyEnv) {
    // SAFETY: the caller keeps to the header.
    unsafe { with(env, (), |session| session.read_end()) }
}

/// Begins a list.
///
/// # Safety
/// See [`joy_stack_depth`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_push_list_begin(env: *mut JoyEnv) {
    // SAFETY: the caller keeps to the header.
    unsafe { with(env, (), |session| session.build_begin()) }
}

/// Moves the top of the stack into the list.
///
/// # Safety
/// See [`joy_stack_depth`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_push_list_item(env: *mut JoyEnv) {
    // SAFETY: the caller keeps to the header.
    unsafe { with(env, (), |session| session.build_item()) }
}

/// Leaves the list.
///
/// # Safety
/// See [`joy_stack_depth`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_push_list_end(env: *mut JoyEnv) {
    // SAFETY: the caller keeps to the header.
    unsafe { with(env, (), |session| session.build_end()) }
}

/// Says what went wrong.
///
/// # Safety
/// See [`joy_stack_depth`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_error(
    env: *mut JoyEnv,
    msg: *const c_char,
    name: *const c_char,
) {
    // SAFETY: the caller keeps to the header.
    unsafe { with(env, (), |session| session.error(words(msg), words(name))) }
}

/// Says what was expected.
///
/// # Safety
/// See [`joy_stack_depth`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn joy_type_error(
    env: *mut JoyEnv,
    expected: *const c_char,
    name: *const c_char,
) {
    // SAFETY: the caller keeps to the header.
    unsafe {
        with(env, (), |session| {
            session.type_error(words(expected), words(name))
        })
    }
}

/// Bytes of a message that are shown.
const LONGEST_MESSAGE: usize = 900;

/// The text of a message; `None` for NULL.
///
/// # Safety
/// `text` is NULL or ends in NUL.
unsafe fn words(text: *const c_char) -> Option<String> {
    // SAFETY: the caller's promise.
    let bytes = unsafe { descriptor::bytes(text, LONGEST_MESSAGE) }?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}
