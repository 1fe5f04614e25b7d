"""A small Lisp: reader, environments, special forms, macros, tail calls by trampoline, continuations by exceptions."""
import operator
import re
from functools import reduce


class Symbol(str):
    def __repr__(self):
        return str(self)


class LispError(Exception):
    pass


class Environment(dict):
    def __init__(self, names=(), outer=None):
        super().__init__(names)
        self.outer = outer

    def find(self, name):
        scope = self
        while scope is not None:
            if name in scope:
                return scope
            scope = scope.outer
        raise LispError(f'unbound {name}')


class Lambda:
    def __init__(self, parameters, body, scope, name='lambda'):
        self.parameters, self.body, self.scope, self.name = parameters, body, scope, name

    def bind(self, arguments):
        if '.' in self.parameters:
            fixed = self.parameters.index('.')
            if len(arguments) < fixed:
                raise LispError(f'{self.name} needs {fixed} or more, got {len(arguments)}')
            names = {**dict(zip(self.parameters[:fixed], arguments)), self.parameters[-1]: list(arguments[fixed:])}
        elif len(arguments) != len(self.parameters):
            raise LispError(f'{self.name} needs {len(self.parameters)}, got {len(arguments)}')
        else:
            names = dict(zip(self.parameters, arguments))
        return Environment(names, self.scope)

    def __call__(self, *arguments):
        return evaluate(self.body, self.bind(arguments))


class Macro(Lambda):
    pass


class Escape(Exception):
    def __init__(self, tag, value):
        self.tag, self.value = tag, value


def read(text):
    tokens = re.findall(r'''\s*(?:;[^\n]*)?\s*(,@|[('`,)]|"(?:\\.|[^"\\])*"|[^\s('"`,;)]+)''', text)
    tokens.reverse()

    def form():
        if not tokens:
            raise LispError('unexpected end')
        match tokens.pop():
            case '(':
                items = []
                while tokens and tokens[-1] != ')':
                    items.append(form())
                if not tokens:
                    raise LispError('missing )')
                tokens.pop()
                return items
            case ')':
                raise LispError('unexpected )')
            case "'" | '`' | ',' | ',@' as sign:
                return [Symbol({"'": 'quote', '`': 'quasi', ',': 'unquote', ',@': 'splice'}[sign]), form()]
            case '#t' | '#f' as flag:
                return flag == '#t'
            case token if token.startswith('"'):
                return token[1:-1].replace('\\n', '\n').replace('\\"', '"')
            case token:
                for kind in int, float:
                    try:
                        return kind(token)
                    except ValueError:
                        pass
                return Symbol(token)
    while tokens:
        yield form()


def show(value):
    match value:
        case True | False:
            return '#t' if value else '#f'
        case list():
            return '(' + ' '.join(map(show, value)) + ')'
        case Symbol():
            return str.__str__(value)
        case str():
            return f'"{value}"'
        case None:
            return '-'
        case Lambda():
            return f'<{type(value).__name__.lower()} {value.name}>'
        case _ if callable(value):
            return '<builtin>'
    return str(value)


def quasi(form, scope):
    match form:
        case [Symbol('unquote'), inner]:
            return evaluate(inner, scope)
        case list():
            out = []
            for item in form:
                match item:
                    case [Symbol('splice'), inner]:
                        out.extend(evaluate(inner, scope))
                    case _:
                        out.append(quasi(item, scope))
            return out
    return form


