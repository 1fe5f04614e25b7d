//! A build without the feature `repl`: there is no editor, and none of these is ever made.

use super::Complete;
use crate::terminal::Event;
use std::convert::Infallible;
use std::marker::PhantomData;

/// Whether a prompt is shown.
#[derive(Clone)]
pub(crate) struct Prompting(Infallible);

impl Prompting {
    pub(super) fn find() -> Option<Prompting> {
        None
    }

    pub(super) fn is_shown(&self) -> bool {
        match self.0 {}
    }
}

/// The editor with its history.
pub(crate) struct Edited<'c>(Infallible, PhantomData<&'c ()>);

impl<'c> Edited<'c> {
    pub(super) fn open(
        prompting: Prompting,
        complete: Option<&'c dyn Complete>,
        variable: &str,
        _: &str,
    ) -> Edited<'c> {
        // What would complete a line is asked for nothing.
        let _ = complete.map(|complete| complete.complete(variable));
        match prompting.0 {}
    }

    pub(super) fn read(&mut self, _: &str) -> Event {
        match self.0 {}
    }

    pub(super) fn remember(&mut self, _: &str) {
        match self.0 {}
    }
}
