value = "two", __package__
