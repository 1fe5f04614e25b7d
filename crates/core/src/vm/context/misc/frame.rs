//! Frames as natives see them: the caller's names, entries of tracebacks, source lines.

use super::super::{Context, Local, Res};
use super::frame_object::Variables;
use crate::compile::chunk::{Position, Proto};
use crate::object::*;
use crate::value::Raw;
use crate::vm::fiber::Frame;
use crate::vm::frames::Source;
use core::fmt::Write;

/// One entry of a traceback.
#[derive(Clone, Copy)]
pub(crate) struct Entry<'f> {
    pub(crate) filename: &'f str,
    pub(crate) proto: &'f Proto,
    /// None in stripped code.
    pub(crate) position: Option<Position>,
    /// The line where a script has said which.
    pub(crate) line: Option<i64>,
}

/// Where a line is shown from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place<'f> {
    pub(crate) filename: &'f str,
    pub(crate) line: u32,
    pub(crate) name: &'f str,
}

impl<'f> Entry<'f> {
    /// File, line and function.
    pub(crate) fn place(&self) -> Place<'f> {
        let own = self
            .position
            .map_or(self.proto.first_line, |position| position.line);
        let line = match self.line {
            Some(line) => u32::try_from(line).unwrap_or(0),
            None => own,
        };
        Place {
            filename: self.filename,
            line,
            name: &self.proto.name,
        }
    }
}

impl<'f> Context<'f> {
    /// The text of a source file, if the host knows it; what is no UTF-8 is replaced.
    ///
    /// # Errors
    /// MemoryError.
    pub fn source_text(&mut self, filename: &str) -> Res<'f, Option<Local<'f>>> {
        let mut text = self.text();
        // SAFETY: the host's text is copied before anything else runs.
        unsafe {
            let host = &mut (*self.vm()).host;
            let Some(bytes) = host.source_text(filename) else {
                return Ok(None);
            };
            for part in bytes.utf8_chunks() {
                text.push_str(part.valid());
                if !part.invalid().is_empty() {
                    text.push_char(0xFFFD);
                }
            }
        }
        self.finish(text).map(Some)
    }

    /// A line of a source file as a str without its end, if the host knows it.
    pub(crate) fn source_line(&mut self, filename: &str, line: u32) -> Res<'f, Option<Local<'f>>> {
        let mut text = self.text();
        // SAFETY: the host's text is copied before anything else runs.
        unsafe {
            let host = &mut (*self.vm()).host;
            let Some(mut bytes) = host.source_line(filename, line) else {
                return Ok(None);
            };
            if line == 1 {
                bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            }
            for part in bytes.utf8_chunks() {
                text.push_str(part.valid());
                if !part.invalid().is_empty() {
                    text.push_char(0xFFFD);
                }
            }
        }
        self.finish(text).map(Some)
    }

    /// The script frame that called the running native: its place on the call stack.
    fn caller_index(&self) -> Option<usize> {
        // SAFETY: the fiber is running; nothing is borrowed beyond this look.
        unsafe {
            (&(*self.fiber()).frames)
                .iter()
                .rposition(|frame| !frame.func.is_null())
        }
    }

    fn caller(&self) -> Option<Frame> {
        let at = self.caller_index()?;
        // SAFETY: as above; the frame is copied.
        unsafe { (&(*self.fiber()).frames).get(at).copied() }
    }

    /// The name of the first positional parameter of the script code that called the running
    /// native, if it has one, and whether it refers to a class around it.
    pub(crate) fn caller_first(&self) -> Option<(alloc::string::String, bool)> {
        let frame = self.caller()?;
        // SAFETY: the frame is on the stack, so its code is alive.
        unsafe {
            let proto = &*(*frame.code).proto;
            let first = proto.reg_names.first().filter(|_| proto.args > 0)?;
            let encloses = proto.free_names.iter().any(|name| &**name == "__class__");
            Some((alloc::string::String::from(&**first), encloses))
        }
    }

    /// Whether annotations are text in the script code that called the running native.
    pub(crate) fn caller_annotates_by_text(&self) -> bool {
        // SAFETY: the frame is on the stack, so its code is alive.
        self.caller().is_some_and(|frame| unsafe {
            (*(*frame.code).proto).flags & crate::compile::chunk::Proto::TEXT_ANNOTATIONS != 0
        })
    }

