//! What the tests of both drivers share: a network to run in, servers, and the scenarios.
#![allow(dead_code, reason = "each test binary uses its part")]

pub(crate) mod request;
pub(crate) mod scenarios;
#[cfg(feature = "mio")]
pub(crate) mod server;

use std::time::Duration;

use miniscript_http::{Error, ExchangeFuture, Http, Limits, Response};
use request::Seen;

/// What a server does in answer to one request, in order.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Send(Vec<u8>),
    /// Sends byte by byte.
    Drip(Vec<u8>),
    Wait(Duration),
    Close,
    /// Closes with unread bytes or an explicit reset.
    Reset,
}

/// Gets the connection's number and a request; the same for every driver.
pub(crate) type Answer = fn(usize, &Seen) -> Vec<Step>;

/// A server that was started.
pub(crate) trait Server {
    /// `host:port` for URLs.
    fn authority(&self) -> String;
    /// Connections accepted so far.
    fn accepted(&self) -> usize;
    /// Connections that the client has not closed.
    fn open(&self) -> usize;
}

/// A network that scenarios run in. Names ending in `.test` are the servers' machine,
/// `slow.test` takes 300 ms to look up, other names do not exist.
pub(crate) trait Net {
    fn serve(&self, answer: Answer) -> Box<dyn Server>;
    fn http(&self, limits: Limits) -> Http;
    /// `host:port` where nobody listens.
    fn closed_port(&self) -> String;
}

/// Sends text.
pub(crate) fn send(text: impl Into<Vec<u8>>) -> Step {
    Step::Send(text.into())
}

/// A response with `content-length`.
pub(crate) fn ok(body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// Polls until all exchanges are over.
pub(crate) fn finish_all(
    http: &Http,
    mut futures: Vec<ExchangeFuture>,
) -> Vec<Result<Response, Error>> {
    let mut results: Vec<_> = futures.iter().map(|_| None).collect();
    while results.iter().any(Option::is_none) {
        for (future, result) in futures.iter_mut().zip(&mut results) {
            if result.is_none() {
                *result = future.try_take();
            }
        }
        if results.iter().any(Option::is_none) {
            http.poll(None);
        }
    }
    results.into_iter().flatten().collect()
}

/// Polls until a condition holds; fails after ten seconds of the driver's time.
pub(crate) fn poll_until(http: &Http, what: &str, mut condition: impl FnMut() -> bool) {
    let start = http.now();
    while !condition() {
        assert!(
            http.now().since(start) < Duration::from_secs(10),
            "never came: {what}"
        );
        http.poll(Some(Duration::from_millis(5)));
    }
}
