//! Everything one VM owns: heap, class table, names, namespaces, limits, tasks.
//!
//! Raw layer (contract: `heap`). The state lives in a box of its own and is
//! reached through raw pointers only, since several natives may be suspended in it.
//!
//! # Safety
//! The raw layer's contract (`heap`). Values and class ids passed in are this VM's own;
//! what is lent (`type_name`) is used before anything may collect.

use crate::heap::{ClassEntry, Heap, OutOfMemory, Phase};
use crate::object::*;
use crate::task::Scheduler;
use crate::text::siphash;
use crate::value::Raw;
use crate::vm::fiber::Fiber;
use crate::vm::host::Host;
use crate::vm::names::Names;
use crate::vm::native_class::NativeClass;
use crate::vm::shared_cache::SharedCache;
use alloc::vec::Vec;
use core::ptr::null_mut;
use hashbrown::HashTable;

/// An entry of the cache of look-ups by type and name.
#[derive(Clone, Copy)]
pub(crate) struct MethodEntry {
    pub(crate) version: u32,
    pub(crate) name: *mut StrObj,
    /// Unbound: the type has no such attribute.
    pub(crate) value: Raw,
}

/// Entries of the method cache.
pub(crate) const METHOD_CACHE: usize = if size_of::<usize>() == 8 { 1024 } else { 64 };

/// Where `print` and `input` look for the streams that a script may have replaced, and what
/// else `sys` steers.
pub(crate) struct Streams {
    /// The namespace of `sys`, once it is imported.
    pub(crate) sys: *mut DictObj,
    /// The object that stands for the host's output as it is, or unbound.
    pub(crate) stdout: Raw,
    /// The object that reads the host's input, or unbound.
    pub(crate) stdin: Raw,
    /// Whether there has been an object for the input, for the output.
    pub(crate) seen: [bool; 2],
    /// What is called when an asynchronous generator begins, and when an unfinished one is
    /// collected; None: nothing.
    pub(crate) generators: [Raw; 2],
}

impl Streams {
    /// Before `sys` is imported.
    pub(crate) const fn new() -> Streams {
        Streams {
            sys: null_mut(),
            stdout: Raw::UNBOUND,
            stdin: Raw::UNBOUND,
            seen: [false; 2],
            generators: [Raw::NONE; 2],
        }
    }
}

/// One VM.
pub(crate) struct State {
    pub(crate) heap: Heap,
    pub(crate) names: Names,
    /// Interned strings, weakly held.
    pub(crate) interned: HashTable<*mut StrObj>,
    /// Secret of this VM: enters the hashes of strings.
    pub(crate) hash_key: (u64, u64),
    /// Secret odd multiplier: enters the indexing of tables.
    pub(crate) secret: u64,
    pub(crate) layout_counter: u32,
    pub(crate) version_counter: u32,
    pub(crate) method_cache: Vec<MethodEntry>,
    pub(crate) shared_cache: SharedCache,
    pub(crate) builtins: *mut DictObj,
    pub(crate) modules: *mut DictObj,
    pub(crate) memory_error: Raw,
    pub(crate) not_implemented: Raw,
    pub(crate) ellipsis: Raw,
    pub(crate) empty_tuple: Raw,
    pub(crate) empty_str: Raw,
    /// One-character strings of the ASCII range.
    pub(crate) ascii: [Raw; 128],
    /// The fiber that runs now.
    pub(crate) current: *mut Fiber,
    pub(crate) scheduler: Scheduler,
    pub(crate) host: Host,
    pub(crate) streams: Streams,
    pub(crate) limits: crate::limits::Limits,
    pub(crate) recursion_limit: u32,
    /// Digits that a conversion between text and int may have; 0: any number.
    pub(crate) max_digits: usize,
    pub(crate) meter: crate::limits::Meter,
    /// Things that outlive activations: `Root`s and the registry's.
    pub(crate) roots: crate::vm::roots::Roots,
    pub(crate) registry: crate::registry::Registry,
    /// The native modules' classes that have been asked for.
    pub(crate) native_classes: Vec<NativeClass>,
    /// Collect at every allocation of the native layer (for tests).
    pub(crate) stress: bool,
    pub(crate) stress_count: u64,
    /// That, while the body of a frozen module runs as well.
    pub(crate) stress_libraries: bool,
    /// What is compiled becomes an image and is read again before it runs, for tests.
    pub(crate) images: bool,
    pub(crate) id: u32,
    /// A panic of the VM's own code has left it in an unknown state.
    pub(crate) poisoned: bool,
}

impl State {
    /// The class of a value.
    #[inline]
    pub(crate) unsafe fn class_of(&self, raw: Raw) -> ClassId {
        if raw.is_ptr() {
            let header = raw.ptr::<Header>();
            if (*header).kind.has_shape() {
                return (*self.entry((*header).class).ty).id;
            }
            (*header).class
        } else if raw.is_small() {
            ClassId::Int
        } else if raw.is_double() {
            ClassId::Float
        } else if raw.is_bool() {
            ClassId::Bool
        } else {
            ClassId::NoneType
        }
    }

    #[inline]
    pub(crate) unsafe fn entry(&self, id: ClassId) -> ClassEntry {
        self.heap.table().entry(id.0)
    }

