//! The scheduler: one FIFO queue of ready tasks, timers, and the switch.
//!
//! # Safety
//! The raw layer's contract (`heap`). `vm` is a live VM on the thread that runs it,
//! and a `fiber` is the host's or one of its tasks': the scheduler owns the latter in
//! boxes, so that they stay where they are until their task is removed. No reference
//! into the scheduler lives across a switch to a task's native stack.

use super::queue::WakeQueue;
use super::stack::{NativeStack, Pool, limit_of};
use super::wait::complete;
use super::{Completion, TaskWaker, Wait};
use crate::heap::OutOfMemory;
use crate::value::Raw;
use crate::vm::call::{self, Answer, Called, Window};
use crate::vm::context::{Local, forlorn};
use crate::vm::dispatch;
use crate::vm::fiber::Fiber;
use crate::vm::safepoint::{self, Running};
use crate::vm::state::State;
use alloc::boxed::Box;
use alloc::collections::{BinaryHeap, VecDeque};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cmp::Reverse;
use core::mem::ManuallyDrop;
use core::ptr::{null, null_mut};
use core::task::{Context as PollContext, Poll, Waker};
use core::time::Duration;
use corosensei::{Coroutine, CoroutineResult, Yielder};

type NativeTask = Coroutine<(), (), Step, NativeStack>;

/// Steps of ready tasks between two looks at timers and events: tasks that are
/// always ready must not keep the others from being woken.
const STEPS_BETWEEN_LOOKS: u32 = 64;

/// Frames that a new task has room for.
const FIRST_FRAMES: usize = 4;

/// Names a task; a finished task's id is not used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TaskId {
    index: u32,
    generation: u32,
}

impl TaskId {
    /// The host's own fiber.
    pub(crate) const HOST: TaskId = TaskId {
        index: u32::MAX,
        generation: 0,
    };

    /// The id as one number, which is never zero.
    pub(crate) fn ident(self) -> u64 {
        (u64::from(self.generation) << 32 | u64::from(self.index)).wrapping_add(1)
    }

    /// The id of an ident.
    pub(crate) fn from_ident(ident: u64) -> TaskId {
        let word = ident.wrapping_sub(1);
        TaskId {
            index: word as u32,
            generation: (word >> 32) as u32,
        }
    }
}

/// What the body of a native stack has come to.
enum Step {
    /// The task has ended.
    Ended,
    /// It waits without needing the stack.
    Parked,
}

/// Why there is no further task.
pub(crate) enum NoTask {
    OutOfMemory,
    /// `Limits::tasks`.
    Limit,
}

impl NoTask {
    /// What the limit's exception says.
    pub(crate) const LIMIT: &str = "there are as many tasks as the host allows";
}

impl From<OutOfMemory> for NoTask {
    fn from(_: OutOfMemory) -> NoTask {
        NoTask::OutOfMemory
    }
}

/// How a task has ended: a value or an exception, a root until it is fetched.
#[derive(Clone, Copy)]
pub(crate) enum Ended {
    Value(Raw),
    Raised(Raw),
}

struct Task {
    fiber: Box<Fiber>,
    /// Suspended beneath a native.
    native: Option<ManuallyDrop<NativeTask>>,
    main: bool,
    started: bool,
    waker: Arc<TaskWaker>,
    ended: Option<Ended>,
    /// Nobody holds a handle: removed when it ends.
    detached: bool,
    queued: bool,
    /// Sequence number of the timer that counts.
    timer: u64,
}

struct Slot {
    generation: u32,
    task: Option<Task>,
}

/// What a task costs besides its stack and frames: itself, its waker, its entries
/// in the queues.
const TASK_BYTES: usize = size_of::<Fiber>() + size_of::<Slot>() + size_of::<TaskWaker>() + 64;

/// All tasks of a VM.
pub(crate) struct Scheduler {
    slots: Vec<Slot>,
    free: Vec<u32>,
    /// Tasks that have not ended.
    live: usize,
    ready: VecDeque<TaskId>,
    timers: BinaryHeap<Reverse<(Duration, u64, TaskId)>>,
    timer_counter: u64,
    /// Steps since timers and events were last looked at.
    steps: u32,
    queue: Arc<WakeQueue>,
    pool: Pool,
    /// The fiber of the host: contexts outside of tasks.
    pub(crate) host: *mut Fiber,
    woken: Vec<TaskId>,
}

