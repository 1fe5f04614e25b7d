"""A small regular-expression engine by derivatives of patterns, with memory, checked against re."""
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache, reduce


class Pattern:
    nullable = False

    def __or__(self, other):
        if self == EMPTY or self == other:
            return other
        return self if other == EMPTY else Either(*sorted((self, other), key=repr))

    def __add__(self, other):
        if EMPTY in (self, other):
            return EMPTY
        return other if self == NOTHING else self if other == NOTHING else Sequence(self, other)

    @cached_property
    def star(self):
        return self if isinstance(self, Star) or self in (NOTHING,) else Star(self)

    def matches(self, text):
        return reduce(lambda pattern, char: pattern.derive(char), text, self).nullable


@dataclass(frozen=True, eq=True)
class Empty(Pattern):
    def derive(self, char):
        return self


@dataclass(frozen=True)
class Nothing(Pattern):
    nullable = True

    def derive(self, char):
        return EMPTY


@dataclass(frozen=True)
class Chars(Pattern):
    chars: frozenset
    inverted: bool = False

    def derive(self, char):
        return NOTHING if (char in self.chars) != self.inverted else EMPTY

    def __repr__(self):
        return f'[{"^" * self.inverted}{"".join(sorted(self.chars))}]'


@dataclass(frozen=True)
class Either(Pattern):
    left: Pattern
    right: Pattern

    @cached_property
    def nullable(self):
        return self.left.nullable or self.right.nullable

    @lru_cache(maxsize=None)
    def derive(self, char):
        return self.left.derive(char) | self.right.derive(char)


@dataclass(frozen=True)
class Sequence(Pattern):
    first: Pattern
    rest: Pattern

    @cached_property
    def nullable(self):
        return self.first.nullable and self.rest.nullable

    @lru_cache(maxsize=None)
    def derive(self, char):
        derived = self.first.derive(char) + self.rest
        return derived | self.rest.derive(char) if self.first.nullable else derived


@dataclass(frozen=True)
class Star(Pattern):
    inner: Pattern
    nullable = True

    def derive(self, char):
        return self.inner.derive(char) + self


EMPTY, NOTHING = Empty(), Nothing()


def parse(source):
    chars = list(reversed(source))

    def either():
        left = sequence()
        while chars and chars[-1] == '|':
            chars.pop()
            left = left | sequence()
        return left

    def sequence():
        left = NOTHING
        while chars and chars[-1] not in '|)':
            left = left + repeated()
        return left

    def repeated():
        inner = atom()
        while chars and chars[-1] in '*+?':
            match chars.pop():
                case '*':
                    inner = inner.star
                case '+':
                    inner = inner + inner.star
                case '?':
                    inner = inner | NOTHING
        return inner

    def atom():
        match chars.pop():
            case '(':
                inner = either()
                if not chars or chars.pop() != ')':
                    raise ValueError(f'no ) in {source!r}')
                return inner
            case '.':
                return Chars(frozenset('\n'), True)
            case '[':
                inverted = chars[-1] == '^' and bool(chars.pop())
                members = set()
                while (char := chars.pop()) != ']':
                    if chars[-1] == '-' and chars[-2] != ']':
                        chars.pop()
                        members |= {chr(code) for code in range(ord(char), ord(chars.pop()) + 1)}
                    else:
                        members.add(char)
                return Chars(frozenset(members), inverted)
            case '*' | '+' | '?' as sign:
                raise ValueError(f'nothing to repeat before {sign!r}')
            case '\\':
                return Chars(frozenset(chars.pop()))
            case char:
                return Chars(frozenset(char))
    result = either()
    if chars:
        raise ValueError(f'stray {chars[-1]!r}')
    return result


PATTERNS = ['', 'a', 'ab|c', 'a*', '(ab)+c?', 'a.c', '[a-c]+x', '[^ab]*', '(a|b)*abb', '(a*)*', '(a|ab)(c|bcd)(d*)', 'a?a?a?aaa', r'\*\.a', '(a+b|c)*d', 'x*(yx+)*', '((a))', '|a|', '[abc-]']
TEXTS = ['', 'a', 'b', 'ab', 'c', 'aaa', 'abc', 'ababc', 'a\nc', 'axc', 'abcx', 'cccx', 'xyz', 'abb', 'ababb', 'babb', 'aaab', 'abcd', 'abbcd', '*.a', 'aabcd', 'xyxxyx', '-', 'aaaaaa', 'abacd']
wrong = 0
for source in PATTERNS:
    pattern = parse(source)
    found = [text for text in TEXTS if pattern.matches(text)]
    wrong += found != [text for text in TEXTS if re.fullmatch(source, text)]
    print(f'{source!r}: {found}')
print('wrong', wrong, parse('(a|b)*').matches('ab' * 500), parse('(a*)*b').matches('a' * 60), repr(parse('ab|[^c]')))
for source in '(a', 'a)', '*a', 'a**', '+':
    try:
        print(source, parse(source).matches('aaaa'))
    except ValueError as error:
        print(source, error)
