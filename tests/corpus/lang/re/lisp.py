"""A small Lisp: reader with re, closures, tail calls, macros by quasi-quotation, errors."""
import math
import operator
import re

TOKEN = re.compile(r"""\s*(?:;[^\n]*|([()'`]|,@?|"(?:\\.|[^"\\])*"|[^\s()'`,;"]+))""")


class Symbol(str):
    def __repr__(self):
        return str(self)


class LispError(Exception):
    pass


def read_all(text):
    tokens = [m[1] for m in TOKEN.finditer(text.strip() + "\n") if m[1]]
    tokens.reverse()
    while tokens:
        yield read(tokens)


QUOTES = {"'": "quote", "`": "quasi", ",": "unquote", ",@": "splice"}


def read(tokens):
    if not tokens:
        raise LispError("unexpected end")
    token = tokens.pop()
    if token == "(":
        found = []
        while tokens and tokens[-1] != ")":
            found.append(read(tokens))
        if not tokens:
            raise LispError("no )")
        tokens.pop()
        return found
    if token == ")":
        raise LispError("unexpected )")
    if token in QUOTES:
        return [Symbol(QUOTES[token]), read(tokens)]
    if token[0] == '"':
        return re.sub(r"\\(.)", lambda m: {"n": "\n"}.get(m[1], m[1]), token[1:-1])
    if re.fullmatch(r"[+-]?\d+", token):
        return int(token)
    if re.fullmatch(r"[+-]?(\d+\.\d*|\.\d+)([eE][+-]?\d+)?", token):
        return float(token)
    return {"#t": True, "#f": False}.get(token, Symbol(token))


class Scope(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        scope = self
        while scope is not None:
            if name in scope:
                return scope
            scope = scope.outer
        raise LispError(f"unknown name {name}")


class Function:
    def __init__(self, names, body, scope, macro=False):
        self.rest = Symbol(names.pop()) if len(names) > 1 and names[-2] == "." and names.pop(-2) else None
        self.names, self.body, self.scope, self.macro = names, body, scope, macro

    def bind(self, values):
        if len(values) < len(self.names) or self.rest is None and len(values) > len(self.names):
            raise LispError(f"{len(self.names)} arguments wanted, {len(values)} given")
        scope = Scope(self.names, values, self.scope)
        if self.rest is not None:
            scope[self.rest] = list(values[len(self.names):])
        return scope


def quasi(form, scope):
    if not isinstance(form, list):
        return form
    if form and form[0] == "unquote":
        return evaluate(form[1], scope)
    out = []
    for item in form:
        if isinstance(item, list) and item and item[0] == "splice":
            out += evaluate(item[1], scope)
        else:
            out.append(quasi(item, scope))
    return out


def evaluate(form, scope):
    while True:
        if isinstance(form, Symbol):
            return scope.find(form)[form]
        if not isinstance(form, list) or not form:
            return form
        head, *rest = form
        if head == "quote":
            return rest[0]
        if head == "quasi":
            return quasi(rest[0], scope)
        if head == "if":
            form = rest[1] if evaluate(rest[0], scope) is not False else rest[2] if len(rest) > 2 else []
        elif head == "define":
            if isinstance(rest[0], list):
                rest = [rest[0][0], [Symbol("lambda"), rest[0][1:], *rest[1:]]]
            scope[rest[0]] = evaluate(rest[1], scope)
            return rest[0]
        elif head == "set!":
            scope.find(rest[0])[rest[0]] = evaluate(rest[1], scope)
            return []
        elif head in ("lambda", "macro"):
            return Function(list(rest[0]), rest[1:], scope, head == "macro")
        else:
            function = evaluate(head, scope)
            if isinstance(function, Function) and function.macro:
                for expression in function.body:
                    form = evaluate(expression, function.bind(rest))
                continue
            values = [evaluate(item, scope) for item in rest]
            if not isinstance(function, Function):
                if not callable(function):
                    raise LispError(f"{show(function)} is no function")
                return function(*values)
            scope = function.bind(values)
            for expression in function.body[:-1]:
                evaluate(expression, scope)
            form = function.body[-1]


def show(value):
    match value:
        case bool(): return "#t" if value else "#f"
        case list(): return "(" + " ".join(map(show, value)) + ")"
        case Symbol(): return str(value)
        case str(): return '"' + value.replace('"', '\\"') + '"'
        case Function(): return f"<{'macro' if value.macro else 'function'} {show(value.names)}>"
    return str(value)


TOP = Scope()
TOP.update({"+": lambda *a: sum(a), "*": lambda *a: math.prod(a), "-": lambda a, *b: a - sum(b) if b else -a, "/": operator.truediv, "<": operator.lt,
             "=": operator.eq, "car": lambda l: l[0], "cdr": lambda l: l[1:], "cons": lambda a, l: [a, *l], "list": lambda *a: list(a), "null?": lambda l: l == [],
             "append": lambda *ls: sum(ls, []), "length": len, "mod": operator.mod, "apply": lambda f, l: evaluate([f, *([Symbol("quote"), v] for v in l)], TOP)})
PROGRAM = r"""
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1))))) (fact 25)
(define (loop n total) (if (= n 0) total (loop (- n 1) (+ total n)))) ; a tail call
(loop 5000 0)
(define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l)))))
(map (lambda (x) (* x x)) '(1 2 3.5))
(define counter ((lambda (n) (lambda () (set! n (+ n 1)) n)) 10)) (list (counter) (counter))
(define unless (macro (test . body) `(if ,test #f ((lambda () ,@body)))))
(unless (< 2 1) "shown" (list 'a "b\"c" #t)) (unless #t (car '()))
`(1 ,(+ 1 1) ,@(list 3 4) (nested ,(fact 5)))
(define (sort l) (if (null? l) l ((lambda (p r) (append (sort (filter (lambda (x) (< x p)) r)) (list p) (sort (filter (lambda (x) (if (< x p) #f #t)) r)))) (car l) (cdr l))))
(define (filter f l) (if (null? l) l (if (f (car l)) (cons (car l) (filter f (cdr l))) (filter f (cdr l)))))
(sort '(3 1 4 1 5 9 2 6)) fact (apply + '(1 2 3)) (define (rest a . b) b) (rest 1 2 3)
"""
for form in read_all(PROGRAM):
    print(show(evaluate(form, TOP)))
for wrong in ("(", ")", "(1 2)", "nowhere", "(fact)", "(car '())", "(+ 1 \"a\")", "(/ 1 0)", "(set! nothing 1)", "(rest)", "((lambda (x) x) 1 2)"):
    try:
        print(wrong, [show(evaluate(form, TOP)) for form in read_all(wrong)])
    except (LispError, IndexError, TypeError, ZeroDivisionError) as error:
        print(wrong, "->", type(error).__name__, error)
