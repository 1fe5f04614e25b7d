//! The stack effect of a plugin's function: `"A B -> C"`.
//!
//! To Joy it is documentation. To MiniScript, whose functions have an arity, it says how
//! many arguments there are and how many results come back. An effect that does not say
//! so clearly is not guessed at.
#![forbid(unsafe_code)]

/// A stack effect that could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// Names of the values taken, the deepest first.
    pub takes: Vec<String>,
    /// Names of the values left, the deepest first.
    pub leaves: Vec<String>,
}

/// More names than any function has: such a text is not an effect.
const MOST_NAMES: usize = 32;

impl Effect {
    /// Reads the text; `None` if it does not give two counts: no arrow or several,
    /// `..` or `|` (any number, alternatives), brackets that do not match.
    pub fn parse(text: &str) -> Option<Effect> {
        let words = words(&text.replace("->", " -> "))?;
        let mut sides = words.split(|word| word == "->");
        let (takes, leaves) = (sides.next()?, sides.next()?);
        if sides.next().is_some() || takes.len() > MOST_NAMES || leaves.len() > MOST_NAMES {
            return None;
        }
        Some(Effect {
            takes: takes.to_vec(),
            leaves: leaves.to_vec(),
        })
    }

    /// The signature as Python shows one, all parameters by position only.
    pub(crate) fn signature(&self) -> String {
        if self.takes.is_empty() {
            return String::from("()");
        }
        let speaks = |(at, name): (usize, &String)| {
            is_plain_name(name) && !self.takes.iter().take(at).any(|before| before == name)
        };
        let names = if self.takes.iter().enumerate().all(speaks) {
            self.takes.clone()
        } else {
            (1..=self.takes.len()).map(|n| format!("arg{n}")).collect()
        };
        format!("({}, /)", names.join(", "))
    }
}

/// Splits at white space; what stands in brackets is one word.
fn words(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut open = 0usize;
    for c in text.chars() {
        match c {
            '|' => return None,
            '[' | '(' | '{' => open += 1,
            ']' | ')' | '}' => open = open.checked_sub(1)?,
            _ => {}
        }
        if c.is_whitespace() && open == 0 {
            if !word.is_empty() {
                words.push(core::mem::take(&mut word));
            }
        } else {
            word.push(c);
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    (open == 0 && !words.iter().any(|word| word.contains(".."))).then_some(words)
}

fn is_plain_name(name: &str) -> bool {
    let mut bytes = name.bytes();
    bytes
        .next()
        .is_some_and(|b| b.is_ascii_alphabetic() || b == b'_')
        && bytes.all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_signatures() {
        let rows = [
            ("A B -> C", Some((2, 1, "(A, B, /)"))),
            ("  X MIN\tMAX  ->  Y ", Some((3, 1, "(X, MIN, MAX, /)"))),
            ("-> PI", Some((0, 1, "()"))),
            ("A ->", Some((1, 0, "(A, /)"))),
            ("->", Some((0, 0, "()"))),
            ("A->B", Some((1, 1, "(A, /)"))),
            ("N N -> N", Some((2, 1, "(arg1, arg2, /)"))),
            ("X [P of two] -> {a b}", Some((2, 1, "(arg1, arg2, /)"))),
            ("X Y -> Q R", Some((2, 2, "(X, Y, /)"))),
            ("", None),
            ("A B", None),
            ("A -> B -> C", None),
            ("A .. -> B", None),
            ("A -> B | C", None),
            ("[A -> B", None),
            ("A] -> B", None),
        ];
        for (text, expected) in rows {
            let effect = Effect::parse(text);
            let counted = effect
                .as_ref()
                .map(|e| (e.takes.len(), e.leaves.len(), e.signature()));
            let expected = expected.map(|(a, b, s): (usize, usize, &str)| (a, b, s.to_owned()));
            assert_eq!(counted, expected, "{text:?}");
        }
    }

    #[test]
    fn an_endless_effect_is_none() {
        assert_eq!(Effect::parse(&format!("{} -> B", "A ".repeat(33))), None);
    }
}
