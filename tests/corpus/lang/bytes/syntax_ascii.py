value = b"café"
