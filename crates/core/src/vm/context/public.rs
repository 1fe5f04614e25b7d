//! What authors of natives need beyond the layers' own tools: operators of every
//! type, attributes and calls by name, ints of any size, modules, the VM's
//! settings. Everything here is made of the safe half of the native layer, but
//! for the few looks into the VM that say so.

use super::{Context, Error, Local, Res};
use crate::builtins::protocol::{self, BinOp};
use crate::object::{ClassId, IntValue, Kind};
use crate::registry::Function;
use crate::value::Raw;
use crate::vm::native::NativeDef;
use crate::vm::{collect, import};
use alloc::vec::Vec;
use num_bigint::BigInt;

/// Where a native stood, for [`Context::recover`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checkpoint {
    frames: usize,
}

/// Values of every type.
impl<'f> Context<'f> {
    /// Whether the value is true.
    ///
    /// # Errors
    /// What `__bool__` or `__len__` raise.
    pub fn truth(&mut self, value: Local<'f>) -> Res<'f, bool> {
        protocol::truth(self, value)
    }

    /// `a == b`.
    ///
    /// # Errors
    /// What `__eq__` raises.
    pub fn equal(&mut self, a: Local<'f>, b: Local<'f>) -> Res<'f, bool> {
        protocol::eq(self, a, b)
    }

