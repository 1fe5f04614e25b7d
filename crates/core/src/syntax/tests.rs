//! Tests of the syntax tree and of errors, against stored output of CPython 3.11.
