import mod_raises
def go():
    mod_raises.fail(1)
go()
