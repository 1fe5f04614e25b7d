# Attributes that every thread sees for itself, and context variables of threads.
import contextvars
import threading


class Own(threading.local):
    shared = "of the class"

    def __init__(self, start=0):
        self.value = start

    def doubled(self):
        return self.value * 2

    @property
    def tripled(self):
        return self.value * 3


plain = threading.local()
plain.name = "main"
own = Own(5)
own.value += 1
variable = contextvars.ContextVar("variable", default="default")
variable.set("main")


def other():
    print(hasattr(plain, "name"), own.value, own.doubled(), own.tripled, own.shared)
    plain.name = "other"
    own.value = 100
    print(plain.name, plain.__dict__, sorted(own.__dict__))
    print(variable.get())
    variable.set("other")
    context = contextvars.copy_context()
    print(context.run(variable.get))


thread = threading.Thread(target=other)
thread.start()
thread.join()
print(plain.name, plain.__dict__, own.value, own.doubled(), variable.get())
del plain.name
for attribute in ("name", "missing"):
    try:
        print(getattr(plain, attribute))
    except AttributeError as error:
        print(error)
try:
    del plain.name
except AttributeError as error:
    print(type(error).__name__)
try:
    plain.__dict__ = {}
except AttributeError as error:
    print(error)
print("value" in dir(own), isinstance(own, threading.local))
