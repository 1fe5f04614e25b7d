"""Sorting with a key: records by a number, by a name, and by two fields."""

import sys


class Person:
    def __init__(self, number, name, age):
        self.number = number
        self.name = name
        self.age = age


def people(count, seed):
    made = []
    state = seed
    for number in range(count):
        state = (state * 48271) % 2147483647
        made.append(Person(number, "p" + str(state), state % 90))
    return made


def run(count):
    total = 0
    for turn in range(3):
        persons = people(count, turn + 1)
        persons.sort(key=lambda person: person.name)
        for i in range(0, count, 97):
            total = (total * 31 + persons[i].number) % 1000003
        persons.sort(key=lambda person: (person.age, person.number))
        for i in range(0, count, 97):
            total = (total * 31 + persons[i].number) % 1000003
        ranked = sorted(persons, key=lambda person: person.number * 7919 % 1000003, reverse=True)
        for i in range(0, count, 97):
            total = (total * 31 + ranked[i].age) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 110000))
