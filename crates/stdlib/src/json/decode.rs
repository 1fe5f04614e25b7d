//! Reading JSON straight into the VM's values. Depth is bounded by the recursion
//! limit; positions are byte offsets until an error is worded.

use super::{decode_error, strings};
use alloc::vec::Vec;
use miniscript_ext::{Context, Error, Local, Res, Scope};

/// What is wrong with a text, and at which byte.
#[derive(Clone, Copy)]
pub(super) struct Wrong {
    pub(super) message: &'static str,
    pub(super) at: usize,
}

/// Functions that make values in place of the usual ones.
pub(super) struct Hooks<'f> {
    pub(super) object: Option<Local<'f>>,
    pub(super) float: Option<Local<'f>>,
    pub(super) int: Option<Local<'f>>,
    pub(super) constant: Option<Local<'f>>,
    pub(super) pairs: Option<Local<'f>>,
    /// Keys that the text has had, a list by what `Reader::key` says; none for a short text.
    pub(super) keys: Option<Local<'f>>,
}

/// Keys that are remembered.
const KEYS: usize = 64;
/// Bytes of text for which it is worth it.
const LONG: usize = 2048;

impl<'f> Hooks<'f> {
    /// Begins to remember keys, if the text is long.
    fn remember(mut self, cx: &mut Context<'f>, bytes: &[u8]) -> Res<'f, Hooks<'f>> {
        if bytes.len() >= LONG {
            self.keys = Some(cx.list(&[Local::NONE; KEYS])?);
        }
        Ok(self)
    }
}

/// What stops a reader.
enum Stop<'f> {
    Wrong(Wrong),
    Raised(Error<'f>),
}

impl<'f> From<Error<'f>> for Stop<'f> {
    fn from(error: Error<'f>) -> Stop<'f> {
        Stop::Raised(error)
    }
}

impl<'f> From<Wrong> for Stop<'f> {
    fn from(wrong: Wrong) -> Stop<'f> {
        Stop::Wrong(wrong)
    }
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
    buffer: Vec<u8>,
    /// Control characters are refused in strings.
    strict: bool,
}

/// The value of a whole text.
pub(super) fn decode<'f>(
    cx: &mut Context<'f>,
    text: Local<'f>,
    bytes: &'f [u8],
    hooks: Hooks<'f>,
) -> Res<'f> {
    let hooks = &hooks.remember(cx, bytes)?;
    let mut reader = Reader::new(bytes, 0, true);
    reader.skip_space();
    let wrong = match reader.value(cx, hooks) {
        Ok(value) => {
            reader.skip_space();
            if reader.at == bytes.len() {
                return Ok(value);
            }
            reader.wrong("Extra data")
        }
        Err(Stop::Raised(error)) => return Err(error),
        Err(Stop::Wrong(wrong)) => wrong,
    };
    Err(decode_error(cx, text, bytes, &wrong))
}

/// The value that begins at `start`, and where it ends.
pub(super) fn scan<'f>(
    cx: &mut Context<'f>,
    text: Local<'f>,
    bytes: &'f [u8],
    start: usize,
    strict: bool,
    hooks: &Hooks<'f>,
) -> Res<'f, (Local<'f>, usize)> {
    let mut reader = Reader::new(bytes, start, strict);
    match reader.value(cx, hooks) {
        Ok(value) => Ok((value, reader.at)),
        Err(Stop::Raised(error)) => Err(error),
        Err(Stop::Wrong(wrong)) => Err(decode_error(cx, text, bytes, &wrong)),
    }
}

