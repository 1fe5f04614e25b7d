//! A Joy with everything it writes kept: what the tests of this crate are made of.
#![allow(dead_code, reason = "each test uses a part of it")]

use embedded_io::{ErrorKind, ErrorType, Write};
use miniscript_core::{Config, Context, Limits, Local, Res, Vm};
use miniscript_joy::{Ended, Host, Joy};
use std::sync::{Arc, Mutex};

/// Bytes that several owners write to.
#[derive(Clone, Default)]
pub(crate) struct Bytes(pub(crate) Arc<Mutex<Vec<u8>>>);

impl Bytes {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }

    pub(crate) fn push(&self, bytes: &[u8]) {
        self.0.lock().unwrap().extend_from_slice(bytes);
    }

    pub(crate) fn take(&self) -> String {
        let bytes = std::mem::take(&mut *self.0.lock().unwrap());
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl ErrorType for Bytes {
    type Error = ErrorKind;
}

impl Write for Bytes {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, ErrorKind> {
        self.push(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), ErrorKind> {
        Ok(())
    }
}

/// What a plugin's loader does, in a test.
pub(crate) type Load = fn(&mut Context<'_>, &str) -> Result<(), String>;

pub(crate) struct TestHost {
    pub(crate) errors: Bytes,
    pub(crate) load: Option<Load>,
    pub(crate) files: Vec<(&'static str, &'static str)>,
    /// It has not told its words yet.
    pub(crate) fresh: bool,
}

impl Host for TestHost {
    fn error(&mut self, text: &[u8]) {
        self.errors.push(text);
    }

    fn load(&mut self, cx: &mut Context<'_>, path: &str) -> Result<(), String> {
        match self.load {
            Some(load) => load(cx, path).inspect(|()| self.fresh = true),
            None => Err(format!("plugin: cannot load '{path}': no such file")),
        }
    }

    fn words(&mut self) -> Vec<(String, u32)> {
        match std::mem::take(&mut self.fresh) {
            true => vec![(String::from("both?"), 1), (String::from("swap"), 2)],
            false => Vec::new(),
        }
    }

    fn word(&mut self, name: &str) -> Option<u32> {
        (name == "host.both?").then_some(1)
    }

    fn call<'f>(
        &mut self,
        cx: &mut Context<'f>,
        number: u32,
        stack: Local<'f>,
    ) -> Res<'f, Local<'f>> {
        let Some((top, _)) = cx.uncons(stack) else {
            return Err(cx.out_of_memory());
        };
        match number {
            1 => cx.cons(top, stack),
            _ => Ok(cx.nil()),
        }
    }

    fn source(&mut self, name: &str) -> Option<Vec<u8>> {
        let file = self.files.iter().find(|(file, _)| *file == name)?;
        Some(file.1.as_bytes().to_vec())
    }
}

/// A VM with a Joy in it.
pub(crate) struct Session {
    pub(crate) vm: Vm,
    pub(crate) joy: Joy,
    pub(crate) output: Bytes,
    pub(crate) errors: Bytes,
}

impl Session {
    pub(crate) fn new(limits: Limits) -> Session {
        Session::with(limits, None, Vec::new())
    }

    pub(crate) fn with(
        limits: Limits,
        load: Option<Load>,
        files: Vec<(&'static str, &'static str)>,
    ) -> Session {
        let (output, errors) = (Bytes::default(), Bytes::default());
        let mut vm = Vm::new(Config {
            limits,
            output: Some(Box::new(output.clone())),
            ..Config::default()
        })
        .expect("a VM");
        let host = TestHost {
            errors: errors.clone(),
            load,
            files,
            fresh: false,
        };
        let joy = vm
            .enter(|cx| Joy::new(cx, Box::new(host)))
            .expect("an interpreter");
        Session {
            vm,
            joy,
            output,
            errors,
        }
    }

    /// Runs a program and gives what it wrote to both sides.
    pub(crate) fn run(&mut self, source: &[u8]) -> (String, String) {
        let joy = &mut self.joy;
        let ended = self.vm.enter(|cx| joy.run(cx, source, "test"));
        assert!(matches!(ended, Ok(Ended::End | Ended::Quit)), "{ended:?}");
        (self.output.take(), self.errors.take())
    }
}

/// Runs a program in a VM of its own.
pub(crate) fn run(source: &str) -> (String, String) {
    Session::new(Limits::default()).run(source.as_bytes())
}