/// Walks all fibers.
pub(crate) struct Fibers {
    scheduler: *mut Scheduler,
    next: usize,
}

impl Fibers {
    /// The next fiber.
    pub(crate) unsafe fn next(&mut self) -> Option<*mut Fiber> {
        if self.next == 0 {
            self.next = 1;
            if !(*self.scheduler).host.is_null() {
                return Some((*self.scheduler).host);
            }
        }
        while let Some(slot) = (&mut (*self.scheduler).slots).get_mut(self.next - 1) {
            self.next += 1;
            if let Some(task) = &mut slot.task {
                return Some(&raw mut *task.fiber);
            }
        }
        None
    }
}

impl Scheduler {
    pub(crate) fn new(host: Waker) -> Scheduler {
        Scheduler {
            slots: Vec::new(),
            free: Vec::new(),
            live: 0,
            ready: VecDeque::new(),
            timers: BinaryHeap::new(),
            timer_counter: 0,
            steps: 0,
            queue: WakeQueue::new(host),
            pool: Pool::default(),
            host: null_mut(),
            woken: Vec::new(),
        }
    }

    pub(crate) fn fibers(&mut self) -> Fibers {
        Fibers {
            scheduler: self,
            next: 0,
        }
    }

    /// The most native stacks that were in use at once.
    pub(crate) fn most_stacks(&self) -> usize {
        self.pool.most
    }

    /// Tasks that have not ended.
    pub(crate) fn live(&self) -> usize {
        self.live
    }

    /// A task has come to its end: only its result is kept.
    unsafe fn end(&mut self, id: TaskId, ended: Ended) {
        let Some(task) = self.task(id) else {
            return;
        };
        // The fiber's word is the root of the result.
        task.fiber.result = match ended {
            Ended::Value(raw) | Ended::Raised(raw) => raw,
        };
        (task.fiber.error, task.fiber.handled) = (Raw::NONE, Raw::NONE);
        task.fiber.thrown = Raw::NONE;
        task.fiber.release();
        task.ended = Some(ended);
        let detached = task.detached;
        self.live -= 1;
        if detached {
            self.remove(id);
        }
    }

    fn task(&mut self, id: TaskId) -> Option<&mut Task> {
        let slot = self.slots.get_mut(id.index as usize)?;
        if slot.generation == id.generation {
            slot.task.as_mut()
        } else {
            None
        }
    }

    /// Makes a task that will call `function(args)`.
    ///
    /// # Safety
    /// All words are live; nothing collects before this returns.
    pub(crate) unsafe fn spawn(
        vm: *mut State,
        function: Raw,
        args: &[Raw],
        main: bool,
    ) -> Result<TaskId, NoTask> {
        if (*vm).scheduler.live >= (*vm).limits.tasks {
            return Err(NoTask::Limit);
        }
        let mut fiber = Box::new(Fiber::new(vm, (*vm).singletons())?);
        // What the task begins with, so that it can begin where memory is short.
        fiber.reserve_frames(FIRST_FRAMES)?;
        fiber.push(function)?;
        for &arg in args {
            fiber.push(arg)?;
        }
        (*vm).heap.take_outside(TASK_BYTES)?;
        let scheduler = &mut (*vm).scheduler;
        let index = match scheduler.free.pop() {
            Some(index) => index,
            None => {
                if scheduler.slots.try_reserve(1).is_err() {
                    (*vm).heap.give_outside(TASK_BYTES);
                    return Err(NoTask::OutOfMemory);
                }
                scheduler.slots.push(Slot {
                    generation: 0,
                    task: None,
                });
                scheduler.slots.len() as u32 - 1
            }
        };
        let generation = scheduler.slots[index as usize].generation;
        let id = TaskId { index, generation };
        fiber.task.id = id;
        let waker = scheduler.queue.waker(id);
        scheduler.slots[index as usize].task = Some(Task {
            fiber,
            native: None,
            main,
            started: false,
            waker,
            ended: None,
            detached: false,
            queued: false,
            timer: 0,
        });
        scheduler.live += 1;
        scheduler.make_ready(id);
        Ok(id)
    }

