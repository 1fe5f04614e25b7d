"""POST with a body, and any other method through http.request."""

import http
import sys

server = "http://" + sys.argv[1]

print(http.post(server + "/echo", '{"key": "value"}'))
print(http.post(server + "/echo", '{"key": "value"}').json()["key"])

response = http.request(server + "/item", "PUT", "a new item")
print(response.status, response)
