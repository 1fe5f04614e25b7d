class CM:
    def __enter__(self):
        return self
    def __exit__(self, *a):
        raise OSError("close failed")
with CM():
    raise ValueError("body failed")
