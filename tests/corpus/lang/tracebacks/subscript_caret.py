data = {"list": [1, 2, {"k": (3,)}]}
print(data["list"][2]["k"][1])
