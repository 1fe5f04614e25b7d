"""A path language over nested data read from JSON: get, set, delete, search, flatten, compare."""
import json

TEXT = """
{
    "store": {
        "books": [
            {"title": "Sayings", "price": 8.95, "tags": ["old"]},
            {"title": "Sword", "price": 12.99, "tags": []},
            {"title": "Moby", "price": 8.99, "isbn": "0-553", "tags": ["sea", "old"]}
        ],
        "bicycle": {"color": "red", "price": 19.95, "gears": null}
    },
    "open": true
}
"""


def parts(path):
    for part in path.split("."):
        yield int(part) if part.lstrip("-").isdigit() else part


def get(data, path):
    for part in parts(path):
        data = data[part]
    return data


def put(data, path, value):
    *front, last = parts(path)
    for part in front:
        data = data[part]
    if isinstance(data, list) and last == len(data):
        data.append(value)
    else:
        data[last] = value


def drop(data, path):
    *front, last = parts(path)
    for part in front:
        data = data[part]
    del data[last]


def flatten(data, prefix=""):
    if isinstance(data, dict) and data:
        for key, value in data.items():
            yield from flatten(value, f"{prefix}.{key}" if prefix else key)
    elif isinstance(data, list) and data:
        for index, value in enumerate(data):
            yield from flatten(value, f"{prefix}.{index}")
    else:
        yield prefix, data


def search(data, test):
    return [path for path, value in flatten(data) if test(value)]


def differences(old, new):
    before, after = dict(flatten(old)), dict(flatten(new))
    for path in sorted(before.keys() | after.keys()):
        if path not in after:
            yield f"- {path}: {json.dumps(before[path])}"
        elif path not in before:
            yield f"+ {path}: {json.dumps(after[path])}"
        elif before[path] != after[path]:
            yield f"~ {path}: {json.dumps(before[path])} => {json.dumps(after[path])}"


data = json.loads(TEXT)
original = json.loads(json.dumps(data))
print(data == original, data is original)
for path in ("open", "store.books.1.title", "store.books.-1.tags.0", "store.bicycle", "store.books.7", "store.cars",
             "open.more", "store.books.title"):
    try:
        print(path, "=", json.dumps(get(data, path)))
    except (LookupError, TypeError) as error:
        print(path, "->", type(error).__name__, error)
for path, value in flatten(data):
    print(f"{path:22} {value!r}")
print(search(data, lambda value: isinstance(value, float) and value < 10))
print(search(data, lambda value: value == "old"), search(data, lambda value: value is None))
put(data, "store.books.1.price", 13)
put(data, "store.books.3", {"title": "New"})
put(data, "store.bicycle.gears", [1, 2])
drop(data, "store.books.0.tags.0")
drop(data, "open")
for line in differences(original, data):
    print(line)
try:
    put(data, "store.books.9", 1)
except IndexError as error:
    print(error)
print(json.dumps(data, sort_keys=True))
total = sum(book.get("price", 0) for book in data["store"]["books"])
print(round(total, 2), json.dumps({"total": total}))
deep = json.loads("[" * 300 + "]" * 300)
depth = 0
while deep:
    deep, depth = deep[0], depth + 1
print(depth)
try:
    json.loads("[" * 100000)
except RecursionError as error:
    print(type(error).__name__)
