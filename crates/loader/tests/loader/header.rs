//! The header that we ship is plain C99, C11 and C++ for every compiler that is here.

use crate::compile;
use std::io::Write;
use std::process::{Command, Stdio};

/// Included twice, with every name of it used.
const SOURCE: &str = r#"
#include <joy/plugin.h>
#include <joy/plugin.h>

static void all(JoyEnv* env)
{
    int64_t i = 0;
    double f = 0;
    int b = 0;
    const char* s = "";
    size_t len = 0;
    JoyType type = joy_peek_type(env, joy_stack_depth(env));
    JoyResult result = joy_pop_int(env, &i);
    if (result != JOY_OK) result = joy_pop_float(env, &f);
    if (result == JOY_ERROR) result = joy_pop_bool(env, &b);
    if (result == JOY_ERROR_TYPE) result = joy_pop_string(env, &s, &len);
    if (result == JOY_ERROR_UNDERFLOW) result = joy_pop_list_begin(env);
    while (joy_list_next(env)) joy_push_int(env, i);
    joy_list_end(env);
    joy_push_list_begin(env);
    joy_push_float(env, f);
    joy_push_list_item(env);
    joy_push_list_end(env);
    joy_push_bool(env, b);
    joy_push_string(env, s, len);
    if (type == JOY_TYPE_INTEGER || type == JOY_TYPE_FLOAT || type == JOY_TYPE_STRING)
        joy_error(env, "m", "n");
    if (type == JOY_TYPE_LIST || type == JOY_TYPE_BOOL || type == JOY_TYPE_DICT)
        joy_type_error(env, "t", "n");
}

static const JoyBuiltinDesc builtins[] = {
    { "all", all, "A -> B", "doc" },
    { NULL, NULL, NULL, NULL }
};
static const JoyPluginDesc description = { JOY_PLUGIN_API_VERSION, "all", "1", builtins };
const JoyPluginDesc* JOY_PLUGIN_ENTRY(void) { return &description; }
JoyPluginInitFn first_plugin(void);
JoyPluginInitFn first_plugin(void) { return JOY_PLUGIN_ENTRY; }
"#;

const C: &[&str] = &["c99", "c11", "c17"];
const CXX: &[&str] = &["c++11", "c++14", "c++17", "c++20"];

/// What the compiler says about the header in one language; `None`: there is no such compiler.
fn complaint(compiler: &str, language: &str, standard: &str) -> Option<String> {
    let mut words = compiler.split_whitespace();
    let mut child = Command::new(words.next()?)
        .args(words)
        .args(["-x", language, "-fsyntax-only"])
        .arg(format!("-std={standard}"))
        .args(["-Wall", "-Wextra", "-Werror", "-pedantic", "-Wshadow"])
        .args((language == "c").then_some("-Wstrict-prototypes"))
        .args((language == "c").then_some("-Wmissing-prototypes"))
        .arg("-I")
        .arg(compile::our_include())
        .arg("-")
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    let mut input = child.stdin.take()?;
    // A compiler that refuses its options does not read.
    let _ = input.write_all(SOURCE.as_bytes());
    drop(input);
    let output = child.wait_with_output().expect("the compiler ends");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if said.contains("cannot execute") {
        // A driver without the compiler of this language behind it.
        return None;
    }
    Some(match output.status.success() {
        true => String::new(),
        false => format!("exit {:?}: {said}", output.status.code()),
    })
}

#[test]
fn it_compiles_in_every_language_without_a_warning() {
    let own = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    if complaint(&own, "c", "c99").is_none() {
        compile::skip("the header's languages", &format!("no C compiler: {own}"));
        return;
    }
    // The machine's compiler, and those that are here besides; mingw sees the half for Windows.
    for compiler in [own.as_str(), "g++", "clang", "x86_64-w64-mingw32-gcc"] {
        for (language, standards) in [("c", C), ("c++", CXX)] {
            for standard in standards {
                if let Some(complaint) = complaint(compiler, language, standard) {
                    assert_eq!(complaint, "", "{compiler} -std={standard}");
                }
            }
        }
    }
}
