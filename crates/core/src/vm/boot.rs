//! Making a VM: types, names, namespaces, singletons.
//!
//! # Safety
//! The raw layer's contract (`heap`). Runs once, on a VM in which nothing runs yet: no
//! safepoint is reached, so nothing has to be rooted. Each step finds what the steps
//! before it have made (names, then types, then namespaces).

use crate::builtins::{functions, types as builtin_types};
use crate::heap::{Heap, MAX_IDS, OutOfMemory};
use crate::limits::Limits;
use crate::limits::Meter;
use crate::object::*;
use crate::registry::Registry;
use crate::task::Scheduler;
use crate::value::Raw;
use crate::vm::fiber::Fiber;
use crate::vm::host::Host;
use crate::vm::names::Names;
use crate::vm::roots::Roots;
use crate::vm::shared_cache::SharedCache;
use crate::vm::state::{METHOD_CACHE, MethodEntry, State, Streams};
use crate::vm::types;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ptr::null_mut;
use core::sync::atomic::{AtomicU32, Ordering};
use core::task::Waker;

/// Every VM of the process has an id of its own, so that handles of another are
/// recognised.
static NEXT_ID: AtomicU32 = AtomicU32::new(1);

/// What a VM is made from.
pub(crate) struct Setup {
    pub(crate) limits: Limits,
    pub(crate) host: Host,
    /// Unpredictable bits for the hash keys.
    pub(crate) entropy: [u64; 3],
    /// Interrupts the reactor's wait.
    pub(crate) waker: Waker,
}

/// Makes a VM.
pub(crate) fn boot(setup: Setup) -> Result<Box<State>, OutOfMemory> {
    let mut state = Box::new(State {
        heap: Heap::new(usize::MAX),
        names: Names::empty(),
        interned: State::new_interner(),
        hash_key: (setup.entropy[0], setup.entropy[1]),
        secret: multiplier(setup.entropy[2]),
        layout_counter: MAX_IDS as u32,
        version_counter: 0,
        method_cache: Vec::new(),
        shared_cache: SharedCache::new(),
        builtins: null_mut(),
        modules: null_mut(),
        memory_error: Raw::NONE,
        not_implemented: Raw::NONE,
        ellipsis: Raw::NONE,
        empty_tuple: Raw::NONE,
        empty_str: Raw::NONE,
        ascii: [Raw::NONE; 128],
        current: null_mut(),
        scheduler: Scheduler::new(setup.waker),
        host: setup.host,
        streams: Streams::new(),
        recursion_limit: setup.limits.recursion,
        max_digits: crate::builtins::types::int::MAX_DIGITS,
        meter: Meter::new(&setup.limits),
        limits: setup.limits,
        roots: Roots::default(),
        registry: Registry::default(),
        native_classes: Vec::new(),
        stress: false,
        stress_count: 0,
        stress_libraries: false,
        images: false,
        id: NEXT_ID.fetch_add(1, Ordering::Relaxed),
        poisoned: false,
    });
    let vm: *mut State = &raw mut *state;
    // SAFETY: the state is complete but for what is made here; nothing collects.
    unsafe {
        fill(vm)?;
        let fiber = Box::new(Fiber::new(vm, (*vm).singletons())?);
        (*vm).scheduler.host = Box::into_raw(fiber);
        (*vm).current = (*vm).scheduler.host;
        (*vm).heap.set_limit((*vm).limits.memory);
        (*vm).heap.keep_all();
        (*vm).heap.collecting = true;
    }
    Ok(state)
}

/// The secret odd multiplier of dicts and sets. `spread` takes the bits from 32 on of its product
/// with a hash, and an int's hash is the int: with a multiplier that has few bits there, as one in
/// some hundreds has and every small number, row after row of small ints lands in one place. So
/// it is drawn until none of the first multiples comes back to its start in any size of table.
fn multiplier(entropy: u64) -> u64 {
    const MULTIPLES: u64 = 16;
    /// Of the width of one place.
    const APART: u64 = (1 << 32) / 8;
    let apart = |candidate: u64, bits: u32| {
        let mask = (1 << (32 + bits)) - 1;
        (1..=MULTIPLES).all(|multiple| {
            let at = candidate.wrapping_mul(multiple) & mask;
            at.min(mask - at) >= APART
        })
    };
    let mut seed = entropy;
    loop {
        let candidate = mixed(seed) | 1;
        if (5..=24).all(|bits| apart(candidate, bits)) {
            return candidate;
        }
        seed = seed.wrapping_add(1);
    }
}

/// Every bit of the result depends on every bit of the number (SplitMix64, Steele et al. 2014).
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

