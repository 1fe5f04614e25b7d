//! The builder's network: the event loop, and the module `http` that starts requests in it.

use crate::Builder;
use crate::host::EventLoop;
use miniscript_core::{Module, Reactor};
use miniscript_http::{Http, script};
use std::task::Waker;

/// What a builder knows of the network.
#[derive(Default)]
pub(crate) struct Network {
    client: Option<Http>,
    hidden: bool,
}

impl Network {
    /// How the VM sleeps, and what interrupts its sleep; and the modules that go with it. Sleep
    /// that the embedder brings along leaves the network to the embedder.
    pub(crate) fn parts(
        self,
        own: Option<(Box<dyn Reactor>, Waker)>,
    ) -> (Box<dyn Reactor>, Waker, Option<Module>) {
        let (sleep, module) = match (own, self.client) {
            (Some(own), Some(http)) => (own, Some(script::module(move || Ok(http.clone())))),
            (Some(own), None) => (own, None),
            (None, client) => {
                let events = client.map_or_else(EventLoop::new, EventLoop::with_client);
                let (waker, net) = (events.waker(), events.net());
                let module = script::module(move || net.http());
                ((Box::new(events) as Box<dyn Reactor>, waker), Some(module))
            }
        };
        let module = module.filter(|_| !self.hidden).map(Module::from);
        (sleep.0, sleep.1, module)
    }
}

impl Builder {
    /// The client that `import http` goes through: one with other limits or another driver than
    /// the system's. With [`Builder::reactor`], that reactor must poll it.
    pub fn http(mut self, http: Http) -> Builder {
        self.network.client = Some(http);
        self
    }

    /// No module `http`: scripts start no requests.
    pub fn without_http(mut self) -> Builder {
        self.network.hidden = true;
        self
    }
}
