//! What runs: a chunk's function in this VM's heap, functions, natives and
//! generators.
//!
//! # Safety
//! The raw layer's contract (`heap`). Indices of functions and offsets of
//! instructions are the chunk's own, a `pc` lies in the code that it is passed with,
//! and `regs` holds as many words as the function has registers. A `def` that is not
//! static outlives its native: `shared` sees to that. `drop_foreign` runs once.

use super::{ByteBuf, ClassId, DictObj, Header, Kind, ListObj, UserObj, WordsObj};
use crate::compile::chunk::{Chunk, Proto};
use crate::heap::{Heap, OutOfMemory};
use crate::value::Raw;
use crate::vm::native::NativeDef;
use alloc::sync::Arc;
use core::ptr::{copy_nonoverlapping, null_mut};

/// One function of a chunk, linked into a VM: its constants built in the heap,
/// and once it is warm a private copy of its code with inline caches.
#[repr(C)]
pub(crate) struct CodeObj {
    pub(crate) header: Header,
    chunk: *const Chunk,
    pub(crate) proto: *const Proto,
    /// Where calls begin: in the chunk while cold, in the copy once warm.
    pub(crate) entry: *const u64,
    pub(crate) consts: *mut Raw,
    const_words: *mut WordsObj,
    /// Null while cold.
    pub(crate) copy: *mut u64,
    copy_buf: *mut ByteBuf,
    pub(crate) caches: *mut Cache,
    cache_buf: *mut ByteBuf,
    /// Pairs of (function index, code) of functions that this code has made, or null.
    children: *mut ListObj,
    /// Links the code that has caches (`heap::classes`).
    pub(crate) next_warm: *mut CodeObj,
    pub(crate) heat: u32,
    pub(crate) nregs: u16,
    /// Parameters that a plain positional call fills, or `u16::MAX` if calls
    /// need the slow way (star parameters, keyword-only ones, generators).
    pub(crate) simple_args: u16,
}

/// One inline cache: a guard, a place and perhaps a value.
#[derive(Clone, Copy)]
#[repr(C)]
pub(crate) struct Cache {
    /// Class id, or a dict's layout number (which lies above all ids), or a type's version.
    pub(crate) guard: u32,
    /// Slot or entry index.
    pub(crate) place: u32,
    pub(crate) value: Raw,
}

impl Cache {
    /// Knows nothing: no class and no layout has this number.
    pub(crate) const EMPTY: Cache = Cache {
        guard: u32::MAX,
        place: 0,
        value: Raw::UNBOUND,
    };

    /// What the entry holds that the cache names: `value` is a class's namespace.
    ///
    /// # Safety
    /// The guard holds, and the cache was made with it of a dict and an index in it.
    #[inline(always)]
    pub(crate) unsafe fn held(&self) -> Raw {
        (*DictObj::entry(self.value.ptr(), self.place as usize)).value
    }
}

impl CodeObj {
    /// Links a chunk's function; the caller fills the constants at once.
    pub(crate) unsafe fn new(
        heap: &mut Heap,
        chunk: &Arc<Chunk>,
        index: usize,
    ) -> Result<*mut CodeObj, OutOfMemory> {
        let proto: *const Proto = &chunk.protos[index];
        let words = WordsObj::new(heap, (&(*proto).consts).len())?;
        let code: *mut CodeObj =
            heap.alloc(Header::new(Kind::Code, ClassId::Code), size_of::<CodeObj>())?;
        let header = (*code).header;
        code.write(CodeObj {
            header,
            chunk: core::ptr::null(),
            proto,
            entry: (*proto).code.as_ptr(),
            consts: WordsObj::items(words),
            const_words: words,
            copy: null_mut(),
            copy_buf: null_mut(),
            caches: null_mut(),
            cache_buf: null_mut(),
            children: null_mut(),
            next_warm: null_mut(),
            heat: 0,
            nregs: (*proto).nregs,
            simple_args: (*proto).simple_args(),
        });
        heap.register_finalizable(code.cast())?;
        (*code).chunk = Arc::into_raw(chunk.clone());
        Ok(code)
    }

    /// `aux`: generators of this code can be awaited (`types.coroutine`).
    pub(crate) const ITERABLE: u16 = 1;

    /// The chunk this code belongs to.
    pub(crate) unsafe fn chunk(code: *mut CodeObj) -> Arc<Chunk> {
        Arc::increment_strong_count((*code).chunk);
        Arc::from_raw((*code).chunk)
    }

