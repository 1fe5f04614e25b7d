# How often a warning is shown: default, module, once, always; the registry; what resets it.
import warnings


def show(message, category, filename, lineno, file=None, line=None):
    print("   shown:", message, category.__name__, lineno > 0)


warnings.showwarning = show


def place(text="text", category=UserWarning):
    warnings.warn(text, category)


def other(text="text"):
    warnings.warn(text)


for action in ("default", "module", "once", "always", "ignore", "error"):
    print(action)
    with warnings.catch_warnings():
        warnings.showwarning = show
        warnings.resetwarnings()
        warnings.simplefilter(action)
        for _ in range(2):
            for function in (place, other):
                try:
                    function()
                    function(f"{action} differs")
                except UserWarning as error:
                    print("   raised:", error)
print(sorted(key for key in globals().get("__warningregistry__", {}) if isinstance(key, str)))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("default")
    for turn in range(3):
        place("in a loop")
        if turn == 1:
            __warningregistry__.clear()
print([str(one.message) for one in caught], [one.category.__name__ for one in caught], caught[0].lineno == caught[1].lineno)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", "never.*")
    warnings.filterwarnings("error", category=DeprecationWarning)
    warnings.filterwarnings("ignore", module="no_module_is_called_so")
    warnings.filterwarnings("once", message="(?i)Only")
    for text in ("never seen", "seen", "only one", "ONLY ONE", "only one", "not never"):
        place(text)
    try:
        place("old", DeprecationWarning)
    except DeprecationWarning as error:
        print("raised", error)
print([str(one.message) for one in caught])


def fails(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__)


fails(warnings.resetwarnings, 5)
fails(warnings.simplefilter)
fails(warnings.simplefilter, "sometimes")
fails(warnings.simplefilter, "ignore", 5)
fails(warnings.filterwarnings, "ignore", 5)
fails(warnings.filterwarnings, "ignore", module=5)
fails(warnings.filterwarnings, "ignore", lineno="x")
fails(warnings.filterwarnings, "ignore", lineno=-1)
fails(warnings.formatwarning)
fails(warnings.formatwarning, "m", UserWarning)
fails(warnings.formatwarning, "m", "no class", "file", 1)
fails(warnings.warn)
fails(warnings.warn, "x", 5)
fails(warnings.warn, "x", stacklevel="y")
fails(warnings.catch_warnings, 5)
fails(warnings.catch_warnings, nothing=1)
before = list(warnings.filters)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    warnings.simplefilter("error")
    warnings.simplefilter("ignore", append=True)
    print(len(warnings.filters) - len(before), warnings.filters[0][0], warnings.filters[-1][0])
    warnings.resetwarnings()
    print(warnings.filters)
print(warnings.filters == before, warnings.showwarning is show)
place("last")
