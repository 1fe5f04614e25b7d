raise ImportError("a folder with an __init__ behind it hides this one")
