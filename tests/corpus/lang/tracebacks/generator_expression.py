total = sum(int(word) for word in "1 2 x".split())
