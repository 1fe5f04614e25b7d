//! The call protocol: what happens between a callee with its arguments on the
//! value stack and a pushed frame or a native's answer.
//!
//! Arguments lie in `first .. first + argc`; the word below `first` is free for
//! the callee to become `self`. Script functions get a frame whose registers
//! begin at the arguments, natives a window over them: nothing is copied.
//!
//! # Safety
//! The raw layer's contract (`heap`). `fiber` is the one that runs, its frame on top
//! is saved, and the window's words lie on its value stack below `top`, the word below
//! `first` with them. Pushing may move frames and stack: pointers into them are taken
//! again afterwards.

mod arity;
mod bind;
mod class;
pub(crate) mod plain;
mod reenter;

pub(crate) use bind::spread;
pub(crate) use class::check_init;
pub(crate) use reenter::{construct_ex, from_native, from_native_ex, in_namespace, special};

use class::call_type;

use crate::heap::OutOfMemory;
use crate::object::*;
use crate::value::Raw;
use crate::vm::context::{Args, Context, Error, Local, Res};
use crate::vm::fiber::{Action, Fiber, Frame};
use crate::vm::native::{Call, NativeDef};
use crate::vm::state::State;
use crate::vm::{collect, native_class, types};

/// What a call has come to.
pub(crate) enum Called {
    /// A frame was pushed; it will answer by its action.
    Frame,
    /// A native answered.
    Value(Raw),
    /// An exception is in `fiber.error`.
    Error,
    /// The native's future is in the task: park it.
    Pending,
}

/// Where the answer of a pushed frame goes.
#[derive(Clone, Copy)]
pub(crate) struct Answer {
    pub(crate) action: Action,
    pub(crate) dest: u16,
    pub(crate) extra: Raw,
}

impl Answer {
    /// Into a register of the caller.
    pub(crate) const fn store(dest: usize) -> Answer {
        Answer {
            action: Action::Store,
            dest: dest as u16,
            extra: Raw::UNBOUND,
        }
    }

    /// Back to the native that calls.
    pub(crate) const EXIT: Answer = Answer {
        action: Action::Exit,
        dest: 0,
        extra: Raw::UNBOUND,
    };

    /// By another action.
    pub(crate) const fn by(action: Action, dest: usize, extra: Raw) -> Answer {
        Answer {
            action,
            dest: dest as u16,
            extra,
        }
    }
}

/// The arguments of a call on the value stack.
#[derive(Clone, Copy)]
pub(crate) struct Window {
    pub(crate) first: usize,
    pub(crate) argc: usize,
    /// Tuple that names the last arguments, or unbound.
    pub(crate) names: Raw,
    /// The word below `first` is free.
    pub(crate) free: bool,
}

impl Window {
    pub(crate) fn positional(first: usize, argc: usize) -> Window {
        Window {
            first,
            argc,
            names: Raw::UNBOUND,
            free: true,
        }
    }

    /// The window with `this` in front.
    unsafe fn with_first(self, fiber: *mut Fiber, this: Raw) -> Result<Window, OutOfMemory> {
        let stack = (*fiber).stack;
        if self.free {
            stack.add(self.first - 1).write(this);
            return Ok(Window {
                first: self.first - 1,
                argc: self.argc + 1,
                names: self.names,
                free: false,
            });
        }
        // Bound twice: the arguments move up by one, and what lies behind them.
        (*fiber).ensure(self.first + self.argc + 2)?;
        let stack = (*fiber).stack;
        core::ptr::copy(
            stack.add(self.first),
            stack.add(self.first + 1),
            self.argc + 1,
        );
        stack.add(self.first).write(this);
        (*fiber).top += 1;
        Ok(Window {
            argc: self.argc + 1,
            ..self
        })
    }
}

/// Callees that may stand for each other in one call, whatever the recursion limit: each
/// may move all arguments.
const MOST_HOPS: u32 = 10_000;

