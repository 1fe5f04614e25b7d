//! How the collector visits each kind of object, and what a dead one lets go of.
//!
//! # Safety
//! The raw layer's contract (`heap`). `object` is marked, and `cursor` is 0 or what
//! an earlier visit of the object has left on the grey list.

use super::*;
use crate::heap::{Heap, SLICE};

/// So many words before its turn an object's header is asked for: memory takes its time.
const AHEAD: usize = 8;
/// Words of an object that is visited together with the one that it was found in.
const SHORT: usize = 8;

/// Marks the children of `object`, from `cursor` on for the long kinds. Returns
/// the work done, in words.
pub(crate) unsafe fn trace(heap: &mut Heap, object: *mut Header, cursor: usize) -> usize {
    match (*object).kind {
        Kind::Str => {
            StrObj::mark_parts(heap, object.cast());
            4
        }
        Kind::ByteBuf | Kind::Int64 | Kind::Big | Kind::Tagged | Kind::Bytes => 4,
        Kind::Range => {
            heap.mark((*object.cast::<RangeObj>()).long);
            5
        }
        Kind::Tuple => {
            let tuple = object.cast::<TupleObj>();
            mark_words(heap, object, TupleObj::items(tuple), cursor, (*tuple).len)
        }
        Kind::Words => {
            let words = object.cast::<WordsObj>();
            mark_words(
                heap,
                object,
                WordsObj::items(words),
                cursor,
                (*words).capacity,
            )
        }
        // Their buffers have no other owner: they are visited at once.
        Kind::List => {
            let words = ListObj::words(object.cast());
            if heap.set_mark(words) {
                3 + trace(heap, words.cast(), 0)
            } else {
                4
            }
        }
        Kind::Dict | Kind::Set => {
            let buf = DictObj::buffer(object.cast());
            if heap.set_mark(buf) {
                4 + trace(heap, buf, 0)
            } else {
                5
            }
        }
        Kind::DictBuf => DictObj::mark_buffer(heap, object, cursor, SLICE / 3),
        Kind::Slice => {
            let slice = object.cast::<SliceObj>();
            heap.mark((*slice).start);
            heap.mark((*slice).stop);
            heap.mark((*slice).step);
            4
        }
        Kind::Function => FuncObj::mark_parts(heap, object.cast()),
        Kind::Code => CodeObj::mark_parts(heap, object.cast()),
        Kind::Native => NativeObj::mark_parts(heap, object.cast()),
        Kind::Generator => GeneratorObj::mark_parts(heap, object.cast()),
        Kind::Method
        | Kind::Cell
        | Kind::DictView
        | Kind::ClassMethod
        | Kind::StaticMethod
        | Kind::Super
        | Kind::Cons => {
            let pair = object.cast::<PairObj>();
            heap.mark((*pair).a);
            heap.mark((*pair).b);
            3
        }
        Kind::Property | Kind::Record => {
            let slots = object.add(1).cast::<Raw>();
            for i in 0..(*object).aux as usize {
                heap.mark(*slots.add(i));
            }
            5
        }
        Kind::Type => {
            heap.mark_class((*object).class.0);
            TypeObj::mark_parts(heap, object.cast())
        }
        Kind::Shape => ShapeObj::mark_parts(heap, object.cast()),
        Kind::Instance => {
            heap.mark_class((*object).class.0);
            InstanceObj::mark_parts(heap, object.cast())
        }
        Kind::Derived => {
            heap.mark_class((*object).class.0);
            heap.mark(InstanceObj::value(object.cast()));
            InstanceObj::mark_parts(heap, object.cast())
        }
        Kind::Exception => {
            heap.mark_class((*object).class.0);
            ExceptionObj::mark_parts(heap, object.cast())
        }
        Kind::Module => {
            heap.mark_class((*object).class.0);
            let module = object.cast::<ModuleObj>();
            heap.mark_object((*module).dict);
            heap.mark((*module).name);
            3
        }
        Kind::Iter => {
            let iter = object.cast::<IterObj>();
            heap.mark((*iter).source);
            heap.mark((*iter).extra);
            6
        }
        Kind::User => {
            heap.mark_class((*object).class.0);
            let user = object.cast::<UserObj>();
            heap.mark((*user).extra);
            4
        }
        Kind::WeakRef => WeakObj::mark_parts(heap, object.cast()),
        Kind::Singleton => 2,
        Kind::ByteArray => {
            ByteArrayObj::mark_parts(heap, object.cast());
            4
        }
        Kind::MemoryView => {
            let view = object.cast::<MemoryViewObj>();
            heap.mark((*view).owner);
            heap.mark((*view).object);
            heap.mark((*view).inner);
            5
        }
    }
}

unsafe fn mark_words(
    heap: &mut Heap,
    object: *mut Header,
    items: *mut Raw,
    from: usize,
    len: usize,
) -> usize {
    let end = (from + SLICE).min(len);
    // The rest goes under the children, which are visited first: so the grey list
    // stays short, however long the object is.
    if end < len {
        heap.push_gray(object, end);
    }
    let mut work = end - from + 2;
    for i in from..end {
        if i + AHEAD < end {
            Heap::prefetch(*items.add(i + AHEAD));
        }
        let raw = *items.add(i);
        if raw.is_ptr() {
            let child = raw.ptr::<Header>();
            if heap.set_mark(child) && (*child).has_children() {
                work += trace_short(heap, child);
            }
        }
    }
    work
}

/// Visits a fresh child at once if it is short and of a kind that long lists are made of, while
/// it is in the processor's cache; puts it onto the grey list otherwise.
unsafe fn trace_short(heap: &mut Heap, object: *mut Header) -> usize {
    let (items, len) = match (*object).kind {
        Kind::List => {
            let words = ListObj::words(object.cast());
            if !heap.set_mark(words) {
                return 2;
            }
            if (*words).capacity > SHORT {
                heap.push_gray(words.cast(), 0);
                return 2;
            }
            (WordsObj::items(words), (*words).capacity)
        }
        Kind::Tuple if (*object.cast::<TupleObj>()).len <= SHORT => {
            let tuple = object.cast::<TupleObj>();
            (TupleObj::items(tuple), (*tuple).len)
        }
        Kind::Instance if (*object).aux as usize <= SHORT => return trace(heap, object, 0),
        _ => {
            heap.push_gray(object, 0);
            return 0;
        }
    };
    for i in 0..len {
        heap.mark(*items.add(i));
    }
    len + 3
}

/// Lets go of what a dead object owns outside the heap.
///
/// # Safety
/// `object` was registered as finalizable and is not used afterwards.
pub(crate) unsafe fn drop_foreign(object: *mut Header) {
    match (*object).kind {
        Kind::Code => CodeObj::drop_foreign(object.cast()),
        Kind::Native => NativeObj::drop_foreign(object.cast()),
        Kind::User => UserObj::drop_foreign(object.cast()),
        Kind::MemoryView => MemoryViewObj::drop_foreign(object.cast()),
        _ => debug_assert!(false, "nothing to drop"),
    }
}
