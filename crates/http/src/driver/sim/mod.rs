//! A deterministic network in memory, with a virtual clock and faults: every protocol test runs
//! in it without a socket and without sleeping.
//!
//! [`SimNet`] is the world: hosts, servers, faults, the clock. [`SimNet::driver`] is the client's
//! way into it. Time moves only while a driver is parked, straight to the next thing that
//! happens. The same calls give the same events, also in random mode, whose numbers come from a
//! seed.

mod connection;
mod driver;
mod net;

pub use driver::SimDriver;
pub use net::{Faults, Reply, SimNet};
