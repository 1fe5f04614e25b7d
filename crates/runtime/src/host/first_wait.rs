//! A reactor that tells its embedder before it waits for the first time.

use miniscript_core::Reactor;
use std::task::Waker;
use std::time::Duration;

/// What [`crate::Builder::before_waiting`] is given.
pub(crate) type Hook = Box<dyn FnOnce(Waker) + Send>;

/// Waits as another reactor does, once it has said so.
pub(crate) struct FirstWait {
    inner: Box<dyn Reactor>,
    hook: Option<(Hook, Waker)>,
}

impl FirstWait {
    pub(crate) fn new(inner: Box<dyn Reactor>, hook: Hook, waker: Waker) -> FirstWait {
        FirstWait {
            inner,
            hook: Some((hook, waker)),
        }
    }
}

impl Reactor for FirstWait {
    fn wait(&mut self, timeout: Option<Duration>) -> bool {
        // Without time to wait it is a look at what has happened.
        if timeout != Some(Duration::ZERO)
            && let Some((hook, waker)) = self.hook.take()
        {
            hook(waker);
            // What has happened before the hook knew of it is looked at first.
            return true;
        }
        self.inner.wait(timeout)
    }
}
