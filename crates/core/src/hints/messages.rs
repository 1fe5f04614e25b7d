//! Hints that the class of an exception and its text call for.

use super::Hint;
use alloc::borrow::Cow;

/// Where a text must fit.
enum Text {
    /// Begins with.
    Start(&'static str),
    /// Contains.
    Has(&'static str),
    /// Begins and ends with.
    Ends(&'static str, &'static str),
    /// Whatever it is.
    Any,
}
use Text::{Any, Ends, Has, Start};

/// The hint for an exception of class `class` with this text.
pub(super) fn find(class: &str, text: &str) -> Option<Hint> {
    HINTS
        .iter()
        .find(|(of, wanted, _)| {
            *of == class
                && match wanted {
                    Start(start) => text.starts_with(start),
                    Has(part) => text.contains(part),
                    Ends(start, end) => text.starts_with(start) && text.ends_with(end),
                    Any => true,
                }
        })
        .map(|(_, _, hint)| Cow::Borrowed(*hint))
}

const NUMBER_TO_TEXT: &str =
    "str(x) makes a text of a number, f\"...{x}...\" puts it into one; int(text) makes a number";
const NONE: &str = "one of the values is None: a function without 'return' gives None, and so does what changes an object in place";

const HINTS: &[(&str, Text, &str)] = &[
    (
        "TypeError",
        Start("'coroutine' object"),
        "a coroutine has not run yet: 'await' gives its result",
    ),
    (
        "TypeError",
        Start("can only concatenate str"),
        NUMBER_TO_TEXT,
    ),
    ("TypeError", Has("'NoneType' and"), NONE),
    ("TypeError", Has("and 'NoneType'"), NONE),
    (
        "TypeError",
        Ends("unsupported operand type(s) for +", "'int' and 'str'"),
        NUMBER_TO_TEXT,
    ),
    (
        "TypeError",
        Ends("unsupported operand type(s) for +", "'float' and 'str'"),
        NUMBER_TO_TEXT,
    ),
    (
        "TypeError",
        Start("unsupported operand type(s) for -: 'str'"),
        NUMBER_TO_TEXT,
    ),
    (
        "TypeError",
        Ends("unsupported operand type(s) for", "and 'str'"),
        NUMBER_TO_TEXT,
    ),
    (
        "TypeError",
        Start("can't multiply sequence by non-int of type 'str'"),
        NUMBER_TO_TEXT,
    ),
    (
        "TypeError",
        Start("can't multiply sequence by non-int of type 'float'"),
        "'/' gives a float: '//' divides without a rest, int(x) cuts the fraction off",
    ),
    (
        "TypeError",
        Start("can only concatenate list"),
        "append(item) adds one item to a list, extend(items) several",
    ),
    (
        "TypeError",
        Start("can only concatenate tuple"),
        "a tuple of one item is written (item,)",
    ),
    (
        "TypeError",
        Ends("'<' not supported", "'str' and 'int'"),
        "input() gives a text: int(text) makes a number of it",
    ),
    (
        "TypeError",
        Ends("'>' not supported", "'str' and 'int'"),
        "input() gives a text: int(text) makes a number of it",
    ),
    (
        "TypeError",
        Ends("'<=' not supported", "'str' and 'int'"),
        "input() gives a text: int(text) makes a number of it",
    ),
    (
        "TypeError",
        Ends("'>=' not supported", "'str' and 'int'"),
        "input() gives a text: int(text) makes a number of it",
    ),
    (
        "TypeError",
        Has("not supported between instances of 'NoneType'"),
        NONE,
    ),
    (
        "TypeError",
        Start("'module' object is not callable"),
        "the module holds what is to be called: module.name(...)",
    ),
    (
        "TypeError",
        Ends("'list' object", "is not callable"),
        "an item is written x[place]; or a variable is called 'list' and hides the type",
    ),
    (
        "TypeError",
        Ends("'dict' object", "is not callable"),
        "an item is written x[key]; or a variable is called 'dict' and hides the type",
    ),
    (
        "TypeError",
        Ends("'tuple' object", "is not callable"),
        "a comma is missing between two tuples, or an item is written x[place]",
    ),
    (
        "TypeError",
        Ends("'str' object", "is not callable"),
        "a variable that holds a text hides the function of that name, or a comma is missing before '('",
    ),
    (
        "TypeError",
        Ends("'int' object", "is not callable"),
        "'*' is written out: 2 * (3 + 4); or a variable hides the function of that name",
    ),
    (
        "TypeError",
        Ends("'float' object", "is not callable"),
        "'*' is written out: 2.0 * (3 + 4); or a variable hides the function of that name",
    ),
    (
        "TypeError",
        Ends("'NoneType' object", "is not callable"),
        "the value is None: the function was never set, or its result was called",
    ),
    (
        "TypeError",
        Ends("'", "object is not callable"),
        "only functions, methods, classes and objects with '__call__' can be called",
    ),
    (
        "TypeError",
        Start("'NoneType' object is not subscriptable"),
        NONE,
    ),
    (
        "TypeError",
        Start("'NoneType' object is not iterable"),
        NONE,
    ),
    (
        "TypeError",
        Start("cannot unpack non-iterable NoneType"),
        NONE,
    ),
    (
        "TypeError",
        Start("'function' object is not subscriptable"),
        "a call has parentheses: f(x), not f[x]",
    ),
    (
        "TypeError",
        Start("'method' object is not subscriptable"),
        "a call has parentheses: x.method(y), not x.method[y]",
    ),
    (
        "TypeError",
        Start("'builtin_function_or_method' object is not subscriptable"),
        "a call has parentheses: f(x), not f[x]",
    ),
    (
        "TypeError",
        Start("'generator' object is not subscriptable"),
        "a generator gives its items once, in order: list(x) keeps them",
    ),
    (
        "TypeError",
        Start("'set' object is not subscriptable"),
        "a set has no places: list(x) or sorted(x) has",
    ),
    (
        "TypeError",
        Start("'int' object is not iterable"),
        "'for i in range(n):' counts from 0 to n - 1",
    ),
    (
        "TypeError",
        Start("'float' object is not iterable"),
        "'for i in range(n):' counts, n being an int",
    ),
    (
        "TypeError",
        Ends("'", "object is not iterable"),
        "'for', list() and unpacking need a list, a text or something else that has items",
    ),
    (
        "TypeError",
        Ends("object ", "can't be used in 'await' expression"),
        "'await' stands before the call of an 'async def'",
    ),
    (
        "TypeError",
        Start("unhashable type: 'list'"),
        "a key, or an item of a set, must not change: tuple(x) makes one of a list",
    ),
    (
        "TypeError",
        Start("unhashable type: 'set'"),
        "a key, or an item of a set, must not change: frozenset(x) makes one of a set",
    ),
    (
        "TypeError",
        Start("unhashable type: 'dict'"),
        "a key, or an item of a set, must not change: tuple(x.items()) makes one of a dict",
    ),
    (
        "TypeError",
        Start("'float' object cannot be interpreted as an integer"),
        "'/' gives a float: '//' divides without a rest, int(x) cuts the fraction off",
    ),
    (
        "TypeError",
        Start("'str' object cannot be interpreted as an integer"),
        "int(text) makes a number of a text",
    ),
    (
        "TypeError",
        Start("list indices must be integers or slices, not float"),
        "'/' gives a float: '//' divides without a rest",
    ),
    (
        "TypeError",
        Start("list indices must be integers or slices, not str"),
        "this is a list: places are numbers; its items may be dicts, x[0]['key']",
    ),
    (
        "TypeError",
        Start("list indices must be integers or slices, not tuple"),
        "an item of a list in a list is written x[i][j]",
    ),
    (
        "TypeError",
        Start("list indices must be integers or slices, not list"),
        "a comma is missing between two lists, or a place is a number",
    ),
    (
        "TypeError",
        Start("string indices must be integers"),
        "this is a text: places are numbers; is it to be a dict (json.loads makes one)?",
    ),
    (
        "TypeError",
        Start("tuple indices must be integers or slices"),
        "places of a tuple are numbers",
    ),
    (
        "TypeError",
        Start("'str' object does not support item assignment"),
        "a text cannot be changed: replace(old, new) makes another",
    ),
    (
        "TypeError",
        Start("'tuple' object does not support item"),
        "a tuple cannot be changed: list(x) makes a list, which can",
    ),
    (
        "TypeError",
        Start("'str' object does not support item deletion"),
        "a text cannot be changed: replace(old, '') makes another",
    ),
    (
        "TypeError",
        Ends("object of type", "has no len()"),
        "len() counts the items of a list or the characters of a text: len(str(x)) those of a number",
    ),
    (
        "TypeError",
        Start("exceptions must derive from BaseException"),
        "raise an exception: raise ValueError(\"what went wrong\")",
    ),
    (
        "TypeError",
        Start("catching classes that do not inherit"),
        "'except' names classes of exceptions: except (KeyError, ValueError):",
    ),
    (
        "TypeError",
        Ends("int() argument must be", "not 'NoneType'"),
        NONE,
    ),
    (
        "TypeError",
        Ends("int() argument must be", "not 'list'"),
        "[int(x) for x in items] makes numbers of a list's texts",
    ),
    (
        "TypeError",
        Start("a bytes-like object is required, not 'str'"),
        "text.encode() makes bytes of a text; b'...' are bytes",
    ),
    (
        "TypeError",
        Start("sequence item 0: expected str instance"),
        "a text joins texts: ', '.join(str(x) for x in items)",
    ),
    (
        "TypeError",
        Start("Can't instantiate abstract class"),
        "the class must define all abstract methods of its bases",
    ),
    (
        "TypeError",
        Start("super(type, obj): obj must be"),
        "'super()' without arguments stands in a method of the class",
    ),
    (
        "TypeError",
        Ends("", "not all arguments converted during string formatting"),
        "'%' needs a place for each value; f\"...{x}...\" is simpler",
    ),
    (
        "ValueError",
        Start("too many values to unpack"),
        "as many names as values stand on the left; '*rest' takes those that are left",
    ),
    (
        "ValueError",
        Start("not enough values to unpack"),
        "as many names as values stand on the left; split() without an argument drops empty ones",
    ),
    (
        "ValueError",
        Has("for int() with base 10: ''"),
        "the text is empty: ask for it first",
    ),
    (
        "ValueError",
        Start("invalid literal for int() with base 10"),
        "the text must be a whole number; float(text) reads a fraction",
    ),
    (
        "ValueError",
        Start("could not convert string to float"),
        "a fraction is written with a point, without blanks inside: 1.5",
    ),
    (
        "ValueError",
        Start("list.remove(x): x not in list"),
        "'if x in items:' asks first",
    ),
    (
        "ValueError",
        Ends("", "is not in list"),
        "'if x in items:' asks first",
    ),
    (
        "ValueError",
        Start("substring not found"),
        "find(part) gives -1 where a part is missing",
    ),
    (
        "ValueError",
        Start("math domain error"),
        "the function has no real value there: a square root or logarithm of a negative number?",
    ),
    (
        "ValueError",
        Start("Exceeds the limit"),
        "sys.set_int_max_str_digits(n) raises the limit; hex(x) has none",
    ),
    (
        "ValueError",
        Start("max() arg is an empty sequence"),
        "max(items, default=0) gives the default for none",
    ),
    (
        "ValueError",
        Start("min() arg is an empty sequence"),
        "min(items, default=0) gives the default for none",
    ),
    (
        "ValueError",
        Ends("max()", "is empty"),
        "max(items, default=0) gives the default for none",
    ),
    (
        "ValueError",
        Start("slice step cannot be zero"),
        "the third number of a slice is its step",
    ),
    (
        "RuntimeError",
        Start("dictionary changed size during iteration"),
        "go through a copy: for key in list(d):",
    ),
    (
        "RuntimeError",
        Start("dictionary keys changed during iteration"),
        "go through a copy: for key in list(d):",
    ),
    (
        "RuntimeError",
        Start("Set changed size during iteration"),
        "go through a copy: for item in list(s):",
    ),
    (
        "RuntimeError",
        Start("deque mutated during iteration"),
        "go through a copy: for item in list(d):",
    ),
    (
        "RuntimeError",
        Start("generator raised StopIteration"),
        "'return' ends a generator",
    ),
    (
        "RuntimeError",
        Start("asyncio.run() cannot be called from a running event loop"),
        "'await' runs a coroutine within a coroutine",
    ),
    (
        "RuntimeError",
        Start("no running event loop"),
        "asyncio.run(main()) starts one",
    ),
    (
        "RecursionError",
        Any,
        "a function calls itself without end: which case ends it? (sys.setrecursionlimit(n) raises the limit)",
    ),
    (
        "MemoryError",
        Any,
        "the limit of memory is reached: does something grow without end? (Limits::memory raises it)",
    ),
    (
        "OverflowError",
        Has("too large to convert"),
        "a float ends at about 1.8e308; ints have no limit",
    ),
    (
        "OverflowError",
        Start("math range error"),
        "a float ends at about 1.8e308",
    ),
    (
        "UnicodeDecodeError",
        Has("'utf-8' codec"),
        "the bytes are no UTF-8: name their encoding, decode('latin-1') or open(name, encoding='latin-1')",
    ),
    (
        "UnicodeDecodeError",
        Any,
        "the bytes are of another encoding: UTF-8 is the usual one",
    ),
    (
        "UnicodeEncodeError",
        Has("surrogates not allowed"),
        "the text holds half a character, of bytes that were no UTF-8",
    ),
    (
        "UnicodeEncodeError",
        Any,
        "the encoding has no such character: 'utf-8' has all",
    ),
    (
        "StopIteration",
        Any,
        "next(x, default) gives the default at the end",
    ),
    (
        "FileNotFoundError",
        Any,
        "a name without a folder is searched in the current folder, os.getcwd()",
    ),
    (
        "EOFError",
        Start("EOF when reading a line"),
        "the input has ended: there is no line left for input()",
    ),
];