impl<'b> Reader<'b> {
    fn new(bytes: &'b [u8], at: usize, strict: bool) -> Reader<'b> {
        Reader {
            bytes,
            at,
            buffer: Vec::new(),
            strict,
        }
    }
    fn wrong(&self, message: &'static str) -> Wrong {
        Wrong {
            message,
            at: self.at,
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn word(&mut self, word: &[u8]) -> bool {
        let found = self
            .bytes
            .get(self.at..)
            .is_some_and(|rest| rest.starts_with(word));
        if found {
            self.at += word.len();
        }
        found
    }

    fn value<'f>(
        &mut self,
        cx: &mut Context<'f>,
        hooks: &Hooks<'f>,
    ) -> Result<Local<'f>, Stop<'f>> {
        cx.charge(1)?;
        let constant = |cx: &mut Context<'f>, name: &str, value: f64| match hooks.constant {
            Some(hook) => {
                let name = cx.str(name)?;
                cx.call(hook, &[name])
            }
            None => Ok(cx.float(value)),
        };
        match self.peek() {
            Some(b'"') => {
                self.at += 1;
                self.string(cx)
            }
            Some(b'{') => {
                cx.enter_recursion(" while decoding a JSON object from a unicode string")?;
                let result = self.object(cx, hooks);
                cx.leave_recursion();
                result
            }
            Some(b'[') => {
                cx.enter_recursion(" while decoding a JSON array from a unicode string")?;
                let result = self.array(cx, hooks);
                cx.leave_recursion();
                result
            }
            Some(b'n') if self.word(b"null") => Ok(Local::NONE),
            Some(b't') if self.word(b"true") => Ok(Local::TRUE),
            Some(b'f') if self.word(b"false") => Ok(Local::FALSE),
            Some(b'N') if self.word(b"NaN") => Ok(constant(cx, "NaN", f64::NAN)?),
            Some(b'I') if self.word(b"Infinity") => Ok(constant(cx, "Infinity", f64::INFINITY)?),
            Some(b'-') if self.word(b"-Infinity") => {
                Ok(constant(cx, "-Infinity", f64::NEG_INFINITY)?)
            }
            Some(b'-' | b'0'..=b'9') => self.number(cx, hooks),
            _ => Err(self.wrong("Expecting value").into()),
        }
    }

    /// The rest of a string that needs no copy, as most do: it has no escapes.
    #[inline]
    fn plain(&mut self) -> Option<&'b [u8]> {
        let rest = self.bytes.get(self.at..)?;
        let end = rest
            .iter()
            .position(|&byte| byte == b'"' || byte == b'\\' || byte < 0x20)?;
        if rest.get(end) != Some(&b'"') {
            return None;
        }
        self.at += end + 1;
        rest.get(..end)
    }

