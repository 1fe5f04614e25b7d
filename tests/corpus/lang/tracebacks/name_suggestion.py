counter_value = 1
print(counter_valeu)