    fn make_ready(&mut self, id: TaskId) {
        if let Some(task) = self.task(id)
            && !task.queued
            && task.ended.is_none()
        {
            task.queued = true;
            self.ready.push_back(id);
        }
    }

    /// Ends the wait of a parked task, or its next one. False if it has ended.
    pub(crate) fn unpark(&mut self, id: TaskId) -> bool {
        if id == TaskId::HOST {
            // SAFETY: the host's fiber lives as long as the VM.
            unsafe { (*self.host).task.unparked = true };
            return true;
        }
        match self.task(id) {
            Some(task) if task.ended.is_none() => {
                task.fiber.task.unparked = true;
                self.make_ready(id);
                true
            }
            _ => false,
        }
    }

    /// Cancels a task: its wait, or its next one, raises CancelledError. False if
    /// it has ended.
    pub(crate) fn cancel(&mut self, id: TaskId) -> bool {
        match self.task(id) {
            Some(task) if task.ended.is_none() => {
                task.fiber.task.cancelled = true;
                self.make_ready(id);
                true
            }
            _ => false,
        }
    }

    /// How a task has ended, if it has.
    pub(crate) fn ended(&mut self, id: TaskId) -> Option<Ended> {
        match self.task(id) {
            Some(task) => task.ended,
            None => None,
        }
    }

    /// Forgets a task's result; a running task is forgotten when it ends.
    pub(crate) fn release(&mut self, id: TaskId) {
        match self.task(id) {
            Some(task) if task.ended.is_some() => self.remove(id),
            Some(task) => task.detached = true,
            None => {}
        }
    }

    fn remove(&mut self, id: TaskId) {
        let slot = &mut self.slots[id.index as usize];
        if let Some(task) = slot.task.take() {
            // SAFETY: the VM outlives its fibers.
            unsafe { (*task.fiber.vm).heap.give_outside(TASK_BYTES) };
        }
        slot.generation = slot.generation.wrapping_add(1);
        self.free.push(id.index);
    }

    /// Runs ready tasks until `until` is over or nothing can run: false then.
    ///
    /// # Safety
    /// Called on the host's stack.
    pub(crate) unsafe fn run(vm: *mut State, until: impl Fn(&mut Scheduler) -> bool) -> bool {
        let _running = Running::begin(vm);
        loop {
            if until(&mut (*vm).scheduler) {
                return true;
            }
            if !Scheduler::turn(vm) {
                return false;
            }
        }
    }

    /// The host's own fiber waits: others run until its wait is over.
    pub(crate) unsafe fn run_nested(vm: *mut State, fiber: *mut Fiber) {
        let waker = (*vm).scheduler.queue.waker(TaskId::HOST);
        let waker = Waker::from(waker);
        let mut timed = false;
        loop {
            match poll_wait(vm, fiber, &waker) {
                Poll::Ready(()) => return,
                Poll::Pending => {
                    if let Some(moment) = (*fiber).task.wait.as_ref().and_then(Wait::moment)
                        && !core::mem::replace(&mut timed, true)
                    {
                        (*vm).scheduler.add_timer(TaskId::HOST, moment);
                    }
                    if !Scheduler::turn(vm) {
                        if let Some(Wait::Parked(_)) = &(*fiber).task.wait {
                            (*fiber).task.completion = Some(Box::new(|cx| Err(forlorn(cx))));
                        }
                        return;
                    }
                    // Ctrl-C ends this wait, unless a task's has been ended by it; so do limits.
                    if (*vm).meter.ends_waits() && (*vm).scheduler.ready.is_empty() {
                        (*fiber).task.completion = Some(Box::new(|_| Ok(Local::NONE)));
                        return;
                    }
                }
            }
        }
    }

