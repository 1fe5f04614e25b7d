//! What is left of fuel, time and output.

use super::{Budget, Limit, Limits};
use crate::vm::safepoint::Interrupts;
use alloc::sync::Arc;
use core::time::Duration;

/// Units of work between two looks at the limits and at the interrupt flag.
const PERIOD: i64 = 10_000;

/// Fuel for what the host itself asks of a VM that has used up its own: to tell where a script
/// was ended.
const ALLOWANCE: u64 = 1_000_000;

/// What is left.
#[derive(Clone, Copy)]
pub(crate) struct Account {
    /// Fuel beyond the current period, time beyond the moment `since`.
    pub(crate) budget: Budget,
    /// Whether a write has been refused.
    pub(crate) full: bool,
}

/// The account of a VM, and how its safepoints look at it.
pub(crate) struct Meter {
    pub(crate) account: Account,
    /// The period that `ticks` started with.
    pub(crate) period: i64,
    pub(crate) interrupts: Arc<Interrupts>,
    /// Calls of the host that are in progress, one within the other: time counts meanwhile.
    running: u32,
    /// The moment up to which time is accounted for.
    since: Duration,
}

impl Meter {
    pub(crate) fn new(limits: &Limits) -> Meter {
        Meter {
            account: Account {
                budget: Budget::from(limits),
                full: false,
            },
            period: 0,
            interrupts: Arc::new(Interrupts::default()),
            running: 0,
            since: Duration::ZERO,
        }
    }

    /// The account of what the host does on its own.
    pub(crate) fn allowance(&self) -> Account {
        let Budget { fuel, time, .. } = self.account.budget;
        Account {
            budget: Budget {
                fuel: (fuel.is_some() || time.is_some()).then_some(ALLOWANCE),
                time: None,
                output: None,
            },
            full: false,
        }
    }

    /// Whether the clock is needed.
    pub(crate) fn is_timed(&self) -> bool {
        self.account.budget.time.is_some()
    }

    /// The host lets the VM run, within a call that may already do so.
    pub(crate) fn begin(&mut self, now: impl FnOnce() -> Duration) {
        if self.running == 0 && self.is_timed() {
            self.since = now();
        }
        self.running += 1;
    }

    /// That call is over.
    pub(crate) fn end(&mut self, now: impl FnOnce() -> Duration) {
        if self.running == 1 && self.is_timed() {
            self.pass(now());
        }
        self.running = self.running.saturating_sub(1);
    }

    /// Time has passed up to `now`.
    pub(crate) fn pass(&mut self, now: Duration) {
        if self.running > 0
            && let Some(left) = &mut self.account.budget.time
        {
            *left = left.saturating_sub(now.saturating_sub(self.since));
            self.since = now;
        }
    }

    /// Time counts from `now` on.
    pub(crate) fn restart(&mut self, now: Duration) {
        self.since = now;
    }

    /// Takes used fuel from the account; the next period begins.
    pub(crate) fn use_fuel(&mut self, used: u64) {
        if let Some(fuel) = &mut self.account.budget.fuel {
            *fuel = fuel.saturating_sub(used);
        }
        let most = self.account.budget.fuel.map_or(PERIOD, |fuel| {
            i64::try_from(fuel).map_or(PERIOD, |fuel| fuel.clamp(1, PERIOD))
        });
        // What is exceeded is raised again at every look.
        self.period = if self.exceeded().is_some() { 1 } else { most };
    }

    /// Takes bytes of output from the account, or refuses them all.
    pub(crate) fn write(&mut self, bytes: usize) -> bool {
        let Some(left) = self.account.budget.output else {
            return true;
        };
        match left.checked_sub(bytes as u64) {
            Some(left) if !self.account.full => {
                self.account.budget.output = Some(left);
                true
            }
            _ => {
                self.account.full = true;
                false
            }
        }
    }

    /// The limit that is exceeded.
    pub(crate) fn exceeded(&self) -> Option<Limit> {
        let account = &self.account;
        if account.budget.fuel == Some(0) {
            Some(Limit::Fuel)
        } else if account.budget.time == Some(Duration::ZERO) {
            Some(Limit::Time)
        } else if account.full {
            Some(Limit::Output)
        } else {
            None
        }
    }

    /// Whether a wait must end, for an interrupt or a limit.
    pub(crate) fn ends_waits(&self) -> bool {
        self.interrupts.pending() || self.exceeded().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meter(limits: Limits) -> Meter {
        Meter::new(&limits)
    }

    #[test]
    fn time_counts_while_the_vm_runs() {
        let second = Duration::from_secs;
        let mut meter = meter(Limits {
            time: Some(second(5)),
            ..Limits::default()
        });
        meter.begin(|| second(100));
        meter.begin(|| second(101));
        meter.end(|| second(102));
        meter.end(|| second(103));
        assert_eq!(meter.account.budget.time, Some(second(2)));
        // What lies between does not count.
        meter.pass(second(900));
        meter.begin(|| second(1000));
        meter.pass(second(1001));
        assert_eq!(meter.exceeded(), None);
        meter.pass(second(1003));
        assert_eq!(meter.exceeded(), Some(Limit::Time));
    }

    #[test]
    fn a_refused_write_stays_refused() {
        let mut meter = meter(Limits {
            output: Some(10),
            ..Limits::default()
        });
        assert!(meter.write(10));
        assert!(meter.write(0));
        assert_eq!(meter.exceeded(), None);
        assert!(!meter.write(1));
        assert!(!meter.write(0));
        assert_eq!(meter.exceeded(), Some(Limit::Output));
    }

    #[test]
    fn periods_are_short_where_fuel_is() {
        let mut meter = meter(Limits {
            fuel: Some(25_000),
            ..Limits::default()
        });
        let mut periods = Vec::new();
        meter.use_fuel(0);
        while meter.exceeded().is_none() {
            periods.push(meter.period);
            meter.use_fuel(meter.period as u64);
        }
        assert_eq!(periods, [10_000, 10_000, 5_000]);
        assert_eq!(meter.period, 1);
    }

    extern crate std;
    use std::vec::Vec;
}