def evaluate(form, scope):
    while True:
        match form:
            case Symbol():
                return scope.find(form)[form]
            case list() if not form:
                return form
            case [Symbol('quote'), value]:
                return value
            case [Symbol('quasi'), value]:
                return quasi(value, scope)
            case [Symbol('if'), test, then, *rest]:
                form = then if evaluate(test, scope) is not False else rest[0] if rest else None
            case [Symbol('define'), [name, *parameters], *body]:
                scope[name] = Lambda(parameters, [Symbol('do'), *body], scope, name)
                return Symbol(name)
            case [Symbol('define' | 'set!' as how), name, value]:
                (scope if how == 'define' else scope.find(name))[name] = evaluate(value, scope)
                return Symbol(name)
            case [Symbol('macro'), [name, *parameters], body]:
                scope[name] = Macro(parameters, body, scope, name)
                return Symbol(name)
            case [Symbol('lambda'), parameters, *body]:
                return Lambda(parameters, [Symbol('do'), *body], scope)
            case [Symbol('do'), *body]:
                for one in body[:-1]:
                    evaluate(one, scope)
                form = body[-1] if body else None
            case [Symbol('let'), pairs, *body]:
                scope = Environment({name: evaluate(value, scope) for name, value in pairs}, scope)
                form = [Symbol('do'), *body]
            case [Symbol('callcc'), function]:
                tag = object()

                def escape(value, tag=tag):
                    raise Escape(tag, value)
                try:
                    return evaluate(function, scope)(escape)
                except Escape as escaped:
                    if escaped.tag is not tag:
                        raise
                    return escaped.value
            case [head, *arguments]:
                function = evaluate(head, scope)
                if isinstance(function, Macro):
                    form = function(*arguments)
                    continue
                values = [evaluate(argument, scope) for argument in arguments]
                if isinstance(function, Lambda):
                    form, scope = function.body, function.bind(values)
                    continue
                if not callable(function):
                    raise LispError(f'{show(function)} is no function')
                try:
                    return function(*values)
                except (TypeError, ZeroDivisionError, IndexError) as error:
                    raise LispError(f'{show(head)}: {type(error).__name__}') from error
            case _:
                return form


GLOBAL = Environment({
    '+': lambda *args: reduce(operator.add, args), '*': lambda *args: reduce(operator.mul, args, 1), '-': lambda a, *rest: reduce(operator.sub, rest, a) if rest else -a,
    '/': operator.truediv, '<': operator.lt, '=': operator.eq, 'mod': operator.mod, 'list': lambda *args: [*args], 'first': lambda items: items[0], 'rest': lambda items: items[1:],
    'cons': lambda head, tail: [head, *tail], 'null?': lambda items: items == [], 'not': lambda value: value is False, 'map': lambda f, *lists: [*map(f, *lists)], 'apply': lambda f, args: f(*args), 'length': len,
})
PROGRAM = '''
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1))))) (fact 30)
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))) (loop 5000 0)
(macro (when test . body) `(if ,test (do ,@body) #f))
(macro (or2 a b) `(let ((t ,a)) (if t t ,b)))
(when (< 1 2) "yes" (list 1 'two "three")) (when #f (boom)) (or2 #f 5)
(define (make-counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
(define c (make-counter)) (c) (c) (list (c) ((make-counter)))
(map (lambda (x y) (* x y)) '(1 2 3) '(4 5 6)) ((lambda (a . more) (list a more)) 1 2 3)
(callcc (lambda (out) (map (lambda (x) (if (< x 0) (out x) (* x 2))) '(1 -2 3))))
(+ 1 (callcc (lambda (k1) (+ 10 (callcc (lambda (k2) (k1 100)))))))
(define (filter f items) (if (null? items) '() (let ((x (first items))) (if (f x) (cons x (filter f (rest items))) (filter f (rest items))))))
(filter (lambda (x) (= 0 (mod x 3))) '(1 3 5 6 9)) `(1 ,(+ 1 1) ,@(map fact '(3 4)) (nested ,c)) ; a comment (ignored
(apply + '(1 2.5)) (length "four") (quote (a 'b)) - () #t ""
'''
for form in read(PROGRAM):
    print(show(evaluate(form, GLOBAL)))
for text in '(undefined 1)', '(1 2)', '(fact)', '((lambda (x) x))', '((lambda (x . y) x))', '(+ 1 "a")', '(/ 1 0)', "(first '())", '(set! nowhere 1)', '(', ')', "'", '(fact 1 2)', '(when)', '(+ 1':
    try:
        print([show(evaluate(form, GLOBAL)) for form in read(text)])
    except LispError as error:
        print(text, '->', error, f'({error.__cause__})' if error.__cause__ else '')
