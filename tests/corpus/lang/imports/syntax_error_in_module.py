print("before")
import mod_syntax
