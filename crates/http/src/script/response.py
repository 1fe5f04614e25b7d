class Response:
    """An answer to an HTTP request; printing it prints its text."""

    def __init__(self, url, status, reason, headers, text):
        self.url = url
        self.status = status
        self.reason = reason
        self.headers = headers
        self.text = text
        self.body = text
        self.ok = status < 400

    def json(self):
        """The text, read as JSON."""
        import json
        return json.loads(self.text)

    def __str__(self):
        return self.text

    def __repr__(self):
        return f"<Response [{self.status}]>"
