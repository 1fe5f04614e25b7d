//! Points in time as the sans-IO layers see them: a duration since the driver's own start.
//!
//! Nothing here reads a clock. Drivers make [`Time`]s (`mio` from the monotonic clock, `sim` from
//! its virtual one), the client compares and adds. Arithmetic saturates, so a limit of
//! [`Duration::MAX`] means "never".

use core::ops::Add;
use core::time::Duration;

/// A point in time: the duration since an origin that the driver chooses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(Duration);

impl Time {
    /// The origin.
    pub const ZERO: Time = Time(Duration::ZERO);
    /// A point that is never reached.
    pub const NEVER: Time = Time(Duration::MAX);

    /// The point `since_origin` after the origin.
    pub const fn new(since_origin: Duration) -> Time {
        Time(since_origin)
    }

    /// How long after the origin this is.
    pub const fn since_origin(self) -> Duration {
        self.0
    }

    /// How long after `earlier` this is; zero if it is not after it.
    pub const fn since(self, earlier: Time) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
}

impl Add<Duration> for Time {
    type Output = Time;

    fn add(self, later: Duration) -> Time {
        Time(self.0.saturating_add(later))
    }
}
