"""Makes small EPUBs for tests."""

import io
import zipfile

CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="{}"/></rootfiles></container>'


def package(*names, about="<dc:title>The book</dc:title>", order=None):
    """Return a package that lists documents in the order of reading."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(names)
    )
    refs = "".join(f'<itemref idref="i{n}"/>' for n in (order or range(len(names))))
    head = '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    return f"{head}<metadata>{about}</metadata><manifest>{items}</manifest><spine>{refs}</spine></package>"


def page(body):
    """Return a document of a book."""
    return f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>{body}</body></html>'


def epub(members, place="OEBPS/content.opf"):
    """Return an EPUB of these members, its container pointing to `place`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        made.writestr("META-INF/container.xml", CONTAINER.format(place))
        for name, data in members.items():
            made.writestr(name, data)
    return out.getvalue()
