# A SystemExit inside of a group ends nothing quietly.
try:
    raise BaseExceptionGroup("base", [ValueError(1), SystemExit(3), KeyboardInterrupt()])
except* ValueError:
    pass
