def outer():
    def middle():
        class Local:
            def method(self):
                return (lambda: undefined_thing_q)()
        return Local().method()
    return middle()
outer()
