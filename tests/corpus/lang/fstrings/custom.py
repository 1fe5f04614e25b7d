class Money:
    def __init__(self, amount):
        self.amount = amount
    def __format__(self, spec):
        if spec == "":
            return f"{self.amount} coins"
        if spec == "short":
            return f"{self.amount}c"
        return f"[{self.amount:{spec}}]"
    def __repr__(self):
        return f"Money({self.amount!r})"
m = Money(12)
print(f"{m}", f"{m!r}", f"{m:short}", f"{m:>6}", f"{m!r:>12}", f"{m!s}", f"{m=}", f"{m=:short}")
class Plain:
    def __str__(self):
        return "plain"
print(f"{Plain()}", f"{Plain()!s:>8}", f"{Plain():}")
for action in (lambda: f"{Plain():>8}", lambda: f"{Bad()}"):
    class Bad:
        def __format__(self, spec):
            return 5
    try:
        action()
    except TypeError as error:
        print(error)
class Sub(str):
    pass
class Num(int):
    def __str__(self):
        return "num"
print(f"{Sub('x'):>4}", f"{Num(5)}", f"{Num(5):d}", f"{Num(5):>4}", str(Num(5)), repr(Num(5)))
order = []
def note(x):
    order.append(x)
    return x
print(f"{note(1)} {note(2):{note(3)}} {note(4)}", order)
