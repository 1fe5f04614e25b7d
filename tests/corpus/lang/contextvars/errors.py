# What context variables refuse, and how.
from contextvars import Context, ContextVar, Token, copy_context


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        text = str(e).split(' at 0x')[0].replace('_contextvars.', '')
        print(type(e).__name__, text)


var, other = ContextVar('var'), ContextVar('other', default=0)
attempt(var.get)
attempt(ContextVar, 5)
attempt(Token)
attempt(Context, 1)
attempt(Context, a=1)
token = var.set(1)
attempt(other.reset, token)
var.reset(token)
attempt(var.reset, token)
attempt(var.reset, 5)
attempt(var.get)
context = copy_context()
attempt(lambda: context[var])
attempt(lambda: context['var'])
attempt(lambda: 'var' in context)
attempt(context.get, 'var')
attempt(context.run)
attempt(context.run, 5)
attempt(context.run, context.run, print)
attempt(context.__setitem__ if hasattr(context, '__setitem__') else len, 1)
foreign = context.run(var.set, 2)
attempt(var.reset, foreign)
attempt(context.run, var.reset, foreign)
attempt(context.run, var.get)
attempt(ContextVar)
attempt(ContextVar, 'a', 'b')
for base in (Context, ContextVar, Token):
    attempt(type, 'Sub', (base,), {})
