//! Parts of functions, code objects, natives, properties, cells and generators.

use super::super::{Context, Local, Res};
use crate::compile::chunk::Proto;
use crate::compile::opcode::{Instr, Op};
use crate::object::*;
use crate::value::Raw;
use crate::vm::import;
use crate::vm::native::NativeDef;

/// A part of a script function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FunctionPart {
    Code,
    Globals,
    /// Tuple.
    Defaults,
    /// Dict.
    KwDefaults,
    /// Tuple of cells.
    Closure,
}

/// A part of a property, in the order of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub(crate) enum PropertyPart {
    Getter,
    Setter,
    Deleter,
    Doc,
    /// What `__set_name__` has set: for messages.
    Name,
}

impl<'f> Context<'f> {
    fn function_ptr(&self, function: Local<'f>) -> Option<*mut FuncObj> {
        let raw = self.raw(function);
        // SAFETY: the value is rooted.
        unsafe {
            if is_kind(raw, Kind::Function) {
                Some(raw.ptr())
            } else {
                None
            }
        }
    }

    /// A part of a script function, if it has it.
    pub(crate) fn function_part(
        &mut self,
        function: Local<'f>,
        part: FunctionPart,
    ) -> Option<Local<'f>> {
        let function = self.function_ptr(function)?;
        // SAFETY: the function is rooted; the word is rooted at once.
        unsafe {
            let raw = match part {
                FunctionPart::Code => Raw::from_ptr((*function).code),
                FunctionPart::Globals => Raw::from_ptr((*function).globals),
                FunctionPart::Defaults => (*function).defaults,
                FunctionPart::KwDefaults => (*function).kwdefaults,
                FunctionPart::Closure => (*function).closure,
            };
            if raw.is_unbound() || raw.is_none() {
                None
            } else {
                Some(self.root(raw))
            }
        }
    }

    /// Replaces the defaults of a function (a tuple, or none of them).
    pub(crate) fn set_function_defaults(
        &mut self,
        function: Local<'f>,
        defaults: Option<Local<'f>>,
    ) {
        let raw = defaults
            .filter(|&tuple| self.is(tuple, Kind::Tuple))
            .map_or(Raw::UNBOUND, |tuple| self.raw(tuple));
        if let Some(function) = self.function_ptr(function) {
            // SAFETY: both are rooted.
            unsafe {
                (*function).defaults = raw;
                (*self.vm()).heap.barrier(function, raw);
            }
        }
    }

    /// Replaces the keyword-only defaults of a function (a dict, or none of them).
    pub(crate) fn set_function_kwdefaults(
        &mut self,
        function: Local<'f>,
        defaults: Option<Local<'f>>,
    ) {
        let raw = defaults
            .filter(|&dict| self.is(dict, Kind::Dict))
            .map_or(Raw::UNBOUND, |dict| self.raw(dict));
        if let Some(function) = self.function_ptr(function) {
            // SAFETY: both are rooted.
            unsafe {
                (*function).kwdefaults = raw;
                (*self.vm()).heap.barrier(function, raw);
            }
        }
    }

    /// A function of this code; its closure must have a cell for each free variable.
    pub(crate) fn new_function(
        &mut self,
        code: Local<'f>,
        globals: Local<'f>,
        closure: Option<Local<'f>>,
    ) -> Res<'f> {
        if !self.is(code, Kind::Code) || !self.is(globals, Kind::Dict) {
            return Ok(Local::NONE);
        }
        let closure = closure.map_or(Raw::UNBOUND, |closure| self.raw(closure));
        let (code, globals) = (self.raw(code), self.raw(globals));
        let vm = self.vm();
        // SAFETY: the parts are rooted and of the right kinds.
        self.alloc(|heap| unsafe {
            let builtins = import::builtins_of(vm, globals.ptr());
            let function = FuncObj::new(heap, code.ptr(), globals.ptr(), builtins)?;
            (*function).closure = closure;
            Ok(Raw::from_ptr(function))
        })
    }

    /// The plain data of a code object, which lives as long as the object.
    pub(crate) fn code_proto(&self, code: Local<'f>) -> Option<&'f Proto> {
        let raw = self.raw(code);
        // SAFETY: the code is rooted for 'f and keeps its chunk.
        unsafe {
            if is_kind(raw, Kind::Code) {
                Some(&*(*raw.ptr::<CodeObj>()).proto)
            } else {
                None
            }
        }
    }

    /// The plain data of a function.
    pub(crate) fn function_proto(&mut self, function: Local<'f>) -> Option<&'f Proto> {
        // The function may be given other code while the data is lent.
        let code = self.function_part(function, FunctionPart::Code)?;
        self.code_proto(code)
    }

    /// What the source of a code object is called.
    pub(crate) fn code_filename(&self, code: Local<'f>) -> &'f str {
        let raw = self.raw(code);
        // SAFETY: the code is rooted for 'f and keeps its chunk, so the text outlives the
        // counted reference that is given back here.
        unsafe {
            if !is_kind(raw, Kind::Code) {
                return "?";
            }
            let chunk = CodeObj::chunk(raw.ptr());
            let filename: *const str = &raw const *chunk.filename;
            &*filename
        }
    }

    /// Constant `at` of a code object.
    pub(crate) fn code_const(&mut self, code: Local<'f>, at: usize) -> Option<Local<'f>> {
        let count = self.code_proto(code)?.consts.len();
        if at >= count {
            return None;
        }
        // SAFETY: the code is rooted, the index checked; the word is rooted at once.
        unsafe {
            let raw = *(*self.raw(code).ptr::<CodeObj>()).consts.add(at);
            Some(self.root(raw))
        }
    }

    /// The description of a native function, which lives as long as the function.
    pub(crate) fn native_def(&self, native: Local<'f>) -> Option<&'f NativeDef> {
        let raw = self.raw(native);
        // SAFETY: the native is rooted for 'f and keeps its definition.
        unsafe {
            if is_kind(raw, Kind::Native) {
                Some(&*(*raw.ptr::<NativeObj>()).def)
            } else {
                None
            }
        }
    }

    /// The type or module that a native function belongs to.
    pub(crate) fn native_owner(&mut self, native: Local<'f>) -> Option<Local<'f>> {
        let mut raw = self.raw(native);
        // SAFETY: the native is rooted; bound copies of registered functions lead to the original.
        unsafe {
            while is_kind(raw, Kind::Native) {
                raw = (*raw.ptr::<NativeObj>()).owner;
            }
            if raw.is_ptr() {
                Some(self.root(raw))
            } else {
                None
            }
        }
    }

    /// What a native function is bound to.
    pub(crate) fn native_this(&mut self, native: Local<'f>) -> Option<Local<'f>> {
        let raw = self.raw(native);
        // SAFETY: the native is rooted; the word is rooted at once.
        unsafe {
            if !is_kind(raw, Kind::Native) {
                return None;
            }
            let this = (*raw.ptr::<NativeObj>()).this;
            if this.is_unbound() {
                None
            } else {
                Some(self.root(this))
            }
        }
    }

    /// A function bound to an object: what reading it through the object gives.
    pub(crate) fn bound(&mut self, function: Local<'f>, this: Local<'f>) -> Res<'f> {
        let (vm, function, this) = (self.vm(), self.raw(function), self.raw(this));
        // SAFETY: both are rooted.
        self.alloc(|_| unsafe { crate::vm::attr::method_object(vm, function, this) })
    }

    /// A property of getter, setter, deleter and docstring (None where missing).
    pub(crate) fn new_property(&mut self, parts: [Local<'f>; 5]) -> Res<'f> {
        let words = parts.map(|part| self.raw(part));
        // SAFETY: the parts are rooted; `trace` expects `aux` words behind the header.
        self.alloc(|heap| unsafe {
            let mut header = Header::new(Kind::Property, ClassId::Property);
            header.aux = words.len() as u16;
            let property: *mut Header =
                heap.alloc(header, size_of::<Header>() + size_of_val(&words))?;
            property.add(1).cast::<[Raw; 5]>().write(words);
            Ok(Raw::from_ptr(property))
        })
    }

    /// A part of a property, perhaps None.
    pub(crate) fn property_part(
        &mut self,
        property: Local<'f>,
        part: PropertyPart,
    ) -> Option<Local<'f>> {
        let raw = self.raw(property);
        // SAFETY: the property is rooted, its kind and size are checked.
        unsafe {
            if !is_kind(raw, Kind::Property) || part as usize >= (*raw.ptr::<Header>()).aux as usize
            {
                return None;
            }
            let word = *raw.ptr::<Header>().add(1).cast::<Raw>().add(part as usize);
            Some(self.root(word))
        }
    }

    /// Replaces a part of a property.
    pub(crate) fn set_property_part(
        &mut self,
        property: Local<'f>,
        part: PropertyPart,
        value: Local<'f>,
    ) {
        let (raw, value) = (self.raw(property), self.raw(value));
        // SAFETY: both are rooted, kind and size are checked.
        unsafe {
            if is_kind(raw, Kind::Property) && (part as usize) < (*raw.ptr::<Header>()).aux as usize
            {
                let words = raw.ptr::<Header>().add(1).cast::<Raw>();
                words.add(part as usize).write(value);
                (*self.vm()).heap.barrier(raw.ptr::<Header>(), value);
            }
        }
    }

    /// What a cell holds.
    pub(crate) fn cell_contents(&mut self, cell: Local<'f>) -> Option<Local<'f>> {
        let raw = self.raw(cell);
        // SAFETY: the cell is rooted and its kind checked.
        unsafe {
            if !is_kind(raw, Kind::Cell) {
                return None;
            }
            let content = (*raw.ptr::<PairObj>()).a;
            if content.is_unbound() {
                None
            } else {
                Some(self.root(content))
            }
        }
    }

    /// A cell; empty without a value.
    pub(crate) fn new_cell(&mut self, content: Option<Local<'f>>) -> Res<'f> {
        let content = content.map_or(Raw::UNBOUND, |content| self.raw(content));
        // SAFETY: the content is rooted.
        self.alloc(|heap| unsafe {
            PairObj::new(heap, Kind::Cell, ClassId::Cell, content, Raw::UNBOUND).map(Raw::from_ptr)
        })
    }

    /// Fills or empties a cell.
    pub(crate) fn set_cell(&mut self, cell: Local<'f>, content: Option<Local<'f>>) {
        let content = content.map_or(Raw::UNBOUND, |content| self.raw(content));
        let raw = self.raw(cell);
        // SAFETY: both are rooted and the kind checked.
        unsafe {
            if is_kind(raw, Kind::Cell) {
                (*raw.ptr::<PairObj>()).a = content;
                (*self.vm()).heap.barrier(raw.ptr::<Header>(), content);
            }
        }
    }

    /// A generator's function and state (`GeneratorObj::CREATED` and so on).
    pub(crate) fn generator_parts(&mut self, generator: Local<'f>) -> Option<(Local<'f>, u16)> {
        let raw = self.raw(generator);
        // SAFETY: the generator is rooted and its kind checked.
        unsafe {
            if !is_kind(raw, Kind::Generator) {
                return None;
            }
            let object = raw.ptr::<GeneratorObj>();
            Some((
                self.root(Raw::from_ptr((*object).func)),
                (*object).header.aux,
            ))
        }
    }

    /// The code that a generator runs.
    pub(crate) fn generator_code(&mut self, generator: Local<'f>) -> Option<Local<'f>> {
        let raw = self.raw(generator);
        // SAFETY: the generator is rooted and its kind checked.
        unsafe {
            let is = is_kind(raw, Kind::Generator);
            is.then(|| self.root(Raw::from_ptr((*raw.ptr::<GeneratorObj>()).code)))
        }
    }

    /// Whether generators of a code object can be awaited.
    pub(crate) fn is_iterable_code(&self, code: Local<'f>) -> bool {
        let raw = self.raw(code);
        // SAFETY: the value is rooted.
        unsafe { is_kind(raw, Kind::Code) && (*raw.ptr::<Header>()).aux & CodeObj::ITERABLE != 0 }
    }

    /// The code of function `at` among those that a code makes.
    pub(crate) fn inner_code(&mut self, code: Local<'f>, at: usize) -> Res<'f, Option<Local<'f>>> {
        let Some(proto) = self.code_proto(code) else {
            return Ok(None);
        };
        let made = proto
            .code
            .iter()
            .map(|&word| Instr(word))
            .filter(|instr| instr.op() == Some(Op::MakeFunction))
            .nth(at);
        let Some(instr) = made else {
            return Ok(None);
        };
        let (vm, raw) = (self.vm(), self.raw(code));
        // SAFETY: the code is rooted and its chunk verified.
        self.alloc(|_| unsafe {
            let chunk = CodeObj::chunk(raw.ptr());
            crate::vm::link::cached(vm, raw.ptr(), &chunk, instr.b()).map(Raw::from_ptr)
        })
        .map(Some)
    }

    /// The same code with other constants (as many), and perhaps generators that can be
    /// awaited. `constants` yields the place and the value of those that change.
    pub(crate) fn copy_code(
        &mut self,
        code: Local<'f>,
        iterable: bool,
        constants: &[(usize, Local<'f>)],
    ) -> Res<'f> {
        if !self.is(code, Kind::Code) {
            return Ok(code);
        }
        let (vm, old) = (self.vm(), self.raw(code));
        // SAFETY: the code is rooted; nothing collects before the copy is.
        let copy = self.alloc(|_| unsafe {
            let old: *mut CodeObj = old.ptr();
            let chunk = CodeObj::chunk(old);
            let index = chunk
                .protos
                .iter()
                .position(|proto| core::ptr::eq(proto, (*old).proto))
                .unwrap_or(0);
            let copy = crate::vm::link::link(vm, &chunk, index)?;
            for at in 0..(&(*(*old).proto).consts).len() {
                (*copy).consts.add(at).write(*(*old).consts.add(at));
            }
            (*copy).header.aux = if iterable { CodeObj::ITERABLE } else { 0 };
            Ok(Raw::from_ptr(copy))
        })?;
        let raw = self.raw(copy);
        for &(at, value) in constants {
            let word = self.raw(value);
            // SAFETY: the copy is rooted; the index is checked. The constants are a part
            // of the code, which is looked at again as a whole.
            unsafe {
                let copy: *mut CodeObj = raw.ptr();
                if at < (&(*(*copy).proto).consts).len() {
                    (*copy).consts.add(at).write(word);
                    (*copy).mark_constants(&mut (*self.vm()).heap, word);
                }
            }
        }
        Ok(copy)
    }

    /// Gives a function other code; the number of free variables is the same.
    pub(crate) fn set_function_code(&mut self, function: Local<'f>, code: Local<'f>) {
        let raw = self.raw(code);
        if let Some(function) = self.function_ptr(function)
            && self.is(code, Kind::Code)
        {
            // SAFETY: both are rooted; who runs the old code holds it.
            unsafe {
                (*function).code = raw.ptr();
                (*self.vm()).heap.barrier(function, raw);
            }
        }
    }

    /// Where a function finds the built-in names.
    pub(crate) fn function_builtins(&mut self, function: Local<'f>) -> Option<Local<'f>> {
        let function = self.function_ptr(function)?;
        // SAFETY: the function is rooted; the word is rooted at once.
        unsafe { Some(self.root((*function).builtins)) }
    }

    /// The name and qualified name that were set on a generator (a tuple).
    pub(crate) fn generator_names(&mut self, generator: Local<'f>) -> Option<Local<'f>> {
        let raw = self.raw(generator);
        // SAFETY: the generator is rooted and its kind checked.
        unsafe {
            if !is_kind(raw, Kind::Generator) {
                return None;
            }
            let names = (*raw.ptr::<GeneratorObj>()).name;
            if is_kind(names, Kind::Tuple) {
                Some(self.root(names))
            } else {
                None
            }
        }
    }

    /// Sets both names of a generator.
    pub(crate) fn set_generator_names(&mut self, generator: Local<'f>, names: Local<'f>) {
        let (raw, names) = (self.raw(generator), self.raw(names));
        // SAFETY: both are rooted and the kinds checked.
        unsafe {
            if is_kind(raw, Kind::Generator) && is_kind(names, Kind::Tuple) {
                (*raw.ptr::<GeneratorObj>()).name = names;
                (*self.vm()).heap.barrier(raw.ptr::<Header>(), names);
            }
        }
    }

    /// A module of this name with this namespace.
    pub(crate) fn new_module(&mut self, name: Local<'f>, namespace: Local<'f>) -> Res<'f> {
        if !self.is(namespace, Kind::Dict) {
            return Ok(Local::NONE);
        }
        let (name, namespace) = (self.raw(name), self.raw(namespace));
        // SAFETY: both are rooted and of the right kinds.
        self.alloc(|heap| unsafe { ModuleObj::new(heap, name, namespace.ptr()).map(Raw::from_ptr) })
    }

    /// A module without a name, of the built-in class or one that derives from it.
    pub(crate) fn new_module_of(&mut self, class: Local<'f>, namespace: Local<'f>) -> Res<'f> {
        let module = self.new_module(Local::NONE, namespace)?;
        let (class, raw) = (self.raw(class), self.raw(module));
        // SAFETY: both are rooted and their kinds checked.
        unsafe {
            if is_kind(class, Kind::Type)
                && is_kind(raw, Kind::Module)
                && (*class.ptr::<TypeObj>()).solid == ClassId::Module
            {
                let (header, ty) = (raw.ptr::<Header>(), class.ptr::<TypeObj>());
                (*header).class = (*ty).id;
                let heap = &mut (*self.vm()).heap;
                heap.barrier(header, class);
                if (*ty).flags & TypeFlags::DEL != 0 {
                    self.alloc_unit(|heap| heap.watch(header))?;
                }
            }
        }
        Ok(module)
    }

    /// Gives a module its name, which messages and natives know it by.
    pub(crate) fn name_module(&mut self, module: Local<'f>, name: Local<'f>) {
        let (raw, name) = (self.raw(module), self.raw(name));
        // SAFETY: both are rooted and their kinds checked.
        unsafe {
            if is_kind(raw, Kind::Module) && is_kind(name, Kind::Str) {
                (*raw.ptr::<ModuleObj>()).name = name;
                (*self.vm()).heap.barrier(raw.ptr::<Header>(), name);
            }
        }
    }
}
