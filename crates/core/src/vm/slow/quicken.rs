//! Quickening: a warm function's private code learns what its sites meet.
//!
//! Only instructions of a private copy are rewritten, and only into forms whose
//! guard is tested every time; a miss comes back to the general form.
//!
//! # Safety
//! As in `slow`. An index that is cached (`at`, a slot) was found under the guard that
//! is stored with it, and the instruction that is rewritten is the one that runs.

use super::*;
use crate::compile::opcode::{Instr, Op};
use crate::vm::state::State;
use crate::vm::types;

/// Calls and loop turns after which a function gets its private copy; in a hostile build
/// nothing runs without one.
const WARM: u32 = if cfg!(miniscript_hostile) { 1 } else { 2 };

/// The private instruction that runs and its cache, if the code is warm. A site
/// has two entries: the newer find goes first, the older one second.
unsafe fn site(fiber: *mut Fiber, instr: Instr) -> Option<(*mut u64, *mut Cache)> {
    let (pc, code) = running(fiber)?;
    let first = (*code).caches.add(2 * instr.c());
    first.add(1).write(*first);
    Some((pc, first))
}

/// Whether the site of the instruction that runs has an entry to spare for what it meets: it is
/// still in its `general` form, or has met one class in the `form` that it would take again. Only
/// a site that has none asks the cache that all share.
pub(super) unsafe fn can_learn(fiber: *mut Fiber, instr: Instr, general: Op, form: Op) -> bool {
    let Some((_, code)) = running(fiber) else {
        return false;
    };
    let spare = || (*(*code).caches.add(2 * instr.c() + 1)).guard == Cache::EMPTY.guard;
    instr.op_byte() == general as u8 || (instr.op_byte() == form as u8 && spare())
}

/// Forgets what a site knows: the instruction takes another form.
unsafe fn forget(cache: *mut Cache) {
    cache.add(1).write(Cache::EMPTY);
}

/// The private instruction that runs.
unsafe fn running(fiber: *mut Fiber) -> Option<(*mut u64, *mut CodeObj)> {
    let frame = frame(fiber);
    let code = (*frame).code;
    let copy = (*code).copy;
    if copy.is_null() {
        return None;
    }
    let at = (*frame).pc.sub(1).cast_mut();
    let len = (&(*(*code).proto).code).len();
    if at >= copy && at < copy.add(len) {
        Some((at, code))
    } else {
        None
    }
}

unsafe fn become_op(pc: *mut u64, op: Op) {
    *pc = (*pc & !0xFF) | op as u64;
}

/// As [`become_op`] for an instruction with a site, whose older entry is only
/// kept if it was of the same form.
unsafe fn become_form(pc: *mut u64, cache: *mut Cache, op: Op) {
    if *pc as u8 != op as u8 {
        forget(cache);
    }
    become_op(pc, op);
}

/// Rewrites the running instruction to `op`, if its code is private.
pub(super) unsafe fn rewrite(fiber: *mut Fiber, op: Op) {
    if let Some((pc, _)) = running(fiber) {
        become_op(pc, op);
    }
}

/// The word of a loop's instruction with another opcode, register for the item and way to the body.
fn loop_word(instr: Instr, op: Op, item: usize, way: i32) -> u64 {
    instr.0 & 0xFFFF_0000 | op as u64 | (item as u64) << 8 | u64::from(way as u32) << 32
}

/// A loop's instruction as it was compiled: `ForNext`, with the whole body.
fn plain_loop(instr: Instr) -> Instr {
    if instr.op_byte() == Op::ForNext as u8 {
        return instr;
    }
    let skips = usize::from(instr.d()) != instr.a() + 1;
    Instr(loop_word(
        instr,
        Op::ForNext,
        0,
        instr.bx() - i32::from(skips),
    ))
}

/// The loop whose step runs takes the form `op`. If its body begins by moving the item, the step
/// puts it there at once and goes to what follows.
pub(super) unsafe fn loop_form(fiber: *mut Fiber, op: Op) {
    let Some((pc, _)) = running(fiber) else {
        return;
    };
    if *pc as u8 == op as u8 {
        return;
    }
    let instr = plain_loop(Instr(*pc));
    let (own, body) = (instr.a() + 1, instr.bx());
    let first = Instr(*pc.add(1).offset(body as isize));
    let moves = first.op_byte() == Op::Move as u8 && first.b() == own;
    *pc = if op == Op::ForNext {
        instr.0
    } else if moves && first.a() < 256 {
        regs(fiber).add(own).write(Raw::UNBOUND);
        loop_word(instr, op, first.a(), body + 1)
    } else if own < 256 {
        loop_word(instr, op, own, body)
    } else {
        instr.0
    };
}

