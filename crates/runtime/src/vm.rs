//! The virtual machine of an embedder.

use crate::plugins::Plugins;
use crate::{Builder, CallArgs, Code, Compiled, Error, Function, Inputs};
use miniscript_core::compile::Chunk;
use miniscript_core::syntax::{Mode, Origin};
use miniscript_core::{
    Budget, Context, Exception, Fault, InterruptHandle, Local, Program, Refusal, Res, Root, Task,
};
use miniscript_ext::{FromArg, Mismatch};
use std::path::PathBuf;
use std::sync::Arc;
use std::task::Waker;

/// A virtual machine with the host behind it.
pub struct Vm {
    core: miniscript_core::Vm,
    waker: Waker,
    plugins: Plugins,
    folders: Vec<PathBuf>,
}

/// A task started by [`Vm::spawn`].
#[derive(Debug)]
pub struct Handle {
    task: Task,
}

/// The module that sources given to a [`Vm`] run in.
const MAIN: &str = "__main__";

/// What is called at the end, of modules that were loaded.
const AT_EXIT: [(&str, &str); 3] = [
    ("threading", "_shutdown"),
    ("atexit", "_run_exitfuncs"),
    ("_io_files", "_clean"),
];

impl Vm {
    /// Options first.
    pub fn builder() -> Builder {
        Builder::default()
    }

    pub(crate) fn wrap(
        core: miniscript_core::Vm,
        waker: Waker,
        plugins: Plugins,
        folders: Vec<PathBuf>,
    ) -> Vm {
        Vm {
            core,
            waker,
            plugins,
            folders,
        }
    }

    /// The VM's loader.
    pub(crate) fn plugins(&self) -> &Plugins {
        &self.plugins
    }

    /// Folders that modules are imported from.
    pub fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// The core's VM, for what is not offered here.
    pub fn core_mut(&mut self) -> &mut miniscript_core::Vm {
        &mut self.core
    }

    /// Registers an extension module.
    ///
    /// # Errors
    /// The limit or the name that stands in the way.
    pub fn register(&mut self, module: impl Into<miniscript_core::Module>) -> Result<(), Refusal> {
        self.core.register(module.into())
    }

    /// Runs source text in the module `__main__`, to its end.
    ///
    /// # Errors
    /// What the script raised; `filename` stands in its traceback.
    pub fn run_source(&mut self, source: impl AsRef<[u8]>, filename: &str) -> Result<(), Error> {
        self.in_main(source.as_ref(), filename, Mode::Module)
            .map(|_| ())
    }

    /// Runs one input of a REPL: what its expressions give is printed.
    ///
    /// # Errors
    /// As [`Vm::run_source`].
    pub fn run_interactive(
        &mut self,
        source: impl AsRef<[u8]>,
        filename: &str,
    ) -> Result<(), Error> {
        self.in_main(source.as_ref(), filename, Mode::Single)
            .map(|_| ())
    }

    fn in_main(&mut self, source: &[u8], filename: &str, mode: Mode) -> Result<Root, Error> {
        let chunk = self.core.compile(source, filename, mode)?;
        self.in_main_chunk(&chunk)
    }

    fn in_main_chunk(&mut self, chunk: &Arc<Chunk>) -> Result<Root, Error> {
        self.evaluate(chunk, ())
    }

    fn evaluate(&mut self, chunk: &Arc<Chunk>, inputs: impl Inputs) -> Result<Root, Error> {
        self.ensure_main()?;
        self.core.enter(|cx| {
            let main = cx.import(MAIN)?;
            let namespace = cx.module_dict(main);
            inputs.store(cx, namespace)
        })?;
        let task = self.core.spawn_in(chunk, MAIN, true)?;
        Ok(self.core.finish(task)?)
    }

    /// Compiles source text without running it; `filename` stands in tracebacks.
    ///
    /// # Errors
    /// A SyntaxError.
    pub fn compile(&mut self, source: impl AsRef<[u8]>, filename: &str) -> Result<Compiled, Error> {
        let origin = origin_of(filename);
        let chunk = self
            .core
            .compile_from(source.as_ref(), filename, Mode::Value, origin)?;
        Ok(Compiled { chunk })
    }

