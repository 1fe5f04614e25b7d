//! From a call's arguments to a [`Request`]; what does not fit is an exception at once, before
//! anything is sent.

use core::time::Duration;

use alloc::vec::Vec;

use miniscript_ext::{Bytes, Context, FromArg, Local, Mismatch, Res};

use super::raise::raise;
use crate::Request;

/// What is sent: a str as UTF-8, or bytes.
pub(super) struct Body(Vec<u8>);

impl FromArg for Body {
    type Out<'f> = Body;

    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<Body, Mismatch<'f>> {
        if cx.is_str(value) {
            return <&str>::from_local(cx, value).map(|text| Body(Vec::from(text.as_bytes())));
        }
        match Bytes::from_local(cx, value) {
            Ok(Bytes(data)) => Ok(Body(data)),
            Err(Mismatch::Expected(_)) => Err(Mismatch::Expected("str or bytes-like object")),
            Err(raised) => Err(raised),
        }
    }
}

/// What a script asks for.
pub(super) struct Asked<'a, 'f> {
    pub(super) method: &'a str,
    pub(super) url: &'a str,
    pub(super) body: Option<Body>,
    /// A dict of strs.
    pub(super) headers: Option<Local<'f>>,
    /// Seconds.
    pub(super) timeout: Option<f64>,
}

impl<'f> Asked<'_, 'f> {
    /// The request.
    pub(super) fn request(self, cx: &mut Context<'f>) -> Res<'f, Request> {
        let mut request = match Request::new(self.method, self.url) {
            Ok(request) => request,
            Err(error) => return Err(raise(cx, &error)),
        };
        if let Some(seconds) = self.timeout {
            request = request.timeout(duration(cx, seconds)?);
        }
        if let Some(headers) = self.headers {
            request = add_headers(cx, request, headers)?;
        }
        if let Some(body) = self.body {
            request = request.body(body.0);
        }
        Ok(request)
    }
}

/// Seconds as a time; more than can be counted is for ever.
fn duration<'f>(cx: &mut Context<'f>, seconds: f64) -> Res<'f, Duration> {
    if seconds > 0.0 {
        Ok(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX))
    } else {
        Err(cx.value_error(format_args!("timeout must be a positive number of seconds")))
    }
}

fn add_headers<'f>(
    cx: &mut Context<'f>,
    mut request: Request,
    headers: Local<'f>,
) -> Res<'f, Request> {
    if !cx.is_dict(headers) {
        let found = cx.type_name(headers);
        return Err(cx.type_error(format_args!("headers must be dict, not {found}")));
    }
    let mut at = 0;
    while let Some((index, name, value)) = cx.dict_next(headers, at) {
        cx.charge(1)?;
        at = index + 1;
        let name = text(cx, name, "header names")?;
        let value = text(cx, value, "header values")?;
        request = match request.header(name, value) {
            Ok(request) => request,
            Err(error) => return Err(raise(cx, &error)),
        };
    }
    Ok(request)
}

fn text<'f>(cx: &mut Context<'f>, value: Local<'f>, what: &str) -> Res<'f, &'f str> {
    if let Some(text) = cx.as_str(value) {
        return Ok(text);
    }
    if cx.is_str(value) {
        // Lone surrogates: no request can carry them.
        return Err(cx.value_error(format_args!("{what} must not have surrogates")));
    }
    let found = cx.type_name(value);
    Err(cx.type_error(format_args!("{what} must be str, not {found}")))
}
