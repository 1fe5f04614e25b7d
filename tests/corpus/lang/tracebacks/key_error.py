ages = {"it's": 1}
print(ages["it's"])
ages["she's"]
