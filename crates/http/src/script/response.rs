//! The class of responses: a small Python class that the module runs once, when it is imported.

use alloc::string::String;

use miniscript_ext::{Context, Exception, Local, Res, Root};

use crate::Response;
use crate::proto::Headers;
use crate::sync::Lock;

/// The class's source, and what tracebacks call it.
const SOURCE: &str = include_str!("response.py");
const FILENAME: &str = "<http>";

/// The class as the module's functions hold it: scripts may do to their `http.Response` what they
/// like.
pub(super) struct ResponseClass(Lock<Option<Root>>);

impl Default for ResponseClass {
    fn default() -> ResponseClass {
        ResponseClass(Lock::new(None))
    }
}

impl ResponseClass {
    /// Runs the source in the module's namespace.
    pub(super) fn define<'f>(&self, cx: &mut Context<'f>, namespace: Local<'f>) -> Res<'f, ()> {
        cx.run_source(SOURCE, FILENAME, namespace)?;
        if let Some(class) = cx.dict_get_str(namespace, "Response")? {
            let class = cx.keep(class)?;
            self.0.with(|slot| *slot = Some(class));
        }
        Ok(())
    }

    /// A response as a script's object.
    pub(super) fn instance<'f>(&self, cx: &mut Context<'f>, response: &Response) -> Res<'f> {
        let class = self
            .0
            .with(|slot| slot.as_ref().and_then(|class| cx.load(class)));
        let Some(class) = class else {
            let message = format_args!("the module 'http' was not imported in this VM");
            return Err(cx.raise_kind(Exception::RuntimeError, message));
        };
        let url = cx.str(&response.url)?;
        let status = cx.int(i64::from(response.status))?;
        let reason = cx.str(&response.reason)?;
        let headers = headers(cx, &response.headers)?;
        let text = cx.str(&response.text())?;
        cx.call(class, &[url, status, reason, headers, text])
    }
}

/// A dict of the fields, names in lower case, fields of one name joined as in RFC 9110, 5.3.
fn headers<'f>(cx: &mut Context<'f>, headers: &Headers) -> Res<'f> {
    let dict = cx.dict()?;
    for (name, value) in headers.iter() {
        cx.charge(1)?;
        let name = name.to_ascii_lowercase();
        cx.scope(|cx| {
            let joined = match cx.dict_get_str(dict, &name)? {
                Some(before) => {
                    let mut text = String::from(cx.as_str(before).unwrap_or_default());
                    text.push_str(", ");
                    text.push_str(value);
                    cx.str(&text)?
                }
                None => cx.str(value)?,
            };
            cx.dict_set_str(dict, &name, joined)
        })?;
    }
    Ok(dict)
}
