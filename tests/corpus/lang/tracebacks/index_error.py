letters = list("abc")
print(letters[1])
letters[len(letters)]
