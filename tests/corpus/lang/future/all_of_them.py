"""All features of __future__ imported: nothing changes, except how annotations are kept."""
from __future__ import absolute_import, division, generator_stop, generators, nested_scopes
from __future__ import print_function, unicode_literals, with_statement
from __future__ import annotations as postponed

import __future__
from typing import List, get_type_hints

print(7 / 2, 7 // 2, type("text").__name__, type(b"bytes").__name__, end="!\n")


def make(n):
    def nested():
        return n
    return nested


def gen():
    yield make(1)()
    raise StopIteration("inside")


try:
    print(list(gen()))
except RuntimeError as error:
    print(type(error).__name__, error, "<-", repr(error.__cause__))


class Tree:
    def __init__(self, value: int, left: Tree = None, right: Tree = None) -> None:
        self.value, self.left, self.right = value, left, right

    def walk(self: Tree) -> List[int]:
        left = self.left.walk() if self.left else []
        return left + [self.value] + (self.right.walk() if self.right else [])


print(Tree(2, Tree(1), Tree(3)).walk())
print(Tree.__init__.__annotations__, Tree.walk.__annotations__)
print(get_type_hints(Tree.walk), get_type_hints(Tree.__init__))
print(__future__.barry_as_FLUFL.compiler_flag, postponed.getMandatoryRelease(), postponed.getOptionalRelease()[:2])
for feature in (absolute_import, division, generators, nested_scopes, print_function, unicode_literals,
                with_statement, generator_stop):
    print(feature.mandatory[:2], end=" ")
print()


def evaluated(x: print("never printed") = print("default")): ...


print(evaluated.__annotations__)
a = [0]
a[0]: also_text[1:2] = 5
(bracketed): text = 6
print(a, bracketed, __annotations__)