/// The loop whose step runs goes over pairs. If its body begins by taking them apart, the step
/// writes both and goes to what follows.
pub(super) unsafe fn pair_form(fiber: *mut Fiber) {
    let Some((pc, _)) = running(fiber) else {
        return;
    };
    if *pc as u8 == Op::ForPair as u8 {
        return;
    }
    let instr = plain_loop(Instr(*pc));
    let (own, body) = (instr.a() + 1, instr.bx());
    let first = Instr(*pc.add(1).offset(body as isize));
    let unpacks = first.op_byte() == Op::Unpack as u8 && first.b() == own && first.c() == 2;
    *pc = if unpacks && first.a() < 255 && first.a() != own {
        regs(fiber).add(own).write(Raw::UNBOUND);
        loop_word(instr, Op::ForPair, first.a(), body + 1)
    } else {
        instr.0
    };
}

/// The loop whose step runs gets one item: its body takes pairs apart itself.
#[inline]
pub(super) unsafe fn single_form(frame: *mut Frame) {
    let pc = (*frame).pc.sub(1);
    if *pc as u8 == Op::ForPair as u8 {
        // Only a private copy holds this form.
        *pc.cast_mut() = plain_loop(Instr(*pc)).0;
    }
}

unsafe fn layout(fiber: *mut Fiber, dict: *mut DictObj) -> u32 {
    (*dict).name_layout(&mut (*(*fiber).vm).layout_counter)
}

pub(super) unsafe fn global_entry(fiber: *mut Fiber, instr: Instr, at: usize) {
    let Some((pc, cache)) = site(fiber, instr) else {
        return;
    };
    let layout = layout(fiber, (*(*frame(fiber)).func).globals);
    if layout != 0 {
        cache.write(Cache {
            guard: layout,
            place: at as u32,
            value: Raw::UNBOUND,
        });
        become_form(pc, cache, Op::LoadGlobalEntry);
    }
}

pub(super) unsafe fn builtin_entry(fiber: *mut Fiber, instr: Instr, at: usize) {
    let Some((pc, cache)) = site(fiber, instr) else {
        return;
    };
    let globals = layout(fiber, (*(*frame(fiber)).func).globals);
    let builtins = layout(fiber, (*(*fiber).vm).builtins);
    if globals != 0 && builtins != 0 {
        cache.write(Cache {
            guard: globals,
            place: at as u32,
            value: Raw::from_small(builtins as i64),
        });
        become_form(pc, cache, Op::LoadBuiltinEntry);
    }
}

pub(super) unsafe fn store_global_entry(fiber: *mut Fiber, instr: Instr, at: usize) {
    let Some((pc, cache)) = site(fiber, instr) else {
        return;
    };
    let layout = layout(fiber, (*(*frame(fiber)).func).globals);
    if layout != 0 {
        cache.write(Cache {
            guard: layout,
            place: at as u32,
            value: Raw::UNBOUND,
        });
        become_form(pc, cache, Op::StoreGlobalEntry);
    }
}

