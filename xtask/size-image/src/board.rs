//! The board's side: an output, a clock, sleep, and a native that fetches a URL.
//!
//! Without `std` the HTTP client is for one thread (`!Send`), while the VM asks its host's parts to
//! be `Send`: [`Alone`] is the promise that a firmware with one core makes.

use alloc::format;
use core::future::Future;
use core::hint::black_box;
use core::pin::Pin;
use core::task::{Context as Polled, Poll};
use core::time::Duration;

use embedded_io::{ErrorKind, ErrorType, Write};
use miniscript_core::{Clock, Reactor};
use miniscript_ext::{Exception, Fail, Function, IntoValue, Module, closure};
use miniscript_http::{ExchangeFuture, Http, Request};
use miniscript_joy::Host;

/// Sends bytes to the serial line of the board.
pub(crate) fn write(bytes: &[u8]) {
    black_box(bytes);
}

/// Where `print` writes.
pub(crate) struct Line;

impl ErrorType for Line {
    type Error = ErrorKind;
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, ErrorKind> {
        write(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), ErrorKind> {
        Ok(())
    }
}

/// Joy's side of the board.
pub(crate) struct Messages;

impl Host for Messages {
    fn error(&mut self, text: &[u8]) {
        write(text);
    }
}

/// Something that stays on the one thread there is.
struct Alone<T>(T);

// SAFETY: the image has one core and one thread, and no interrupt handler touches what is in here.
unsafe impl<T> Send for Alone<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for Alone<T> {}

impl<T> Alone<T> {
    fn get(&self) -> &T {
        &self.0
    }
}

impl<F: Future + Unpin> Future for Alone<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Polled<'_>) -> Poll<F::Output> {
        Pin::new(&mut self.0).poll(cx)
    }
}

/// Time, which is the network's.
pub(crate) struct Ticks(Alone<Http>);

impl Ticks {
    pub(crate) fn new(http: &Http) -> Ticks {
        Ticks(Alone(http.clone()))
    }
}

impl Clock for Ticks {
    fn now(&mut self) -> Duration {
        self.0.get().now().since_origin()
    }
}

/// Sleep: the network's events end it.
pub(crate) struct Network(Alone<Http>);

impl Network {
    pub(crate) fn new(http: &Http) -> Network {
        Network(Alone(http.clone()))
    }
}

impl Reactor for Network {
    fn wait(&mut self, timeout: Option<Duration>) -> bool {
        let http = self.0.get();
        http.poll(timeout);
        timeout.is_some() || http.counts().in_flight > 0
    }
}

/// The module `net` with `fetch(url)`: waits for the answer and gives its text.
pub(crate) fn fetching(http: &Http) -> miniscript_core::Module {
    let http = Alone(http.clone());
    let call = closure!(move |cx, url: &str| {
        let request = Request::get(url)
            .map_err(|error| Fail::new(Exception::ValueError, format!("{error}")))?;
        let exchange: Alone<ExchangeFuture> = Alone(http.get().start(request));
        cx.pending(exchange, |cx, outcome| match outcome {
            Ok(response) => response.text().into_value(cx),
            Err(error) => Err(cx.raise_kind(Exception::OSError, format_args!("{error}"))),
        })
    });
    Module::new("net")
        .add(Function::new("fetch(url)", call))
        .build()
}