    /// Compiles what is no file's.
    pub(crate) fn compile_text(&mut self, source: &str) -> Result<Compiled, Error> {
        let chunk = self
            .core
            .compile(source.as_bytes(), "<eval>", Mode::Value)?;
        Ok(Compiled { chunk })
    }

    /// Runs a compiled program in the module `__main__`, as [`Vm::run_source`] runs text.
    ///
    /// # Errors
    /// What the program raised.
    pub fn run_compiled(&mut self, program: &Compiled) -> Result<(), Error> {
        self.in_main_chunk(&program.chunk).map(|_| ())
    }

    /// Runs a compiled file as the main program, as [`Vm::run_main`] runs text. What the image
    /// takes is bounded by the VM's memory limit.
    ///
    /// # Errors
    /// What the program raised; [`Error::Image`].
    pub fn run_main_image(&mut self, image: &[u8], filename: &str) -> Result<(), Error> {
        let chunk = self.core.load(image)?;
        let source = crate::host::source_name(filename.as_ref(), chunk.filename());
        let chunk = Arc::new(chunk.with_filename(source));
        self.run_chunk(&chunk, filename, "")
    }

    fn ensure_main(&mut self) -> Result<(), Fault> {
        let there = self.core.enter(|cx| cx.has_module(MAIN))?;
        if there {
            Ok(())
        } else {
            self.core.make_module(MAIN)
        }
    }

    /// Runs a file's text as the main program. A name in angle brackets (`<stdin>`)
    /// is no file's: the program has no `__file__`.
    ///
    /// # Errors
    /// What the script raised.
    pub fn run_main(&mut self, source: &[u8], filename: &str) -> Result<(), Error> {
        self.run_text(source, filename, "", origin_of(filename))
    }

    fn run_text(
        &mut self,
        source: &[u8],
        filename: &str,
        package: &str,
        origin: Origin,
    ) -> Result<(), Error> {
        let chunk = self
            .core
            .compile_from(source, filename, Mode::Module, origin)?;
        self.run_chunk(&chunk, filename, package)
    }

    fn run_chunk(
        &mut self,
        chunk: &Arc<Chunk>,
        filename: &str,
        package: &str,
    ) -> Result<(), Error> {
        let file = Some(filename).filter(|name| !name.starts_with('<'));
        let task = self.core.spawn_chunk(chunk, MAIN, file, true)?;
        if !package.is_empty() {
            self.core.enter(|cx| {
                let modules = cx.modules();
                let Some(module) = cx.dict_get_str(modules, MAIN)? else {
                    return Ok(());
                };
                let dict = cx.module_dict(module);
                let package = cx.str(package)?;
                cx.dict_set_str(dict, "__package__", package)
            })?;
        }
        self.core.finish_program(task)?;
        Ok(())
    }

    /// Ends the program: the functions of `atexit` are called, files are written out, the
    /// `__del__` methods and the rest of the generators that are
    /// still there run.
    ///
    /// # Errors
    /// The end of the task, where a limit ends it; what the code raises is a warning.
    pub fn finalize(&mut self) -> Result<(), Error> {
        Ok(self.core.enter(|cx| {
            for (module, function) in AT_EXIT {
                let modules = cx.modules();
                if let Some(module) = cx.dict_get_str(modules, module)? {
                    cx.call_method(module, function, &[])?;
                }
            }
            cx.finalize_all()
        })?)
    }

    /// Runs a module or a package's `__main__` as the main program; `sys.argv` gets its
    /// file's name.
    ///
    /// # Errors
    /// What it raised; [`Error::NoProgram`] where there is no such module.
    pub fn run_module(&mut self, name: &str) -> Result<(), Error> {
        match self.core.enter(|cx| cx.find_program(name))? {
            Program::Missing(text) => Err(Error::NoProgram(text)),
            Program::Source {
                text,
                filename,
                package,
            } => {
                self.core.enter(|cx| set_program(cx, &filename))?;
                self.run_text(&text, &filename, &package, Origin::Module)
            }
            Program::Compiled {
                chunk,
                filename,
                package,
            } => {
                self.core.enter(|cx| set_program(cx, &filename))?;
                self.run_chunk(&chunk, &filename, &package)
            }
        }
    }

