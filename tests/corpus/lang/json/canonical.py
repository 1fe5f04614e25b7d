"""A canonical form of JSON and a checker of schemas, over values that only look alike."""
import json


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


for left, right in (('{"b": 1, "a": [1.0]}', '{ "a":[1.0],"b":1 }'), ("1", "1.0"), ('"\\u00e9"', '"é"'), ("[]", "{}"), ("true", "1"), ("-0", "0"), ("-0.0", "0.0"), ("1e2", "100.0"),
                    ('{"a": null}', "{}")):
    one, two = json.loads(left), json.loads(right)
    print(left, right, canonical(one), canonical(two), one == two, canonical(one) == canonical(two))
TYPES = {"object": dict, "array": list, "string": str, "null": type(None), "boolean": bool}


def errors(value, schema, path="$"):
    wanted = schema.get("type")
    if wanted in ("number", "integer"):
        fits = isinstance(value, int if wanted == "integer" else (int, float)) and not isinstance(value, bool)
    else:
        fits = wanted is None or isinstance(value, TYPES[wanted])
    if not fits:
        yield f"{path}: {json.dumps(value)} is no {wanted}"
        return
    if "enum" in schema and canonical(value) not in map(canonical, schema["enum"]):
        yield f"{path}: {json.dumps(value)} is not in {json.dumps(schema['enum'])}"
    if isinstance(value, (int, float)) and value < schema.get("minimum", value):
        yield f"{path}: {value} < {schema['minimum']}"
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from errors(item, schema.get("items", {}), f"{path}[{index}]")
    if isinstance(value, dict):
        for name in schema.get("required", ()):
            if name not in value:
                yield f"{path}: no {name}"
        for name, item in value.items():
            if name in schema.get("properties", {}):
                yield from errors(item, schema["properties"][name], f"{path}.{name}")
            elif schema.get("additional") is False:
                yield f"{path}: {name} is not known"


SCHEMA = json.loads("""{"type": "object", "required": ["id", "tags"], "additional": false, "properties": {
    "id": {"type": "integer", "minimum": 1}, "price": {"type": "number"}, "kind": {"enum": ["a", 1, null]},
    "tags": {"type": "array", "items": {"type": "string"}}}}""")
for text in ('{"id": 1, "tags": []}', '{"id": true, "tags": "x"}', '{"id": 0, "tags": ["a", 5, null], "more": 1}', "[]", '{"tags": [], "price": "5"}',
             '{"id": 1.0, "tags": [], "kind": 1}', '{"id": 2, "tags": [], "kind": true}', '{"id": 2, "tags": [], "price": 1e400}', '{"id": 2, "tags": [], "kind": 1.0}', "{"):
    try:
        print(text, list(errors(json.loads(text), SCHEMA)))
    except (ValueError, KeyError) as error:
        print(text, type(error).__name__, error)
try:
    list(errors(1, {"type": "date"}))
except KeyError as error:
    print("KeyError", error)
