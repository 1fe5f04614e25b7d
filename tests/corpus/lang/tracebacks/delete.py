d = {"n": {}}
del d["n"]["zz"]
