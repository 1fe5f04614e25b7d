//! The builder's network in a build without one: a VM sleeps on a condition variable.

use crate::host::Sleeper;
use miniscript_core::{Module, Reactor};
use std::task::Waker;

/// What a builder knows of the network.
#[derive(Default)]
pub(crate) struct Network {}

impl Network {
    /// How the VM sleeps, and what interrupts its sleep; and the modules that go with it.
    pub(crate) fn parts(
        self,
        own: Option<(Box<dyn Reactor>, Waker)>,
    ) -> (Box<dyn Reactor>, Waker, Option<Module>) {
        let (reactor, waker) = own.unwrap_or_else(|| {
            let sleeper = Sleeper::default();
            let waker = sleeper.waker();
            (Box::new(sleeper), waker)
        });
        (reactor, waker, None)
    }
}
