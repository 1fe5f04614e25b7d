"""A matcher for regular expressions by derivatives, checked against re on many texts."""
import re
from functools import lru_cache, reduce
from itertools import product


class Parser:
    def __init__(self, text):
        self.text, self.at = text, 0

    def peek(self):
        return self.text[self.at:self.at + 1]

    def either(self):
        left = self.sequence()
        while self.peek() == "|":
            self.at += 1
            left = alt(left, self.sequence())
        return left

    def sequence(self):
        made = EMPTY
        while self.peek() not in ("", "|", ")"):
            made = cat(made, self.repeated())
        return made

    def repeated(self):
        made = self.atom()
        while (mark := self.peek()) and mark in "*+?":
            self.at += 1
            made = {"*": star, "+": lambda r: cat(r, star(r)), "?": lambda r: alt(EMPTY, r)}[mark](made)
        return made

    def atom(self):
        char = self.peek()
        self.at += 1
        if char == "(":
            made = self.either()
            if self.peek() != ")":
                raise ValueError(f"no ) at {self.at}")
            self.at += 1
            return made
        if char == ".":
            return ("set", frozenset("abc"))
        if char == "[":
            end = self.text.index("]", self.at)
            chars, self.at = self.text[self.at:end], end + 1
            inside = frozenset(chars.lstrip("^"))
            return ("set", frozenset("abc") - inside if chars[:1] == "^" else inside)
        if char in "*+?":
            raise ValueError(f"nothing to repeat at {self.at - 1}")
        return ("set", frozenset(char))


EMPTY, NOTHING = ("empty",), ("nothing",)


def alt(left, right):
    """One node for any order and grouping of the same options, so that there are few states."""
    options = frozenset().union(*(node[1] if node[0] == "alt" else {node} for node in (left, right) if node != NOTHING))
    return NOTHING if not options else next(iter(options)) if len(options) == 1 else ("alt", options)


def cat(left, right):
    if NOTHING in (left, right):
        return NOTHING
    if left == EMPTY:
        return right
    return left if right == EMPTY else ("cat", left, right)


def star(inner):
    return EMPTY if inner in (EMPTY, NOTHING) else inner if inner[0] == "star" else ("star", inner)


@lru_cache(None)
def nullable(node):
    match node:
        case ("empty",) | ("star", _): return True
        case ("alt", options): return any(map(nullable, options))
        case ("cat", left, right): return nullable(left) and nullable(right)
    return False


@lru_cache(None)
def derive(node, char):
    match node:
        case ("set", chars): return EMPTY if char in chars else NOTHING
        case ("alt", options): return reduce(alt, (derive(node, char) for node in options))
        case ("cat", left, right):
            made = cat(derive(left, char), right)
            return alt(made, derive(right, char)) if nullable(left) else made
        case ("star", inner): return cat(derive(inner, char), node)
    return NOTHING


def automaton(node):
    states, todo = {node: 0}, [node]
    for state in todo:
        for char in "abc":
            if (following := derive(state, char)) not in states:
                states[following] = len(states)
                todo.append(following)
    return states


TEXTS = ["".join(chars) for size in range(6) for chars in product("abc", repeat=size)]
for pattern in ("a", "a*b", "(a|b)*c", "(ab)+", "a?b?c?", "[^a]*a", "(a|ab)(c|bcd)?", ".*abc.*", "(a*)*b", "((a|b)(a|b))*", "", "a(b|)c", "(a|b|c)*a(a|b|c)", "[ab]+[bc]+"):
    tree = Parser(pattern).either()
    own = []
    for text in TEXTS:
        node = tree
        for char in text:
            node = derive(node, char)
        if nullable(node):
            own.append(text)
    theirs = [text for text in TEXTS if re.fullmatch(pattern, text)]
    print(f"{pattern:18} {len(own):3} {own == theirs} {len(automaton(tree)):2} states", own[:4])
for wrong in ("(a", "*a", "[ab", "a|*"):
    for engine in (lambda: Parser(wrong).either(), lambda: re.compile(wrong)):
        try:
            print(wrong, engine())
        except (ValueError, re.error) as error:
            print(wrong, type(error).__name__, error)
