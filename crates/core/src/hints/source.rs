//! Hints for syntax errors, from the message and the line.

use super::line::{Token, tokens};
use super::words::{self, look};
use super::{Hint, names};
use alloc::borrow::Cow;
use alloc::format;
use alloc::vec::Vec;

/// The hint for `message` at `column` (from 1, in characters) of the text of line `line`.
pub(super) fn find(message: &str, text: &str, column: usize, line: i64) -> Option<Hint> {
    let text = text.lines().next().unwrap_or_default();
    let tokens = tokens(text);
    let vague = message == "invalid syntax"
        || message == "expected ':'"
        || message == "expected '('"
        || message.starts_with("invalid syntax. ")
        || message.starts_with("expected 'else'")
        || message.starts_with("expected 'except'")
        || message.starts_with("unmatched '}'")
        || message.starts_with("'{' was never closed")
        || message.starts_with("f-string: invalid syntax")
        || message.starts_with("invalid decimal literal");
    if vague && let Some(hint) = foreign(&tokens) {
        return Some(hint);
    }
    if matches!(message, "invalid syntax" | "expected ':'")
        && let Some(hint) = misspelt(&tokens, text, column)
    {
        return Some(hint);
    }
    by_message(message, text, column, line)
}

/// What is written as in another language, or typed wrongly.
fn foreign(tokens: &[Token<'_>]) -> Option<Hint> {
    let word = |at: usize| {
        tokens
            .get(at)
            .filter(|token| token.is_word())
            .map(|token| token.text)
    };
    let is = |at: usize, text: &str| tokens.get(at).is_some_and(|token| token.text == text);
    let first = tokens.first()?;
    let last = tokens.last()?;
    if first.text == "//" {
        return Some(Cow::Borrowed(
            "a comment begins with '#' and ends with its line",
        ));
    }
    let start = usize::from(is(0, "}"));
    if is(start, "else") && is(start + 1, "if") {
        return Some(Cow::Borrowed("'else if' is written 'elif'"));
    }
    if is(start, "for") && is(start + 1, "(") && tokens.iter().any(|token| token.text == ";") {
        return Some(Cow::Borrowed(
            "a loop that counts is written 'for i in range(count):'",
        ));
    }
    let statement = first.is_word() && !is(1, "=") && !is(1, ".");
    if statement
        && !words::KEYWORDS.contains(&first.text)
        && let Some(text) = look(words::STATEMENTS, first.text)
    {
        return Some(Cow::Borrowed(text));
    }
    let call = tokens.len() > 3 && is(tokens.len() - 2, ")") && first.is_word();
    if start == 1 || last.text == "{" && (call || begins_block(first)) {
        return Some(Cow::Borrowed(
            "a block begins with ':' and is indented; braces make dicts and sets",
        ));
    }
    if is(0, "import") && tokens.iter().any(|token| token.text == "from") {
        let (name, module) = (word(1)?, tokens.last().filter(|t| t.is_word())?.text);
        return Some(Cow::Owned(format!(
            "it is written 'from {module} import {name}'"
        )));
    }
    for (at, token) in tokens.iter().enumerate() {
        if token.string {
            continue;
        }
        match token.text {
            "++" | "--" => {
                let name = at
                    .checked_sub(1)
                    .and_then(word)
                    .or(word(at + 1))
                    .unwrap_or("x");
                let sign = token.text.get(..1).unwrap_or("+");
                return Some(Cow::Owned(format!(
                    "there is no '{}': write {name} {sign}= 1",
                    token.text
                )));
            }
            ";" if at == 0 || is(at + 1, ";") => {
                return Some(Cow::Borrowed(
                    "a statement ends with its line; ';' stands between two in one line",
                ));
            }
            "!" => return Some(Cow::Borrowed("'!' is written 'not'")),
            "?" => {
                return Some(Cow::Borrowed(
                    "there is no '?' operator: a choice is written 'a if test else b'",
                ));
            }
            "then" if is(0, "if") || is(0, "elif") => {
                return Some(Cow::Borrowed("a condition ends with ':', not with 'then'"));
            }
            "do" if at > 0 && (is(0, "for") || is(0, "while")) => {
                return Some(Cow::Borrowed(
                    "the head of a loop ends with ':', not with 'do'",
                ));
            }
            "new" if word(at + 1).is_some() => {
                return Some(Cow::Borrowed(
                    "an object is made by calling its class: Name(...), without 'new'",
                ));
            }
            operator => {
                if let Some(text) = look(words::OPERATORS, operator) {
                    return Some(Cow::Borrowed(text));
                }
            }
        }
    }
    if is(0, "def") && word(1).is_some() && (is(2, ":") || tokens.len() == 2) {
        let name = word(1)?;
        return Some(Cow::Owned(format!(
            "parentheses follow the name, even without parameters: def {name}():"
        )));
    }
    if words::DECLARATIONS.contains(&first.text)
        && let Some(name) = word(1)
        && (tokens.len() == 2 || is(2, "=") || is(2, ";"))
    {
        return Some(Cow::Owned(format!(
            "a variable is made by its first assignment: {name} = ..."
        )));
    }
    if let Some(hint) = keyword_as_name(tokens) {
        return Some(hint);
    }
    if statement && let Some(text) = look(words::STATEMENTS, first.text) {
        return Some(Cow::Borrowed(text));
    }
    None
}

/// Whether a line with this first token and a `{` at its end is the head of a block.
fn begins_block(first: &Token<'_>) -> bool {
    const HEADS: &[&str] = &[
        "if",
        "else",
        "elif",
        "for",
        "while",
        "def",
        "class",
        "try",
        "except",
        "finally",
        "with",
        "match",
        "case",
        "function",
        "func",
        "fn",
        "switch",
        "catch",
        "do",
        "foreach",
        "public",
        "private",
        "struct",
        "interface",
        "async",
    ];
    HEADS.contains(&first.text)
}

/// A keyword where a name must stand.
fn keyword_as_name(tokens: &[Token<'_>]) -> Option<Hint> {
    for (at, token) in tokens.iter().enumerate() {
        let hard = words::KEYWORDS.contains(&token.text) && !matches!(token.text, "match" | "case");
        let value = matches!(token.text, "None" | "True" | "False");
        if token.string || !hard || value {
            continue;
        }
        let text = |at: usize| tokens.get(at).map_or("", |token| token.text);
        let before = at.checked_sub(1).map_or("", text);
        let assigned = text(at + 1) == "=" && token.text != "lambda";
        if assigned || before == "." || before == "def" || before == "class" {
            let name = token.text;
            return Some(Cow::Owned(format!(
                "'{name}' is a keyword and cannot be a name: call it '{name}_', for example"
            )));
        }
    }
    None
}

/// A keyword that is typed wrongly: the first word, or one at the error or just before.
fn misspelt(tokens: &[Token<'_>], text: &str, column: usize) -> Option<Hint> {
    let at = text
        .char_indices()
        .nth(column.saturating_sub(1))
        .map_or(text.len(), |(at, _)| at);
    let first = tokens.first()?;
    let near = tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| token.at <= at);
    let mut candidates: Vec<&Token<'_>> = near.rev().take(2).map(|(_, token)| token).collect();
    let statement = tokens.get(1).is_some_and(|next| {
        let head = tokens.last().is_some_and(|last| last.text == ":");
        next.is_word() || next.string || matches!(next.text, ":") || head
    });
    if statement {
        candidates.insert(0, first);
    }
    for token in candidates {
        if !token.is_word() || words::KEYWORDS.contains(&token.text) {
            continue;
        }
        if let Some(keyword) = names::nearest(token.text, words::KEYWORDS) {
            return Some(Cow::Owned(format!(
                "did you mean '{keyword}' for '{}'?",
                token.text
            )));
        }
    }
    None
}

/// What the message alone calls for.
pub(super) fn by_message(message: &str, text: &str, column: usize, line: i64) -> Option<Hint> {
    let bare = message.strip_prefix("f-string: ").unwrap_or(message);
    if let Some(bracket) = message.strip_suffix(" was never closed") {
        return Some(Cow::Owned(format!(
            "the {bracket} that was opened in line {line}, column {column} has no partner"
        )));
    }
    if message.starts_with("closing parenthesis") {
        return mismatch(message, text, column);
    }
    if let Some(bracket) = message.strip_prefix("unmatched ") {
        return Some(Cow::Owned(format!(
            "no bracket is open here: take the {bracket} away, or open one before it"
        )));
    }
    if message == "expected ':'" {
        let head = text
            .trim()
            .split([' ', '(', ':'])
            .next()
            .unwrap_or_default();
        return Some(if words::KEYWORDS.contains(&head) {
            Cow::Owned(format!("the head of '{head}' ends with a colon"))
        } else {
            Cow::Borrowed("the head of a block ends with a colon")
        });
    }
    if message.starts_with("unterminated string literal") {
        let apostrophe = text.matches('\'').count() > 2 && !text.contains('"');
        return Some(Cow::Owned(if apostrophe {
            format!(
                "the string that begins in column {column} does not end; an apostrophe within '...' is written \\', or the string in \"...\""
            )
        } else {
            format!(
                "the string that begins in column {column} has no closing quote in its line; \"\"\" holds several lines"
            )
        }));
    }
    if message.starts_with("unterminated triple-quoted string") {
        return Some(Cow::Owned(format!(
            "the string that begins in line {line}, column {column} has no closing quotes"
        )));
    }
    if let Some(rest) = message.strip_prefix("expected an indented block after ") {
        let what = rest.split(" on line ").next().unwrap_or(rest);
        return Some(Cow::Owned(format!(
            "what belongs to the {what} is indented by four spaces; 'pass' does nothing"
        )));
    }
    if message.starts_with("invalid character '") {
        let found = message.chars().nth(19)?;
        return Some(Cow::Borrowed(match found {
            '\u{2018}' | '\u{2019}' | '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{00AB}'
            | '\u{00BB}' => "a string stands in plain quotes: ' or \"",
            '\u{2013}' | '\u{2014}' | '\u{2212}' => "minus is the plain '-'",
            '\u{00D7}' => "times is written '*'",
            '\u{00F7}' => "divided by is written '/'",
            '\u{2264}' => "less or equal is written '<='",
            '\u{2265}' => "greater or equal is written '>='",
            '\u{2260}' => "not equal is written '!='",
            _ => "this character may stand in strings and comments only",
        }));
    }
    if message.starts_with("(unicode error)") && message.contains("unicodeescape") {
        return Some(Cow::Borrowed(
            "'\\' begins an escape: a Windows path is written r\"C:\\...\", or with '/'",
        ));
    }
    if message.starts_with("cannot assign to ") && message.contains("here. Maybe") {
        return Some(Cow::Borrowed(
            "the name that gets the value stands on the left of '='; '==' compares",
        ));
    }
    if bare.starts_with("cannot assign to ") {
        return Some(Cow::Borrowed(
            "only names, items and attributes can be assigned to",
        ));
    }
    if message.starts_with("non-default argument follows") {
        return Some(Cow::Borrowed(
            "parameters without a default stand before those with one",
        ));
    }
    if message.starts_with("positional argument follows keyword") {
        return Some(Cow::Borrowed(
            "arguments without a name stand before name=value",
        ));
    }
    look(BY_MESSAGE, message)
        .or(look(BY_MESSAGE, bare))
        .map(Cow::Borrowed)
}

/// Messages that say all.
const BY_MESSAGE: &[(&str, &str)] = &[
    (
        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
        "'=' assigns; '==' compares",
    ),
    (
        "invalid syntax. Perhaps you forgot a comma?",
        "a comma stands between two items or arguments",
    ),
    (
        "Missing parentheses in call to 'print'. Did you mean print(...)?",
        "print is a function: its arguments stand in parentheses",
    ),
    (
        "Missing parentheses in call to 'exec'. Did you mean exec(...)?",
        "exec is a function: its argument stands in parentheses",
    ),
    (
        "inconsistent use of tabs and spaces in indentation",
        "this line is indented by tabs where others have spaces: use four spaces for each level",
    ),
    (
        "unindent does not match any outer indentation level",
        "this line must begin where a line above begins whose block it belongs to",
    ),
    (
        "unexpected indent",
        "this line is indented more than the one before, which opens no block",
    ),
    ("expected '('", "parentheses follow the name: def f():"),
    (
        "expected 'else' after 'if' expression",
        "a choice is written 'a if test else b'",
    ),
    (
        "expected 'except' or 'finally' block",
        "a 'try' needs an 'except' or a 'finally' behind its block",
    ),
    (
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
        "take the zeros away; octal 17 is written 0o17",
    ),
    (
        "invalid decimal literal",
        "a name cannot begin with a digit, and '*' is written out: 2 * x",
    ),
    (
        "'return' outside function",
        "'return' stands in a function; sys.exit() ends a program",
    ),
    ("'yield' outside function", "'yield' stands in a function"),
    (
        "'await' outside function",
        "'await' stands in an 'async def'; asyncio.run(main()) starts one",
    ),
    (
        "'await' outside async function",
        "the function must begin with 'async def'",
    ),
    (
        "'async with' outside async function",
        "the function must begin with 'async def'",
    ),
    (
        "'async for' outside async function",
        "the function must begin with 'async def'",
    ),
    (
        "'break' outside loop",
        "'break' stands in a loop; 'return' leaves a function",
    ),
    (
        "'continue' not properly in loop",
        "'continue' stands in a loop",
    ),
    (
        "unexpected character after line continuation character",
        "'\\' joins a line with the next: nothing may follow it in its line",
    ),
    (
        "unexpected EOF while parsing",
        "the source ends in the middle of a statement",
    ),
    (
        "f-string: expecting '}'",
        "a '{' in an f-string opens an expression; a brace is written '{{'",
    ),
    (
        "f-string: single '}' is not allowed",
        "a brace in an f-string is written '}}'",
    ),
    (
        "f-string: empty expression not allowed",
        "braces in an f-string are written '{{' and '}}'",
    ),
    (
        "f-string expression part cannot include a backslash",
        "compute the value before, and write its name in the braces",
    ),
    (
        "named arguments must follow bare *",
        "names of parameters follow the '*', or nothing stands there",
    ),
    (
        "iterable argument unpacking follows keyword argument unpacking",
        "*args stands before **kwargs",
    ),
    (
        "from __future__ imports must occur at the beginning of the file",
        "the line stands before all others but the docstring",
    ),
    (
        "import * only allowed at module level",
        "a function imports names one by one",
    ),
    (
        "nonlocal declaration not allowed at module level",
        "at module level every name is global",
    ),
    (
        "Generator expression must be parenthesized",
        "put parentheses around 'x for x in y' where other arguments stand beside it",
    ),
    (
        "expression cannot contain assignment, perhaps you meant \"==\"?",
        "name=value in a call needs a plain name; '==' compares",
    ),
    (
        "trailing comma not allowed without surrounding parentheses",
        "names in parentheses may end with a comma",
    ),
    (
        "default 'except:' must be last",
        "'except:' catches all: it stands behind the others",
    ),
    (
        "source code string cannot contain null bytes",
        "the file is no text, or no UTF-8",
    ),
];

/// `(]`: the place of the bracket that is open.
fn mismatch(message: &str, text: &str, column: usize) -> Option<Hint> {
    let mut quoted = message.split('\'').skip(1).step_by(2);
    let (close, open) = (quoted.next()?, quoted.next()?);
    let partner = match open {
        "(" => ")",
        "[" => "]",
        _ => "}",
    };
    if let Some(line) = message.split(" on line ").nth(1) {
        return Some(Cow::Owned(format!(
            "the '{open}' that was opened in line {line} is closed by '{partner}', not by '{close}'"
        )));
    }
    let end = text
        .char_indices()
        .nth(column.saturating_sub(1))
        .map_or(text.len(), |(at, _)| at);
    let mut stack: Vec<&Token<'_>> = Vec::new();
    let tokens = tokens(text);
    for token in tokens.iter().take_while(|token| token.at < end) {
        match token.text {
            "(" | "[" | "{" => stack.push(token),
            ")" | "]" | "}" => drop(stack.pop()),
            _ => {}
        }
    }
    let at = stack.last().map_or(0, |token| token.at);
    let place = text.get(..at).unwrap_or_default().chars().count() + 1;
    Some(Cow::Owned(format!(
        "the '{open}' that was opened in column {place} is closed by '{partner}', not by '{close}'"
    )))
}
