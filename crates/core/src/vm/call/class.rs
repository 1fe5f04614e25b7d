//! Calling a type: `__new__`, `__init__`, and the instance between them. Entered
//! from `call`, and from `reenter` for `type.__call__`.
//!
//! # Safety
//! The raw layer's contract (`heap`), and what `call` says of fiber and window.

use super::{Answer, Called, Window, call, from_native, named, no_memory, set_error};
use crate::builtins::types::exception;
use crate::heap::OutOfMemory;
use crate::object::*;
use crate::value::Raw;
use crate::vm::context::{Context, Local};
use crate::vm::fiber::{Action, Fiber, Frame};
use crate::vm::native::Call;
use crate::vm::{collect, dispatch, native_class, types};

/// Calls a type: makes an instance.
pub(super) unsafe fn call_type(
    fiber: *mut Fiber,
    ty: *mut TypeObj,
    window: Window,
    answer: Answer,
) -> Called {
    let vm = (*fiber).vm;
    let meta = (*ty).header.class;
    if meta != ClassId::Type {
        // A metaclass may have a `__call__` of its own; `type.__call__` goes on below.
        let name = (*vm).names.call;
        if let Some(method) = types::lookup(vm, (*vm).type_by_id(meta), name)
            && is_kind(method, Kind::Function)
        {
            return match window.with_first(fiber, Raw::from_ptr(ty)) {
                Ok(window) => call(fiber, method, window, answer),
                Err(OutOfMemory) => no_memory(fiber),
            };
        }
    }
    construct(fiber, ty, window, answer)
}

/// `type.__call__`: `__new__`, then `__init__`.
pub(super) unsafe fn construct(
    fiber: *mut Fiber,
    ty: *mut TypeObj,
    window: Window,
    answer: Answer,
) -> Called {
    let vm = (*fiber).vm;
    if window.argc == 1
        && window.names.is_unbound()
        && let Some(made) = super::plain::converted(vm, ty, *(*fiber).stack.add(window.first))
    {
        return Called::Value(made);
    }
    let (new_name, init_name) = ((*vm).names.new, (*vm).names.init);
    let new = types::lookup(vm, ty, new_name);
    if (*ty).flags & TypeFlags::HEAP == 0 {
        let new = if is_kind((*ty).slot_names, Kind::Native) {
            Some((*ty).slot_names)
        } else {
            new
        };
        return match new {
            Some(new) => match window.with_first(fiber, Raw::from_ptr(ty)) {
                Ok(window) => call(fiber, new, window, answer),
                Err(OutOfMemory) => no_memory(fiber),
            },
            None => {
                let mut cx = Context::new(fiber);
                let name = (*vm).type_name_of(ty);
                let error = cx.type_error(format_args!("cannot create '{name}' instances"));
                set_error(fiber, error)
            }
        };
    }
    let init = types::lookup(vm, ty, init_name);
    if !(*ty).native.is_null() && native_class::is_closed(new) {
        let mut cx = Context::new(fiber);
        let name = (*vm).type_name_of(ty);
        let error = cx.type_error(format_args!("cannot create '{name}' instances"));
        return set_error(fiber, error);
    }
    // So do exceptions take their arguments again, if a script's `__new__` makes them.
    let fills = match (*ty).solid {
        ClassId::List
        | ClassId::Dict
        | ClassId::Set
        | ClassId::ByteArray
        | ClassId::Property
        | ClassId::ClassMethod
        | ClassId::StaticMethod
        | ClassId::Module
        | ClassId::Super => true,
        ClassId::BaseException => new.is_some_and(|new| !is_kind(new, Kind::Native)),
        _ => false,
    };
    let own_init = init.filter(|&init| fills || !is_builtin(init) || native_class::is_own(init));
    if let Some(new) = new
        && own_init.is_none()
        && native_class::is_own(new)
    {
        return match window.with_first(fiber, Raw::from_ptr(ty)) {
            Ok(window) => call(fiber, new, window, answer),
            Err(OutOfMemory) => no_memory(fiber),
        };
    }
    let made = match new {
        Some(new) if made_by(ty, new, own_init.is_some(), window) => {
            let given = match own_init {
                Some(own) if !is_kind(own, Kind::Native) => {
                    native_class::positional(new, for_new(ty, new, init, window))
                }
                _ => for_new(ty, new, init, window),
            };
            match call_new(fiber, new, ty, given) {
                Ok(raw) => {
                    if !(*vm).is_subclass((*vm).class_of(raw), (*ty).id) {
                        return Called::Value(raw);
                    }
                    raw
                }
                Err(called) => return called,
            }
        }
        _ => match instantiate(fiber, ty, window, own_init.is_some()) {
            Ok(raw) => raw,
            Err(called) => return called,
        },
    };
    // A `__new__` may make an instance of a class below, whose `__init__` is meant then.
    let own_class = (*vm).type_of(made);
    let own_init = match own_class == ty {
        true => own_init,
        false => {
            types::lookup(vm, own_class, init_name).filter(|&init| is_kind(init, Kind::Function))
        }
    };
    let Some(init) = own_init else {
        return Called::Value(made);
    };
    if !matches!(kind_of(init), Some(Kind::Function | Kind::Native)) {
        return init_by_descriptor(fiber, init, made, window);
    }
    if is_kind(made, Kind::Instance)
        && is_kind(init, Kind::Function)
        && (*ty).header.class == ClassId::Type
        && new.is_none_or(|new| !made_by(ty, new, true, window))
    {
        (*ty).init = init.ptr();
        (*ty).init_version = (*ty).version;
    }
    match window.with_first(fiber, made) {
        Ok(window) => call(
            fiber,
            init,
            window,
            Answer {
                action: init_action(answer),
                dest: answer.dest,
                extra: made,
            },
        ),
        Err(OutOfMemory) => no_memory(fiber),
    }
    .initialised(fiber, made, answer)
}

