class A(B, k=1):
    """doc"""
    x: int = 1
    def m(self):
        return super().m()
