print("one")
from mod_helper import sine_wave
