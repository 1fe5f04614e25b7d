//! `include/joy/plugin.h` as Rust sees it: the layouts a plugin hands over, and the
//! table of the host's functions. Version 1 of these layouts is frozen.

use crate::call::{JoyEnv, exports};
use core::ffi::{c_char, c_int};

/// `JOY_PLUGIN_API_VERSION`: the newest version that this host understands.
pub const API_VERSION: i32 = 1;

/// `JoyPluginFn`. Unwinding is allowed in the type only so that an exception of C++ that
/// arrives here can be named before the process ends.
pub(crate) type PluginFn = unsafe extern "C-unwind" fn(*mut JoyEnv);

/// `JoyPluginInitFn`.
pub(crate) type InitFn = unsafe extern "C-unwind" fn() -> *const PluginDesc;

/// `JoyBuiltinDesc`.
#[repr(C)]
pub(crate) struct BuiltinDesc {
    pub(crate) name: *const c_char,
    pub(crate) func: Option<PluginFn>,
    pub(crate) stack_effect: *const c_char,
    pub(crate) doc: *const c_char,
}

/// `JoyPluginDesc`.
#[repr(C)]
pub(crate) struct PluginDesc {
    pub(crate) api_version: c_int,
    pub(crate) name: *const c_char,
    pub(crate) version: *const c_char,
    pub(crate) builtins: *const BuiltinDesc,
}

#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<PluginDesc>() == 32 && size_of::<BuiltinDesc>() == 32);

/// `JoyHostApi`: in this order for ever; later versions append.
#[repr(C)]
pub(crate) struct HostApi {
    stack_depth: unsafe extern "C" fn(*mut JoyEnv) -> c_int,
    peek_type: unsafe extern "C" fn(*mut JoyEnv, c_int) -> c_int,
    pop_int: unsafe extern "C" fn(*mut JoyEnv, *mut i64) -> c_int,
    pop_float: unsafe extern "C" fn(*mut JoyEnv, *mut f64) -> c_int,
    pop_bool: unsafe extern "C" fn(*mut JoyEnv, *mut c_int) -> c_int,
    pop_string: unsafe extern "C" fn(*mut JoyEnv, *mut *const c_char, *mut usize) -> c_int,
    push_int: unsafe extern "C" fn(*mut JoyEnv, i64),
    push_float: unsafe extern "C" fn(*mut JoyEnv, f64),
    push_bool: unsafe extern "C" fn(*mut JoyEnv, c_int),
    push_string: unsafe extern "C" fn(*mut JoyEnv, *const c_char, usize),
    pop_list_begin: unsafe extern "C" fn(*mut JoyEnv) -> c_int,
    list_next: unsafe extern "C" fn(*mut JoyEnv) -> c_int,
    list_end: unsafe extern "C" fn(*mut JoyEnv),
    push_list_begin: unsafe extern "C" fn(*mut JoyEnv),
    push_list_item: unsafe extern "C" fn(*mut JoyEnv),
    push_list_end: unsafe extern "C" fn(*mut JoyEnv),
    error: unsafe extern "C" fn(*mut JoyEnv, *const c_char, *const c_char),
    type_error: unsafe extern "C" fn(*mut JoyEnv, *const c_char, *const c_char),
}

/// What plugins for Windows call through. Elsewhere it keeps the functions in the
/// executable, which nothing of it calls itself.
pub(crate) static HOST_API: HostApi = HostApi {
    stack_depth: exports::joy_stack_depth,
    peek_type: exports::joy_peek_type,
    pop_int: exports::joy_pop_int,
    pop_float: exports::joy_pop_float,
    pop_bool: exports::joy_pop_bool,
    pop_string: exports::joy_pop_string,
    push_int: exports::joy_push_int,
    push_float: exports::joy_push_float,
    push_bool: exports::joy_push_bool,
    push_string: exports::joy_push_string,
    pop_list_begin: exports::joy_pop_list_begin,
    list_next: exports::joy_list_next,
    list_end: exports::joy_list_end,
    push_list_begin: exports::joy_push_list_begin,
    push_list_item: exports::joy_push_list_item,
    push_list_end: exports::joy_push_list_end,
    error: exports::joy_error,
    type_error: exports::joy_type_error,
};
