import a.b, a.b as c
from ..d import e as f, g
from h import *
