match 5:
    case object(x=1, y=2, x=3):
        pass
