//! Makes a program smaller as long as it still does what it was found for.

use crate::{Program, SpanKind};

/// Looks for fewer and smaller bytes whose program still `fails`, with at most so many attempts.
pub fn shrink(bytes: &[u8], attempts: usize, fails: &mut dyn FnMut(&Program) -> bool) -> Vec<u8> {
    let mut search = Search {
        best: bytes.to_vec(),
        left: attempts,
        fails,
    };
    let used = Program::from_bytes(bytes).used;
    search.best.truncate(used);
    loop {
        let before = (search.best.len(), search.best.clone());
        search.cut_end();
        search.drop_spans(SpanKind::Statement);
        search.drop_spans(SpanKind::Expression);
        search.lower();
        if search.left == 0 || before.1 == search.best {
            return search.best;
        }
    }
}

struct Search<'a> {
    best: Vec<u8>,
    left: usize,
    fails: &'a mut dyn FnMut(&Program) -> bool,
}

impl Search<'_> {
    /// Takes the candidate if it fails too.
    fn try_bytes(&mut self, bytes: Vec<u8>) -> bool {
        if self.left == 0 || bytes == self.best {
            return false;
        }
        let program = Program::from_bytes(&bytes);
        let current = Program::from_bytes(&self.best);
        if program.text.len() > current.text.len() || program.text == current.text {
            return false;
        }
        self.left -= 1;
        let fails = (self.fails)(&program);
        if fails {
            self.best = bytes;
            self.best.truncate(program.used);
        }
        fails
    }

    fn cut_end(&mut self) {
        let mut step = self.best.len() / 2;
        while step > 0 && self.left > 0 {
            let keep = self.best.len().saturating_sub(step);
            if !self.try_bytes(self.best.get(..keep).unwrap_or_default().to_vec()) {
                step /= 2;
            }
        }
    }

    /// Leaves statements out, and puts the simplest in place of expressions, the largest first.
    fn drop_spans(&mut self, kind: SpanKind) {
        let mut at = 0;
        while self.left > 0 {
            let mut spans = Program::from_bytes(&self.best).spans;
            spans.retain(|span| span.kind == kind);
            spans.sort_by_key(|span| (std::cmp::Reverse(span.end - span.start), span.start));
            let Some(span) = spans.get(at) else {
                return;
            };
            let inner: &[u8] = match kind {
                SpanKind::Statement => &[],
                SpanKind::Expression => &[0, 0],
            };
            let bytes = [&self.best[..span.start], inner, &self.best[span.end..]].concat();
            if !self.try_bytes(bytes) {
                at += 1;
            }
        }
    }

    fn lower(&mut self) {
        for at in 0..self.best.len() {
            let Some(&byte) = self.best.get(at) else {
                return;
            };
            for value in [0, 1, byte / 2] {
                let mut bytes = self.best.clone();
                if value < byte && at < bytes.len() {
                    bytes[at] = value;
                    if self.try_bytes(bytes) {
                        break;
                    }
                }
            }
        }
    }
}