    /// Runs a program with `inputs` as names of `__main__`: the value of its last statement,
    /// converted, if that is an expression, and None's otherwise.
    ///
    /// ```
    /// use miniscript_runtime::Vm;
    ///
    /// let mut vm = Vm::builder().build()?;
    /// assert_eq!(vm.eval::<i64>("6 * 7", ())?, 42);
    ///
    /// // What is run often is compiled once, for any number of VMs.
    /// let bill = vm.compile("net = price * pieces\nnet * 1.25", "bill.py")?;
    /// let due: f64 = vm.eval(&bill, (("price", 9.6), ("pieces", 5)))?;
    /// assert_eq!(due, 60.0);
    /// # Ok::<(), miniscript_runtime::Error>(())
    /// ```
    ///
    /// # Errors
    /// What the program raised; a TypeError where the value is not an `R`.
    pub fn eval<R>(&mut self, program: impl Code, inputs: impl Inputs) -> Result<R, Error>
    where
        R: for<'f> FromArg<Out<'f> = R>,
    {
        let root = self.eval_root(program, inputs)?;
        self.convert(&root)
    }

    /// As [`Vm::eval`]; the value is kept as a root.
    ///
    /// # Errors
    /// What the program raised.
    pub fn eval_root(&mut self, program: impl Code, inputs: impl Inputs) -> Result<Root, Error> {
        let program = program.compile_in(self)?;
        self.evaluate(&program.chunk, inputs)
    }

    /// Calls a function of the module `__main__` by its name.
    ///
    /// # Errors
    /// What the function raised; a TypeError where its result is not an `R`.
    pub fn call<R>(&mut self, name: &str, args: impl CallArgs) -> Result<R, Error>
    where
        R: for<'f> FromArg<Out<'f> = R>,
    {
        let function = self.find(name)?;
        self.call_root(&function, args)
    }

    /// Looks up a function of the module `__main__`, or another callable, to be called often.
    ///
    /// ```
    /// use miniscript_runtime::Vm;
    ///
    /// let mut vm = Vm::builder().build()?;
    /// vm.run_source("def area(side, unit): return float(side * side)", "shapes.py")?;
    /// let area = vm.function::<(i64, &str), f64>("area")?;
    /// assert_eq!(area.call(&mut vm, (3, "m"))?, 9.0);
    /// # Ok::<(), miniscript_runtime::Error>(())
    /// ```
    ///
    /// # Errors
    /// An AttributeError where there is no such name, a TypeError where it cannot be called.
    pub fn function<A, R>(&mut self, name: &str) -> Result<Function<A, R>, Error>
    where
        A: CallArgs,
        R: for<'f> FromArg<Out<'f> = R>,
    {
        let root = self.find(name)?;
        self.core.enter(|cx| {
            let value = cx.load(&root).unwrap_or(Local::NONE);
            if cx.is_callable(value) {
                return Ok(());
            }
            let found = cx.type_name(value);
            Err(cx.raise_kind(
                Exception::TypeError,
                format_args!("'{name}' is no function: '{found}' object is not callable"),
            ))
        })?;
        Ok(Function::new(root))
    }

    /// What a name in `__main__` stands for.
    fn find(&mut self, name: &str) -> Result<Root, Error> {
        self.ensure_main()?;
        Ok(self.core.enter(|cx| {
            let value = cx.module_value(MAIN, name)?;
            cx.keep(value)
        })?)
    }

    pub(crate) fn call_root<R>(&mut self, function: &Root, args: impl CallArgs) -> Result<R, Error>
    where
        R: for<'f> FromArg<Out<'f> = R>,
    {
        let args = self.core.enter(|cx| args.into_roots(cx))?;
        let args: Vec<&Root> = args.iter().collect();
        let task = self.core.spawn(function, &args)?;
        let result = self.core.finish(task)?;
        self.convert(&result)
    }

    fn convert<R>(&mut self, root: &Root) -> Result<R, Error>
    where
        R: for<'f> FromArg<Out<'f> = R>,
    {
        Ok(self.core.enter(|cx| {
            let value = cx.load(root).unwrap_or(Local::NONE);
            match R::from_local(cx, value) {
                Ok(value) => Ok(value),
                Err(Mismatch::Raised(error)) => Err(error),
                Err(Mismatch::Expected(expected)) => {
                    let found = cx.type_name(value);
                    Err(cx.raise_kind(
                        Exception::TypeError,
                        format_args!("the host expects {expected}, not {found}"),
                    ))
                }
            }
        })?)
    }