/// `LoadAttr` of an instance's slot, a class's data or a module's name.
#[inline(never)]
pub(super) unsafe fn load_attr(fiber: *mut Fiber, instr: Instr, object: Raw, name: *mut StrObj) {
    if is_kind(object, Kind::Type) {
        return load_type(fiber, instr, object, name, Op::LoadAttrType);
    }
    let Some((pc, cache)) = site(fiber, instr) else {
        return;
    };
    let vm = (*fiber).vm;
    match kind_of(object) {
        Some(Kind::Instance | Kind::Derived) => {
            let shape = types::shape_of(vm, object.ptr());
            let ty = (*shape).ty;
            if (*shape).dict_mode || (*shape).retired || (*ty).flags & TypeFlags::GETATTR != 0 {
                return;
            }
            if (*ty).solid == ClassId::Super {
                return;
            }
            let found = types::lookup(vm, ty, name);
            let slot = stored_slot(vm, shape, object, name, found);
            let entry = match (slot, found) {
                (Some(slot), _) => Some(Cache {
                    guard: 0,
                    place: slot as u32,
                    value: Raw::UNBOUND,
                }),
                (None, Some(_)) => class_entry(fiber, ty, name, types::is_plain),
                (None, None) => None,
            };
            let Some(entry) = entry else {
                return;
            };
            (*shape).cached = true;
            cache.write(Cache {
                guard: (*shape).id.0,
                ..entry
            });
            match slot {
                Some(slot) => {
                    become_form(pc, cache, Op::LoadAttrSlot);
                    (*vm).shared_cache.know_load((*shape).id.0, name, slot);
                }
                None => become_form(pc, cache, Op::LoadAttrClass),
            }
        }
        Some(Kind::Module) if (*object.ptr::<Header>()).class == ClassId::Module => {
            let dict = (*object.ptr::<ModuleObj>()).dict;
            let layout = layout(fiber, dict);
            if layout != 0
                && let Some(at) = DictObj::find_str(dict, name, (*vm).secret)
            {
                cache.write(Cache {
                    guard: layout,
                    place: at as u32,
                    value: Raw::UNBOUND,
                });
                become_form(pc, cache, Op::LoadAttrModule);
            }
        }
        _ => {}
    }
}

/// Where objects of a shape have what is stored under a name: the member of `__slots__` that the
/// class has `found`, or an attribute of their own that nothing in the class comes before. What
/// is plain there stays plain, or the shape is retired (`types::changed`).
unsafe fn stored_slot(
    vm: *mut State,
    shape: *mut ShapeObj,
    object: Raw,
    name: *mut StrObj,
    found: Option<Raw>,
) -> Option<usize> {
    match found {
        Some(found) if types::slots::is_member(found) => types::slots::slot(vm, found, object),
        Some(found) if !types::is_plain(found) => None,
        _ => ShapeObj::slot_of(shape, Raw::from_ptr(name)),
    }
}

/// Where a class or a base of it holds `name`, if what it holds is wanted. Such an entry stays
/// where it is, and what is stored into it stays plain data, until a change that retires the
/// class's shapes and version (`types::changed`).
unsafe fn class_entry(
    fiber: *mut Fiber,
    ty: *mut TypeObj,
    name: *mut StrObj,
    wanted: unsafe fn(Raw) -> bool,
) -> Option<Cache> {
    let vm = (*fiber).vm;
    let (owner, value) = types::find_owner(vm, ty, name)?;
    if !wanted(value) {
        return None;
    }
    let dict = (*owner).dict;
    let at = DictObj::find_str(dict, name, (*vm).secret)?;
    (*vm)
        .heap
        .barrier((*frame(fiber)).code, Raw::from_ptr(dict));
    Some(Cache {
        guard: u32::MAX,
        place: at as u32,
        value: Raw::from_ptr(dict),
    })
}

/// `LoadAttr` or `LoadMethod` of a class: plain data or a function that it or a base holds, and
/// of which its own class says nothing.
pub(super) unsafe fn load_type(
    fiber: *mut Fiber,
    instr: Instr,
    object: Raw,
    name: *mut StrObj,
    form: Op,
) {
    let vm = (*fiber).vm;
    let ty = object.ptr::<TypeObj>();
    let meta = (*vm).type_of(object);
    if (*meta).flags & TypeFlags::GETATTR != 0 || types::lookup(vm, meta, name).is_some() {
        return;
    }
    let wanted = |value| types::is_plain(value) || is_kind(value, Kind::Function);
    if types::lookup(vm, ty, name).is_some()
        && (*ty).version != 0
        && let Some(entry) = class_entry(fiber, ty, name, wanted)
        && let Some((pc, cache)) = site(fiber, instr)
    {
        cache.write(Cache {
            guard: (*ty).version,
            ..entry
        });
        become_form(pc, cache, form);
    }
}

