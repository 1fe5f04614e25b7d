//! Source text and code objects at run time: what `compile`, `exec` and `eval` stand on.

use super::super::{Context, Local, Res};
use crate::object::*;
use crate::syntax::{Mode, Origin};
use crate::value::Raw;
use crate::vm::import::{self, Unit};
use crate::vm::{call, link};

impl<'f> Context<'f> {
    /// Compiles a text to a code object that runs with any globals and locals; the text
    /// says itself whether it was bytes.
    pub(crate) fn compile_code(
        &mut self,
        (source, bytes): (&[u8], bool),
        filename: &str,
        mode: Mode,
        optimized: bool,
        text_annotations: bool,
    ) -> Res<'f> {
        let unit = Unit {
            namespace: true,
            optimized,
            bytes,
            text_annotations,
        };
        let chunk = import::compile_unit(self, source, filename, mode, Origin::Text, unit)?;
        let vm = self.vm();
        // SAFETY: raw layer; `alloc` roots the code.
        self.alloc(|_| unsafe { link::link(vm, &chunk, 0).map(Raw::from_ptr) })
    }

    /// Runs a code object; `closure` has a cell for each of its free variables.
    pub(crate) fn run_code(
        &mut self,
        code: Local<'f>,
        globals: Local<'f>,
        locals: Local<'f>,
        closure: Option<Local<'f>>,
    ) -> Res<'f> {
        // The dict in an instance of a class that derives from dict.
        let names = (!self.same(globals, locals)).then_some(locals);
        let globals = self.plain(globals);
        let function = self.new_function(code, globals, closure)?;
        if !self.is(function, Kind::Function) {
            return Ok(Local::NONE);
        }
        let raw = self.raw(function);
        // SAFETY: the function is rooted, as are the names.
        unsafe {
            let function_ptr: *mut FuncObj = raw.ptr();
            if (*function_ptr).builtins != Raw::from_ptr((*self.vm()).builtins) {
                // Code that has run with these globals may know where the VM's own
                // built-in names are.
                DictObj::forget_layout((*function_ptr).globals);
            }
            call::in_namespace(self, function, names)
        }
    }

    /// Whether two code objects do the same, as CPython compares them.
    pub(crate) fn same_code(&self, a: Local<'f>, b: Local<'f>) -> bool {
        let (a, b) = (self.raw(a), self.raw(b));
        // SAFETY: both are rooted and their kinds checked; code keeps its chunk.
        unsafe {
            if !is_kind(a, Kind::Code) || !is_kind(b, Kind::Code) {
                return false;
            }
            let (a, b): (*mut CodeObj, *mut CodeObj) = (a.ptr(), b.ptr());
            let (mine, theirs) = (CodeObj::chunk(a), CodeObj::chunk(b));
            mine.same_function(&*(*a).proto, &theirs, &*(*b).proto)
        }
    }

    /// The hash of a code object: equal for those that are the same.
    pub(crate) fn code_hash(&self, code: Local<'f>) -> u64 {
        let Some(proto) = self.code_proto(code) else {
            return 0;
        };
        let mut hash = 0xCBF2_9CE4_8422_2325_u64;
        let mut add = |word: u64| hash = (hash ^ word).wrapping_mul(0x0100_0000_01B3);
        proto.name.bytes().for_each(|byte| add(u64::from(byte)));
        add(u64::from(proto.first_line));
        add(u64::from(proto.args));
        add(proto.code.len() as u64);
        add(proto.consts.len() as u64);
        for name in &proto.reg_names {
            name.bytes().for_each(|byte| add(u64::from(byte)));
        }
        hash
    }
}
