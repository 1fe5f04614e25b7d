print("package", __name__)
level = "top"
