"""A server that is not there: an exception with one clear sentence, and the script goes on."""

import http

try:
    http.get("http://127.0.0.1:1/")
except OSError as error:
    print("no answer; the sentence names the cause:", "refused" in str(error))
print("still here")
