//! Two tasks on one thread, both waiting for a slow answer at once.
//!
//! The argument is `HOST:PORT` of a server whose `/slow?ms=300` answers `late by 300 ms`, such as
//! the demo's.

use miniscript_runtime::{Error, Vm};

const SCRIPT: &str = r#"
import http

def fetch(name, url):
    answer = http.get(url)
    return f"{name}: {answer}"
"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = std::env::args()
        .nth(1)
        .ok_or("usage: two_tasks HOST:PORT")?;
    for line in fetch_both(&server)? {
        println!("{line}");
    }
    Ok(())
}

/// What the two tasks return.
fn fetch_both(server: &str) -> Result<[String; 2], Error> {
    let mut vm = Vm::builder().build()?;
    vm.run_source(SCRIPT, "two_tasks.py")?;
    let fetch = vm.eval_root("fetch", ())?;
    let url = vm.eval_root(&format!("'http://{server}/slow?ms=300'"), ())?;
    let first = vm.eval_root("'first'", ())?;
    let second = vm.eval_root("'second'", ())?;

    let tasks = [
        vm.spawn(&fetch, &[&first, &url])?,
        vm.spawn(&fetch, &[&second, &url])?,
    ];
    let mut lines = [String::new(), String::new()];
    for (task, line) in tasks.into_iter().zip(&mut lines) {
        let answer = vm.finish(task)?;
        *line = vm.enter(|cx| {
            let answer = cx.load(&answer);
            Ok(answer
                .and_then(|text| cx.as_str(text))
                .unwrap_or_default()
                .to_owned())
        })?;
    }
    Ok(lines)
}
