a=ValueError('a'); b=ValueError('b'); c=ValueError('c'); a.__context__=b; b.__context__=c; c.__context__=b
try:
    try: raise a
    except ValueError: raise KeyError('k')
except KeyError as e: print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
a=ValueError('a'); a.__context__=None; b=ValueError('b'); a.__context__=b; b.__context__=a
try:
    try: raise a
    except ValueError: raise KeyError('k')
except KeyError as e: print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
x=ValueError('x'); x.__context__=x
try:
    try: raise x
    except ValueError: raise KeyError('k')
except KeyError as e: print(repr(e.__context__))
