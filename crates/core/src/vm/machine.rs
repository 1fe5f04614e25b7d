//! The VM as an embedder holds it.

use crate::compile::Chunk;
use crate::compile::image::ImageError;
use crate::heap::{OutOfMemory, Pace, Stats};
use crate::limits::Limits;
use crate::registry::{Frozen, Maker, Module, Refusal};
use crate::syntax::{Mode, Origin};
use crate::task::{Ended, NoTask, Scheduler, TaskId};
use crate::value::Raw;
use crate::vm::boot::{self, Setup};
use crate::vm::context::{Context, Error, Local, Res};
use crate::vm::fault::Fault;
use crate::vm::host::{Clock, Host, Input, ModuleSource, Output, Reactor, Warnings};
use crate::vm::roots::Root;
use crate::vm::safepoint::{InterruptHandle, Running};
use crate::vm::state::State;
use crate::vm::system::System;
use crate::vm::{collect, import};
use alloc::boxed::Box;
use alloc::sync::Arc;
use core::marker::PhantomData;
use core::task::Waker;

/// What a VM is made from; every part has a default that needs no host.
pub struct Config {
    /// What the VM may use.
    pub limits: Limits,
    /// Where `print` writes; nothing is written without one.
    pub output: Option<Box<Output>>,
    /// Time; it stands still without one.
    pub clock: Option<Box<dyn Clock>>,
    /// Sleeps when no task can run; without one such a VM stops.
    pub reactor: Option<Box<dyn Reactor>>,
    /// Finds modules that are not built in.
    pub modules: Option<Box<dyn ModuleSource>>,
    /// Unpredictable bits, so that nobody can choose colliding keys.
    pub entropy: [u64; 3],
    /// Interrupts the reactor's sleep when a task is woken from another thread.
    pub waker: Waker,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            limits: Limits::default(),
            output: None,
            clock: None,
            reactor: None,
            modules: None,
            entropy: [
                0x9E37_79B9_7F4A_7C15,
                0xD1B5_4A32_D192_ED03,
                0x2545_F491_4F6C_DD1D,
            ],
            waker: Waker::noop().clone(),
        }
    }
}

/// A virtual machine: a heap, its modules, its tasks.
///
/// `!Send`: tasks parked in natives may hold things of this thread.
pub struct Vm {
    state: Box<State>,
    thread: PhantomData<*mut ()>,
}

/// A task that was started; dropping the handle lets it run on.
#[derive(Debug)]
pub struct Task {
    id: TaskId,
    vm: u32,
}

impl Vm {
    /// Makes a VM.
    ///
    /// # Errors
    /// When the system has no memory for its first objects.
    pub fn new(config: Config) -> Result<Vm, OutOfMemory> {
        let mut host = Host::new();
        host.output = config.output;
        host.clock = config.clock;
        host.reactor = config.reactor;
        host.modules = config.modules;
        let setup = Setup {
            limits: config.limits,
            host,
            entropy: config.entropy,
            waker: config.waker,
        };
        Ok(Vm {
            state: boot::boot(setup)?,
            thread: PhantomData,
        })
    }

    pub(crate) fn raw(&mut self) -> *mut State {
        &raw mut *self.state
    }

    /// Registers an extension module; `import NAME` finds it.
    ///
    /// # Errors
    /// The limit or the name that stands in the way; nothing is half registered.
    pub fn register(&mut self, module: Module) -> Result<(), Refusal> {
        self.state.registry.register(module)
    }

    /// Adds a standard module, which takes none of the extension places.
    ///
    /// # Errors
    /// When a name in it is not one that scripts can write.
    pub fn add_standard(&mut self, module: Module) -> Result<(), Refusal> {
        self.state.registry.add_standard(module)
    }

