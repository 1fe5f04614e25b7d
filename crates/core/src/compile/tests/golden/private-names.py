class _A:
    def f(self, __x): return self.__y + __x
