class ConfigError(Exception):
    pass
def check(n):
    if n > 1:
        raise ConfigError(f"bad value: {n}")
check(5)
