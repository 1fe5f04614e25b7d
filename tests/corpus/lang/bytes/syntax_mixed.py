good = b"a" b"b"
value = b"a" "b"
