"""One part of a package that has no `__init__`."""
from . import deep
from .deep import inner

where = __name__, __package__, deep.__name__, inner.value
