# What a class derived from a built-in one declines is asked of the other operand.
class Number(int):
    def __lt__(self, other):
        return NotImplemented

    __eq__ = __gt__ = __lt__
    __hash__ = int.__hash__


class Word(str):
    def __gt__(self, other):
        return NotImplemented


class Row(list):
    def __le__(self, other):
        return NotImplemented


print(Number(0) < 1, 1 > Number(0), Number(0) == 0, 0 == Number(0), Number(3) == 4)
print([Number(0)] < [1], [1] > [Number(0)], [Number(2)] == [2], (Number(3),) != (3,))
print(Word("b") > "a", [Word("b")] > ["a"], ["a"] < [Word("b")], max(Word("b"), "c"))
print(Row([1]) <= [1], [Row([1])] <= [[1]], sorted([Word("b"), "a", Word("c")]))
print({1: Number(5)} == {1: 5}, Number(5) in [5], [5].index(Number(5)), [Number(5)].count(5))
for pair in ((Number(1), "x"), ("x", Number(1)), (Number(1), Number(2)), (Word("a"), 1)):
    try:
        print(pair[0] < pair[1])
    except TypeError as error:
        print(error)
    try:
        print([pair[0]] < [pair[1]], [pair[0]] == [pair[1]])
    except TypeError as error:
        print(error)
