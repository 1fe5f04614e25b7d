class AppError(Exception): pass
def low():
    return {}["missing"]
def high():
    try:
        low()
    except KeyError as error:
        raise AppError("high level failed") from error
high()
