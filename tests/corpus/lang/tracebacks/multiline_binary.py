x = (1 +
     2 *
     "a" -
     None)