/// Whether a method is that of a built-in type, not a script's or a registered native.
unsafe fn is_builtin(method: Raw) -> bool {
    is_kind(method, Kind::Native)
        && matches!((*(*method.ptr::<NativeObj>()).def).call, Call::Plain(_))
}

/// Whether instances come from calling `new`: a script's `__new__`, or the constructor
/// of a built-in type that does more than [`instantiate`].
unsafe fn made_by(ty: *mut TypeObj, new: Raw, own_init: bool, window: Window) -> bool {
    if !is_kind(new, Kind::Native) || native_class::is_own(new) {
        return true;
    }
    match (*ty).layout {
        Kind::Exception => {
            let def = &*(*new.ptr::<NativeObj>()).def;
            exception::is_needed(def)
                || !own_init && (!window.names.is_unbound() || !exception::is_plain(def))
        }
        Kind::Type | Kind::Derived | Kind::Module => true,
        _ => false,
    }
}

/// Calls an `__init__` that is no plain function: as what its `__get__` says.
unsafe fn init_by_descriptor(fiber: *mut Fiber, init: Raw, made: Raw, window: Window) -> Called {
    let mut cx = Context::new(fiber);
    let (init, made) = (cx.root(init), cx.root(made));
    let names = match window.names.is_unbound() {
        true => None,
        false => Some(cx.root(window.names)),
    };
    let mut args = alloc::vec::Vec::new();
    if args.try_reserve(window.argc).is_err() {
        return no_memory(fiber);
    }
    args.extend((0..window.argc).map(|at| Local::at(window.first + at)));
    let bound = crate::vm::attr::bind_special(&mut cx, init, made);
    match bound.and_then(|bound| from_native(&mut cx, bound, &args, names)) {
        Ok(answer) => check_init(fiber, cx.raw(answer), cx.raw(made)),
        Err(error) => set_error(fiber, error),
    }
}

/// The arguments for `new`: some built-in types leave the named ones to a script's `__init__`.
unsafe fn for_new(ty: *mut TypeObj, new: Raw, init: Option<Raw>, window: Window) -> Window {
    let leaves = matches!(
        (*ty).solid,
        ClassId::List | ClassId::Set | ClassId::FrozenSet | ClassId::Tuple | ClassId::Float
    );
    if !leaves || !is_kind(new, Kind::Native) || init.is_none_or(|init| is_kind(init, Kind::Native))
    {
        return window;
    }
    Window {
        argc: window.argc - named(window.names),
        names: Raw::UNBOUND,
        ..window
    }
}

/// `__init__` under a native's call answers to that native, which must get the
/// instance: such calls are made to wait here.
fn init_action(answer: Answer) -> Action {
    if answer.action == Action::Store {
        Action::Init
    } else {
        Action::Exit
    }
}

impl Called {
    /// Finishes a call of `__init__` that did not become a frame of its own.
    unsafe fn initialised(self, fiber: *mut Fiber, made: Raw, answer: Answer) -> Called {
        match self {
            Called::Frame if answer.action != Action::Store => {
                // Run it to its end; `made` is rooted by the frame's `extra`.
                let keep = (*fiber).roots_push(made);
                let result = dispatch::run(fiber);
                (*fiber).roots_pop(keep);
                match result {
                    Raw::ERROR => Called::Error,
                    raw => check_init(fiber, raw, made),
                }
            }
            Called::Value(raw) => check_init(fiber, raw, made),
            other => other,
        }
    }
}

