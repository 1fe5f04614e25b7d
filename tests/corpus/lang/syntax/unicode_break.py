def größe(ä):
    "日本"; x = "日本"; break