    fn add_timer(&mut self, id: TaskId, moment: Duration) {
        self.timer_counter += 1;
        let number = self.timer_counter;
        if let Some(task) = self.task(id) {
            task.timer = number;
        }
        self.timers.push(Reverse((moment, number, id)));
    }

    /// One turn: a ready task's step, or a wait for events. False if nothing is
    /// ready and nothing can become so.
    unsafe fn turn(vm: *mut State) -> bool {
        let scheduler = &raw mut (*vm).scheduler;
        (*scheduler).take_woken();
        if (*scheduler).steps >= STEPS_BETWEEN_LOOKS && !(*scheduler).ready.is_empty() {
            (*scheduler).steps = 0;
            Scheduler::look(vm);
            return true;
        }
        if let Some(id) = (*scheduler).ready.pop_front() {
            (*scheduler).steps += 1;
            Scheduler::step(vm, id);
            return true;
        }
        (*scheduler).steps = 0;
        match Scheduler::due(vm) {
            Ok(true) => return true,
            Ok(false) => {}
            Err(left) => return Scheduler::idle(vm, Some(left)),
        }
        if (*scheduler).live() == 0 && (*(*scheduler).host).task.wait.is_none() {
            return false;
        }
        Scheduler::idle(vm, None)
    }

    /// Wakes the task of the first timer if its moment has come: false if there is
    /// no timer, the time that is left if it has not come.
    unsafe fn due(vm: *mut State) -> Result<bool, Duration> {
        let scheduler = &raw mut (*vm).scheduler;
        let Some(&Reverse((moment, number, id))) = (*scheduler).timers.peek() else {
            return Ok(false);
        };
        let now = (*vm).host.now();
        if moment > now {
            return Err(moment - now);
        }
        (*scheduler).timers.pop();
        let counts = id == TaskId::HOST
            || (*scheduler)
                .task(id)
                .is_some_and(|task| task.timer == number);
        if counts {
            (*scheduler).make_ready(id);
        }
        Ok(true)
    }

    /// Wakes whom timers and events concern, without waiting. An interrupt is left
    /// to the tasks that are ready.
    unsafe fn look(vm: *mut State) {
        while Scheduler::due(vm) == Ok(true) {}
        if let Some(mut reactor) = (*vm).host.reactor.take() {
            reactor.wait(Some(Duration::ZERO));
            (*vm).host.reactor = Some(reactor);
        }
    }

    fn take_woken(&mut self) {
        if self.queue.is_empty() {
            return;
        }
        let mut woken = core::mem::take(&mut self.woken);
        self.queue.take(&mut woken);
        for id in woken.drain(..) {
            self.make_ready(id);
        }
        self.woken = woken;
    }

    /// Nothing is ready: the host sleeps until an event or the next timer.
    unsafe fn idle(vm: *mut State, timeout: Option<Duration>) -> bool {
        // Taken out meanwhile: an event may call back into this VM's host.
        let Some(mut reactor) = (*vm).host.reactor.take() else {
            return false;
        };
        safepoint::pass_time(vm);
        let left = (*vm).meter.account.budget.time;
        let timeout = match (timeout, left) {
            (Some(timeout), Some(left)) => Some(timeout.min(left)),
            (timeout, left) => timeout.or(left),
        };
        let alive = reactor.wait(timeout);
        safepoint::pass_time(vm);
        (*vm).host.reactor = Some(reactor);
        let scheduler = &raw mut (*vm).scheduler;
        if (*vm).meter.ends_waits() {
            // Ctrl-C ends the wait of the task that has waited longest; so does a limit.
            if let Some(id) = (*scheduler).first_waiting() {
                (*scheduler).make_ready(id);
                if let Some(task) = (*scheduler).task(id) {
                    task.fiber.task.completion = Some(Box::new(|_| Ok(Local::NONE)));
                }
            }
            return true;
        }
        alive
    }

