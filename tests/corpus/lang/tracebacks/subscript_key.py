config = {"host": "x"}
def lookup(name):
    return config[name]["port"] + 1
lookup("hosts")
