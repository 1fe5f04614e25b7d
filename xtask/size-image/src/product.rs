//! The product as a device uses it: a VM with the standard modules, the HTTP client and Joy, and
//! two programs whose text arrives at run time.

use alloc::boxed::Box;
use alloc::string::ToString;

use miniscript_core::syntax::Mode;
use miniscript_core::{Config, Fault, Limits, OutOfMemory, Refusal, Vm};
use miniscript_http::driver::sim::SimNet;
use miniscript_http::{Http, Limits as HttpLimits};
use miniscript_joy::Joy;
use miniscript_stdlib::Settings;

use crate::board::{Line, Messages, Network, Ticks, fetching, write};

/// Why nothing came of it.
pub(crate) enum Failed {
    /// No VM.
    Memory,
    /// A module that was not registered.
    Refused,
    /// The script's own error; it has been shown.
    Script,
}

/// Runs both programs in one VM, and what tasks they leave behind to their ends.
pub(crate) fn run(python: &str, joy: &str) -> Result<(), Failed> {
    let http = Http::new(SimNet::new().driver(), HttpLimits::DEFAULT);
    let mut vm = Vm::new(Config {
        limits: Limits::default(),
        output: Some(Box::new(Line)),
        clock: Some(Box::new(Ticks::new(&http))),
        reactor: Some(Box::new(Network::new(&http))),
        waker: http.waker(),
        ..Config::default()
    })?;
    miniscript_stdlib::install(&mut vm, &Settings::default());
    vm.register(fetching(&http))?;

    let chunk = vm.compile(python.as_bytes(), "main.py", Mode::Module)?;
    let task = vm.spawn_chunk(&chunk, "__main__", Some("main.py"), true)?;
    vm.finish(task)?;
    vm.run()?;

    let mut interpreter = vm.enter(|cx| Joy::new(cx, Box::new(Messages)))?;
    vm.enter(|cx| interpreter.run(cx, joy.as_bytes(), "main.joy"))?;
    vm.run()?;
    let _ = vm.enter(|cx| cx.flush_output());
    Ok(())
}

impl From<OutOfMemory> for Failed {
    fn from(_: OutOfMemory) -> Failed {
        Failed::Memory
    }
}

impl From<Refusal> for Failed {
    fn from(refusal: Refusal) -> Failed {
        show(&refusal.to_string());
        Failed::Refused
    }
}

impl From<Fault> for Failed {
    fn from(fault: Fault) -> Failed {
        show(&fault.to_string());
        Failed::Script
    }
}

fn show(message: &str) {
    write(message.as_bytes());
}