unsafe fn fill(vm: *mut State) -> Result<(), OutOfMemory> {
    (*vm)
        .method_cache
        .try_reserve_exact(METHOD_CACHE)
        .map_err(|_| OutOfMemory)?;
    (*vm).method_cache.resize(
        METHOD_CACHE,
        MethodEntry {
            version: 0,
            name: null_mut(),
            value: Raw::UNBOUND,
        },
    );
    (*vm).shared_cache.open();
    (*vm).empty_tuple = Raw::from_ptr(TupleObj::from_slice(&mut (*vm).heap, core::ptr::null(), 0)?);
    let empty = (*vm).intern_bytes(b"")?;
    (*vm).empty_str = Raw::from_ptr(empty);
    for byte in 0..128u8 {
        (*vm).ascii[byte as usize] = Raw::from_ptr((*vm).intern_bytes(&[byte])?);
    }
    for (index, text) in Names::TEXTS.iter().enumerate() {
        let name = (*vm).intern_bytes(text.as_bytes())?;
        if let Some(slot) = (&mut (*vm).names).slots().nth(index) {
            *slot = name;
        }
    }
    make_types(vm)?;
    (*vm).not_implemented = singleton(vm, ClassId::NotImplementedType)?;
    (*vm).ellipsis = singleton(vm, ClassId::EllipsisType)?;
    (*vm).memory_error = Raw::from_ptr(ExceptionObj::new(
        &mut (*vm).heap,
        ClassId::MemoryError,
        (*vm).empty_tuple,
    )?);
    (*vm).modules = DictObj::new(&mut (*vm).heap)?;
    (*vm).builtins = DictObj::new(&mut (*vm).heap)?;
    make_builtins(vm)
}

unsafe fn singleton(vm: *mut State, class: ClassId) -> Result<Raw, OutOfMemory> {
    let object: *mut Header = (*vm)
        .heap
        .alloc(Header::new(Kind::Singleton, class), size_of::<Header>())?;
    Ok(Raw::from_ptr(object))
}

unsafe fn make_types(vm: *mut State) -> Result<(), OutOfMemory> {
    let table = builtin_class_table();
    for &(name, base) in table {
        let name = (*vm).intern_bytes(name.as_bytes())?;
        let ty = types::new_type(vm, name, Kind::Singleton, ClassId::Type)?;
        let id = (*ty).id;
        // Each type's MRO is itself and its base's.
        let mut mro = alloc::vec![Raw::from_ptr(ty)];
        if id != base {
            let base = (*vm).type_by_id(base);
            mro.extend_from_slice(TupleObj::slice((*base).mro.ptr()));
            let base = Raw::from_ptr(base);
            (*ty).bases = Raw::from_ptr(TupleObj::from_slice(&mut (*vm).heap, &base, 1)?);
        }
        if id == ClassId::ExceptionGroup {
            // The one built-in class with two bases.
            let second = Raw::from_ptr((*vm).type_by_id(ClassId::Exception));
            let bases = [Raw::from_ptr((*vm).type_by_id(base)), second];
            (*ty).bases = Raw::from_ptr(TupleObj::from_slice(&mut (*vm).heap, bases.as_ptr(), 2)?);
            mro.insert(2, second);
        }
        (*ty).mro = Raw::from_ptr(TupleObj::from_slice(
            &mut (*vm).heap,
            mro.as_ptr(),
            mro.len(),
        )?);
        if id == ClassId::Object {
            (*ty).flags |= TypeFlags::BASE;
        } else if id.is_builtin_exception() {
            (*ty).flags |= TypeFlags::BASE;
            (*ty).layout = Kind::Exception;
            (*ty).solid = ClassId::BaseException;
        } else {
            (*ty).solid = id;
        }
    }
    for (index, &(name, _)) in table.iter().enumerate() {
        (*(*vm).type_by_id(ClassId(index as u32))).flags |= pattern_flags(name);
    }
    for def in builtin_types::all() {
        let ty = (*vm).type_by_id(def.class);
        (*ty).def = core::ptr::from_ref(def);
        if def.base {
            (*ty).flags |= TypeFlags::BASE;
        }
    }
    // Plain objects: `object()`.
    let object = (*vm).type_by_id(ClassId::Object);
    let shape = ShapeObj::new(
        &mut (*vm).heap,
        ClassId(0),
        object,
        null_mut(),
        Raw::UNBOUND,
    )?;
    (*shape).id = (*vm).new_class(object, shape)?;
    (*object).root = shape;
    (*vm).heap.fix_classes();
    Ok(())
}

/// What patterns see in instances of a built-in type.
pub(super) fn pattern_flags(name: &str) -> u16 {
    match name {
        "list" | "tuple" => TypeFlags::SEQUENCE | TypeFlags::MATCH_SELF,
        "range" | "memoryview" | "collections.deque" | "array.array" => TypeFlags::SEQUENCE,
        "dict" => TypeFlags::MAPPING | TypeFlags::MATCH_SELF,
        "mappingproxy" => TypeFlags::MAPPING,
        "bool" | "bytearray" | "bytes" | "float" | "frozenset" | "int" | "set" | "str" => {
            TypeFlags::MATCH_SELF
        }
        _ => 0,
    }
}

