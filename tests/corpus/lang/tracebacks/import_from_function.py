def load():
    from math import sqrt
    import missing_module_xyz
load()
