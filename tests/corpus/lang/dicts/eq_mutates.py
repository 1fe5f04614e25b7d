# An __eq__ that changes the dict during a lookup must not harm it.
class Evil:
    armed = False
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return 7
    def __eq__(self, other):
        if Evil.armed:
            Evil.armed = False
            target.clear()
            for i in range(50):
                target[i] = i
        return self is other
target = {Evil(1): "a", Evil(2): "b", Evil(3): "c"}
Evil.armed = True
print(target.get(Evil(9), "default"), len(target), target[49])
target = {Evil(1): "a"}
Evil.armed = True
target[Evil(2)] = "new"
print(len(target), target.get(3), [value for value in target.values() if value == "new"])