    /// Adds native standard modules by their names, which take none of the extension places.
    /// `make` is called with a name's place in the list when a script imports the module; where
    /// it answers with a module that would be refused, the import raises ImportError.
    pub fn add_library(
        &mut self,
        names: &'static [&'static str],
        make: impl Fn(usize) -> Option<Module> + Send + Sync + 'static,
    ) {
        let make: Maker = Box::new(make);
        self.state.registry.add_library(names, make);
    }

    /// Adds standard modules that are written in the language; they take none of the
    /// extension places.
    pub fn add_frozen(&mut self, modules: &'static [Frozen]) {
        self.state.registry.add_frozen(modules);
    }

    /// Adds texts about the functions, types and methods of native modules: their `__doc__` where
    /// they bring none themselves, read when it is asked for. A text is a file of lines: `[name]`
    /// begins what is said of a module or of a type (by its full name, `[math]`,
    /// `[collections.deque]`), `sqrt: Return the square root of x.` is a function's or method's
    /// docstring, `sqrt(x, /): ...` gives a signature to show as well, and lines that begin with
    /// four spaces go on with the docstring above.
    pub fn add_docs(&mut self, texts: &'static [&'static str]) {
        self.state.registry.add_docs(texts);
    }

    /// Uses the VM from outside of its tasks: makes values, reads results. Script
    /// functions called here run while the other tasks take their turns.
    ///
    /// # Errors
    /// What `body` raises, as a [`Fault`].
    pub fn enter<R>(
        &mut self,
        body: impl for<'f> FnOnce(&mut Context<'f>) -> Res<'f, R>,
    ) -> Result<R, Fault> {
        // SAFETY: the VM is live for as long as the guard is.
        unsafe {
            let entered = Entered::new(self.raw());
            let mut cx = Context::new((*entered.vm).scheduler.host);
            body(&mut cx).map_err(|error| fault(&mut cx, error))
        }
    }

    /// Compiles source text; the chunk runs in any VM.
    ///
    /// # Errors
    /// A SyntaxError, rendered as CPython prints it.
    pub fn compile(
        &mut self,
        source: &[u8],
        filename: &str,
        mode: Mode,
    ) -> Result<Arc<Chunk>, Fault> {
        self.compile_from(source, filename, mode, Origin::Text)
    }

    /// The same for a text that comes from a file: CPython counts the columns of errors
    /// differently there.
    ///
    /// # Errors
    /// A SyntaxError, rendered as CPython prints it.
    pub fn compile_from(
        &mut self,
        source: &[u8],
        filename: &str,
        mode: Mode,
        origin: Origin,
    ) -> Result<Arc<Chunk>, Fault> {
        self.enter(|cx| import::compile_source(cx, source, filename, mode, origin))
    }

    /// Reads a chunk from an image (see [`crate::compile::image`]), within the memory that the
    /// VM has left.
    ///
    /// # Errors
    /// Why the image is refused.
    pub fn load(&mut self, image: &[u8]) -> Result<Chunk, ImageError> {
        Chunk::from_bytes(image, self.room())
    }

    /// The same for an image that is used in place.
    ///
    /// # Errors
    /// Why the image is refused.
    pub fn load_static(&mut self, image: &'static [u8]) -> Result<Chunk, ImageError> {
        Chunk::from_static(image, self.room())
    }

    fn room(&self) -> usize {
        let heap = &self.state.heap;
        heap.limit().saturating_sub(heap.allocated())
    }

    /// Where `input()` reads lines; by default its input is empty.
    pub fn set_input(&mut self, input: Input) {
        self.state.host.input = Some(input);
    }

    /// What the compiler asks for `\N{...}` and for the form of identifiers.
    pub fn set_unicode(&mut self, data: crate::syntax::UnicodeData) {
        self.state.host.unicode = Some(data);
    }

    /// What `open()` and `os` stand on; without it, scripts have no files.
    pub fn set_system(&mut self, system: Box<dyn System>) {
        self.state.host.system = Some(system);
    }

    /// Where the compiler's warnings are shown; nowhere by default.
    pub fn set_warnings(&mut self, show: Warnings) {
        self.state.host.warnings = Some(show);
    }

    /// Starts a task that runs a chunk as the module `name`; `main` gives it the
    /// large stack of the main program.
    ///
    /// # Errors
    /// When memory is short.
    pub fn spawn_chunk(
        &mut self,
        chunk: &Arc<Chunk>,
        name: &str,
        filename: Option<&str>,
        main: bool,
    ) -> Result<Task, Fault> {
        let root = self.enter(|cx| {
            let (_, dict) = import::new_module(cx, name)?;
            if let Some(filename) = filename {
                let value = cx.str(filename)?;
                cx.dict_set_str(dict, "__file__", value)?;
                cx.dict_set_str(dict, "__cached__", Local::NONE)?;
            }
            let function = import::body(cx, chunk, dict)?;
            cx.keep(function)
        })?;
        self.start(&root, &[], main)
    }

    /// Starts a task that runs a chunk in the globals of a module that is loaded.
    ///
    /// # Errors
    /// When there is no such module, or memory is short.
    pub fn spawn_in(
        &mut self,
        chunk: &Arc<Chunk>,
        module: &str,
        main: bool,
    ) -> Result<Task, Fault> {
        let root = self.enter(|cx| {
            let module = import::load(cx, module)?;
            let dict = cx.module_dict(module);
            let function = import::body(cx, chunk, dict)?;
            cx.keep(function)
        })?;
        self.start(&root, &[], main)
    }

    /// Makes an empty module, for [`Vm::spawn_in`].
    ///
    /// # Errors
    /// When memory is short.
    pub fn make_module(&mut self, name: &str) -> Result<(), Fault> {
        self.enter(|cx| import::new_module(cx, name).map(|_| ()))
    }

    /// Starts a task that calls `function` with `args`.
    ///
    /// # Errors
    /// When memory is short, or a root is of another VM.
    pub fn spawn(&mut self, function: &Root, args: &[&Root]) -> Result<Task, Fault> {
        self.start(function, args, false)
    }

    fn start(&mut self, function: &Root, args: &[&Root], main: bool) -> Result<Task, Fault> {
        let vm = self.raw();
        let word = |root: &Root| {
            // SAFETY: the VM is live.
            unsafe {
                if root.vm == (*vm).id {
                    (*vm).roots.get(root)
                } else {
                    None
                }
            }
        };
        let foreign = || Fault::host("a value of another VM was given to this one");
        let function = word(function).ok_or_else(foreign)?;
        let mut words = alloc::vec::Vec::new();
        for root in args {
            words.push(word(root).ok_or_else(foreign)?);
        }
        // SAFETY: the words are rooted by the caller's Roots.
        let id = unsafe {
            // The host's own request: a VM that is full must be able to run what frees some.
            let memory = (*vm).heap.limit();
            (*vm).heap.set_limit(memory.saturating_add(HOST_ROOM));
            let mut id = Scheduler::spawn(vm, function, &words, main);
            if let Err(NoTask::OutOfMemory) = id {
                collect::full(vm);
                id = Scheduler::spawn(vm, function, &words, main);
            }
            (*vm).heap.set_limit(memory);
            id
        };
        match id {
            Ok(id) => Ok(Task {
                id,
                vm: self.state.id,
            }),
            Err(NoTask::OutOfMemory) => Err(Fault::host("there is no memory for another task")),
            Err(NoTask::Limit) => Err(Fault::host(NoTask::LIMIT)),
        }
    }

    /// Runs tasks until this one has ended, and takes its result.
    ///
    /// # Errors
    /// What the task raised; or that it can never end (all tasks wait and no event
    /// can come).
    pub fn finish(&mut self, task: Task) -> Result<Root, Fault> {
        self.check(&task)?;
        let vm = self.raw();
        let id = task.id;
        // SAFETY: called on the host's stack.
        let ended = unsafe { Scheduler::run(vm, |scheduler| scheduler.ended(id).is_some()) };
        if self.state.poisoned {
            return Err(Fault::poisoned());
        }
        if !ended {
            return Err(Fault::host(
                "the task waits for something that can never happen",
            ));
        }
        self.take(id)
    }

    /// The same for the main program of an executable: what it raises is noted in
    /// `sys.last_value` and shown by `sys.excepthook` where a script has replaced that.
    /// The fault then has no text of its own.
    ///
    /// # Errors
    /// As [`Vm::finish`].
    pub fn finish_program(&mut self, task: Task) -> Result<Root, Fault> {
        let id = task.id;
        self.check(&task)?;
        let vm = self.raw();
        // SAFETY: called on the host's stack.
        unsafe { Scheduler::run(vm, |scheduler| scheduler.ended(id).is_some()) };
        if let Some(Ended::Raised(raw)) = self.state.scheduler.ended(id)
            && !self.state.poisoned
        {
            let hooked = self.enter(|cx| {
                // SAFETY: the scheduler roots the result until it is released.
                let exception = unsafe { cx.root(raw) };
                Ok(Fault::hooked(cx, exception))
            });
            if let Ok(Some(fault)) = hooked {
                self.state.scheduler.release(id);
                return Err(fault);
            }
        }
        self.finish(task)
    }

    /// Runs tasks until none is left that could run.
    ///
    /// # Errors
    /// When the VM is poisoned by a panic of its own code.
    pub fn run(&mut self) -> Result<(), Fault> {
        let vm = self.raw();
        // SAFETY: called on the host's stack.
        unsafe { Scheduler::run(vm, |scheduler| scheduler.live() == 0) };
        if self.state.poisoned {
            Err(Fault::poisoned())
        } else {
            Ok(())
        }
    }

    /// The task's result if it has ended; it can be taken once.
    ///
    /// # Errors
    /// What the task raised.
    pub fn result(&mut self, task: &Task) -> Result<Option<Root>, Fault> {
        self.check(task)?;
        if self.state.scheduler.ended(task.id).is_none() {
            return Ok(None);
        }
        self.take(task.id).map(Some)
    }

    /// Whether the task has ended.
    pub fn is_ended(&mut self, task: &Task) -> bool {
        task.vm == self.state.id && self.state.scheduler.ended(task.id).is_some()
    }

    /// Asks a task to end: its wait raises CancelledError. False if it has ended.
    pub fn cancel(&mut self, task: &Task) -> bool {
        task.vm == self.state.id && self.state.scheduler.cancel(task.id)
    }

    /// Lets a task run on without a handle.
    pub fn detach(&mut self, task: Task) {
        if task.vm == self.state.id {
            self.state.scheduler.release(task.id);
        }
    }

    fn check(&self, task: &Task) -> Result<(), Fault> {
        if task.vm == self.state.id {
            Ok(())
        } else {
            Err(Fault::host("a task of another VM was given to this one"))
        }
    }

    fn take(&mut self, id: TaskId) -> Result<Root, Fault> {
        let ended = self.state.scheduler.ended(id);
        let result = self.enter(|cx| {
            // SAFETY: the scheduler roots the result until it is released below.
            unsafe {
                match ended {
                    Some(Ended::Value(raw)) => {
                        let value = cx.root(raw);
                        cx.keep(value)
                    }
                    Some(Ended::Raised(raw)) => Err(Error::Raised(cx.root(raw))),
                    None => cx.keep(Local::NONE),
                }
            }
        });
        self.state.scheduler.release(id);
        result
    }

    /// Stops or interrupts this VM, from any thread and from signal handlers.
    pub fn interrupt_handle(&self) -> InterruptHandle {
        InterruptHandle(self.state.meter.interrupts.clone())
    }

    /// Bytes of heap in use.
    pub fn heap_bytes(&self) -> usize {
        self.state.heap.allocated()
    }

    /// What the collector has done.
    pub fn collector_stats(&self) -> Stats {
        self.state.heap.stats
    }

    /// The most native stacks that tasks have used at once.
    pub fn most_native_stacks(&self) -> usize {
        self.state.scheduler.most_stacks()
    }

    /// Collects all garbage.
    pub fn collect(&mut self) {
        let vm = self.raw();
        // SAFETY: no task is running; the host's window is recorded.
        unsafe { collect::full(vm) };
    }

    /// Collects at every allocation of the native layer, and overwrites what is dead:
    /// slow, for tests.
    ///
    /// The body of a frozen module, which is the same in every program, runs without; of a long
    /// program's many thousand allocations the later ones are thinned out.
    pub fn set_stress(&mut self, on: bool) {
        self.state.stress = on;
        self.state.heap.scrubs = on;
    }

    /// As [`Vm::set_stress`], in the bodies of frozen modules too.
    pub fn set_stress_everywhere(&mut self) {
        self.set_stress(true);
        self.state.stress_libraries = true;
    }

    /// Turns what is compiled from now on into an image and reads it again before it runs: slow,
    /// for tests. Without the compiler it changes nothing.
    pub fn set_images(&mut self, on: bool) {
        self.state.images = on;
    }

    /// Keeps a collection under way at nearly all times, in tiny steps: for tests of
    /// what may happen between two steps.
    pub fn set_hostile_pace(&mut self) {
        self.state.heap.set_pace(Pace::HOSTILE);
        self.state.heap.scrubs = true;
    }
}