    /// A key whose opening quote has been read: the same str as before, where the text has had it
    /// not long ago. Its hash is known then, and equal keys are found by their address.
    fn key<'f>(
        &mut self,
        cx: &mut Context<'f>,
        hooks: &Hooks<'f>,
    ) -> Result<Local<'f>, Stop<'f>> {
        let start = self.at;
        let Some(keys) = hooks.keys else {
            return self.string(cx);
        };
        let Some(text) = self.plain() else {
            self.at = start;
            return self.string(cx);
        };
        cx.charge(text.len() / 16)?;
        let ends = text.first().zip(text.last());
        let (first, last) = ends.map_or((0, 0), |(first, last)| (*first, *last));
        let place = text.len() * 7 + usize::from(first) * 3 + usize::from(last);
        let place = place % KEYS;
        if let Some(known) = cx.list_get(keys, place)
            && cx.as_wtf8(known) == Some(text)
        {
            return Ok(known);
        }
        let key = cx.str_from_wtf8(text)?;
        cx.list_set(keys, place, key);
        Ok(key)
    }

    /// A string whose opening quote has been read.
    fn string<'f>(&mut self, cx: &mut Context<'f>) -> Result<Local<'f>, Stop<'f>> {
        if let Some(text) = self.plain() {
            cx.charge(text.len() / 16)?;
            return Ok(cx.str_from_wtf8(text)?);
        }
        self.buffer.clear();
        let left = self.bytes.len().saturating_sub(self.at);
        cx.charge(left.min(1 << 16) / 16)?;
        self.at = strings::read(self.bytes, self.at, self.strict, &mut self.buffer)?;
        Ok(cx.str_from_wtf8(&self.buffer)?)
    }

    fn number<'f>(
        &mut self,
        cx: &mut Context<'f>,
        hooks: &Hooks<'f>,
    ) -> Result<Local<'f>, Stop<'f>> {
        let start = self.at;
        let mut at = start + usize::from(self.peek() == Some(b'-'));
        let digits = |mut at: usize| {
            while self.bytes.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
            at
        };
        match self.bytes.get(at) {
            Some(b'0') => at += 1,
            Some(b'1'..=b'9') => at = digits(at),
            _ => return Err(self.wrong("Expecting value").into()),
        }
        let whole = at;
        if self.bytes.get(at) == Some(&b'.') && digits(at + 1) > at + 1 {
            at = digits(at + 1);
        }
        if matches!(self.bytes.get(at), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(self.bytes.get(at + 1), Some(b'+' | b'-')));
            let first = at + 1 + sign;
            if digits(first) > first {
                at = digits(first);
            }
        }
        let text = self.bytes.get(start..at).unwrap_or_default();
        let text = core::str::from_utf8(text).unwrap_or("0");
        self.at = at;
        let (hook, is_float) = if at > whole {
            (hooks.float, true)
        } else {
            (hooks.int, false)
        };
        if let Some(hook) = hook {
            let text = cx.str(text)?;
            return Ok(cx.call(hook, &[text])?);
        }
        if is_float {
            return Ok(cx.float(text.parse().unwrap_or(f64::NAN)));
        }
        match text.parse::<i64>() {
            Ok(int) => Ok(cx.int(int)?),
            Err(_) => {
                // `int(text)` knows the limit of digits.
                let zero = cx.int(0)?;
                let class = cx.type_of(zero);
                let text = cx.str(text)?;
                Ok(cx.call(class, &[text])?)
            }
        }
    }

    fn array<'f>(
        &mut self,
        cx: &mut Context<'f>,
        hooks: &Hooks<'f>,
    ) -> Result<Local<'f>, Stop<'f>> {
        let list = cx.list_with_capacity(0)?;
        self.at += 1;
        self.skip_space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(list);
        }
        loop {
            self.scoped(cx, hooks, |reader, cx, hooks| {
                let item = reader.value(cx, hooks)?;
                Ok(cx.list_push(list, item)?)
            })?;
            self.skip_space();
            match self.peek() {
                Some(b',') => {
                    self.at += 1;
                    self.skip_space();
                }
                Some(b']') => {
                    self.at += 1;
                    return Ok(list);
                }
                _ => return Err(self.wrong("Expecting ',' delimiter").into()),
            }
        }
    }

    fn object<'f>(
        &mut self,
        cx: &mut Context<'f>,
        hooks: &Hooks<'f>,
    ) -> Result<Local<'f>, Stop<'f>> {
        let pairs = hooks.pairs.is_some();
        let result = if pairs { cx.list(&[])? } else { cx.dict()? };
        self.at += 1;
        self.skip_space();
        if self.peek() == Some(b'}') {
            self.at += 1;
        } else {
            loop {
                self.scoped(cx, hooks, |reader, cx, hooks| {
                    reader.member(cx, hooks, result, pairs)
                })?;
                self.skip_space();
                match self.peek() {
                    Some(b',') => {
                        self.at += 1;
                        self.skip_space();
                    }
                    Some(b'}') => {
                        self.at += 1;
                        break;
                    }
                    _ => return Err(self.wrong("Expecting ',' delimiter").into()),
                }
            }
        }
        match (hooks.pairs, hooks.object) {
            (Some(hook), _) | (None, Some(hook)) => Ok(cx.call(hook, &[result])?),
            (None, None) => Ok(result),
        }
    }

    /// One key and its value, into a dict or a list of pairs.
    fn member<'f>(
        &mut self,
        cx: &mut Context<'f>,
        hooks: &Hooks<'f>,
        into: Local<'f>,
        pairs: bool,
    ) -> Result<(), Stop<'f>> {
        if self.peek() != Some(b'"') {
            return Err(self
                .wrong("Expecting property name enclosed in double quotes")
                .into());
        }
        self.at += 1;
        let key = self.key(cx, hooks)?;
        self.skip_space();
        if self.peek() != Some(b':') {
            return Err(self.wrong("Expecting ':' delimiter").into());
        }
        self.at += 1;
        self.skip_space();
        let value = self.value(cx, hooks)?;
        if pairs {
            let pair = cx.tuple(&[key, value])?;
            cx.list_push(into, pair)?;
        } else {
            cx.dict_set(into, key, value)?;
        }
        Ok(())
    }

    /// Runs a step whose Locals end with it. What is wrong with the text leaves the
    /// scope beside its result.
    fn scoped<'f>(
        &mut self,
        cx: &mut Context<'f>,
        hooks: &Hooks<'f>,
        step: impl for<'s> FnOnce(&mut Self, &mut Scope<'s, 'f>, &Hooks<'s>) -> Result<(), Stop<'s>>,
    ) -> Result<(), Stop<'f>> {
        let wrong = cx.scope(|cx| {
            let hooks = Hooks {
                object: hooks.object.map(|hook| hook as Local<'_>),
                float: hooks.float.map(|hook| hook as Local<'_>),
                int: hooks.int.map(|hook| hook as Local<'_>),
                constant: hooks.constant.map(|hook| hook as Local<'_>),
                pairs: hooks.pairs.map(|hook| hook as Local<'_>),
                keys: hooks.keys.map(|keys| keys as Local<'_>),
            };
            match step(self, cx, &hooks) {
                Ok(()) => Ok(None),
                Err(Stop::Wrong(wrong)) => Ok(Some(wrong)),
                Err(Stop::Raised(error)) => Err(error),
            }
        })?;
        match wrong {
            Some(wrong) => Err(Stop::Wrong(wrong)),
            None => Ok(()),
        }
    }
}
