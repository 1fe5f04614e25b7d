import time
a = time.monotonic()
time.sleep(0.001)
b = time.monotonic()
print(b - a >= 0.001, type(time.time()).__name__, time.time() > 1.6e9, time.perf_counter() <= time.perf_counter())
for bad in (-1, "x", None):
    try: time.sleep(bad)
    except Exception as e: print(type(e).__name__, e)
print(time.sleep(0))
