"""Records as lines of JSON: filtered, grouped, broken lines reported, written back."""
import io
import json
from collections import defaultdict

LINES = '''\
{"id": 1, "kind": "view", "user": "ann", "ms": 120}
{"id": 2, "kind": "click", "user": "bob", "ms": 45.5}

{"id": 3, "kind": "view", "user": "ann", "ms": null}
{"id": 4, "kind": "view" "user": "cy"}
not json at all
{"id": 5, "kind": "buy", "user": "bob", "items": [{"sku": "a-1", "n": 2}, {"sku": "b-7", "n": 1}]}
{"id": 6, "kind": "buy", "user": "dän", "items": []}
[7, "an array"]
{"id": 8, "kind": "view", "user": "ann", "ms": 1e2}
{"id": 9, "kind": "click", "user": "b\\u00f6b", "ms": 3}'''


def records(file):
    for number, line in enumerate(file, 1):
        line = line.strip()
        if not line:
            continue
        try:
            value = json.loads(line)
        except json.JSONDecodeError as error:
            print(f"line {number}, column {error.colno}: {error.msg}")
            continue
        if not isinstance(value, dict):
            print(f"line {number}: {type(value).__name__} is not a record")
            continue
        yield value


found = list(records(io.StringIO(LINES)))
print(len(found), [record["id"] for record in found])
by_kind = defaultdict(list)
for record in found:
    by_kind[record["kind"]].append(record)
for kind, group in sorted(by_kind.items()):
    times = [record["ms"] for record in group if record.get("ms") is not None]
    mean = sum(times) / len(times) if times else None
    print(kind, len(group), json.dumps({"mean": mean, "max": max(times, default=None)}))
users = sorted({record["user"] for record in found})
print(json.dumps(users), json.dumps(users, ensure_ascii=False))

out = io.StringIO()
for record in found:
    record.pop("ms", None)
    record["seen"] = True
    json.dump(record, out, separators=(",", ":"), sort_keys=True)
    out.write("\n")
text = out.getvalue()
print(text, end="")
again = [json.loads(line) for line in text.splitlines()]
print(again == found, len(text))


def merge(old, new):
    """Merges as a patch does: null deletes, objects merge, others replace."""
    if not isinstance(new, dict):
        return new
    result = dict(old) if isinstance(old, dict) else {}
    for key, value in new.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merge(result.get(key), value)
    return result


for old, patch in [('{"a": 1, "b": 2}', '{"b": null, "c": {"d": [1]}}'), ('{"a": {"x": 1, "y": 2}}', '{"a": {"x": null}}'),
                   ("[1]", '{"a": {"b": null}}'), ('{"a": 1}', "7"), ('{"a": [1, 2]}', '{"a": {"k": "v"}}')]:
    print(old, "+", patch, "=", json.dumps(merge(json.loads(old), json.loads(patch))))
