//! The host's look at what is left of the limits, and its way to allow more.

use crate::limits::Budget;
use crate::vm::machine::Vm;
use crate::vm::safepoint;

impl Vm {
    /// What is left of fuel, time and output.
    pub fn budget(&mut self) -> Budget {
        // SAFETY: the VM is live, and no safepoint is under way.
        unsafe { safepoint::set_account(self.raw(), |account| account.budget) }
    }

    /// Sets what is left of fuel, time and output, for instance to use a VM again whose script
    /// has used up its own.
    pub fn refill(&mut self, budget: Budget) {
        // SAFETY: as above.
        unsafe {
            safepoint::set_account(self.raw(), |account| {
                account.budget = budget;
                account.full = false;
            });
        }
    }

    /// Sets what is left of the fuel alone; `None`: unlimited.
    pub fn set_fuel(&mut self, fuel: Option<u64>) {
        // SAFETY: as above.
        unsafe { safepoint::set_account(self.raw(), |account| account.budget.fuel = fuel) };
    }
}