/// Calls `callee`.
///
/// # Safety
/// Raw layer: the window lies in the fiber's stack above all that is live; the
/// calling frame's pc is saved.
pub(crate) unsafe fn call(
    fiber: *mut Fiber,
    callee: Raw,
    window: Window,
    answer: Answer,
) -> Called {
    let (mut callee, mut window) = (callee, window);
    // A callee may stand for another one, and that for a third: no script chooses how
    // deep native code goes.
    let mut hops = 0;
    loop {
        (*fiber).native_base = window.first - window.free as usize;
        (*fiber).top = window.first + window.argc;
        if !window.names.is_unbound() {
            // Whatever happens before the names are bound, this word keeps them alive.
            let Ok(_) = (*fiber).push(window.names) else {
                return no_memory(fiber);
            };
        }
        let this = match kind_of(callee) {
            Some(Kind::Function) => return function(fiber, callee.ptr(), window, answer),
            Some(Kind::Native) => {
                return finish_native(fiber, native(fiber, callee.ptr(), window));
            }
            Some(Kind::Type) => return call_type(fiber, callee.ptr(), window, answer),
            Some(Kind::Method) => {
                let pair = callee.ptr::<PairObj>();
                callee = (*pair).a;
                (*pair).b
            }
            Some(Kind::StaticMethod) => {
                callee = (*callee.ptr::<PairObj>()).a;
                Raw::UNBOUND
            }
            _ => {
                let vm = (*fiber).vm;
                let name = (*vm).names.call;
                let Some(method) = types::lookup(vm, (*vm).type_of(callee), name) else {
                    let mut cx = Context::new(fiber);
                    let text = (*vm).type_name(callee);
                    let error = cx.type_error(format_args!("'{text}' object is not callable"));
                    return set_error(fiber, error);
                };
                let takes_this = match kind_of(method) {
                    Some(Kind::Function) => true,
                    Some(Kind::Native) => (*method.ptr::<NativeObj>()).is_method(),
                    _ => false,
                };
                if takes_this {
                    core::mem::replace(&mut callee, method)
                } else {
                    match bound_call(fiber, method, callee) {
                        Ok(bound) => callee = bound,
                        Err(called) => return called,
                    }
                    Raw::UNBOUND
                }
            }
        };
        hops += 1;
        if hops > (*(*fiber).vm).recursion_limit.min(MOST_HOPS) {
            return too_deep(fiber, " while calling a Python object");
        }
        if !this.is_unbound() {
            window = match window.with_first(fiber, this) {
                Ok(window) => window,
                Err(OutOfMemory) => return no_memory(fiber),
            };
        }
    }
}

/// A `__call__` that is no plain function: what its `__get__` says, if it has one.
#[cold]
unsafe fn bound_call(fiber: *mut Fiber, method: Raw, object: Raw) -> Result<Raw, Called> {
    let mut cx = Context::new(fiber);
    let (method, object) = (cx.root(method), cx.root(object));
    match super::attr::bind_special(&mut cx, method, object) {
        Ok(bound) => Ok(cx.raw(bound)),
        Err(error) => Err(set_error(fiber, error)),
    }
}

/// Puts an error into the fiber.
///
/// # Safety
/// Raw layer.
#[cold]
pub(crate) unsafe fn set_error(fiber: *mut Fiber, error: Error<'_>) -> Called {
    let mut cx = Context::new(fiber);
    // The error is of this fiber; its activation ends here.
    let error: Error<'_> = core::mem::transmute::<Error<'_>, Error<'_>>(error);
    let exception = cx.exception(error);
    (*fiber).error = cx.raw(exception);
    Called::Error
}

#[cold]
unsafe fn no_memory(fiber: *mut Fiber) -> Called {
    (*fiber).error = (*(*fiber).vm).memory_error;
    Called::Error
}

/// Calls a script function: pushes its frame, or makes its generator.
#[inline]
unsafe fn function(
    fiber: *mut Fiber,
    func: *mut FuncObj,
    window: Window,
    answer: Answer,
) -> Called {
    let code = (*func).code;
    if window.argc == (*code).simple_args as usize && window.names.is_unbound() {
        return push_frame(fiber, func, window.first, window.argc, answer);
    }
    let base = if bind::lies_ready(fiber, func, window) {
        Ok(window.first)
    } else {
        bind::bind(fiber, func, window)
    };
    match base {
        Ok(base) => {
            let proto = &*(*code).proto;
            if proto.flags & (Proto::GENERATOR | Proto::COROUTINE) != 0 {
                return make_generator(fiber, func, base);
            }
            push_frame(fiber, func, base, (*code).nregs as usize, answer)
        }
        Err(error) => set_error(fiber, error),
    }
}

use crate::compile::chunk::Proto;