    /// `a < b`.
    ///
    /// # Errors
    /// TypeError where the types have no order, and what `__lt__` raises.
    pub fn less(&mut self, a: Local<'f>, b: Local<'f>) -> Res<'f, bool> {
        protocol::lt(self, a, b)
    }

    /// `a + b`.
    ///
    /// # Errors
    /// As the operator.
    pub fn add(&mut self, a: Local<'f>, b: Local<'f>) -> Res<'f> {
        protocol::binary(self, BinOp::Add, a, b, false)
    }

    /// `a * b`.
    ///
    /// # Errors
    /// As the operator.
    pub fn multiply(&mut self, a: Local<'f>, b: Local<'f>) -> Res<'f> {
        protocol::binary(self, BinOp::Mul, a, b, false)
    }

    /// `str(value)`.
    ///
    /// # Errors
    /// What `__str__` raises.
    pub fn to_str(&mut self, value: Local<'f>) -> Res<'f> {
        protocol::str(self, value)
    }

    /// `repr(value)`.
    ///
    /// # Errors
    /// What `__repr__` raises.
    pub fn to_repr(&mut self, value: Local<'f>) -> Res<'f> {
        protocol::repr(self, value)
    }

    /// The value as an int, by `__index__` where it is none itself; `None` where
    /// it has no such method.
    ///
    /// # Errors
    /// What `__index__` raises.
    pub fn to_index(&mut self, value: Local<'f>) -> Res<'f, Option<Local<'f>>> {
        if self.is_int(value) {
            return Ok(Some(value));
        }
        protocol::find_index(self, value)
    }

    /// The value as a float: floats, ints, and what has `__float__` or
    /// `__index__`; `None` for anything else.
    ///
    /// # Errors
    /// OverflowError for ints beyond the largest float, and what the methods raise.
    pub fn to_float(&mut self, value: Local<'f>) -> Res<'f, Option<f64>> {
        if let Some(float) = self.as_float(value) {
            return Ok(Some(float));
        }
        protocol::find_float(self, value)
    }

    /// An iterator over the value.
    ///
    /// # Errors
    /// TypeError where it cannot be iterated over.
    pub fn iter(&mut self, value: Local<'f>) -> Res<'f> {
        protocol::iter(self, value)
    }

    /// The iterator's next value; `None` at its end.
    ///
    /// # Errors
    /// What `__next__` raises.
    pub fn next(&mut self, iterator: Local<'f>) -> Res<'f, Option<Local<'f>>> {
        protocol::next(self, iterator)
    }

    /// A new list of what the value iterates over.
    ///
    /// # Errors
    /// As [`Context::iter`] and [`Context::next`].
    pub fn collect_list(&mut self, iterable: Local<'f>) -> Res<'f> {
        protocol::list_of(self, iterable)
    }

    /// `container[key]`.
    ///
    /// # Errors
    /// As the subscription.
    pub fn get_item(&mut self, container: Local<'f>, key: Local<'f>) -> Res<'f> {
        protocol::get_item(self, container, key)
    }

    /// Whether the value is a bool.
    pub fn as_bool(&self, value: Local<'f>) -> Option<bool> {
        match self.raw(value) {
            Raw::TRUE => Some(true),
            Raw::FALSE => Some(false),
            _ => None,
        }
    }

    /// Whether the value is a str.
    pub fn is_str(&self, value: Local<'f>) -> bool {
        self.is(value, Kind::Str)
    }

    /// The one str that stands for all of this text, if the value is a str and not of a
    /// derived class.
    ///
    /// # Errors
    /// MemoryError.
    pub fn intern(&mut self, value: Local<'f>) -> Res<'f, Option<Local<'f>>> {
        let raw = self.raw(value);
        if !self.is_str(value) {
            return Ok(None);
        }
        // SAFETY: the value is rooted and a str; what is found is rooted at once.
        unsafe {
            match (*self.vm()).intern(raw.ptr()) {
                Ok(found) => Ok(Some(self.root(Raw::from_ptr(found)))),
                Err(_) => Err(self.memory_error()),
            }
        }
    }

    /// A str's bytes in generalised UTF-8 (lone surrogates as three bytes each),
    /// lent for `'f`.
    pub fn as_wtf8(&self, value: Local<'f>) -> Option<&'f [u8]> {
        self.str_bytes(value)
    }

    /// A str of generalised UTF-8.
    ///
    /// # Errors
    /// ValueError where the bytes are not well formed, MemoryError.
    pub fn str_from_wtf8(&mut self, bytes: &[u8]) -> Res<'f> {
        if bytes.is_ascii() {
            self.ascii(bytes)
        } else if crate::text::wtf8::is_valid(bytes) {
            self.wtf8(bytes)
        } else {
            Err(self.value_error(format_args!("text is not well-formed UTF-8")))
        }
    }

    /// What a slice takes of a sequence: the first index, the step, how many items;
    /// `None` for other values. `len` is asked for when `__index__` methods have run.
    ///
    /// # Errors
    /// What the parts of the slice raise.
    pub fn slice_range(
        &mut self,
        slice: Local<'f>,
        len: impl FnOnce(&mut Context<'f>) -> usize,
    ) -> Res<'f, Option<(i64, i64, usize)>> {
        if self.slice_parts(slice).is_none() {
            return Ok(None);
        }
        let (start, stop, step) = protocol::unpack_slice(self, slice)?;
        let len = i64::try_from(len(self)).unwrap_or(i64::MAX);
        let (start, _, count) = protocol::adjust(start, stop, step, len);
        Ok(Some((start, step, count as usize)))
    }

    /// The built-in part of an instance of a class derived from a built-in type; any other
    /// value is its own.
    pub fn base_value(&mut self, value: Local<'f>) -> Local<'f> {
        self.plain(value)
    }

    /// Whether the value is a list.
    pub fn is_list(&self, value: Local<'f>) -> bool {
        self.is(value, Kind::List)
    }

    /// Whether the value is a tuple.
    pub fn is_tuple(&self, value: Local<'f>) -> bool {
        self.is(value, Kind::Tuple)
    }

    /// Whether the value is a dict.
    pub fn is_dict(&self, value: Local<'f>) -> bool {
        self.is(value, Kind::Dict)
    }

    /// Whether the value is a set or frozenset.
    pub fn is_set(&self, value: Local<'f>) -> bool {
        self.is(value, Kind::Set)
    }

    /// Whether the value can be called.
    pub fn is_callable(&mut self, value: Local<'f>) -> bool {
        match self.kind(value) {
            Some(Kind::Function | Kind::Native | Kind::Method | Kind::Type) => true,
            _ => {
                let call = self.names().call;
                self.type_attr(value, call).is_some()
            }
        }
    }

    /// The type of a value.
    pub fn type_of(&mut self, value: Local<'f>) -> Local<'f> {
        // SAFETY: types are kept alive by the class table.
        unsafe {
            let ty = (*self.vm()).type_of(self.raw(value));
            self.root(Raw::from_ptr(ty))
        }
    }

    /// `isinstance(value, ty)` by the type's ancestors alone.
    pub fn is_instance_of(&self, value: Local<'f>, ty: Local<'f>) -> bool {
        self.class_id(ty)
            .is_some_and(|class| self.is_instance(value, class))
    }

    /// A number that identifies the object among those that live.
    pub fn identity(&self, value: Local<'f>) -> u64 {
        self.address(value)
    }

    /// An int of any size (or a bool).
    pub fn as_big(&self, value: Local<'f>) -> Option<BigInt> {
        self.int_value(value).map(IntValue::into_big)
    }

    /// An int of any size.
    ///
    /// # Errors
    /// MemoryError.
    pub fn big_int(&mut self, value: &BigInt) -> Res<'f> {
        self.big(value)
    }

    /// The whole part of a float, as an int.
    ///
    /// # Errors
    /// OverflowError and ValueError for infinities and NaN, as `int(x)`.
    pub fn int_from_float(&mut self, value: f64) -> Res<'f> {
        protocol::float_to_int(self, value)
    }

    /// Charges the work and checks the room of making an int of `bits` bits.
    ///
    /// # Errors
    /// MemoryError where the heap's limit forbids it, and what stops the script.
    pub fn reserve_bits(&mut self, bits: u64, steps: u64) -> Res<'f, ()> {
        protocol::reserve(self, bits, steps)
    }
}

/// Attributes and calls by name.
impl<'f> Context<'f> {
    /// `object.name`.
    ///
    /// # Errors
    /// AttributeError, and what a property raises.
    pub fn attribute(&mut self, object: Local<'f>, name: &str) -> Res<'f> {
        let name = self.name(name)?;
        self.get_attr(object, name)
    }

    /// `object.name`, or `None` if that raises AttributeError.
    ///
    /// # Errors
    /// What a property raises besides.
    pub fn find_attribute(&mut self, object: Local<'f>, name: &str) -> Res<'f, Option<Local<'f>>> {
        let name = self.name(name)?;
        self.find_attr(object, name)
    }

    /// `object.name = value`.
    ///
    /// # Errors
    /// AttributeError where the object takes none, and what a setter raises.
    pub fn set_attribute(
        &mut self,
        object: Local<'f>,
        name: &str,
        value: Local<'f>,
    ) -> Res<'f, ()> {
        let name = self.name(name)?;
        self.set_attr(object, name, value)
    }

    /// What the type of `object` has under a name, unbound: where special methods
    /// are looked up.
    pub fn find_on_type(&mut self, object: Local<'f>, name: &str) -> Res<'f, Option<Local<'f>>> {
        let name = self.name(name)?;
        let raw = self.raw(name);
        Ok(self.type_attr(object, raw.ptr()))
    }

    /// `object.name(*args)` with the method found on the type, as operators do it;
    /// `None` where the type has no such method.
    ///
    /// # Errors
    /// What the method raises.
    pub fn call_on_type(
        &mut self,
        object: Local<'f>,
        name: &str,
        args: &[Local<'f>],
    ) -> Res<'f, Option<Local<'f>>> {
        let name = self.name(name)?;
        let raw = self.raw(name);
        self.call_special(object, raw.ptr(), args)
    }

    /// `function(*args, **named)`.
    ///
    /// # Errors
    /// What the function raises.
    pub fn call_named(
        &mut self,
        function: Local<'f>,
        args: &[Local<'f>],
        named: &[(&str, Local<'f>)],
    ) -> Res<'f> {
        let mut all = Vec::new();
        let mut names = Vec::new();
        if all.try_reserve(args.len() + named.len()).is_err()
            || names.try_reserve(named.len()).is_err()
        {
            return Err(self.memory_error());
        }
        all.extend_from_slice(args);
        for &(name, value) in named {
            names.push(self.name(name)?);
            all.push(value);
        }
        let names = self.tuple(&names)?;
        self.call_kw(function, &all, names)
    }
}

/// Exceptions that are objects.
impl<'f> Context<'f> {
    /// The exception object of an error, to be looked at or raised again.
    pub fn exception_of(&mut self, error: Error<'f>) -> Local<'f> {
        self.exception(error)
    }

    /// Raises an exception object. What is no exception becomes a TypeError.
    pub fn raise_value(&mut self, exception: Local<'f>) -> Error<'f> {
        if self.is_instance(exception, ClassId::BaseException) {
            Error::Raised(exception)
        } else {
            self.type_error(format_args!("exceptions must derive from BaseException"))
        }
    }

    /// The exception that the task is handling, or None.
    pub fn handled_exception(&mut self) -> Local<'f> {
        // SAFETY: the fiber keeps it alive; the word is rooted at once.
        unsafe {
            let raw = (*self.fiber()).handled;
            self.root(raw)
        }
    }

    /// SystemExit with this code.
    pub fn exit(&mut self, code: Option<Local<'f>>) -> Error<'f> {
        match code {
            Some(code) => self.raise_with(ClassId::SystemExit, &[code]),
            None => self.raise_empty(ClassId::SystemExit),
        }
    }

    /// A new exception class, derived from `base` (a name among the built-ins).
    ///
    /// # Errors
    /// When there is no such base, and MemoryError.
    pub fn new_exception_class(&mut self, module: &str, name: &str, base: &str) -> Res<'f> {
        // SAFETY: the built-ins are a root.
        let builtins = unsafe { self.root(Raw::from_ptr((*self.vm()).builtins)) };
        let Some(base) = self.dict_get_str(builtins, base)? else {
            return Err(self.type_error(format_args!("there is no exception '{base}'")));
        };
        let bases = self.tuple(&[base])?;
        let namespace = self.dict()?;
        let module = self.str(module)?;
        self.dict_set_str(namespace, "__module__", module)?;
        let name = self.str(name)?;
        let class = self.class_object(ClassId::Type);
        self.call(class, &[name, bases, namespace])
    }
}

/// Modules, functions and the VM itself.
impl<'f> Context<'f> {
    /// The module of this name, imported if it is not yet.
    ///
    /// # Errors
    /// As the statement.
    pub fn import(&mut self, name: &str) -> Res<'f> {
        import::load(self, name)
    }

    /// The dict of the built-in names.
    pub fn builtins(&mut self) -> Local<'f> {
        // SAFETY: the dict of built-in names is a root of the VM.
        unsafe { self.root(Raw::from_ptr((*self.vm()).builtins)) }
    }

    /// The table of loaded modules (`sys.modules`).
    pub fn modules(&mut self) -> Local<'f> {
        // SAFETY: the table is a root.
        unsafe { self.root(Raw::from_ptr((*self.vm()).modules)) }
    }

    /// The names of the module `sys`, if a module stands under that name.
    ///
    /// # Errors
    /// Those of comparing keys.
    pub(crate) fn sys_namespace(&mut self) -> Res<'f, Option<Local<'f>>> {
        let modules = self.modules();
        let sys = self.dict_get_str(modules, "sys")?;
        let sys = sys.filter(|&sys| self.is(sys, Kind::Module));
        Ok(sys.map(|sys| self.module_dict(sys)))
    }

    /// The names of the modules that `import` finds without looking at files, for completion.
    ///
    /// # Errors
    /// MemoryError.
    pub fn module_names(&mut self) -> Res<'f> {
        let names: alloc::vec::Vec<alloc::string::String> =
            self.with_registry(|registry| registry.known().map(Into::into).collect());
        let list = self.list_with_capacity(names.len())?;
        for name in names {
            let name = self.str(&name)?;
            self.list_push(list, name)?;
        }
        Ok(list)
    }

    /// A module object of its own, not in the table of modules: a namespace that
    /// natives fill (see [`Context::module_dict`]).
    ///
    /// # Errors
    /// MemoryError.
    pub fn namespace(&mut self, name: &str) -> Res<'f> {
        let dict = self.dict()?;
        let name = self.name(name)?;
        self.dict_set_str(dict, "__name__", name)?;
        self.new_module(name, dict)
    }

    /// A native function as a value, belonging to `module`.
    ///
    /// # Errors
    /// MemoryError.
    pub fn function(&mut self, function: &Function, module: Local<'f>) -> Res<'f> {
        let def: &alloc::sync::Arc<NativeDef> = &function.def;
        self.native_function(def, module)
    }

    /// Whether the collector runs by itself.
    pub fn collects(&self) -> bool {
        // SAFETY: the VM is this context's.
        unsafe { (*self.vm()).heap.collecting }
    }

    /// Lets the collector run by itself, or only on demand and at the limit.
    pub fn set_collects(&mut self, on: bool) {
        // SAFETY: the VM is this context's.
        unsafe { (*self.vm()).heap.collecting = on };
    }

    /// Collects all garbage.
    pub fn collect(&mut self) {
        // SAFETY: a native's window is recorded in its fiber.
        unsafe {
            collect::full(self.vm());
            let bytes = (*self.vm()).heap.allocated();
            (*self.vm()).heap.note_bytes(bytes);
        }
    }

    /// Runs the `__del__` methods and callbacks that the collector has found due.
    ///
    /// # Errors
    /// Only the end of the task: what they raise is shown as a warning.
    pub fn run_finalizers(&mut self) -> Res<'f, ()> {
        crate::vm::finalize::run_due(self)
    }

    /// The same for everything that has such code, as at the end of a program.
    ///
    /// # Errors
    /// As [`Context::run_finalizers`].
    pub fn finalize_all(&mut self) -> Res<'f, ()> {
        // SAFETY: the VM is this context's; what is due stays marked.
        unsafe { (*self.vm()).heap.bury_all() };
        self.run_finalizers()
    }

    /// Makes `subclass` match the patterns that `class` does: sequences or mappings.
    pub fn mark_collection(&mut self, class: Local<'f>, subclass: Local<'f>) -> Res<'f, ()> {
        crate::vm::types::mark_collection(self, class, subclass)
    }

    /// A built-in type by its name, also one that scripts do not find in `builtins`.
    pub fn hidden_type(&mut self, name: &str) -> Option<Local<'f>> {
        let at = crate::object::builtin_class_table()
            .iter()
            .position(|&(known, _)| known == name)?;
        Some(self.class_object(ClassId(at as u32)))
    }

    /// The character of this name in Unicode, where the VM knows names
    /// ([`Vm::set_unicode`](crate::Vm::set_unicode)).
    pub fn character_named(&self, name: &[u8]) -> Option<u32> {
        // SAFETY: the VM is this context's.
        let unicode = unsafe { (*self.vm()).host.unicode };
        (unicode?.character)(name)
    }

    /// Bytes of heap in use.
    pub fn heap_bytes(&self) -> usize {
        // SAFETY: the VM is this context's.
        unsafe { (*self.vm()).heap.allocated() }
    }

    /// Bytes of heap that are left under the limit.
    pub fn heap_room(&self) -> usize {
        self.bytes_left()
    }

    /// Script calls that may be in progress at once.
    pub fn recursion_limit(&self) -> u32 {
        // SAFETY: the VM is this context's.
        unsafe { (*self.vm()).recursion_limit }
    }

    /// Sets how many script calls may be in progress at once.
    pub fn set_recursion_limit(&mut self, limit: u32) {
        // SAFETY: the VM is this context's.
        unsafe { (*self.vm()).recursion_limit = limit };
    }

    /// How many digits a conversion between text and int may have; 0: any number.
    pub fn max_digits(&self) -> usize {
        // SAFETY: the VM is this context's.
        unsafe { (*self.vm()).max_digits }
    }

    /// Sets how many digits a conversion between text and int may have.
    pub fn set_max_digits(&mut self, digits: usize) {
        // SAFETY: the VM is this context's.
        unsafe { (*self.vm()).max_digits = digits };
    }

    /// Script calls in progress in this task.
    pub fn recursion_depth(&self) -> u32 {
        // SAFETY: the fiber outlives its contexts.
        unsafe { (*self.fiber()).depth }
    }

    /// Where the native stands, before its author's code is entered.
    #[inline]
    pub fn checkpoint(&self) -> Checkpoint {
        Checkpoint {
            // SAFETY: the fiber outlives its contexts.
            frames: unsafe { (*self.fiber()).frames.len() },
        }
    }

    /// After a panic of the author's code was caught: false if it came out of the
    /// VM's own code, which is then in an unknown state and refuses further use.
    pub fn recover(&mut self, checkpoint: Checkpoint) -> bool {
        // SAFETY: the fiber outlives its contexts.
        unsafe {
            let intact = (*self.fiber()).frames.len() == checkpoint.frames;
            if !intact {
                (*self.vm()).poisoned = true;
            }
            intact
        }
    }
}