    #[inline]
    pub(crate) unsafe fn type_of(&self, raw: Raw) -> *mut TypeObj {
        self.entry(self.class_of(raw)).ty
    }

    #[inline]
    pub(crate) unsafe fn type_by_id(&self, id: ClassId) -> *mut TypeObj {
        self.entry(id).ty
    }

    /// The name of a value's type.
    pub(crate) unsafe fn type_name<'a>(&self, raw: Raw) -> &'a str {
        let name = StrObj::bytes((*self.type_of(raw)).name.ptr());
        core::str::from_utf8(name).unwrap_or("?")
    }

    /// Gives a class its id.
    pub(crate) fn new_class(
        &mut self,
        ty: *mut TypeObj,
        shape: *mut ShapeObj,
    ) -> Result<ClassId, OutOfMemory> {
        self.heap.new_class(ty, shape).map(ClassId)
    }

    /// Whether class `id` is `base` or derived from it.
    pub(crate) unsafe fn is_subclass(&self, id: ClassId, base: ClassId) -> bool {
        if id == base {
            return true;
        }
        let ty = self.type_by_id(id);
        let base = Raw::from_ptr(self.type_by_id(base));
        let mro = (*ty).mro;
        mro.is_ptr() && TupleObj::slice(mro.ptr()).contains(&base)
    }

    /// The keyed hash of a string's bytes, never 0.
    pub(crate) fn hash_bytes(&self, bytes: &[u8]) -> u64 {
        // The empty string's hash is 0 whatever the key, and found anew each time.
        if bytes.is_empty() {
            return 0;
        }
        // Python's hashes are signed and never -1; 0 means "not computed" here.
        match siphash::hash(self.hash_key, bytes) {
            0 | u64::MAX => 1,
            hash => hash,
        }
    }

    /// A string's hash, computed once.
    #[inline]
    pub(crate) unsafe fn hash_str(&self, s: *mut StrObj) -> u64 {
        if (*s).hash == 0 {
            (*s).hash = self.hash_bytes(StrObj::bytes(s));
        }
        (*s).hash
    }

    /// The one string of these bytes that names are compared by.
    pub(crate) unsafe fn intern_bytes(&mut self, bytes: &[u8]) -> Result<*mut StrObj, OutOfMemory> {
        let hash = self.hash_bytes(bytes);
        if let Some(&found) = self
            .interned
            // SAFETY: the table holds live strings only.
            .find(hash, |&s| unsafe { StrObj::bytes(s) == bytes })
        {
            self.keep_interned(found);
            return Ok(found);
        }
        let s = StrObj::new(&mut self.heap, bytes)?;
        (*s).hash = hash;
        self.add_interned(s)
    }

    /// The interned string equal to `s`, perhaps `s` itself.
    pub(crate) unsafe fn intern(&mut self, s: *mut StrObj) -> Result<*mut StrObj, OutOfMemory> {
        if (*s).header.flags & Header::INTERNED != 0 {
            return Ok(s);
        }
        let hash = self.hash_str(s);
        let bytes = StrObj::bytes(s);
        if let Some(&found) = self
            .interned
            // SAFETY: the table holds live strings only.
            .find(hash, |&s| unsafe { StrObj::bytes(s) == bytes })
        {
            self.keep_interned(found);
            return Ok(found);
        }
        self.add_interned(s)
    }

    /// The table holds strings weakly: one found during marking may be unmarked.
    unsafe fn keep_interned(&mut self, s: *mut StrObj) {
        if self.heap.phase() == Phase::Mark {
            self.heap.mark_object(s);
        }
    }

    unsafe fn add_interned(&mut self, s: *mut StrObj) -> Result<*mut StrObj, OutOfMemory> {
        let old = self.interned.capacity();
        if self.interned.len() == old {
            // A string in the table costs nine bytes at a load of 7/8.
            let bytes = old.max(8) * 72 / 7;
            self.heap.take_outside(bytes)?;
            self.interned
                // SAFETY: the table holds live strings only.
                .try_reserve(1, |&s| unsafe { (*s).hash })
                .map_err(|_| OutOfMemory)?;
            if self.interned.capacity() <= old {
                // Only tidied up.
                self.heap.give_outside(bytes);
            }
        }
        (*s).header.flags |= Header::INTERNED;
        self.interned
            // SAFETY: the table holds live strings only.
            .insert_unique((*s).hash, s, |&s| unsafe { (*s).hash });
        Ok(s)
    }

    /// Called by the collector when marking is over.
    pub(crate) unsafe fn forget_dead_names(&mut self) {
        let heap = &self.heap;
        // SAFETY: what has died since the marks were set is not swept yet.
        self.interned.retain(|&mut s| unsafe { heap.is_marked(s) });
        // Cached look-ups are weak too.
        self.shared_cache.clear();
        for entry in &mut self.method_cache {
            *entry = MethodEntry {
                version: 0,
                name: null_mut(),
                value: Raw::UNBOUND,
            };
        }
    }

    /// The value stack cannot grow: the running task gets a MemoryError at the
    /// next safepoint.
    pub(crate) unsafe fn out_of_stack(&mut self) {
        self.host.stack_exhausted = true;
        self.heap.trip();
    }

    pub(crate) fn new_interner() -> HashTable<*mut StrObj> {
        HashTable::new()
    }
}