/// Bytes beyond the limit for what the host itself does in a VM: one whose memory is
/// used up must still be able to say so, and to run what gives some back.
pub(crate) const HOST_ROOM: usize = if size_of::<usize>() == 8 {
    1 << 20
} else {
    4 << 10
};

/// The host's fiber at work: its window is given back at the end, also where a panic is it.
struct Entered {
    vm: *mut State,
    base: usize,
    top: usize,
    stack_limit: usize,
    memory: usize,
    _running: Running,
}

impl Entered {
    /// # Safety
    /// The VM is live, and none of its tasks is running.
    unsafe fn new(vm: *mut State) -> Entered {
        let fiber = (*vm).scheduler.host;
        let entered = Entered {
            vm,
            base: (*fiber).native_base,
            top: (*fiber).top,
            stack_limit: (*fiber).stack_limit,
            memory: (*vm).heap.limit(),
            _running: Running::begin(vm),
        };
        (*fiber).native_base = entered.top;
        (*fiber).stack_limit = crate::task::host_limit();
        let room = entered.memory.saturating_add(HOST_ROOM);
        (*vm).heap.set_limit(room);
        entered
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        // SAFETY: the VM is live.
        unsafe {
            let fiber = (*self.vm).scheduler.host;
            // A wait that was asked for and not returned has no one to wait.
            (*fiber).task.wait = None;
            (*fiber).native_base = self.base;
            (*fiber).top = self.top;
            (*fiber).stack_limit = self.stack_limit;
            (*self.vm).heap.set_limit(self.memory);
        }
    }
}

