x = a < b, a is not b, a not in (1, 2), a in [1, 2], 1 < a < 3
