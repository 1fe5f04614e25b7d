match 5:
    case [*a, 1, *b]:
        pass
