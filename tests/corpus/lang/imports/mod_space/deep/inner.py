from ..two import value as other

value = "inner", __package__, other
