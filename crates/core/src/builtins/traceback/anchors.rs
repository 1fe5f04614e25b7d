//! Which part of an expression's text failed: the operator of a binary operation,
//! the brackets of a subscription. CPython parses the text again; here its tokens
//! are enough, because only the outermost operation matters.

use alloc::vec::Vec;

/// The bytes to be marked by `^` in the text of an expression, the rest by `~`;
/// `None` for any other expression.
pub(super) fn find(segment: &str) -> Option<(usize, usize)> {
    let tokens = tokenize(segment.as_bytes())?;
    match outermost(&tokens)? {
        Outermost::Binary(at) => {
            let operator = tokens.get(at)?;
            // What follows a one-character operator at once is marked with it, where
            // the operand in parentheses begins only behind.
            let operand = operand_start(&tokens, at + 1, tokens.len(), 0)?;
            let next = segment
                .as_bytes()
                .get(operator.start + 1)
                .copied()
                .unwrap_or(b' ');
            let wide = operator.start + 1 < operand && !is_blank(next);
            Some((operator.start, operator.start + 1 + usize::from(wide)))
        }
        Outermost::Subscript(at) => Some((tokens.get(at)?.start, segment.len())),
    }
}

/// The outermost operation, by the index of its operator or opening bracket.
enum Outermost {
    Binary(usize),
    Subscript(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A name or keyword.
    Name,
    /// A number or string.
    Literal,
    /// An opening bracket; `partner` is the closing one.
    Open,
    Close,
    Operator,
}

#[derive(Debug, Clone, Copy)]
struct Token<'a> {
    kind: Kind,
    start: usize,
    text: &'a [u8],
    /// Index of the matching bracket.
    partner: usize,
}

/// How tightly binary operators bind; `**` groups to the right.
const POWER: u8 = 7;

fn precedence(operator: &[u8]) -> Option<u8> {
    Some(match operator {
        b"|" => 1,
        b"^" => 2,
        b"&" => 3,
        b"<<" | b">>" => 4,
        b"+" | b"-" => 5,
        b"*" | b"/" | b"//" | b"%" | b"@" => 6,
        b"**" => POWER,
        _ => return None,
    })
}

fn outermost(tokens: &[Token<'_>]) -> Option<Outermost> {
    let mut best: Option<(u8, usize)> = None;
    let mut after_operand = false;
    let mut subscript = None;
    let (mut sign_first, mut await_first) = (false, false);
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token.kind {
            Kind::Name if token.text == b"await" => {
                await_first |= at == 0;
                after_operand = false;
            }
            Kind::Name if is_keyword(token.text) => return None,
            Kind::Name | Kind::Literal => {
                after_operand = true;
                subscript = None;
            }
            Kind::Open => {
                subscript = if after_operand && token.text == b"[" {
                    Some(at)
                } else {
                    None
                };
                after_operand = true;
                at = token.partner;
            }
            Kind::Close => return None,
            Kind::Operator if token.text == b"." => subscript = None,
            Kind::Operator if !after_operand => match token.text {
                b"+" | b"-" | b"~" => sign_first |= at == 0,
                _ => return None,
            },
            Kind::Operator => {
                let binds = precedence(token.text)?;
                let outer =
                    best.is_none_or(|(known, _)| binds < known || binds == known && binds != POWER);
                if outer {
                    best = Some((binds, at));
                }
                after_operand = false;
                subscript = None;
            }
        }
        at += 1;
    }
    match best {
        // `-x ** 2` is a negation.
        Some((POWER, _)) if sign_first => None,
        Some((_, at)) => Some(Outermost::Binary(at)),
        None if sign_first || await_first => None,
        None => subscript.map(Outermost::Subscript),
    }
}