    fn first_waiting(&self) -> Option<TaskId> {
        // The main task, or the oldest that is there.
        let mut chosen = None;
        for (index, slot) in self.slots.iter().enumerate() {
            if let Some(task) = &slot.task
                && task.ended.is_none()
                && task.fiber.task.wait.is_some()
            {
                let id = TaskId {
                    index: index as u32,
                    generation: slot.generation,
                };
                if task.main {
                    return Some(id);
                }
                chosen = chosen.or(Some(id));
            }
        }
        chosen
    }

    /// Lets a task go on until it ends or waits.
    unsafe fn step(vm: *mut State, id: TaskId) {
        let scheduler = &raw mut (*vm).scheduler;
        let Some(task) = (*scheduler).task(id) else {
            return;
        };
        let task: *mut Task = task;
        (*task).queued = false;
        if (*task).ended.is_some() {
            return;
        }
        let fiber: *mut Fiber = &raw mut *(*task).fiber;
        if (*fiber).task.wait.is_some() {
            let waker = Waker::from((*task).waker.clone());
            if poll_wait(vm, fiber, &waker).is_pending() {
                if let Some(moment) = (*fiber).task.wait.as_ref().and_then(Wait::moment)
                    && (*task).timer == 0
                {
                    (*scheduler).add_timer(id, moment);
                }
                return;
            }
        }
        (*task).timer = 0;
        let mut native = match (*task).native.take() {
            Some(native) => native,
            None => {
                let limits = &raw const (*vm).limits;
                let stack = if (*task).main {
                    (*scheduler).pool.take_main((*limits).main_stack)
                } else {
                    let (most, size) = ((*limits).native_stacks, (*limits).task_stack);
                    (*scheduler).pool.take(most, size)
                };
                let Some(stack) = stack else {
                    // No stack to run on: the task ends as if it had run out of memory.
                    (*scheduler).end(id, Ended::Raised((*vm).memory_error));
                    return;
                };
                ManuallyDrop::new(start(stack, fiber, (*task).started))
            }
        };
        (*task).started = true;
        let before = (*vm).current;
        (*vm).current = fiber;
        let outcome = native.resume(());
        (*vm).current = before;
        // The table of tasks may have grown meanwhile.
        let Some(task) = (*scheduler).task(id) else {
            return;
        };
        let task: *mut Task = task;
        match outcome {
            CoroutineResult::Yield(()) => (*task).native = Some(native),
            CoroutineResult::Return(step) => {
                (*fiber).task.yielder = null();
                let stack = ManuallyDrop::into_inner(native).into_stack();
                if !(*scheduler).pool.give_back(stack, (*task).main) {
                    (*vm).poisoned = true;
                }
                if let Step::Ended = step {
                    let raw = (*fiber).result;
                    let ended = if raw == Raw::ERROR {
                        Ended::Raised((*fiber).error)
                    } else {
                        Ended::Value(raw)
                    };
                    (*scheduler).end(id, ended);
                    return;
                }
            }
        }
        // A wait that is new is polled at once, so that its waker is known.
        (*task).timer = 0;
        (*scheduler).make_ready(id);
    }

    /// Ends every task: those parked in natives are resumed with an error that
    /// scripts cannot catch; what refuses to end is leaked, stack and all.
    ///
    /// # Safety
    /// The VM is being dropped; called on the host's stack.
    pub(crate) unsafe fn end_all(vm: *mut State) {
        let scheduler = &raw mut (*vm).scheduler;
        for index in 0..(&(*scheduler).slots).len() {
            loop {
                let generation = (&(*scheduler).slots)[index].generation;
                let id = TaskId {
                    index: index as u32,
                    generation,
                };
                let Some(task) = (*scheduler).task(id) else {
                    break;
                };
                if task.ended.is_some() {
                    break;
                }
                task.fiber.task.ended = true;
                if task.native.is_none() {
                    // Only frames on the heap: nothing has to be told.
                    (*scheduler).end(id, Ended::Value(Raw::NONE));
                    break;
                }
                if task.fiber.task.refusals > super::REFUSALS {
                    // The coroutine stays in its ManuallyDrop for ever; its fiber too.
                    if let Some(task) = (&mut (*scheduler).slots)[index].task.take() {
                        core::mem::forget(task);
                    }
                    break;
                }
                task.fiber.task.wait = None;
                Scheduler::step(vm, id);
            }
        }
        // Their fibers refer to the VM: they go first.
        drop(core::mem::take(&mut (*scheduler).slots));
    }
}

