class S:
    def __str__(self):
        return self.name
print("start")
print(S())
