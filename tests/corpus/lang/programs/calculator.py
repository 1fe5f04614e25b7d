"""A calculator with variables and functions: tokens by hand, precedence climbing, a tree of dataclasses, errors with carets."""
import math
import operator
from dataclasses import dataclass
from typing import Iterator, NamedTuple


class Token(NamedTuple):
    kind: str
    text: str
    at: int


class CalcError(Exception):
    def __init__(self, message, at):
        super().__init__(message)
        self.at = at


def tokens(source: str) -> Iterator[Token]:
    at = 0
    while at < len(source):
        char, start = source[at], at
        if char.isspace():
            at += 1
            continue
        if char.isdigit() or char == '.' and source[at + 1:at + 2].isdigit():
            while at < len(source) and (source[at].isdigit() or source[at] == '.'):
                at += 1
            yield Token('number', source[start:at], start)
        elif char.isalpha() or char == '_':
            while at < len(source) and (source[at].isalnum() or source[at] == '_'):
                at += 1
            yield Token('name', source[start:at], start)
        else:
            two = source[at:at + 2]
            text = two if two in ('**', '//', '<=', '>=', '==', '!=') else char
            if text not in OPERATORS and text not in ('(', ')', ',', '=', '!'):
                raise CalcError(f'unexpected {char!r}', at)
            at += len(text)
            yield Token('sign', text, start)
    yield Token('end', '', len(source))


OPERATORS = {'+': (4, operator.add), '-': (4, operator.sub), '*': (5, operator.mul), '/': (5, operator.truediv), '//': (5, operator.floordiv), '%': (5, operator.mod),
             '**': (7, operator.pow), '<': (3, operator.lt), '>': (3, operator.gt), '<=': (3, operator.le), '>=': (3, operator.ge), '==': (2, operator.eq), '!=': (2, operator.ne)}
FUNCTIONS = {'sqrt': math.sqrt, 'max': max, 'min': min, 'abs': abs, 'gcd': math.gcd, 'sum': lambda *args: sum(args)}


@dataclass(frozen=True)
class Number:
    value: float

    def run(self, names):
        return self.value


@dataclass(frozen=True)
class Name:
    name: str
    at: int

    def run(self, names):
        try:
            return names[self.name]
        except KeyError:
            raise CalcError(f'unknown name {self.name}', self.at) from None


@dataclass(frozen=True)
class Unary:
    sign: str
    operand: object

    def run(self, names):
        value = self.operand.run(names)
        return {'-': operator.neg, '+': operator.pos, '!': math.factorial}[self.sign](value)


@dataclass(frozen=True)
class Binary:
    sign: str
    left: object
    right: object
    at: int

    def run(self, names):
        try:
            return OPERATORS[self.sign][1](self.left.run(names), self.right.run(names))
        except ZeroDivisionError:
            raise CalcError('division by zero', self.at) from None


@dataclass(frozen=True)
class Call:
    name: str
    arguments: tuple
    at: int

    def run(self, names):
        function = names.get(self.name) or FUNCTIONS.get(self.name)
        if not callable(function):
            raise CalcError(f'{self.name} is no function', self.at)
        try:
            return function(*(one.run(names) for one in self.arguments))
        except (TypeError, ValueError) as error:
            raise CalcError(f'{self.name}: {type(error).__name__}', self.at) from error


class Parser:
    def __init__(self, source):
        self.tokens = list(tokens(source))
        self.place = 0

    @property
    def now(self):
        return self.tokens[self.place]

    def take(self, *texts):
        if self.now.kind in ('sign', 'name') and self.now.text in texts:
            self.place += 1
            return self.tokens[self.place - 1]

    def need(self, text):
        if not self.take(text):
            raise CalcError(f'expected {text!r}, found {self.now.text or "the end"!r}', self.now.at)

    def expression(self, least=0):
        left = self.prefix()
        while (sign := self.now).text in OPERATORS and OPERATORS[sign.text][0] > least:
            self.place += 1
            power = OPERATORS[sign.text][0]
            left = Binary(sign.text, left, self.expression(power - (sign.text == '**')), sign.at)
        return left

    def prefix(self):
        if sign := self.take('-', '+'):
            return Unary(sign.text, self.expression(6))
        value = self.primary()
        while self.take('!'):
            value = Unary('!', value)
        return value

    def primary(self):
        token = self.now
        self.place += 1
        match token:
            case Token('number', text):
                try:
                    return Number(float(text) if '.' in text else int(text))
                except ValueError:
                    raise CalcError(f'bad number {text}', token.at) from None
            case Token('name', name, at):
                if not self.take('('):
                    return Name(name, at)
                arguments = []
                while not self.take(')'):
                    arguments.append(self.expression())
                    if not self.take(','):
                        self.need(')')
                        break
                return Call(name, tuple(arguments), at)
            case Token('sign', '('):
                value = self.expression()
                self.need(')')
                return value
        raise CalcError(f'unexpected {token.text or "end"!r}', token.at)

    def statement(self):
        if self.now.kind == 'name' and self.tokens[self.place + 1].text == '=':
            name = self.now.text
            self.place += 2
        else:
            name = '_'
        value = self.expression()
        if self.now.kind != 'end':
            raise CalcError(f'unexpected {self.now.text!r}', self.now.at)
        return name, value


names = {'pi': math.pi}
for line in ['1 + 2 * 3', '2 ** 3 ** 2', '-2 ** 2', '(1 + 2) * 3', '7 // 2 + 7 % 2 - 1.5', 'x = 5', 'x * x + _', 'max(1, x, 3) - min(2, 1)', '3! + 2', 'sqrt(2) > 1.4 == 1', 'gcd(12, 18)', 'sum()', '-x!', '10 / 4 * 2', '1 < 2 < 3',
             '1 +', '(1', '1 / 0', 'y + 1', '2 $ 3', 'f(1)', 'sqrt(-1)', 'max()', '1 2', ')', '1..2', 'x = ', 'gcd(1.5, 2)', 'sum(1, 2', '(0.5)!', '2 * (3 + x(1))']:
    try:
        name, tree = Parser(line).statement()
        names[name] = value = tree.run(names)
        print(f'{line} -> {value!r}')
    except CalcError as error:
        print(f'{line}\n{" " * error.at}^ {error}' + (f' ({error.__cause__})' if error.__cause__ else ''))
    except (TypeError, ValueError) as error:
        print(f'{line} !! {error}')
print(Parser('a * -b + 1').statement())
