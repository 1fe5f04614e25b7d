def größe(ä):
    "日本"; global ä
