//! Time by the system's clocks.

#[cfg(unix)]
use miniscript_core::Worker;
use miniscript_core::{Clock, LocalTime};
use std::time::{Duration, Instant, SystemTime};
use tz::TimeZone;

/// The system's monotonic clock, calendar and time zone.
#[derive(Debug)]
pub struct SystemClock {
    start: Instant,
    zone: Zone,
}

/// The zone of the clocks on the wall.
#[derive(Debug)]
enum Zone {
    /// Nobody has asked.
    Unread,
    /// UTC, also where the system's zone cannot be read.
    Utc,
    Known(TimeZone),
}

impl Default for SystemClock {
    fn default() -> SystemClock {
        SystemClock {
            start: Instant::now(),
            zone: Zone::Unread,
        }
    }
}

impl Zone {
    /// The zone that the variable `TZ` names; without one, the system's.
    fn read(name: Option<&str>) -> Zone {
        let zone = match name {
            Some("") => return Zone::Utc,
            Some(name) => TimeZone::from_posix_tz(name),
            None => TimeZone::local(),
        };
        zone.map_or(Zone::Utc, Zone::Known)
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

    fn local(&mut self, moment: i64) -> Option<LocalTime> {
        if matches!(self.zone, Zone::Unread) {
            let name = std::env::var("TZ").ok();
            self.zone = Zone::read(name.as_deref());
        }
        let Zone::Known(zone) = &self.zone else {
            return None;
        };
        let kind = zone.find_local_time_type(moment).ok()?;
        Some(LocalTime {
            offset: kind.ut_offset(),
            daylight: kind.is_dst(),
            name: kind.time_zone_designation().into(),
        })
    }

    fn set_zone(&mut self, zone: Option<&[u8]>) {
        self.zone = match zone.map(std::str::from_utf8) {
            Some(Ok(name)) => Zone::read(Some(name)),
            Some(Err(_)) => Zone::Utc,
            None => Zone::read(None),
        };
    }
}