unsafe fn make_generator(fiber: *mut Fiber, func: *mut FuncObj, base: usize) -> Called {
    let vm = (*fiber).vm;
    (*fiber).top = base + (*(*func).code).nregs as usize;
    // A bound method's word has been overwritten: nothing else may refer to the function.
    if (*fiber).push(Raw::from_ptr(func)).is_err() {
        return no_memory(fiber);
    }
    let mut attempt = GeneratorObj::new(&mut (*vm).heap, func, (*fiber).stack.add(base));
    if attempt.is_err() {
        collect::full(vm);
        attempt = GeneratorObj::new(&mut (*vm).heap, func, (*fiber).stack.add(base));
    }
    match attempt {
        Ok(generator) => {
            // A coroutine that nobody awaits is worth a warning.
            if (*generator).header.class == ClassId::Coroutine {
                let _ = (*vm).heap.watch(generator.cast());
            }
            Called::Value(Raw::from_ptr(generator))
        }
        Err(OutOfMemory) => no_memory(fiber),
    }
}

/// Pushes a frame whose first `filled` registers lie at `base`.
///
/// # Safety
/// Raw layer: as [`call`].
#[inline]
pub(crate) unsafe fn push_frame(
    fiber: *mut Fiber,
    func: *mut FuncObj,
    base: usize,
    filled: usize,
    answer: Answer,
) -> Called {
    let code = (*func).code;
    let nregs = (*code).nregs as usize;
    let vm = (*fiber).vm;
    if (*fiber).ensure(base + nregs).is_err() || (*fiber).reserve_frames(1).is_err() {
        return no_memory(fiber);
    }
    if (*fiber).depth >= (*vm).recursion_limit {
        return too_deep(fiber, "");
    }
    (*fiber).depth += 1;
    let regs = (*fiber).stack.add(base);
    for i in filled..nregs {
        regs.add(i).write(Raw::UNBOUND);
    }
    (*fiber).frames.push(Frame {
        func,
        code,
        pc: (*code).entry,
        base: base as u32,
        window: 0,
        dest: answer.dest,
        action: answer.action,
        counted: true,
        extra: answer.extra,
        names: Raw::UNBOUND,
    });
    Called::Frame
}

#[cold]
#[inline(never)]
pub(crate) unsafe fn too_deep(fiber: *mut Fiber, what: &str) -> Called {
    let mut cx = Context::new(fiber);
    let error = cx.raise(
        ClassId::RecursionError,
        format_args!("maximum recursion depth exceeded{what}"),
    );
    set_error(fiber, error)
}

/// Turns a native's raw answer into what a call has come to.
#[inline]
pub(crate) fn finish_native(_fiber: *mut Fiber, raw: Raw) -> Called {
    match raw {
        Raw::ERROR => Called::Error,
        Raw::PENDING => Called::Pending,
        raw => Called::Value(raw),
    }
}

/// Calls a native; ERROR and PENDING are answers too.
///
/// # Safety
/// Raw layer: as [`call`].
#[inline]
pub(crate) unsafe fn native(fiber: *mut Fiber, native: *mut NativeObj, window: Window) -> Raw {
    if let Some(raw) = plain_method(fiber, native, window) {
        return raw;
    }
    let mut window = window;
    if !(*native).this.is_unbound() {
        window = match window.with_first(fiber, (*native).this) {
            Ok(window) => window,
            Err(OutOfMemory) => {
                no_memory(fiber);
                return Raw::ERROR;
            }
        };
    }
    let def = &*(*native).def;
    let sig = def.sig;
    if def.flags == 0
        && window.argc > 0
        && is_kind((*native).owner, Kind::Type)
        && !native_class::owns(native)
    {
        window = constructor_window(fiber, window);
    }
    if window.names.is_unbound() && sig.in_place() {
        if window.argc < sig.required as usize
            || (window.argc > sig.positional as usize && !sig.varargs)
        {
            let error = arity::native_arity(fiber, native, window.argc, 0);
            set_error(fiber, error);
            return Raw::ERROR;
        }
    } else {
        window = match bind::bind_native(fiber, native, window) {
            Ok(window) => window,
            Err(error) => {
                set_error(fiber, error);
                return Raw::ERROR;
            }
        };
    }
    if let Err(error) = bind::check_self(fiber, native, window) {
        set_error(fiber, error);
        return Raw::ERROR;
    }
    // The callee stays rooted behind its arguments.
    let top = window.first + window.argc;
    (*fiber).stack.add(top).write(Raw::from_ptr(native));
    (*fiber).native_base = window.first;
    (*fiber).top = top + 1;
    let first = *(*fiber).stack.add(window.first);
    if window.argc > 0 && is_kind((*native).owner, Kind::Type) {
        if is_kind(first, Kind::Derived) {
            return native_of_derived(fiber, native, window, first);
        }
        if def.flags == 0 && is_kind(first, Kind::Type) {
            return construct_derived(fiber, native, window, first.ptr());
        }
        if def.flags == 0 {
            return no_type(fiber, native, first);
        }
    }
    enter(fiber, &def.call, window)
}

