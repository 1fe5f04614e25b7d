class Custom(BaseException): pass
try:
    raise Custom("base")
except Exception:
    print("not here")
