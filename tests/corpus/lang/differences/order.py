# Sets keep the order of insertion here.
print({3, 1, 2})
print(set([30, 10, 20]) | {5})
print(frozenset((9, 8)), list({16, 8, 0}))
print([{2, 1}.pop() for _ in range(2)])
