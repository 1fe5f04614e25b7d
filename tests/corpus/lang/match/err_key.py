match 5:
    case {"a": 1, 1: 2, "b": 3, 1.0: 4}:
        pass
