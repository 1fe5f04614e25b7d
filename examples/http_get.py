"""GET: the response prints as its body, and knows its status, headers and JSON."""

import http
import sys

server = "http://" + sys.argv[1]

response = http.get(server + "/hello")
print(response)
print(response.status, response.headers["content-type"])

person = http.get(server + "/json").json()
print(person["name"], person["born"], person["languages"])

print(http.get(server + "/chunked"))

missing = http.get(server + "/no-such-page")
print(missing.status, missing.text)
