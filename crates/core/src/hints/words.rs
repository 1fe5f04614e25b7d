//! Words of other languages and of Python 2, and what they are called here.

/// The word beside `key` in a table.
pub(super) fn look<'t>(table: &'t [(&str, &'t str)], key: &str) -> Option<&'t str> {
    table
        .iter()
        .find(|(word, _)| *word == key)
        .map(|(_, text)| *text)
}

/// What a statement begins with in other languages.
pub(super) const STATEMENTS: &[(&str, &str)] = &[
    ("elseif", "'elseif' is written 'elif'"),
    ("elsif", "'elsif' is written 'elif'"),
    (
        "elif",
        "'elif' belongs to an 'if' above, with the same indentation",
    ),
    (
        "else",
        "'else' belongs to an 'if', 'for', 'while' or 'try' above, with the same indentation",
    ),
    (
        "except",
        "'except' belongs to a 'try' above, with the same indentation",
    ),
    (
        "finally",
        "'finally' belongs to a 'try' above, with the same indentation",
    ),
    (
        "function",
        "a function is defined by 'def name(parameters):'",
    ),
    ("func", "a function is defined by 'def name(parameters):'"),
    ("fn", "a function is defined by 'def name(parameters):'"),
    ("fun", "a function is defined by 'def name(parameters):'"),
    ("sub", "a function is defined by 'def name(parameters):'"),
    ("define", "a function is defined by 'def name(parameters):'"),
    (
        "switch",
        "'switch' is written 'match value:' with 'case pattern:' in its block",
    ),
    (
        "select",
        "'select' is written 'match value:' with 'case pattern:' in its block",
    ),
    ("foreach", "'foreach' is written 'for item in items:'"),
    (
        "repeat",
        "a loop is written 'while test:' or 'for item in items:'",
    ),
    ("loop", "an endless loop is written 'while True:'"),
    (
        "do",
        "a loop is written 'while test:', with its test first; 'break' leaves it",
    ),
    ("until", "'until x' is written 'while not x:'"),
    ("unless", "'unless x' is written 'if not x:'"),
    ("catch", "'catch' is written 'except SomeError as error:'"),
    (
        "throw",
        "'throw' is written 'raise SomeError(\"what went wrong\")'",
    ),
    ("include", "a module is made known by 'import name'"),
    ("using", "a module is made known by 'import name'"),
    ("require", "a module is made known by 'import name'"),
    (
        "public",
        "there are no access words: a name that begins with '_' is private by agreement",
    ),
    (
        "private",
        "there are no access words: a name that begins with '_' is private by agreement",
    ),
    (
        "protected",
        "there are no access words: a name that begins with '_' is private by agreement",
    ),
    (
        "static",
        "a static method has the line '@staticmethod' above it",
    ),
    ("void", "a function is defined by 'def name(parameters):'"),
    ("struct", "a class is defined by 'class Name:'"),
    ("interface", "a class is defined by 'class Name:'"),
    (
        "end",
        "a block ends where its indentation ends; nothing is written there",
    ),
    (
        "endif",
        "a block ends where its indentation ends; nothing is written there",
    ),
    (
        "fi",
        "a block ends where its indentation ends; nothing is written there",
    ),
    (
        "done",
        "a block ends where its indentation ends; nothing is written there",
    ),
];

/// Words that declare a variable in other languages.
pub(super) const DECLARATIONS: &[&str] = &[
    "var", "let", "const", "local", "my", "auto", "dim", "int", "float", "double", "str", "string",
    "String", "char", "bool", "boolean", "long", "final",
];

/// Operators of other languages.
pub(super) const OPERATORS: &[(&str, &str)] = &[
    ("&&", "'&&' is written 'and'"),
    ("||", "'||' is written 'or'"),
    (
        "===",
        "'===' is written '==' ('is' asks whether both are the same object)",
    ),
    (
        "!==",
        "'!==' is written '!=' ('is not' asks whether both are different objects)",
    ),
    ("<>", "'<>' is written '!='"),
    ("=<", "'=<' is written '<='"),
    ("<=>", "there is no '<=>': compare by '<', '==' and '>'"),
    (
        "=>",
        "'=>' is '>=' if it compares; a small function is written 'lambda x: x + 1'",
    ),
    ("::", "a name within a module or a class follows a '.'"),
    ("/*", "a comment begins with '#' and ends with its line"),
    ("*/", "a comment begins with '#' and ends with its line"),
    ("${", "a value within a text: f\"... {value} ...\""),
    ("$", "names do not begin with '$'"),
    (
        "`",
        "'`' quotes nothing here: a text stands in ' or \", repr(x) shows a value",
    ),
];

/// The keywords, for those that are typed wrongly.
pub(super) const KEYWORDS: &[&str] = &[
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", "False",
    "None", "True", "match", "case",
];

/// Names that other languages and Python 2 know.
pub(super) const NAMES: &[(&str, &str)] = &[
    ("null", "'null' is written 'None'"),
    ("NULL", "'NULL' is written 'None'"),
    ("nil", "'nil' is written 'None'"),
    ("undefined", "'undefined' is written 'None'"),
    ("nothing", "'nothing' is written 'None'"),
    ("true", "'true' is written 'True'"),
    ("false", "'false' is written 'False'"),
    ("TRUE", "'TRUE' is written 'True'"),
    ("FALSE", "'FALSE' is written 'False'"),
    ("NaN", "not a number is float('nan')"),
    ("Infinity", "infinity is float('inf')"),
    (
        "this",
        "'this' is the method's first parameter here, 'self': def method(self): ...",
    ),
    (
        "self",
        "'self' is a method's first parameter: def method(self): ...",
    ),
    ("xrange", "'xrange' of Python 2 is 'range'"),
    ("raw_input", "'raw_input' of Python 2 is 'input'"),
    ("unicode", "'unicode' of Python 2 is 'str'"),
    ("basestring", "'basestring' of Python 2 is 'str'"),
    ("unichr", "'unichr' of Python 2 is 'chr'"),
    ("long", "'long' of Python 2 is 'int', which has no limit"),
    (
        "execfile",
        "'execfile' of Python 2: exec(open(name).read())",
    ),
    ("cmp", "'cmp' of Python 2: (a > b) - (a < b)"),
    (
        "reduce",
        "'reduce' stands in a module: from functools import reduce",
    ),
    (
        "reload",
        "'reload' stands in a module: from importlib import reload",
    ),
    ("string", "the type of a text is 'str'"),
    ("boolean", "the type of True and False is 'bool'"),
    ("double", "the type of numbers with a fraction is 'float'"),
    (
        "char",
        "there is no type of single characters: 'a' is a str of length 1",
    ),
    ("array", "a list is written [1, 2, 3]"),
    (
        "printf",
        "print(f\"... {value} ...\") shows a value within a text",
    ),
    ("echo", "print(...) shows a value"),
    ("puts", "print(...) shows a value"),
    ("println", "print(...) shows a value"),
    ("console", "print(...) shows a value"),
    ("System", "print(...) shows a value"),
    (
        "new",
        "an object is made by calling its class: Name(...), without 'new'",
    ),
    ("elif", "'elif' belongs to an 'if' above"),
    (
        "end",
        "a block ends where its indentation ends; nothing is written there",
    ),
    ("typeof", "type(x) gives the type of x"),
    ("instanceof", "isinstance(x, Class) asks for the type of x"),
    ("strlen", "len(text) gives the length of a text"),
    ("length", "len(x) gives the length of x"),
    ("size", "len(x) gives the length of x"),
    ("parseInt", "int(text) makes a number of a text"),
    ("parseFloat", "float(text) makes a number of a text"),
    ("toString", "str(x) makes a text of x"),
    ("sqrt", "'sqrt' stands in a module: from math import sqrt"),
    ("sin", "'sin' stands in a module: from math import sin"),
    ("cos", "'cos' stands in a module: from math import cos"),
    (
        "floor",
        "'floor' stands in a module: from math import floor",
    ),
    ("ceil", "'ceil' stands in a module: from math import ceil"),
    ("pi", "'pi' stands in a module: from math import pi"),
    (
        "randint",
        "'randint' stands in a module: from random import randint",
    ),
    (
        "sleep",
        "'sleep' stands in a module: from time import sleep",
    ),
    (
        "datetime",
        "'datetime' stands in a module: from datetime import datetime",
    ),
    (
        "defaultdict",
        "'defaultdict' stands in a module: from collections import defaultdict",
    ),
    (
        "Counter",
        "'Counter' stands in a module: from collections import Counter",
    ),
    (
        "namedtuple",
        "'namedtuple' stands in a module: from collections import namedtuple",
    ),
    (
        "deque",
        "'deque' stands in a module: from collections import deque",
    ),
    (
        "dataclass",
        "'dataclass' stands in a module: from dataclasses import dataclass",
    ),
    (
        "partial",
        "'partial' stands in a module: from functools import partial",
    ),
    ("Enum", "'Enum' stands in a module: from enum import Enum"),
    (
        "Optional",
        "'Optional' stands in a module: from typing import Optional",
    ),
    (
        "List",
        "'List' stands in a module (from typing import List); 'list[int]' needs none",
    ),
    (
        "Dict",
        "'Dict' stands in a module (from typing import Dict); 'dict[str, int]' needs none",
    ),
    ("Any", "'Any' stands in a module: from typing import Any"),
];

/// Attributes that other types and other languages have: the type (`*` for any), the
/// name, and the sentence.
pub(super) const ATTRIBUTES: &[(&str, &str, &str)] = &[
    ("*", "length", "len(x) gives the length of x"),
    ("*", "len", "len(x) gives the length of x"),
    ("*", "size", "len(x) gives the length of x"),
    ("*", "toString", "str(x) makes a text of x"),
    ("*", "next", "next(x) gives the next item of x"),
    ("list", "push", "a list grows by append(item)"),
    ("list", "add", "a list grows by append(item)"),
    ("list", "push_back", "a list grows by append(item)"),
    (
        "list",
        "contains",
        "'item in x' asks whether x contains the item",
    ),
    (
        "list",
        "includes",
        "'item in x' asks whether x contains the item",
    ),
    ("list", "indexOf", "index(item) gives the place of an item"),
    (
        "list",
        "find",
        "index(item) gives the place of an item; 'item in x' asks for it",
    ),
    (
        "list",
        "map",
        "[f(item) for item in x] makes a list of results",
    ),
    (
        "list",
        "filter",
        "[item for item in x if test(item)] makes a list of those that pass",
    ),
    ("list", "forEach", "'for item in x:' goes through x"),
    ("list", "join", "a text joins: ', '.join(x)"),
    (
        "list",
        "split",
        "a list has no 'split'; a text has: is x a list of texts?",
    ),
    ("list", "shift", "pop(0) takes the first item"),
    ("list", "slice", "x[start:stop] gives a part of x"),
    ("list", "concat", "x + y puts two lists together"),
    (
        "list",
        "keys",
        "a list has no keys: enumerate(x) gives places with items",
    ),
    (
        "list",
        "items",
        "a list has no keys: enumerate(x) gives places with items",
    ),
    ("list", "get", "a list has no 'get': x[place] gives an item"),
    (
        "str",
        "append",
        "a text cannot be changed: x = x + y makes a longer one",
    ),
    (
        "str",
        "add",
        "a text cannot be changed: x = x + y makes a longer one",
    ),
    (
        "str",
        "contains",
        "'part in x' asks whether x contains a part",
    ),
    (
        "str",
        "includes",
        "'part in x' asks whether x contains a part",
    ),
    (
        "str",
        "indexOf",
        "find(part) gives the place of a part, or -1",
    ),
    ("str", "toUpperCase", "upper() gives the text in capitals"),
    (
        "str",
        "toLowerCase",
        "lower() gives the text in small letters",
    ),
    ("str", "trim", "strip() takes blanks off both ends"),
    (
        "str",
        "chomp",
        "rstrip() takes blanks and line ends off the end",
    ),
    ("str", "substring", "x[start:stop] gives a part of x"),
    ("str", "substr", "x[start:stop] gives a part of x"),
    ("str", "charAt", "x[place] gives a character"),
    ("str", "reverse", "x[::-1] gives the text backwards"),
    (
        "str",
        "sort",
        "sorted(x) gives a list of the characters in order",
    ),
    (
        "str",
        "decode",
        "a str is decoded already; bytes have 'decode'",
    ),
    ("str", "startsWith", "the method is written 'startswith'"),
    ("str", "endsWith", "the method is written 'endswith'"),
    (
        "str",
        "replaceAll",
        "replace(old, new) replaces every place",
    ),
    (
        "bytes",
        "format",
        "bytes have no 'format': use % or decode() them first",
    ),
    (
        "bytes",
        "encode",
        "bytes are encoded already; they have 'decode'",
    ),
    (
        "tuple",
        "append",
        "a tuple cannot be changed: list(x) makes a list, which can",
    ),
    (
        "tuple",
        "sort",
        "a tuple cannot be changed: sorted(x) gives a list in order",
    ),
    (
        "tuple",
        "add",
        "a tuple cannot be changed: list(x) makes a list, which can",
    ),
    ("dict", "has_key", "'key in x' asks for a key"),
    ("dict", "iteritems", "'iteritems' of Python 2 is 'items'"),
    ("dict", "iterkeys", "'iterkeys' of Python 2 is 'keys'"),
    ("dict", "itervalues", "'itervalues' of Python 2 is 'values'"),
    ("dict", "append", "x[key] = value puts a value into a dict"),
    ("dict", "add", "x[key] = value puts a value into a dict"),
    ("dict", "contains", "'key in x' asks for a key"),
    ("dict", "sort", "sorted(x) gives the keys in order"),
    ("dict", "*", "a value of a dict is written x['NAME']"),
    ("set", "append", "a set grows by add(item)"),
    ("set", "push", "a set grows by add(item)"),
    (
        "set",
        "contains",
        "'item in x' asks whether x contains the item",
    ),
    ("set", "sort", "sorted(x) gives a list in order"),
    (
        "generator",
        "append",
        "a generator is no list: list(x) makes one",
    ),
    (
        "range",
        "append",
        "a range cannot be changed: list(x) makes a list, which can",
    ),
    (
        "coroutine",
        "*",
        "a coroutine has not run yet: 'await' gives its result",
    ),
    (
        "function",
        "*",
        "this is the function itself: a call has parentheses, f()",
    ),
    (
        "method",
        "*",
        "this is the method itself: a call has parentheses, x.method()",
    ),
    (
        "builtin_function_or_method",
        "*",
        "this is the function itself: a call has parentheses, f()",
    ),
];
