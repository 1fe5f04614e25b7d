from .inner import value

value = "last", value