/// Calls a built-in type's method for an object of just this type, with arguments that lie as
/// its parameters do: nothing is to be bound, nothing to be refused.
#[inline]
unsafe fn plain_method(fiber: *mut Fiber, native: *mut NativeObj, window: Window) -> Option<Raw> {
    let def = &*(*native).def;
    let fits = def.flags == NativeDef::METHOD
        && def.sig.in_place()
        && (usize::from(def.sig.required)..=usize::from(def.sig.positional)).contains(&window.argc)
        && window.names.is_unbound()
        && (*native).this.is_unbound()
        && is_kind((*native).owner, Kind::Type);
    let first = *(*fiber).stack.add(window.first);
    if !fits || !first.is_ptr() || window.argc == 0 {
        return None;
    }
    // An instance's class is an arrangement of attributes, which is no type's number.
    if (*first.ptr::<Header>()).class != (*(*native).owner.ptr::<TypeObj>()).id {
        return None;
    }
    // The callee stays rooted behind its arguments.
    let top = window.first + window.argc;
    (*fiber).stack.add(top).write(Raw::from_ptr(native));
    (*fiber).native_base = window.first;
    (*fiber).top = top + 1;
    Some(enter(fiber, &def.call, window))
}

/// Calls a built-in type's method for an instance of a class derived from it: with the
/// built-in value in it. A method that answers with its own list or dict (`+=`) means
/// the instance.
#[inline(never)]
unsafe fn native_of_derived(
    fiber: *mut Fiber,
    native: *mut NativeObj,
    window: Window,
    object: Raw,
) -> Raw {
    let def = &*(*native).def;
    let own = (*(*native).owner.ptr::<TypeObj>()).id;
    let takes_self = def.flags & (NativeDef::METHOD | NativeDef::GETTER) != 0;
    if !takes_self
        || native_class::owns(native)
        || def.flags & NativeDef::WHOLE != 0
        || own == ClassId::Object
    {
        return enter(fiber, &def.call, window);
    }
    let value = InstanceObj::value(object.ptr());
    // The instance stays rooted behind the callee.
    let top = (*fiber).top;
    if (*fiber).ensure(top + 1).is_err() {
        no_memory(fiber);
        return Raw::ERROR;
    }
    (*fiber).stack.add(top).write(object);
    (*fiber).top = top + 1;
    (*fiber).stack.add(window.first).write(value);
    let result = enter(fiber, &def.call, window);
    if result == value && own_mutable(value) {
        return object;
    }
    result
}

/// The TypeError of a `__new__` that does not get a class.
#[cold]
unsafe fn no_type(fiber: *mut Fiber, native: *mut NativeObj, first: Raw) -> Raw {
    let vm = (*fiber).vm;
    let mut cx = Context::new(fiber);
    let wanted = (*vm).type_name_of((*native).owner.ptr());
    let found = (*vm).type_name(first);
    let error = cx.type_error(format_args!(
        "{wanted}.__new__(X): X is not a type object ({found})"
    ));
    set_error(fiber, error);
    Raw::ERROR
}

/// Whether a value is a list, dict, set or iterator, which has methods that answer with
/// itself.
unsafe fn own_mutable(value: Raw) -> bool {
    match kind_of(value) {
        Some(Kind::List | Kind::Dict | Kind::ByteArray | Kind::Iter) => true,
        Some(Kind::Set) => (*value.ptr::<Header>()).class == ClassId::Set,
        _ => false,
    }
}

/// What a constructor gets of its arguments: those of classes derived from list, dict
/// and set, which `__init__` fills, only the class.
unsafe fn constructor_window(fiber: *mut Fiber, window: Window) -> Window {
    let first = *(*fiber).stack.add(window.first);
    if is_kind(first, Kind::Type)
        && (*first.ptr::<TypeObj>()).layout == Kind::Derived
        && matches!(
            (*first.ptr::<TypeObj>()).solid,
            ClassId::List
                | ClassId::Dict
                | ClassId::Set
                | ClassId::ByteArray
                | ClassId::Property
                | ClassId::ClassMethod
                | ClassId::StaticMethod
        )
    {
        return Window {
            argc: 1,
            names: Raw::UNBOUND,
            ..window
        };
    }
    window
}