/// Where the operand of tokens `from .. to` begins, parentheses around it left out.
fn operand_start(tokens: &[Token<'_>], from: usize, to: usize, depth: usize) -> Option<usize> {
    let first = tokens.get(from)?;
    let group = first.kind == Kind::Open && first.text == b"(" && first.partner + 1 == to;
    if !group
        || depth > 64
        || from + 1 == first.partner
        || is_display(tokens, from + 1, first.partner)
    {
        return Some(first.start);
    }
    operand_start(tokens, from + 1, first.partner, depth + 1)
}

/// Whether these tokens between parentheses make a tuple or a generator.
fn is_display(tokens: &[Token<'_>], from: usize, to: usize) -> bool {
    let mut at = from;
    while at < to {
        let Some(token) = tokens.get(at) else {
            return false;
        };
        match token.kind {
            Kind::Open => at = token.partner,
            Kind::Operator if token.text == b"," => return true,
            Kind::Name if token.text == b"for" => return true,
            _ => {}
        }
        at += 1;
    }
    false
}

/// Keywords that make the whole something else than an operation on operands.
fn is_keyword(name: &[u8]) -> bool {
    const KEYWORDS: &[&[u8]] = &[
        b"and",
        b"or",
        b"not",
        b"in",
        b"is",
        b"if",
        b"else",
        b"lambda",
        b"yield",
        b"for",
        b"async",
        b"assert",
        b"return",
        b"raise",
        b"del",
        b"import",
        b"from",
        b"with",
        b"global",
        b"nonlocal",
        b"pass",
        b"break",
        b"continue",
        b"class",
        b"def",
        b"while",
        b"try",
        b"except",
        b"finally",
        b"elif",
        b"as",
    ];
    KEYWORDS.contains(&name)
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | 0x0C)
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 128
}

/// The tokens of a line of an expression; `None` if it is none.
fn tokenize(text: &[u8]) -> Option<Vec<Token<'_>>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        if is_blank(byte) {
            at += 1;
            continue;
        }
        let (kind, end) = match byte {
            b'"' | b'\'' => (Kind::Literal, string_end(text, at)?),
            b'0'..=b'9' => (Kind::Literal, number_end(text, at)),
            b'.' if text.get(at + 1).is_some_and(u8::is_ascii_digit) => {
                (Kind::Literal, number_end(text, at))
            }
            _ if is_word(byte) => {
                let end = at
                    + text
                        .get(at..)?
                        .iter()
                        .position(|&byte| !is_word(byte))
                        .unwrap_or(text.len() - at);
                // A prefix belongs to its string.
                match text.get(end) {
                    Some(b'"' | b'\'') if end - at <= 2 => (Kind::Literal, string_end(text, end)?),
                    _ => (Kind::Name, end),
                }
            }
            b'(' | b'[' | b'{' => (Kind::Open, at + 1),
            b')' | b']' | b'}' => (Kind::Close, at + 1),
            b'#' | b'\\' | b'\n' => return None,
            _ => (Kind::Operator, at + operator_len(text.get(at..)?)),
        };
        tokens.try_reserve(1).ok()?;
        let index = tokens.len();
        let mut partner = index;
        if kind == Kind::Open {
            open.try_reserve(1).ok()?;
            open.push(index);
        } else if kind == Kind::Close {
            partner = open.pop()?;
            tokens.get_mut(partner)?.partner = index;
        }
        tokens.push(Token {
            kind,
            start: at,
            text: text.get(at..end)?,
            partner,
        });
        at = end;
    }
    if open.is_empty() { Some(tokens) } else { None }
}

/// The length of the operator that the text begins with.
fn operator_len(text: &[u8]) -> usize {
    const LONG: &[&[u8]] = &[
        b"**=", b"//=", b"<<=", b">>=", b"...", b"**", b"//", b"<<", b">>", b"<=", b">=", b"==",
        b"!=", b"->", b":=", b"+=", b"-=", b"*=", b"/=", b"%=", b"@=", b"&=", b"|=", b"^=",
    ];
    LONG.iter()
        .find(|operator| text.starts_with(operator))
        .map_or(1, |operator| operator.len())
}

fn number_end(text: &[u8], from: usize) -> usize {
    let hex = matches!(text.get(from..from + 2), Some(b"0x" | b"0X"));
    let mut at = from;
    while let Some(&byte) = text.get(at) {
        let exponent =
            matches!(byte, b'e' | b'E') && !hex && matches!(text.get(at + 1), Some(b'+' | b'-'));
        if exponent {
            at += 2;
        } else if is_word(byte) || byte == b'.' {
            at += 1;
        } else {
            break;
        }
    }
    at
}

/// The end of a string whose quote is at `from`.
fn string_end(text: &[u8], from: usize) -> Option<usize> {
    let quote = *text.get(from)?;
    let triple = text
        .get(from..from + 3)
        .is_some_and(|start| start.iter().all(|&byte| byte == quote));
    let len = if triple { 3 } else { 1 };
    let mut at = from + len;
    loop {
        if *text.get(at)? == b'\\' {
            at += 2;
            continue;
        }
        if text.get(at..at + len)?.iter().all(|&byte| byte == quote) {
            return Some(at + len);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outermost_operations_are_found() {
        let check = |text: &str, expected: Option<(usize, usize)>| {
            assert_eq!(find(text), expected, "{text}")
        };
        check("a + b", Some((2, 3)));
        check("a + b * c", Some((2, 3)));
        check("a * b + c", Some((6, 7)));
        check("a - b - c", Some((6, 7)));
        check("a ** b ** c", Some((2, 4)));
        check("-x ** 2", None);
        check("-x * 2", Some((3, 4)));
        check("x // (y)", Some((2, 4)));
        check("(1)+(x)", Some((3, 5)));
        check("(1)+(x).y", Some((3, 4)));
        check("(1)+(x, y)", Some((3, 4)));
        check("x[1]", Some((1, 4)));
        check("x [ 1 : 2 ]", Some((2, 11)));
        check("x[1](2)", None);
        check("x[1].y", None);
        check("x(1)[2]", Some((4, 7)));
        check("[1][3]", Some((3, 6)));
        check("x < y + 1", None);
        check("x += 1", None);
        check("x.foo", None);
        check("1e-5 + 'a+b'", Some((5, 6)));
        check("f'{x}' % 3", Some((7, 8)));
        check("(a", None);
    }
}
