def ping(n):
    pong(n)
def pong(n):
    if n == 0:
        raise IndexError(n)
    ping(n - 1)
ping(3)
