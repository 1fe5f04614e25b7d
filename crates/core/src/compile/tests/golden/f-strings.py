x = f"{a}", f"a{b!r:>{c}}d"
