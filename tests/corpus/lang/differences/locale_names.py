# There is no locale: modules that speak of it are not there.
try:
    import locale
except ImportError as error:
    print(type(error).__name__)
else:
    print(locale.__name__)
print(f"{1234567:n}", format(0.5, "n"))