    /// A constant was replaced by this word.
    pub(crate) unsafe fn mark_constants(&mut self, heap: &mut Heap, word: Raw) {
        heap.barrier(self.const_words, word);
    }

    /// The code of a function that this code has made before, and its key.
    pub(crate) unsafe fn child(code: *mut CodeObj, index: usize) -> (Raw, Option<*mut CodeObj>) {
        let key = Raw::from_small(index as i64);
        if (*code).children.is_null() {
            return (key, None);
        }
        let pairs = ListObj::slice((*code).children);
        let found = pairs
            .chunks_exact(2)
            .find(|pair| pair[0] == key)
            .map(|pair| pair[1].ptr());
        (key, found)
    }

    /// Remembers the code of a function that this code makes.
    pub(crate) unsafe fn add_child(
        heap: &mut Heap,
        code: *mut CodeObj,
        key: Raw,
        child: *mut CodeObj,
    ) -> Result<(), OutOfMemory> {
        if (*code).children.is_null() {
            (*code).children = ListObj::new(heap, 4)?;
            heap.barrier(code, Raw::UNBOUND);
        }
        let children = (*code).children;
        ListObj::grow(heap, children, (*children).len + 2)?;
        ListObj::push(heap, children, key)?;
        ListObj::push(heap, children, Raw::from_ptr(child))
    }

    /// Makes the private copy and its caches; false if memory is short.
    pub(crate) unsafe fn warm_up(heap: &mut Heap, code: *mut CodeObj) -> bool {
        let proto = &*(*code).proto;
        let Ok(copy) = ByteBuf::new(heap, proto.code.len() * 8) else {
            return false;
        };
        let Ok(caches) = ByteBuf::new(heap, 2 * proto.sites.len() * size_of::<Cache>()) else {
            return false;
        };
        let target = ByteBuf::data(copy).cast::<u64>();
        copy_nonoverlapping(proto.code.as_ptr(), target, proto.code.len());
        let entries = ByteBuf::data(caches).cast::<Cache>();
        for i in 0..2 * proto.sites.len() {
            entries.add(i).write(Cache::EMPTY);
        }
        (*code).copy = target;
        (*code).copy_buf = copy;
        (*code).caches = entries;
        (*code).cache_buf = caches;
        heap.barrier(code, Raw::UNBOUND);
        heap.add_warm(code);
        true
    }

    /// Inline caches, two per site.
    unsafe fn cache_count(code: *mut CodeObj) -> usize {
        if (*code).caches.is_null() {
            0
        } else {
            2 * (&(*(*code).proto).sites).len()
        }
    }

    /// Empties the caches with such a guard.
    pub(crate) unsafe fn forget_caches(code: *mut CodeObj, stale: impl Fn(u32) -> bool) {
        for i in 0..CodeObj::cache_count(code) {
            let cache = (*code).caches.add(i);
            if stale((*cache).guard) {
                cache.write(Cache::EMPTY);
            }
        }
    }

    /// The instruction's offset, whether `pc` lies in the chunk or in the copy.
    #[inline]
    pub(crate) unsafe fn offset_of(code: *mut CodeObj, pc: *const u64) -> usize {
        let proto = &*(*code).proto;
        let start = proto.code.as_ptr();
        if pc >= start && pc <= start.add(proto.code.len()) {
            pc.offset_from(start) as usize
        } else {
            pc.offset_from((*code).copy) as usize
        }
    }

    /// The instruction at `offset`, in the copy if there is one.
    pub(crate) unsafe fn at(code: *mut CodeObj, offset: usize) -> *const u64 {
        if (*code).copy.is_null() {
            (&(*(*code).proto).code).as_ptr().add(offset)
        } else {
            (*code).copy.add(offset)
        }
    }

    pub(super) unsafe fn mark_parts(heap: &mut Heap, code: *mut CodeObj) -> usize {
        heap.mark_object((*code).const_words);
        heap.mark_object((*code).copy_buf);
        heap.mark_object((*code).cache_buf);
        heap.mark_object((*code).children);
        let caches = CodeObj::cache_count(code);
        for i in 0..caches {
            heap.mark((*(*code).caches.add(i)).value);
        }
        12 + caches
    }

    pub(super) unsafe fn drop_foreign(code: *mut CodeObj) {
        if !(*code).chunk.is_null() {
            drop(Arc::from_raw((*code).chunk));
        }
    }
}