/// Calls a built-in type's constructor, for it or for a class derived from it, whose
/// instance then holds the value made.
#[inline(never)]
unsafe fn construct_derived(
    fiber: *mut Fiber,
    native: *mut NativeObj,
    window: Window,
    ty: *mut TypeObj,
) -> Raw {
    let def = &*(*native).def;
    let solid = (*ty).solid;
    let owner = (*native).owner.ptr::<TypeObj>();
    if !(*(*fiber).vm).is_subclass((*ty).id, (*owner).id) {
        let mut cx = Context::new(fiber);
        let (wanted, found) = (
            (*(*fiber).vm).type_name_of(owner),
            (*(*fiber).vm).type_name_of(ty),
        );
        let error = cx.type_error(format_args!(
            "{wanted}.__new__({found}): {found} is not a subtype of {wanted}"
        ));
        set_error(fiber, error);
        return Raw::ERROR;
    }
    if (*owner).id == ClassId::Int && (*ty).id == ClassId::Bool {
        // CPython: another constructor than the type's own would make it.
        let mut cx = Context::new(fiber);
        let error = cx.type_error(format_args!(
            "int.__new__(bool) is not safe, use bool.__new__()"
        ));
        set_error(fiber, error);
        return Raw::ERROR;
    }
    if (*ty).layout != Kind::Derived || (*owner).id != solid {
        return enter(fiber, &def.call, window);
    }
    let value = match enter(fiber, &def.call, window) {
        Raw::ERROR => return Raw::ERROR,
        raw if is_kind(raw, Kind::Derived) => InstanceObj::value(raw.ptr()),
        raw => raw,
    };
    let mut cx = Context::new(fiber);
    let value = cx.root(value);
    let value = cx.raw(value);
    let made = cx.alloc(|heap| {
        let shape = (*(*ty).root).id;
        let made = InstanceObj::derived(heap, shape, (*ty).inline_slots, value)?;
        if (*ty).flags & TypeFlags::DEL != 0 {
            heap.watch(made.cast())?;
        }
        if is_kind(value, Kind::WeakRef) {
            (*value.ptr::<WeakObj>()).outer = made;
        }
        Ok(Raw::from_ptr(made))
    });
    match made {
        Ok(made) => cx.raw(made),
        Err(error) => {
            set_error(fiber, error);
            Raw::ERROR
        }
    }
}

/// Enters a native's code.
#[inline]
unsafe fn enter(fiber: *mut Fiber, target: &Call, window: Window) -> Raw {
    let mut cx = Context::new(fiber);
    let args = Args::new(window.first, window.argc);
    let result = match target {
        Call::Plain(function) => function(&mut cx, args),
        Call::Closure(closure) => closure(&mut cx, args),
    };
    match result {
        Ok(local) if local.index() == Fiber::PENDING => Raw::PENDING,
        Ok(local) => *(*fiber).stack.add(local.index()),
        Err(Error::Raised(local)) => {
            (*fiber).error = *(*fiber).stack.add(local.index());
            Raw::ERROR
        }
        Err(error) => {
            set_error(fiber, error);
            Raw::ERROR
        }
    }
}

/// Calls native code with these places (`None`: not passed), from a native.
pub(crate) unsafe fn native_direct<'f>(
    cx: &mut Context<'f>,
    target: &Call,
    args: &[Option<Local<'f>>],
) -> Res<'f> {
    let fiber = cx.fiber();
    let first = (*fiber).top;
    let mut count = 0;
    for arg in args {
        let raw = match arg {
            Some(local) => cx.raw(*local),
            None => Raw::UNBOUND,
        };
        let _ = cx.root(raw);
        count += 1;
    }
    match enter(fiber, target, Window::positional(first, count)) {
        Raw::ERROR => Err(Error::Raised(cx.root((*fiber).error))),
        raw => Ok(cx.root(raw)),
    }
}

/// How many arguments a tuple of names names.
///
/// # Safety
/// `names` is a tuple or unbound.
pub(crate) unsafe fn named(names: Raw) -> usize {
    if names.is_unbound() {
        0
    } else {
        (*names.ptr::<TupleObj>()).len
    }
}

impl State {
    /// The name of a type.
    pub(crate) unsafe fn type_name_of<'a>(&self, ty: *mut TypeObj) -> &'a str {
        core::str::from_utf8(StrObj::bytes((*ty).name.ptr())).unwrap_or("?")
    }
}
