//! Time by the system's clocks.

use miniscript_core::Clock;
#[cfg(unix)]
use miniscript_core::Worker;
use std::time::{Duration, Instant, SystemTime};

/// The system's monotonic clock and calendar.
#[derive(Debug)]
pub struct SystemClock {
    start: Instant,
}

impl Default for SystemClock {
    fn default() -> SystemClock {
        SystemClock {
            start: Instant::now(),
        }
    }
}

impl Clock for SystemClock {
    fn now(&mut self) -> Duration {
        self.start.elapsed()
    }

    fn calendar(&mut self) -> Option<Duration> {
        SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .ok()
    }

    #[cfg(unix)]
    fn worked(&mut self, by: Worker) -> Option<Duration> {
        use rustix::time::{ClockId, clock_gettime};

        let time = clock_gettime(match by {
            Worker::Process => ClockId::ProcessCPUTime,
            Worker::Thread => ClockId::ThreadCPUTime,
        });
        let seconds = u64::try_from(time.tv_sec).ok()?;
        Some(Duration::new(seconds, u32::try_from(time.tv_nsec).ok()?))
    }
}