    /// Starts a task that calls a function.
    ///
    /// # Errors
    /// A root of another VM, or no memory.
    pub fn spawn(&mut self, function: &Root, args: &[&Root]) -> Result<Handle, Error> {
        Ok(Handle {
            task: self.core.spawn(function, args)?,
        })
    }

    /// Runs tasks until none is left that could run.
    ///
    /// # Errors
    /// When the VM has panicked.
    pub fn run(&mut self) -> Result<(), Error> {
        Ok(self.core.run()?)
    }

    /// Runs tasks until this one has ended: its result.
    ///
    /// # Errors
    /// What the task raised.
    pub fn finish(&mut self, handle: Handle) -> Result<Root, Error> {
        Ok(self.core.finish(handle.task)?)
    }

    /// The result of a task that has ended, once.
    ///
    /// # Errors
    /// What the task raised.
    pub fn result(&mut self, handle: &Handle) -> Result<Option<Root>, Error> {
        Ok(self.core.result(&handle.task)?)
    }

    /// Asks a task to end: its wait raises CancelledError.
    pub fn cancel(&mut self, handle: &Handle) -> bool {
        self.core.cancel(&handle.task)
    }

    /// Uses the VM from outside of its tasks.
    ///
    /// # Errors
    /// What `body` raises.
    pub fn enter<R>(
        &mut self,
        body: impl for<'f> FnOnce(&mut Context<'f>) -> Res<'f, R>,
    ) -> Result<R, Error> {
        Ok(self.core.enter(body)?)
    }

    /// What is left of fuel, time and output.
    pub fn budget(&mut self) -> Budget {
        self.core.budget()
    }

    /// Sets what is left of fuel, time and output. A script that one of them has ended is over;
    /// the VM can be used again.
    ///
    /// ```
    /// use miniscript_runtime::{Budget, Error, Limit, Limits, Vm};
    ///
    /// let limits = Limits { fuel: Some(100_000), ..Limits::default() };
    /// let mut vm = Vm::builder().limits(limits.clone()).build()?;
    /// match vm.run_source("while True: pass", "endless.py") {
    ///     Err(Error::Fault(fault)) => assert_eq!(fault.limit(), Some(Limit::Fuel)),
    ///     other => panic!("{other:?}"),
    /// }
    /// vm.refill(Budget::from(&limits));
    /// assert_eq!(vm.eval::<i64>("6 * 7", ())?, 42);
    /// # Ok::<(), Error>(())
    /// ```
    pub fn refill(&mut self, budget: Budget) {
        self.core.refill(budget);
    }

    /// Interrupts the VM from other threads and from signal handlers.
    pub fn interrupt_handle(&self) -> InterruptHandle {
        self.core.interrupt_handle()
    }

    /// Ends the sleep of a VM that waits for events.
    pub fn waker(&self) -> Waker {
        self.waker.clone()
    }

    /// Writes out what `print` has kept back.
    ///
    /// # Errors
    /// An OSError where the output refuses; it may have kept back what it refused.
    pub fn flush(&mut self) -> Result<(), Error> {
        Ok(self.core.enter(|cx| cx.flush_output())?)
    }
}

/// What is given as a string is no file.
fn origin_of(filename: &str) -> Origin {
    if filename == "<string>" {
        Origin::Text
    } else {
        Origin::File
    }
}

/// Makes the file's name the first word of `sys.argv`, if there is a `sys`.
fn set_program<'f>(cx: &mut Context<'f>, filename: &str) -> Res<'f, ()> {
    let Ok(sys) = cx.import("sys") else {
        return Ok(());
    };
    let Some(argv) = cx.find_attribute(sys, "argv")? else {
        return Ok(());
    };
    let name = cx.str(filename)?;
    let words = cx.list(&[name])?;
    for at in 1..cx.seq_len(argv) {
        if let Some(word) = cx.seq_get(argv, at) {
            cx.list_push(words, word)?;
        }
    }
    cx.set_attribute(sys, "argv", words)
}
