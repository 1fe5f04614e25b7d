class A:
    def __init__(self, n):
        self.n = self.convert(n)
    def convert(self, n):
        return int(n)
class B(A):
    def __init__(self, n):
        super().__init__(n)
B("nope")