/// `LoadMethod` of a function that the class holds.
#[inline(never)]
pub(super) unsafe fn load_method(fiber: *mut Fiber, instr: Instr, object: Raw, function: Raw) {
    let Some((pc, cache)) = site(fiber, instr) else {
        return;
    };
    let vm = (*fiber).vm;
    match kind_of(object) {
        Some(Kind::Instance | Kind::Derived) => {
            let shape = types::shape_of(vm, object.ptr());
            if (*shape).dict_mode
                || (*shape).retired
                || (*(*shape).ty).flags & TypeFlags::GETATTR != 0
            {
                return;
            }
            (*shape).cached = true;
            cache.write(Cache {
                guard: (*shape).id.0,
                place: 0,
                value: function,
            });
            (*vm).heap.barrier((*frame(fiber)).code, function);
            become_form(pc, cache, Op::LoadMethodClass);
            let name = site_name(fiber, instr.c());
            (*vm)
                .shared_cache
                .know_method((*shape).id.0, name, function);
        }
        // Built-in types do not change and their objects have no attributes of their own.
        Some(kind)
            if !matches!(
                kind,
                Kind::Type
                    | Kind::Module
                    | Kind::Super
                    | Kind::Exception
                    | Kind::Function
                    | Kind::Method
            ) =>
        {
            let class = (*object.ptr::<Header>()).class;
            cache.write(Cache {
                guard: class.0,
                place: 0,
                value: function,
            });
            (*vm).heap.barrier((*frame(fiber)).code, function);
            become_form(pc, cache, Op::LoadMethodClass);
        }
        _ => {}
    }
}

/// `LoadMethod` of a module's function.
pub(super) unsafe fn load_method_module(
    fiber: *mut Fiber,
    instr: Instr,
    object: Raw,
    name: *mut StrObj,
) {
    let Some((pc, cache)) = site(fiber, instr) else {
        return;
    };
    let dict = (*object.ptr::<ModuleObj>()).dict;
    let layout = layout(fiber, dict);
    if layout != 0
        && let Some(at) = DictObj::find_str(dict, name, (*(*fiber).vm).secret)
    {
        cache.write(Cache {
            guard: layout,
            place: at as u32,
            value: Raw::UNBOUND,
        });
        become_form(pc, cache, Op::LoadMethodModule);
    }
}

/// `StoreAttr`, asked before the store: to a slot that is there, or a new one.
#[inline(never)]
pub(super) unsafe fn store_attr(fiber: *mut Fiber, instr: Instr, object: Raw, name: *mut StrObj) {
    let Some((pc, cache)) = site(fiber, instr) else {
        return;
    };
    let vm = (*fiber).vm;
    if !has_shape(object) {
        return;
    }
    let shape = types::shape_of(vm, object.ptr());
    let ty = (*shape).ty;
    if (*shape).dict_mode || (*shape).retired || (*ty).flags & TypeFlags::SETATTR != 0 {
        return;
    }
    let found = types::lookup(vm, ty, name);
    let member = found.is_some_and(|found| types::slots::is_member(found));
    if !member && found.is_some_and(|found| !types::is_plain(found)) {
        return;
    }
    if let Some(slot) = stored_slot(vm, shape, object, name, found) {
        (*shape).cached = true;
        cache.write(Cache {
            guard: (*shape).id.0,
            place: slot as u32,
            value: Raw::UNBOUND,
        });
        become_form(pc, cache, Op::StoreAttrSlot);
        (*vm).shared_cache.know_store((*shape).id.0, name, slot);
    } else if !member && (*shape).count < (*object.ptr::<Header>()).aux {
        let Ok(Some(child)) = types::next_shape(vm, shape, name) else {
            return;
        };
        (*shape).cached = true;
        cache.write(Cache {
            guard: (*shape).id.0,
            place: (*shape).count as u32,
            value: Raw::from_ptr(child),
        });
        (*vm)
            .heap
            .barrier((*frame(fiber)).code, Raw::from_ptr(child));
        become_form(pc, cache, Op::StoreAttrNew);
    }
}

/// Whether the code jumps backwards: it may be called once and run for long.
unsafe fn has_loop(code: *mut CodeObj) -> bool {
    let loops = Op::Loop as u8..=Op::LoopNeInt as u8;
    (&(*(*code).proto).code).iter().any(|&word| {
        let op = Instr(word).op_byte();
        loops.contains(&op) || op == Op::ForNext as u8
    })
}

/// Counts heat; true once the code has its private copy.
pub(super) unsafe fn heat(fiber: *mut Fiber, code: *mut CodeObj) -> bool {
    if !(*code).copy.is_null() {
        return true;
    }
    (*code).heat += 1;
    if (*code).heat < WARM && !has_loop(code) {
        return false;
    }
    let heap = &mut (*(*fiber).vm).heap;
    if !CodeObj::warm_up(heap, code) {
        return false;
    }
    // Calls begin behind `Enter` from now on.
    (*code).entry = (*code).copy.add(1);
    true
}
