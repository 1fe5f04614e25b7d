x = 1
value = (f"{x}"
         b"b")
