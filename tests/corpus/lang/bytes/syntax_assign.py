b"abc" = 1