    /// The built-in names of the script code that called the running native.
    pub(crate) fn caller_builtins(&mut self) -> Option<Local<'f>> {
        let frame = self.caller()?;
        // SAFETY: the frame is on the stack, so its function is alive.
        unsafe { Some(self.root((*frame.func).builtins)) }
    }

    /// Shows a warning where warnings go, with the line that runs, as CPython's
    /// `warnings` shows it; `more` stands behind it.
    pub(crate) fn warn_here(
        &mut self,
        category: &str,
        message: core::fmt::Arguments<'_>,
        more: &str,
    ) -> Res<'f, ()> {
        let mut text = self.text();
        // SAFETY: the frame's code lives while the frame is on the stack.
        let place = self.caller().map(|frame| unsafe {
            let at = CodeObj::offset_of(frame.code, frame.pc).saturating_sub(1);
            let proto = &*(*frame.code).proto;
            let line = proto.positions.get(at).map_or(proto.first_line, |p| p.line);
            (CodeObj::chunk(frame.code), line)
        });
        let (filename, line) = match &place {
            Some((chunk, line)) => (&*chunk.filename, *line),
            None => ("sys", 1),
        };
        let _ = writeln!(text, "{filename}:{line}: {category}: {message}");
        if let Some(source) = self.source_line(filename, line)? {
            let source = self.as_str(source).unwrap_or_default();
            let _ = writeln!(text, "  {}", source.trim_matches([' ', '\t', '\x0C']));
        }
        text.push_str(more);
        // SAFETY: plain data of this VM.
        unsafe { (*self.vm()).host.warn(text.bytes()) };
        Ok(())
    }

    /// The global names of the script code that called the running native.
    pub(crate) fn caller_globals(&mut self) -> Option<Local<'f>> {
        let frame = self.caller()?;
        // SAFETY: the frame is on the stack, so its function is alive.
        unsafe { Some(self.root(Raw::from_ptr((*frame.func).globals))) }
    }

    /// The local names of the script code that called the running native: the
    /// namespace itself at module and class level, else a dict that the frame keeps, in
    /// which the variables are brought up to date.
    pub(crate) fn caller_locals(&mut self) -> Res<'f, Option<Local<'f>>> {
        let Some(frame) = self.caller() else {
            return Ok(None);
        };
        // SAFETY: the frame is on the stack, so its code is alive.
        unsafe {
            let code = self.root(Raw::from_ptr(frame.code));
            let func = self.root(Raw::from_ptr(frame.func));
            let names = self.root(FrameObj::names_of(frame.names));
            let at = self.caller_index().unwrap_or(0);
            let source = Source::Running(self.fiber(), at);
            let keep = |cx: &mut Context<'f>, dict: Local<'f>| {
                let raw = cx.raw(dict);
                let Some(frame) = (&mut (*cx.fiber()).frames).get_mut(at) else {
                    return;
                };
                if FrameObj::is(frame.names) {
                    let heap = &mut (*cx.vm()).heap;
                    FrameObj::set(heap, frame.names.ptr(), FrameObj::NAMES, raw);
                } else {
                    frame.names = raw;
                }
            };
            self.variables((code, func, names), Variables::Source(source), keep)
                .map(Some)
        }
    }

    /// The namespace of the module whose source has this name, else of `__main__`.
    pub(crate) fn module_of_file(&mut self, filename: &str) -> Res<'f, Option<Local<'f>>> {
        // SAFETY: the modules are a root of the VM.
        let modules = unsafe {
            let modules = (*self.vm()).modules;
            if modules.is_null() {
                return Ok(None);
            }
            self.root(Raw::from_ptr(modules))
        };
        let mut at = 0;
        while let Some((index, _, module)) = self.dict_next(modules, at) {
            self.charge(1)?;
            at = index + 1;
            if !self.is(module, Kind::Module) {
                continue;
            }
            let Some(namespace) = self.own_dict(module)? else {
                continue;
            };
            if let Some(file) = self.dict_get_str(namespace, "__file__")?
                && self.as_str(file) == Some(filename)
            {
                return Ok(Some(namespace));
            }
        }
        match self.dict_get_str(modules, "__main__")? {
            Some(module) if self.is(module, Kind::Module) => self.own_dict(module),
            _ => Ok(None),
        }
    }

    /// The namespace of built-in names.
    pub(crate) fn builtins_dict(&mut self) -> Option<Local<'f>> {
        // SAFETY: the namespace is a root of the VM.
        unsafe {
            let builtins = (*self.vm()).builtins;
            if builtins.is_null() {
                None
            } else {
                Some(self.root(Raw::from_ptr(builtins)))
            }
        }
    }
}
