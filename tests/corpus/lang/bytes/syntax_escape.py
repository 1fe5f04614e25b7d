good = b"\x41"
value = b"abc\x4"
