try: import mod_broken
except ZeroDivisionError as e: print("caught", e)
import mod_broken
