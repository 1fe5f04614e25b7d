//! Runs one Python file.
use miniscript_core::{Config, Output, Vm};
struct Out;
impl embedded_io::ErrorType for Out {
    type Error = embedded_io::ErrorKind;
}
impl embedded_io::Write for Out {
    fn write(&mut self, buf: &[u8]) -> Result<usize, Self::Error> {
        use std::io::Write;
        std::io::stdout().write_all(buf).unwrap();
        Ok(buf.len())
    }
    fn flush(&mut self) -> Result<(), Self::Error> {
        Ok(())
    }
}
fn main() {
    let file = std::env::args().nth(1).unwrap();
    let source = std::fs::read(&file).unwrap();
    let out: Box<Output> = Box::new(Out);
    let mut vm = Vm::new(Config {
        output: Some(out),
        ..Config::default()
    })
    .unwrap();
    if std::env::var("STRESS").is_ok() {
        vm.set_stress(true);
    }
    let r = vm
        .compile(&source, &file, miniscript_core::syntax::Mode::Module)
        .and_then(|c| vm.spawn_chunk(&c, "__main__", Some(&file), true))
        .and_then(|t| vm.finish(t));
    if let Err(e) = r {
        eprint!("{}", e.traceback());
        eprintln!("[{e}]");
    }
}