/// An error that leaves the VM.
fn fault<'f>(cx: &mut Context<'f>, error: Error<'f>) -> Fault {
    let exception = cx.exception(error);
    Fault::of(cx, exception)
}

impl<'f> Context<'f> {
    /// Keeps a value beyond this activation.
    ///
    /// # Errors
    /// MemoryError when the table of roots cannot grow.
    pub fn keep(&mut self, value: Local<'f>) -> Res<'f, Root> {
        let raw = self.raw(value);
        // SAFETY: the VM is this context's.
        unsafe {
            let vm = self.vm();
            let id = (*vm).id;
            match (*vm).roots.add(id, raw) {
                Ok(root) => Ok(root),
                Err(OutOfMemory) => Err(self.memory_error()),
            }
        }
    }

    /// The value of a root, `None` if it is of another VM.
    pub fn load(&mut self, root: &Root) -> Option<Local<'f>> {
        // SAFETY: the VM is this context's; the word is rooted at once.
        unsafe {
            let vm = self.vm();
            if root.vm != (*vm).id {
                return None;
            }
            let raw = (*vm).roots.get(root)?;
            Some(self.root(raw))
        }
    }

    /// Whether a module of this name is loaded.
    ///
    /// # Errors
    /// MemoryError.
    pub fn has_module(&mut self, name: &str) -> Res<'f, bool> {
        // SAFETY: the table of modules is a root.
        let modules = unsafe { self.root(Raw::from_ptr((*self.vm()).modules)) };
        Ok(self.dict_get_str(modules, name)?.is_some())
    }

    /// What a loaded module has under a name.
    ///
    /// # Errors
    /// ModuleNotFoundError or AttributeError.
    pub fn module_value(&mut self, module: &str, name: &str) -> Res<'f> {
        let module = import::load(self, module)?;
        let name = self.name(name)?;
        self.get_attr(module, name)
    }

    /// The namespace of a module.
    pub fn module_dict(&mut self, module: Local<'f>) -> Local<'f> {
        let raw = self.raw(module);
        // SAFETY: the module is rooted and its kind checked.
        unsafe {
            if crate::object::is_kind(raw, crate::object::Kind::Module) {
                let dict = (*raw.ptr::<crate::object::ModuleObj>()).dict;
                self.root(Raw::from_ptr(dict))
            } else {
                Local::NONE
            }
        }
    }
}