/// A script function.
#[repr(C)]
pub(crate) struct FuncObj {
    pub(crate) header: Header,
    pub(crate) code: *mut CodeObj,
    pub(crate) globals: *mut DictObj,
    /// Where names are looked up that the globals do not have: the VM's built-ins, or
    /// what `__builtins__` in the globals was when the function was made.
    pub(crate) builtins: Raw,
    /// Tuple of the last positional parameters' defaults, or unbound.
    pub(crate) defaults: Raw,
    /// Dict of keyword-only defaults, or unbound.
    pub(crate) kwdefaults: Raw,
    /// Tuple of cells, or unbound.
    pub(crate) closure: Raw,
    /// Dict of what was set on the function, or unbound.
    pub(crate) attrs: Raw,
    /// Dict of `__name__` and the like, as far as they were set, or unbound.
    pub(crate) fields: Raw,
}

impl FuncObj {
    pub(crate) unsafe fn new(
        heap: &mut Heap,
        code: *mut CodeObj,
        globals: *mut DictObj,
        builtins: Raw,
    ) -> Result<*mut FuncObj, OutOfMemory> {
        let func: *mut FuncObj = heap.alloc(
            Header::new(Kind::Function, ClassId::Function),
            size_of::<FuncObj>(),
        )?;
        (*func).code = code;
        (*func).globals = globals;
        (*func).builtins = builtins;
        (*func).defaults = Raw::UNBOUND;
        (*func).kwdefaults = Raw::UNBOUND;
        (*func).closure = Raw::UNBOUND;
        (*func).attrs = Raw::UNBOUND;
        (*func).fields = Raw::UNBOUND;
        Ok(func)
    }

    pub(super) unsafe fn mark_parts(heap: &mut Heap, func: *mut FuncObj) -> usize {
        heap.mark_object((*func).code);
        heap.mark_object((*func).globals);
        heap.mark((*func).builtins);
        heap.mark((*func).defaults);
        heap.mark((*func).kwdefaults);
        heap.mark((*func).closure);
        heap.mark((*func).attrs);
        heap.mark((*func).fields);
        9
    }
}

/// A native function, bound to `this` when it is a method of an object.
#[repr(C)]
pub(crate) struct NativeObj {
    pub(crate) header: Header,
    /// Static, or kept alive by `keep`.
    pub(crate) def: *const NativeDef,
    /// The bound first argument, or unbound.
    pub(crate) this: Raw,
    /// The type or module that the function belongs to, or unbound.
    pub(crate) owner: Raw,
    /// Shared ownership of a registered definition; null for static ones.
    keep: *const NativeDef,
}

impl NativeObj {
    /// Whether it is called with an object in front that it does not have yet.
    pub(crate) unsafe fn is_method(&self) -> bool {
        self.this.is_unbound() && (*self.def).flags & NativeDef::METHOD != 0
    }

    pub(crate) unsafe fn new(
        heap: &mut Heap,
        def: *const NativeDef,
        this: Raw,
        owner: Raw,
    ) -> Result<*mut NativeObj, OutOfMemory> {
        let native: *mut NativeObj = heap.alloc(
            Header::new(Kind::Native, ClassId::Native),
            size_of::<NativeObj>(),
        )?;
        (*native).def = def;
        (*native).this = this;
        (*native).owner = owner;
        (*native).keep = core::ptr::null();
        Ok(native)
    }

    /// A function whose definition was made at run time.
    pub(crate) unsafe fn shared(
        heap: &mut Heap,
        def: &Arc<NativeDef>,
        owner: Raw,
    ) -> Result<*mut NativeObj, OutOfMemory> {
        let native = NativeObj::new(heap, Arc::as_ptr(def), Raw::UNBOUND, owner)?;
        heap.register_finalizable(native.cast())?;
        (*native).keep = Arc::into_raw(def.clone());
        Ok(native)
    }

    /// The same function, bound.
    pub(crate) unsafe fn bind(
        heap: &mut Heap,
        native: *mut NativeObj,
        this: Raw,
    ) -> Result<*mut NativeObj, OutOfMemory> {
        // A bound copy of a shared definition keeps the original alive through `owner`.
        let owner = if (*native).keep.is_null() {
            (*native).owner
        } else {
            Raw::from_ptr(native)
        };
        let bound = NativeObj::new(heap, (*native).def, this, owner)?;
        if (*native).header.class == ClassId::SlotWrapper {
            (*bound).header.class = ClassId::MethodWrapper;
        }
        Ok(bound)
    }

    pub(super) unsafe fn mark_parts(heap: &mut Heap, native: *mut NativeObj) -> usize {
        heap.mark((*native).this);
        heap.mark((*native).owner);
        4
    }

    pub(super) unsafe fn drop_foreign(native: *mut NativeObj) {
        if !(*native).keep.is_null() {
            drop(Arc::from_raw((*native).keep));
        }
    }
}

