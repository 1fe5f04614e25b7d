"""Variables whose values belong to a context: to a task, or to a call of Context.run()."""

__all__ = ('Context', 'ContextVar', 'Token', 'copy_context')

# The classes are shown as those of CPython's native module.
__name__ = '_contextvars'

from _thread_tasks import own as _own

_missing = object()


def _refuse_subclass(cls, /, **kwargs):
    name = cls.__base__.__name__
    raise TypeError(f"type '_contextvars.{name}' is not an acceptable base type")


class Context:
    """A mapping of context variables to their values."""

    # The values are shared with copies until one of the two sets a variable.
    __slots__ = ('_values', '_shared', '_previous', '_entered', '__weakref__')

    def __new__(cls, *args, **kwargs):
        """Create and return a new object.  See help(type) for accurate signature."""
        if args or kwargs:
            raise TypeError('Context() does not accept any arguments')
        return _new_context({})

    __init_subclass__ = classmethod(_refuse_subclass)

    def run(self, callable=_missing, /, *args, **kwargs):
        """Call a function in this context."""
        if callable is _missing:
            raise TypeError('run() missing 1 required positional argument')
        own = _own()
        outer = self._enter(own)
        try:
            return callable(*args, **kwargs)
        finally:
            self._leave(own, outer)

    def _enter(self, own):
        # Becomes a thread's current context; _leave() makes it the one before again.
        if self._entered:
            raise RuntimeError(f'cannot enter context: {self!r} is already entered')
        self._entered = True
        outer = own.get('context')
        own['context'] = self
        return outer

    def _leave(self, own, outer):
        own['context'] = outer
        self._entered = False

    def copy(self, /):
        """A shallow copy."""
        self._shared = True
        return _new_context(self._values, True)

    def _writable(self):
        if self._shared:
            self._values = dict(self._values)
            self._shared = False
        return self._values

    def __getitem__(self, key, /):
        """Return self[key]."""
        return self._values[_checked(key)]

    def __contains__(self, key, /):
        """Return key in self."""
        return _checked(key) in self._values

    def __iter__(self, /):
        """Implement iter(self)."""
        return iter(self._values)

    def __len__(self, /):
        """Return len(self)."""
        return len(self._values)

    def get(self, key, default=None, /):
        """The value of a variable, or a default."""
        return self._values.get(_checked(key), default)

    def keys(self, /):
        """The variables."""
        return iter(self._values)

    def values(self, /):
        """Their values."""
        return iter(self._values.values())

    def items(self, /):
        """The pairs of variable and value."""
        return iter(self._values.items())

    def __eq__(self, value, /):
        """Return self==value."""
        if not isinstance(value, Context):
            return NotImplemented
        return self._values == value._values

    __hash__ = None


def _new_context(values, shared=False):
    new = object.__new__(Context)
    new._values = values
    new._shared = shared
    new._entered = False
    return new


def _checked(key):
    if not isinstance(key, ContextVar):
        raise TypeError(f'a ContextVar key was expected, got {key!r}')
    return key


class ContextVar:
    """A variable with a value for each context."""

    __slots__ = ('_name', '_default', '__weakref__')

    __init_subclass__ = classmethod(_refuse_subclass)

    def __init__(self, /, *args, default=_missing):
        if not args:
            raise TypeError('ContextVar() takes exactly 1 positional argument (0 given)')
        if len(args) > 1:
            raise TypeError(
                f'ContextVar() takes at most 1 positional argument ({len(args)} given)'
            )
        name, = args
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self._name = name
        self._default = default

    @property
    def name(self):
        """The name that was given to the variable."""
        return self._name

    def get(self, default=_missing, /):
        """The value in the current context, or the default given here or to the variable."""
        value = _current()._values.get(self, _missing)
        if value is not _missing:
            return value
        if default is not _missing:
            return default
        if self._default is not _missing:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        """Set the value in the current context; the token takes it back."""
        current = _current()
        old = current._values.get(self, _missing)
        current._writable()[self] = value
        return _new_token(self, current, old)

    def reset(self, token, /):
        """Give the variable the value that it had before the set() that made the token."""
        if not isinstance(token, Token):
            raise TypeError(
                f'expected an instance of Token, got {token!r}'
            )
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        if token._var is not self:
            raise ValueError(f'{token!r} was created by a different ContextVar')
        current = _current()
        if token._context is not current:
            raise ValueError(f'{token!r} was created in a different Context')
        token._used = True
        values = current._writable()
        if token._old is _missing:
            values.pop(self, None)
        else:
            values[self] = token._old

    @classmethod
    def __class_getitem__(cls, item):
        """Write the class with parameters."""
        return type(list[int])(cls, item)

    def __repr__(self, /):
        """Return repr(self)."""
        default = '' if self._default is _missing else f' default={self._default!r}'
        return f'<ContextVar name={self._name!r}{default} at {id(self):#x}>'


class _Missing:
    """The type of Token.MISSING."""

    __slots__ = ()

    def __repr__(self):
        return '<Token.MISSING>'


_Missing.__name__ = _Missing.__qualname__ = 'Token.MISSING'


class Token:
    """What ContextVar.set() returns, for reset()."""

    __slots__ = ('_var', '_context', '_old', '_used')

    MISSING = _Missing()

    def __new__(cls, *args, **kwargs):
        """Create and return a new object.  See help(type) for accurate signature."""
        raise RuntimeError('Tokens can only be created by ContextVars')

    __init_subclass__ = classmethod(_refuse_subclass)

    @property
    def var(self):
        """The variable."""
        return self._var

    @property
    def old_value(self):
        """The value before, or Token.MISSING."""
        return Token.MISSING if self._old is _missing else self._old

    @classmethod
    def __class_getitem__(cls, item):
        """Write the class with parameters."""
        return type(list[int])(cls, item)

    def __repr__(self, /):
        """Return repr(self)."""
        used = ' used' if self._used else ''
        return f'<Token{used} var={self._var!r} at {id(self):#x}>'


def _new_token(var, context, old):
    token = object.__new__(Token)
    token._var, token._context, token._old, token._used = var, context, old, False
    return token


def _current():
    own = _own()
    found = own.get('context')
    if found is None:
        found = own['context'] = _new_context({})
    return found


def copy_context():
    """A copy of the current context."""
    return _current().copy()


__name__ = 'contextvars'
