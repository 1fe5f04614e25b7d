//! What the project's own tests ask for by variables of the environment: a machine that leaves no
//! mistake unpunished.
//!
//! - `MINISCRIPT_GC_STRESS=always`: a collection at every allocation, but for the bodies of frozen
//!   modules; `everywhere`: there too; `steps`: one always under way. The first two are a hundred
//!   times slower, so time stands still while a program computes: whoever sleeps wakes in order.
//! - `MINISCRIPT_IMAGES`: all code is written to bytecode and read again.

use miniscript_runtime::core::{Clock, LocalTime, Reactor, Worker};
use miniscript_runtime::host::SystemClock;
use miniscript_runtime::{Builder, Vm};
use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::Waker;
use std::time::Duration;

const STRESS: &str = "MINISCRIPT_GC_STRESS";

/// How the machine is to be made.
pub(crate) fn settings(mut builder: Builder) -> Builder {
    if matches!(env::var(STRESS).as_deref(), Ok("always" | "everywhere")) {
        let time = Time::default();
        let clock = Standing {
            time: time.clone(),
            system: SystemClock::default(),
        };
        builder = builder
            .clock(Box::new(clock))
            .reactor(Box::new(time), Waker::noop().clone());
    }
    builder
}

/// What is switched on in the machine.
pub(crate) fn prepare(vm: &mut Vm) {
    let vm = vm.core_mut();
    match env::var(STRESS).as_deref() {
        Ok("always") => vm.set_stress(true),
        Ok("everywhere") => vm.set_stress_everywhere(),
        Ok("steps") => vm.set_hostile_pace(),
        _ => {}
    }
    if env::var_os("MINISCRIPT_IMAGES").is_some() {
        vm.set_images(true);
    }
}

/// Nanoseconds that only waiting adds to, but for a tick at each look, so that who looks again and
/// again until it is late comes to an end.
#[derive(Clone, Default)]
struct Time(Arc<AtomicU64>);

impl Time {
    const TICK: Duration = Duration::from_micros(10);

    fn advance(&self, by: Duration) -> Duration {
        let by = u64::try_from(by.as_nanos()).unwrap_or(u64::MAX);
        Duration::from_nanos(self.0.fetch_add(by, Ordering::Relaxed))
    }
}

/// The clock of that time; its calendar begins at a fixed moment.
struct Standing {
    time: Time,
    system: SystemClock,
}

impl Clock for Standing {
    fn now(&mut self) -> Duration {
        self.time.advance(Time::TICK)
    }

    fn calendar(&mut self) -> Option<Duration> {
        let start = Duration::from_secs(1_700_000_000);
        Some(start + self.time.advance(Time::TICK))
    }

    fn worked(&mut self, by: Worker) -> Option<Duration> {
        self.system.worked(by)
    }

    fn local(&mut self, moment: i64) -> Option<LocalTime> {
        self.system.local(moment)
    }

    fn set_zone(&mut self, zone: Option<&[u8]>) {
        self.system.set_zone(zone);
    }
}

impl Reactor for Time {
    fn wait(&mut self, timeout: Option<Duration>) -> bool {
        timeout.map(|timeout| self.advance(timeout)).is_some()
    }
}