/// A generator: the registers of a parked frame, inline.
#[repr(C)]
pub(crate) struct GeneratorObj {
    pub(crate) header: Header,
    pub(crate) func: *mut FuncObj,
    /// The function's code when the generator was made.
    pub(crate) code: *mut CodeObj,
    /// What its frame's `names` hold while it is parked.
    pub(crate) frame: Raw,
    /// The instruction to go on with.
    pub(crate) offset: u32,
    /// Register that receives the sent value.
    pub(crate) dest: u16,
    pub(crate) nregs: u16,
    /// Parked: the exception its frame is handling, or None. Running: its resumer's.
    pub(crate) handled: Raw,
    /// Name and qualified name, as set or as the code says (unbound).
    pub(crate) name: Raw,
    /// What it returned, until somebody takes it; of an asynchronous generator that has not
    /// ended, what is called when it is collected.
    result: Raw,
    /// What it yielded last was a value of an asynchronous generator.
    pub(crate) produced: bool,
    /// Asynchronous generators: somebody awaits the next value.
    pub(crate) awaited: bool,
    /// Asynchronous generators: it has ended or was closed.
    pub(crate) closed: bool,
    /// Its frame runs and handles an exception of its own; `handled` is the resumer's.
    pub(crate) handling: bool,
    /// Asynchronous generators: `sys.set_asyncgen_hooks` has been heeded.
    pub(crate) hooked: bool,
}

impl GeneratorObj {
    /// Not started: its frame will begin at the start.
    pub(crate) const CREATED: u16 = 0;
    /// Parked at a `yield`.
    pub(crate) const SUSPENDED: u16 = 1;
    /// Its frame is on a stack.
    pub(crate) const RUNNING: u16 = 2;
    /// Returned or raised.
    pub(crate) const FINISHED: u16 = 3;
    /// Parked, while what it yields from is thrown into or closed.
    pub(crate) const DELEGATING: u16 = 4;

    pub(crate) unsafe fn new(
        heap: &mut Heap,
        func: *mut FuncObj,
        regs: *const Raw,
    ) -> Result<*mut GeneratorObj, OutOfMemory> {
        let nregs = (*(*func).code).nregs;
        let size = size_of::<GeneratorObj>() + nregs as usize * 8;
        let flags = (*(*(*func).code).proto).flags;
        let class = match flags & (Proto::GENERATOR | Proto::COROUTINE) {
            Proto::GENERATOR => ClassId::Generator,
            Proto::COROUTINE => ClassId::Coroutine,
            _ => ClassId::AsyncGenerator,
        };
        let generator: *mut GeneratorObj = heap.alloc(Header::new(Kind::Generator, class), size)?;
        (*generator).func = func;
        (*generator).code = (*func).code;
        (*generator).frame = Raw::UNBOUND;
        (*generator).offset = 0;
        (*generator).dest = 0;
        (*generator).nregs = nregs;
        (*generator).handled = Raw::NONE;
        (*generator).name = Raw::UNBOUND;
        (*generator).result = Raw::UNBOUND;
        (*generator).produced = false;
        (*generator).awaited = false;
        (*generator).closed = false;
        (*generator).handling = false;
        (*generator).hooked = false;
        copy_nonoverlapping(regs, GeneratorObj::regs(generator), nregs as usize);
        Ok(generator)
    }

    /// Where the returned value is kept.
    pub(crate) unsafe fn result(generator: *mut GeneratorObj) -> *mut Raw {
        &raw mut (*generator).result
    }

    pub(crate) unsafe fn regs(generator: *mut GeneratorObj) -> *mut Raw {
        generator.add(1).cast()
    }

    pub(super) unsafe fn mark_parts(heap: &mut Heap, generator: *mut GeneratorObj) -> usize {
        heap.mark_object((*generator).func);
        heap.mark_object((*generator).code);
        heap.mark((*generator).frame);
        heap.mark((*generator).handled);
        heap.mark((*generator).name);
        heap.mark((*generator).result);
        let nregs = (*generator).nregs as usize;
        // While its frame runs, the registers on the stack are the roots.
        if matches!(
            (*generator).header.aux,
            GeneratorObj::CREATED | GeneratorObj::SUSPENDED | GeneratorObj::DELEGATING
        ) {
            for i in 0..nregs {
                heap.mark(*GeneratorObj::regs(generator).add(i));
            }
        }
        nregs + 6
    }
}

const _: () = assert!(size_of::<UserObj>().is_multiple_of(8));
