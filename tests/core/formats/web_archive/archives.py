"""Web archives made by hand, so that they can be wrong in every way."""

import gzip

PAGE = """<html><head><title>A title of a page</title></head><body><article><h1>A title of a page</h1>
<p>“We won’t go,” said José Núñez, who has been the mayor of the town for eleven years, on Tuesday evening.</p>
<p>The council will meet again next week to decide about the budget of the new library in the old town.</p>
</article></body></html>"""


def record(type_="response", url="https://example.org/a", block=b"", **headers) -> bytes:
    named = {
        "WARC-Type": type_,
        "WARC-Target-URI": url,
        "WARC-Date": "2020-06-19T10:20:30Z",
        "Content-Type": "application/http",
        "Content-Length": str(len(block)),
    } | {key.replace("_", "-"): value for key, value in headers.items()}
    head = "".join(f"{key}: {value}\r\n" for key, value in named.items() if value is not None)
    return b"WARC/1.0\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"


def answer(content: str | bytes, status="200 OK", kind="text/html; charset=utf-8", **headers) -> bytes:
    more = "".join(f"{key.replace('_', '-')}: {value}\r\n" for key, value in headers.items())
    data = content.encode() if isinstance(content, str) else content
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + data


def packed(*records: bytes) -> bytes:
    return b"".join(gzip.compress(one, mtime=0) for one in records)
