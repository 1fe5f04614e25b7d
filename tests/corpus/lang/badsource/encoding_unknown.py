# -*- coding: bogus -*-
print('never')
