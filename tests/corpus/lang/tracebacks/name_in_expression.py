def compute():
    scale = 2
    return scale * factor_zzz + 1
compute()
