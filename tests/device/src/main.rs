//! The firmware that runs programs of the corpus: one boot of the board, one program.
//!
//! What a host would give comes through semihosting: the command line (the program's path and its
//! arguments, each with `%XX` for what is no plain character), files, both output streams, the
//! exit code. `cargo xtask qemu` builds it, and `tests/src/bin/device.rs` starts it for each
//! program. Nothing else stands between the corpus and the crates that a device uses.
//!
//! A first word `device=65536` asks for a VM of so many bytes and without the library, as a small
//! board would carry it, with a function `board.instructions`.
#![no_std]
#![no_main]

extern crate alloc;

mod board;
mod files;

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use cortex_m_rt::entry;
use miniscript_core::syntax::{Mode, Origin};
use miniscript_core::{Blame, Config, Fault, Limits, Vm};
use miniscript_ext::Module;
use miniscript_stdlib::Settings;
use semihosting::process::exit;

use crate::board::{Line, Ticks, Wait};
use crate::files::Folder;

/// What of the 13 MiB is the script's; the rest is for stacks and the collector.
const MEMORY: usize = 9 << 20;
/// Programs of the corpus go deep on purpose, deeper than a device's scripts would.
const MAIN_STACK: usize = 1 << 20;
const TASK_STACK: usize = 48 << 10;

/// What is called at the end, of modules that were loaded.
const AT_EXIT: [(&str, &str); 2] = [("threading", "_shutdown"), ("atexit", "_run_exitfuncs")];

#[entry]
fn main() -> ! {
    board::start();
    let words = board::arguments();
    let Some(path) = words.get(1) else {
        board::error(b"device: no program\n");
        exit(2)
    };
    let small = words.first().and_then(|name| name.split_once('='));
    let made = match small.map(|(_, bytes)| bytes.parse()) {
        Some(Ok(bytes)) => bare(bytes),
        Some(Err(_)) => Err(String::from("device: no number of bytes\n")),
        None => machine(path, &words),
    };
    let code = match made {
        Ok(mut vm) => {
            let code = program(&mut vm, path);
            finish(&mut vm, code)
        }
        Err(text) => {
            board::error(text.as_bytes());
            1
        }
    };
    exit(code)
}

/// What a small board would carry.
fn bare(memory: usize) -> Result<Vm, String> {
    let mut vm = Vm::new(Config {
        limits: Limits {
            memory,
            ..Limits::default()
        },
        output: Some(Box::new(Line)),
        ..Config::default()
    })
    .map_err(|_| String::from("device: no memory for a VM\n"))?;
    board::count();
    let board = Module::new("board").function("instructions", board::instructions);
    vm.register(board.into())
        .map_err(|error| format!("{error}\n"))?;
    Ok(vm)
}

fn machine(path: &str, words: &[String]) -> Result<Vm, String> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut vm = Vm::new(Config {
        limits: Limits {
            memory: MEMORY,
            main_stack: MAIN_STACK,
            task_stack: TASK_STACK,
            native_stacks: 64,
            ..Limits::default()
        },
        output: Some(Box::new(Line)),
        clock: Some(Box::new(Ticks)),
        reactor: Some(Box::new(Wait)),
        modules: Some(Box::new(Folder::new(folder))),
        ..Config::default()
    })
    .map_err(|_| String::from("device: no memory for a VM\n"))?;
    let settings = Settings {
        argv: words
            .iter()
            .skip(1)
            .map(|word| word.clone().into_bytes())
            .collect(),
        path: [String::from(folder)].into(),
        stderr: Some(alloc::sync::Arc::new(board::error)),
        entropy: Some(alloc::sync::Arc::new(board::noise)),
        ..Settings::default()
    };
    vm.set_warnings(Box::new(board::error));
    miniscript_stdlib::install(&mut vm, &settings);
    vm.enter(|cx| {
        let module = cx.import("_sitebuiltins")?;
        let names = cx.builtins();
        let install = cx.attribute(module, "install")?;
        cx.call(install, &[names]).map(|_| ())
    })
    .map_err(|fault| format!("{fault}\n"))?;
    Ok(vm)
}

fn program(vm: &mut Vm, path: &str) -> i32 {
    let Some(text) = files::read(path) else {
        board::error(format!("device: cannot read {path}\n").as_bytes());
        return 2;
    };
    let outcome = run(vm, path, &text);
    // Output comes before the error.
    let _ = vm.enter(|cx| cx.flush_output());
    outcome.map_or_else(|fault| report(&fault), |()| 0)
}

fn run(vm: &mut Vm, path: &str, text: &[u8]) -> Result<(), Fault> {
    let chunk = vm.compile_from(text, path, Mode::Module, Origin::File)?;
    let task = vm.spawn_chunk(&chunk, "__main__", Some(path), true)?;
    vm.finish_program(task)?;
    Ok(())
}

/// Says why the program has ended, as the executable does.
fn report(fault: &Fault) -> i32 {
    let text: Vec<u8> = match fault.blame() {
        Blame::Script | Blame::Interrupt | Blame::Exit => format!("{}", fault.explained()),
        _ => format!("miniscript: {fault}\n"),
    }
    .into_bytes();
    board::error(&text);
    match fault.blame() {
        Blame::Exit => fault.exit_code().unwrap_or(1) & 0xFF,
        _ => 1,
    }
}

fn finish(vm: &mut Vm, code: i32) -> i32 {
    let ended = vm.enter(|cx| {
        for (module, function) in AT_EXIT {
            let modules = cx.modules();
            if let Some(module) = cx.dict_get_str(modules, module)? {
                cx.call_method(module, function, &[])?;
            }
        }
        cx.finalize_all()
    });
    if let Err(fault) = ended {
        report(&fault);
    }
    let _ = vm.enter(|cx| cx.flush_output());
    code
}
