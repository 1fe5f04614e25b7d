def average(values):
    return sum(values) / len(values)
def report(data):
    for name in data:
        print(name, average(data[name]))
report({"a": [1, 2], "b": []})
