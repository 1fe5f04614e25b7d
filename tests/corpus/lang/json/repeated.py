"""Long texts: keys that come again, keys that only look alike, and what is written of them."""

import json

records = [
    {
        "id": i, "di": -i, "a": None, "b": True, "": i * 0.5, "é": "\u00e9" * (i % 3), "k\n": "q\"\\", "key%d" % (i % 90): i,
        "ab": [i, {"id": str(i)}], "aab": {}, "aba": [], "abb": "a/b", "\ud800": "\udfff", "big": 10 ** (i % 40), "\x7f": "\x7f~\x1f ",
    }
    for i in range(120)
]
for options in ({}, {"ensure_ascii": False}, {"indent": 1}, {"sort_keys": True}, {"separators": (",", ":")}):
    text = json.dumps(records, **options)
    back = json.loads(text)
    print(len(text), back == records, json.dumps(back, **options) == text, text[:130].encode("ascii", "backslashreplace"))
    for one, other in zip(records, back):
        assert list(one) == list(other) or options.get("sort_keys")
        for key in one:
            assert one[key] == other[key] and type(one[key]) is type(other[key])

pairs = json.loads(json.dumps(records), object_pairs_hook=lambda pairs: [key for key, _ in pairs])
print(ascii(pairs[7]), len(pairs))
hooked = json.loads(json.dumps(records), object_hook=lambda found: sorted(found)[:2])
print(hooked[3], hooked[119])
print(json.loads("[" + '{"a": 1, "a": 2, "a": 3},' * 200 + '{"a": 4}]')[-2:])
for wrong in ('{"a": 1,}', '{"a" 1}', '{"a\n": 1}', '{"a', '{"a\\x": 1}'):
    try:
        json.loads('[{"a": 1, "b": [2]}, ' * 200 + wrong)
    except json.JSONDecodeError as error:
        print(error)

# Whoever changes a dict while it is written does not change what is written.
class Other:
    pass

growing = {"a": 1, "b": Other(), "c": 3}

def default(_):
    growing["d%d" % len(growing)] = 4
    growing.pop("c", None)
    return "other"

print(json.dumps(growing, default=default))
print(growing.keys())
print(json.dumps({1: 1, None: 2, True: 3, 2.5: 4, (1,): 5, "x": 6}, skipkeys=True))
print(json.dumps({(1,): 5}, skipkeys=True), json.dumps({(1,): 5}, skipkeys=True, indent=2))
print(json.dumps({"b": 1, "a": 2, "c": {"z": 0, "y": -0.0}}, sort_keys=True, indent=2))
print(json.dumps([0, -1, 10, 99, 100, 12345678901234567890, -(2 ** 63), 2 ** 47, True, 1e22, float("inf")]))
for length in range(20):
    print(json.dumps("x" * length + '"'), json.dumps("x" * length + "é" + "y" * length), json.dumps("x" * length + "é", ensure_ascii=False))
