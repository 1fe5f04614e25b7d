data = [("b", 2), ("a", 2), ("c", 1), ("a", 1), ("b", 1)]
print(sorted(data), sorted(data, key=lambda p: p[1]), sorted(data, key=lambda p: p[0], reverse=True))
print(sorted(data, key=lambda p: (-p[1], p[0])), sorted([3, 1, 2], reverse=True), sorted("bca"), sorted({"b": 1, "a": 2}), sorted((2, 1)))
print(sorted([1.5, 1, True, 0, -0.5, 2 ** 70, -2 ** 70]), sorted(["b", "a", "B", "é", ""]), sorted([[2], [1, 5], [1]]), sorted([(1, "b"), (1, "a"), (0, "z")]))
print(sorted(["ccc", "a", "bb", "d"], key=len), sorted("aBcD", key=str.lower), sorted([-3, 2, -1], key=abs), sorted([1, 2, 3], key=lambda x: 0, reverse=True))
class Item:
    def __init__(self, key, tag):
        self.key, self.tag = key, tag
    def __lt__(self, other):
        return self.key < other.key
    def __repr__(self):
        return f"{self.key}{self.tag}"
items = [Item(i * 7 % 5, chr(97 + i)) for i in range(20)]
print(sorted(items))
print(sorted(items, reverse=True))
items.sort()
print(items, max(items), min(items))
seed = 1
numbers = []
for _ in range(300):
    seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
    numbers.append(seed % 100)
ordered = sorted(numbers)
print(ordered == sorted(ordered) == sorted(numbers[::-1]), all(a <= b for a, b in zip(ordered, ordered[1:])), sum(ordered) == sum(numbers))
print(sorted(range(300), key=lambda i: numbers[i])[:12], sorted(numbers, key=lambda n: -n)[:5])
compared = []
class Traced:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        compared.append((self.n, other.n))
        return self.n < other.n
sorted([Traced(n) for n in (3, 1, 2, 5, 4)])
print(compared)
def fails():
    a = [3, 2, 1]
    def key(x):
        raise ValueError("key")
    try:
        a.sort(key=key)
    except ValueError as error:
        print(error, a)
    def modify(x):
        a.append(1)
        return x
    try:
        a.sort(key=modify)
    except ValueError as error:
        print(error)
    print(a)
fails()
