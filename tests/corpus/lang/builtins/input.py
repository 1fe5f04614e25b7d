# input() where there is nothing to read.
try:
    input()
except EOFError as e:
    print(e)
try:
    input('prompt> ')
except EOFError as e:
    print('/', e)
try:
    input(1, 2)
except TypeError as e:
    print(e)


class P:
    def __str__(self):
        raise ValueError('no prompt')


try:
    input(P())
except ValueError as e:
    print(e)