/// Types that scripts find under their names; exceptions besides.
const PUBLIC_TYPES: &[ClassId] = &[
    ClassId::Object,
    ClassId::Type,
    ClassId::Int,
    ClassId::Bool,
    ClassId::Float,
    ClassId::Complex,
    ClassId::Str,
    ClassId::Tuple,
    ClassId::List,
    ClassId::Dict,
    ClassId::Range,
    ClassId::Slice,
    ClassId::Property,
    ClassId::ClassMethod,
    ClassId::StaticMethod,
    ClassId::Super,
    ClassId::Enumerate,
    ClassId::Zip,
    ClassId::Map,
    ClassId::Filter,
    ClassId::Reversed,
    ClassId::Set,
    ClassId::FrozenSet,
    ClassId::Bytes,
    ClassId::ByteArray,
    ClassId::MemoryView,
];

/// Exceptions that live in modules, not among the built-ins.
const HIDDEN: &[ClassId] = &[
    ClassId::CancelledError,
    ClassId::PluginError,
    ClassId::TaskEnded,
    ClassId::FuelExhausted,
    ClassId::TimeExceeded,
    ClassId::OutputExceeded,
];

unsafe fn make_builtins(vm: *mut State) -> Result<(), OutOfMemory> {
    for (index, &(name, _)) in builtin_class_table().iter().enumerate() {
        let id = ClassId(index as u32);
        let public =
            PUBLIC_TYPES.contains(&id) || id.is_builtin_exception() && !HIDDEN.contains(&id);
        if public {
            put_name(vm, name, Raw::from_ptr((*vm).type_by_id(id)))?;
        }
    }
    for alias in ["IOError", "EnvironmentError"] {
        put_name(vm, alias, Raw::from_ptr((*vm).type_by_id(ClassId::OSError)))?;
    }
    for table in functions::FUNCTIONS {
        for def in *table {
            let native = NativeObj::new(&mut (*vm).heap, def, Raw::UNBOUND, Raw::UNBOUND)?;
            put_name(vm, &def.name, Raw::from_ptr(native))?;
        }
    }
    put_name(vm, "None", Raw::NONE)?;
    put_name(vm, "True", Raw::TRUE)?;
    put_name(vm, "False", Raw::FALSE)?;
    put_name(vm, "NotImplemented", (*vm).not_implemented)?;
    put_name(vm, "Ellipsis", (*vm).ellipsis)?;
    put_name(vm, "__debug__", Raw::TRUE)?;
    let name = (*vm).intern_bytes(b"builtins")?;
    put_name(vm, "__name__", Raw::from_ptr(name))?;
    let doc = "Built-in functions, exceptions, and other objects.\n\nNoteworthy: None is the `nil' object; Ellipsis represents `...' in slices.";
    let doc = StrObj::new(&mut (*vm).heap, doc.as_bytes())?;
    put_name(vm, "__doc__", Raw::from_ptr(doc))?;
    let package = (*vm).empty_str;
    put_name(vm, "__package__", package)?;
    put_name(vm, "__loader__", Raw::NONE)?;
    put_name(vm, "__spec__", Raw::NONE)?;
    let module = ModuleObj::new(&mut (*vm).heap, Raw::from_ptr(name), (*vm).builtins)?;
    let secret = (*vm).secret;
    DictObj::set_str(
        &mut (*vm).heap,
        (*vm).modules,
        name,
        Raw::from_ptr(module),
        secret,
    )
}

unsafe fn put_name(vm: *mut State, name: &str, value: Raw) -> Result<(), OutOfMemory> {
    let name = (*vm).intern_bytes(name.as_bytes())?;
    let secret = (*vm).secret;
    DictObj::set_str(&mut (*vm).heap, (*vm).builtins, name, value, secret)
}

impl State {
    /// What the reserved words of a fiber's stack hold.
    pub(crate) fn singletons(&self) -> [Raw; 8] {
        [
            Raw::NONE,
            Raw::FALSE,
            Raw::TRUE,
            self.not_implemented,
            self.ellipsis,
            Raw::UNBOUND,
            Raw::NONE,
            Raw::UNBOUND,
        ]
    }
}

impl Drop for State {
    fn drop(&mut self) {
        let vm: *mut State = self;
        // SAFETY: the last use of the VM; its tasks are ended before its heap goes.
        unsafe {
            Scheduler::end_all(vm);
            let host = (*vm).scheduler.host;
            if !host.is_null() {
                (*vm).scheduler.host = null_mut();
                drop(Box::from_raw(host));
            }
            (*vm).heap.release(drop_foreign);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::multiplier;
    use crate::object::spread;

    /// Whoever asks for reproducible hashes gives a small number.
    #[test]
    fn small_ints_are_spread_whatever_the_seed() {
        for (seed, bits) in (0..1000).flat_map(|seed| [(seed, 6), (seed, 10), (seed, 13)]) {
            let secret = multiplier(seed);
            let most = 16.max((1 << bits) / 16);
            let mut places = [0_u32; 1 << 13];
            for int in 0..1 << bits {
                let place = &mut places[spread(int, secret) & ((1 << bits) - 1)];
                *place += 1;
                assert!(*place <= most, "seed {seed}, {bits} bits: not {int} too");
            }
        }
    }
}
