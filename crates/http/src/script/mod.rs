//! The module `http` as scripts see it.
//!
//! ```python
//! import http
//! print(http.get("http://example.org/"))
//! ```
//!
//! Every function waits for its answer without keeping the native stack: only the calling task is
//! parked, and cancelling it drops the exchange. [`module`] is registered by whoever owns the
//! event loop that calls [`Http::poll`]; without that nothing makes progress.
//!
//! | Function | |
//! |---|---|
//! | `get(url, headers=None, timeout=None)` | also `head`, `delete` |
//! | `post(url, body=None, headers=None, timeout=None)` | also `put` |
//! | `request(url, method="GET", body=None, headers=None, timeout=None)` | any method |
//!
//! A body is a str, sent as UTF-8, or something with bytes; `headers` is a dict of strs, `timeout` a number of seconds for
//! the whole exchange. The answer is a `Response` (see [`response`]), errors are those of
//! [`raise`]: a status such as 404 is no error.

mod raise;
mod request;
mod response;

use alloc::boxed::Box;
use alloc::sync::Arc;

use miniscript_ext::{Context, Fail, Function, Local, Module, Res, closure};

use crate::Http;
use request::{Asked, Body};
use response::ResponseClass;

/// Gives the client that a request goes through.
type Clients = Box<dyn Fn() -> Result<Http, Fail> + Send + Sync>;

/// What the functions of one module share.
struct Script {
    clients: Clients,
    class: ResponseClass,
}

/// The module `http`, for one VM.
///
/// `clients` is asked at every request, so that a client can be made when it is first needed. It
/// must give the same one each time: an exchange ends when the last handle on its client is
/// dropped.
pub fn module(clients: impl Fn() -> Result<Http, Fail> + Send + Sync + 'static) -> Module {
    let script = Arc::new(Script {
        clients: Box::new(clients),
        class: ResponseClass::default(),
    });
    let init = script.clone();
    let mut module = Module::new("http")
        .doc("HTTP requests. Each function waits for the answer; other tasks run meanwhile.")
        .init(move |cx, namespace| init.class.define(cx, namespace));
    for (signature, method, doc) in [
        (
            "get(url, headers=None, timeout=None)",
            "GET",
            "Fetches a URL.",
        ),
        (
            "head(url, headers=None, timeout=None)",
            "HEAD",
            "Fetches the headers of a URL.",
        ),
        (
            "delete(url, headers=None, timeout=None)",
            "DELETE",
            "Deletes what a URL names.",
        ),
    ] {
        let script = script.clone();
        let call = closure!(
            move |cx, url: &str, headers: Option<Local>, timeout: Option<f64>| {
                script.send(
                    cx,
                    Asked {
                        method,
                        url,
                        body: None,
                        headers,
                        timeout,
                    },
                )
            }
        );
        module = module.add(Function::new(signature, call).doc(doc));
    }
    for (signature, method, doc) in [
        (
            "post(url, body=None, headers=None, timeout=None)",
            "POST",
            "Sends a body to a URL.",
        ),
        (
            "put(url, body=None, headers=None, timeout=None)",
            "PUT",
            "Stores a body at a URL.",
        ),
    ] {
        let script = script.clone();
        let call = closure!(move |cx,
                                  url: &str,
                                  body: Option<Body>,
                                  headers: Option<Local>,
                                  timeout: Option<f64>| {
            script.send(
                cx,
                Asked {
                    method,
                    url,
                    body,
                    headers,
                    timeout,
                },
            )
        });
        module = module.add(Function::new(signature, call).doc(doc));
    }
    let call = closure!(move |cx,
                              url: &str,
                              method: &str,
                              body: Option<Body>,
                              headers: Option<Local>,
                              timeout: Option<f64>| {
        script.send(
            cx,
            Asked {
                method,
                url,
                body,
                headers,
                timeout,
            },
        )
    });
    module.add(
        Function::new(
            "request(url, method='GET', body=None, headers=None, timeout=None)",
            call,
        )
        .doc("Sends a request with any method."),
    )
}

impl Script {
    /// Starts an exchange; the call's result comes with its end.
    fn send<'f>(self: &Arc<Script>, cx: &mut Context<'f>, asked: Asked<'_, 'f>) -> Res<'f> {
        let request = asked.request(cx)?;
        let client = (self.clients)()?;
        let exchange = client.start(request);
        let script = self.clone();
        cx.pending(exchange, move |cx, outcome| match outcome {
            Ok(response) => script.class.instance(cx, &response),
            Err(error) => Err(raise::raise(cx, &error)),
        })
    }
}