/// Looks whether a fiber's wait is over.
unsafe fn poll_wait(vm: *mut State, fiber: *mut Fiber, waker: &Waker) -> Poll<()> {
    let state = &mut (*fiber).task;
    if state.cancelled || state.ended || state.completion.is_some() {
        return Poll::Ready(());
    }
    match &mut state.wait {
        None => Poll::Ready(()),
        Some(Wait::Until(moment)) => {
            if (*vm).host.now() >= *moment {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        }
        Some(Wait::Parked(moment)) => {
            let unparked = core::mem::replace(&mut state.unparked, false);
            let over = moment.is_some_and(|moment| (*vm).host.now() >= moment);
            if unparked || over {
                state.completion = Some(Box::new(move |_| Ok(Local::bool(unparked))));
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        }
        Some(Wait::Future(future)) => {
            match future.as_mut().poll(&mut PollContext::from_waker(waker)) {
                Poll::Ready(completion) => {
                    let completion: Completion = completion;
                    state.completion = Some(completion);
                    Poll::Ready(())
                }
                Poll::Pending => Poll::Pending,
            }
        }
    }
}

/// Puts a task onto a native stack.
unsafe fn start(stack: NativeStack, fiber: *mut Fiber, started: bool) -> NativeTask {
    (*fiber).stack_limit = limit_of(&stack);
    Coroutine::with_stack(stack, move |yielder: &Yielder<(), ()>, ()| {
        // SAFETY: the scheduler keeps the fiber while its stack lives.
        unsafe {
            (*fiber).task.yielder = yielder;
            guarded(fiber, started)
        }
    })
}

/// The body of a task's native stack; no panic leaves it.
#[cfg(feature = "std")]
unsafe fn guarded(fiber: *mut Fiber, started: bool) -> Step {
    let body = std::panic::AssertUnwindSafe(|| body(fiber, started));
    match std::panic::catch_unwind(body) {
        Ok(step) => step,
        Err(_) => {
            // A panic of our own code: the VM's state cannot be trusted.
            (*(*fiber).vm).poisoned = true;
            (*fiber).result = Raw::ERROR;
            (*fiber).error = (*(*fiber).vm).memory_error;
            Step::Ended
        }
    }
}

/// The same where panics abort.
#[cfg(not(feature = "std"))]
unsafe fn guarded(fiber: *mut Fiber, started: bool) -> Step {
    body(fiber, started)
}

unsafe fn body(fiber: *mut Fiber, started: bool) -> Step {
    (*fiber).nesting = 0;
    let raw = if started { go_on(fiber) } else { begin(fiber) };
    if raw == Raw::PENDING {
        return Step::Parked;
    }
    (*fiber).result = raw;
    Step::Ended
}

/// Calls the function that lies on the fiber's stack.
unsafe fn begin(fiber: *mut Fiber) -> Raw {
    if (*fiber).task.ended || core::mem::replace(&mut (*fiber).task.cancelled, false) {
        (*fiber).task.cancelled = true;
        return complete(fiber);
    }
    let at = Fiber::RESERVED;
    let argc = (*fiber).top - at - 1;
    let callee = *(*fiber).stack.add(at);
    match call::call(
        fiber,
        callee,
        Window::positional(at + 1, argc),
        Answer::EXIT,
    ) {
        Called::Frame => dispatch::run(fiber),
        Called::Value(raw) => raw,
        Called::Error => Raw::ERROR,
        Called::Pending => super::wait_here(fiber),
    }
}

/// Goes on behind a wait that kept no native stack.
unsafe fn go_on(fiber: *mut Fiber) -> Raw {
    match complete(fiber) {
        Raw::ERROR => dispatch::run_raising(fiber),
        Raw::PENDING => Raw::PENDING,
        raw => {
            let dest = (*fiber).task.dest;
            (*fiber).stack.add(dest).write(raw);
            dispatch::run(fiber)
        }
    }
}
