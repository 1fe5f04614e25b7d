//! An exception of C++ that leaves a plugin ends the process, by name.

use crate::compile::{self, Plugin};
use miniscript_core::{Config, Context, Local, Vm};
use miniscript_loader::{Caller, Loader};
use std::process::Command;

const SOURCE: &str = "#include <joy/plugin.h>\n\
    static void hurl(JoyEnv* env) { throw joy_stack_depth(env); }\n\
    static const JoyBuiltinDesc builtins[] = {\n\
        { \"hurl\", hurl, \"->\", nullptr }, { nullptr, nullptr, nullptr, nullptr } };\n\
    static const JoyPluginDesc d = { JOY_PLUGIN_API_VERSION, \"thrower\", \"1\", builtins };\n\
    const JoyPluginDesc* JOY_PLUGIN_ENTRY(void) { return &d; }\n";

const LIBRARY: &str = "MINISCRIPT_TEST_THROWER";

struct Empty;

impl<'f> Caller<'f> for Empty {
    fn depth(&self) -> usize {
        0
    }

    fn value(&mut self, _cx: &mut Context<'f>, _depth: usize) -> Local<'f> {
        Local::NONE
    }
}

/// Calls the function where the test below asks for it, in a process of its own.
#[test]
fn child() {
    let Some(library) = std::env::var_os(LIBRARY) else {
        return;
    };
    let plugin = Loader::default()
        .load_file(library.as_ref())
        .expect("it loads")
        .plugin;
    let mut vm = Vm::new(Config::default()).expect("there is memory");
    let outcome = vm.enter(|cx| {
        let word = plugin.word("hurl").expect("it has one");
        Ok(word.call(cx, &mut Empty).is_err())
    });
    panic!("the process goes on: {outcome:?}");
}

#[test]
fn the_plugin_is_named_before_the_process_ends() {
    let folder = compile::folder("exceptions");
    let plugin = Plugin {
        name: "thrower",
        source: SOURCE,
        options: &["-x", "c++", "-std=c++17", "-lstdc++"],
        include: compile::our_include(),
    };
    let Some(library) = compile::compile(&folder, &plugin) else {
        return;
    };
    let program = std::env::current_exe().expect("this program has a path");
    let output = Command::new(program)
        .args(["exceptions::child", "--exact", "--nocapture"])
        .env(LIBRARY, &library)
        .output()
        .expect("it starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(
        said.contains("plugin: an exception left 'hurl' of the plugin 'thrower'; catch it there"),
        "{said}"
    );
    assert!(!said.contains("the process goes on"), "{said}");
}