/// `__init__` must return None.
///
/// # Safety
/// Raw layer.
pub(crate) unsafe fn check_init(fiber: *mut Fiber, raw: Raw, made: Raw) -> Called {
    if raw.is_none() {
        return Called::Value(made);
    }
    let name = (*(*fiber).vm).type_name(raw);
    let mut cx = Context::new(fiber);
    let error = cx.type_error(format_args!("__init__() should return None, not '{name}'"));
    set_error(fiber, error)
}

/// A new instance of a script's class by the default `__new__`.
unsafe fn instantiate(
    fiber: *mut Fiber,
    ty: *mut TypeObj,
    window: Window,
    has_init: bool,
) -> Result<Raw, Called> {
    let vm = (*fiber).vm;
    for attempt in 0..2 {
        let made = if (*ty).layout == Kind::Exception {
            let positional = window.argc - named(window.names);
            TupleObj::from_slice(
                &mut (*vm).heap,
                (*fiber).stack.add(window.first),
                positional,
            )
            .and_then(|args| ExceptionObj::new(&mut (*vm).heap, (*ty).id, Raw::from_ptr(args)))
            .map(Raw::from_ptr)
        } else {
            if window.argc > 0 && !has_init {
                let name = (*vm).type_name_of(ty);
                let mut cx = Context::new(fiber);
                let error = cx.type_error(format_args!("{name}() takes no arguments"));
                return Err(set_error(fiber, error));
            }
            if (*ty).flags & TypeFlags::ABSTRACT != 0 {
                let mut cx = Context::new(fiber);
                let class = cx.root(Raw::from_ptr(ty));
                let error = crate::builtins::types::class::abstract_error(&mut cx, class);
                return Err(set_error(fiber, error));
            }
            InstanceObj::new(&mut (*vm).heap, (*(*ty).root).id, (*ty).inline_slots)
                .map(Raw::from_ptr)
        };
        let made = made.and_then(|raw| {
            if (*ty).flags & TypeFlags::DEL != 0 {
                (*vm).heap.watch(raw.ptr())?;
            }
            Ok(raw)
        });
        match made {
            Ok(raw) => return Ok(raw),
            Err(OutOfMemory) if attempt == 0 => collect::full(vm),
            Err(OutOfMemory) => {}
        }
    }
    Err(no_memory(fiber))
}

/// Calls a script's `__new__` with the class and the constructor's arguments.
unsafe fn call_new(
    fiber: *mut Fiber,
    new: Raw,
    ty: *mut TypeObj,
    window: Window,
) -> Result<Raw, Called> {
    let mut cx = Context::new(fiber);
    let kind = kind_of(new);
    let new = match kind {
        Some(Kind::StaticMethod) => (*new.ptr::<PairObj>()).a,
        _ => new,
    };
    let mut new = cx.root(new);
    let class = cx.root(Raw::from_ptr(ty));
    if !matches!(
        kind,
        Some(Kind::StaticMethod | Kind::Function | Kind::Native)
    ) {
        new = match crate::vm::attr::bind_to_class(&mut cx, new, class) {
            Ok(bound) => bound,
            Err(error) => return Err(set_error(fiber, error)),
        };
    }
    let mut args = alloc::vec::Vec::new();
    if args.try_reserve(window.argc + 1).is_err() {
        return Err(no_memory(fiber));
    }
    args.push(class);
    for i in 0..window.argc {
        args.push(Local::at(window.first + i));
    }
    let names = if window.names.is_unbound() {
        None
    } else {
        Some(cx.root(window.names))
    };
    match from_native(&mut cx, new, &args, names) {
        Ok(local) => Ok(cx.raw(local)),
        Err(error) => Err(set_error(fiber, error)),
    }
}

impl Fiber {
    /// Roots a word for raw code that runs a callee: a boundary frame holds it.
    unsafe fn roots_push(&mut self, raw: Raw) -> usize {
        // Below the callee's frame, which must stay on top.
        let at = self.frames.len() - 1;
        let boundary = Frame {
            func: core::ptr::null_mut(),
            code: core::ptr::null_mut(),
            pc: core::ptr::null(),
            base: self.frames[at].base,
            window: 0,
            dest: 0,
            action: Action::Exit,
            counted: false,
            extra: raw,
            names: Raw::UNBOUND,
        };
        if self.reserve_frames(1).is_ok() {
            self.frames.insert(at, boundary);
            at
        } else {
            usize::MAX
        }
    }

    unsafe fn roots_pop(&mut self, at: usize) {
        if at != usize::MAX {
            self.frames.truncate(at);
        }
    }
}
