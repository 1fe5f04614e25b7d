"""The warning categories: raised, caught by their bases, turned into errors, and shown by name."""
import warnings

CATEGORIES = [Warning, UserWarning, DeprecationWarning, PendingDeprecationWarning, SyntaxWarning, RuntimeWarning,
              FutureWarning, ImportWarning, UnicodeWarning, BytesWarning, ResourceWarning, EncodingWarning]


def check(function, *args):
    try:
        return function(*args)
    except Warning as caught:
        return f'{type(caught).__name__}({caught}) is a {type(caught).__base__.__name__}'
    except TypeError as error:
        return f'TypeError: {error}'


def thrown(category):
    raise category('thrown', 1)


for category in CATEGORIES:
    print(check(thrown, category), category.__doc__.split('\n')[0].rstrip('.') != '', category('x').args)

print(check(BytesWarning.mro)[1:3], check(EncodingWarning, 'message'), repr(check(FutureWarning)))
print(check(lambda: ImportWarning(a=1)), '|', check(lambda: UnicodeWarning().missing if hasattr(UnicodeWarning(), 'missing') else 'none'))
print(check(lambda: PendingDeprecationWarning.with_traceback()), '|', check(ResourceWarning.add_note))

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    for category in CATEGORIES:
        warnings.warn(f'about {category.__name__}', category)
    warnings.warn('plain')
    warnings.warn(RuntimeWarning('an instance'), SyntaxWarning)
    print([(w.category.__name__, str(w.message)) for w in seen])

with warnings.catch_warnings():
    warnings.simplefilter('error')
    warnings.simplefilter('ignore', DeprecationWarning)
    for category in CATEGORIES:
        print(check(warnings.warn, category.__name__, category))

with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    warnings.filterwarnings('error', category=ResourceWarning)
    print(check(warnings.warn, 'quiet', UserWarning), check(warnings.warn, 'loud', ResourceWarning))
print(check(warnings.warn, 'x', KeyError), '|', check(warnings.warn, 'x', 5))
try:
    raise SyntaxWarning from BytesWarning('cause')
except (UserWarning, SyntaxWarning) as caught:
    print(repr(caught), repr(caught.__cause__), caught.__suppress_context__)


class OldFeature(DeprecationWarning, UserWarning):
    def __str__(self):
        return f'old: {self.args}'


print(check(thrown, OldFeature), issubclass(OldFeature, (RuntimeWarning, UserWarning)))
