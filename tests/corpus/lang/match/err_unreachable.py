match 5:
    case (x) if x:
        pass
    case x:
        pass
    case _:
        pass
