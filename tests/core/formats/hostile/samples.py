"""Files that were made to do harm, or that harm has come to, for every format that is read."""

import gzip
import html
import io
import json
import random
import re
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from core.formats.jsonl import decode
from core.formats.registry import FolderWriter, StreamWriter, readers
from tests.core.formats.web_archive.archives import PAGE, answer, packed, record

WORDS = "“No,” said José Núñez, who has been the mayor of the town for eleven years, on Monday. — “It’s over.”"
SUFFIXES = tuple(dict.fromkeys(suffix for reader in readers() for suffix in reader.suffixes))

Made = bytes | Callable[[Path], None]
Maker = Callable[[], Made]

_ZEROS = 16 * 2**20


def zipped(members: dict[str, bytes], method=zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return out.getvalue()


def deflated_zeros(gigabytes: int, bits: int) -> bytes:
    """Return zeros packed by zlib, made from one block over and over."""
    packer = zlib.compressobj(9, zlib.DEFLATED, bits)
    start = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(bytes(_ZEROS)) + packer.flush(zlib.Z_FULL_FLUSH)
    return start + block * (gigabytes * 2**30 // _ZEROS) + packer.flush()


def bomb_entities() -> str:
    return '<!ENTITY a0 "haha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


def swelling_entities() -> str:
    return f'<!ENTITY a11 "{"ha" * 50_000}">'


def outer_entity() -> str:
    return '<!ENTITY a11 SYSTEM "file:///etc/hostname">'


ENTITIES = {"bomb": bomb_entities, "swelling": swelling_entities, "outer": outer_entity}


def xml(kind: str, root: str, inside: str) -> bytes:
    use = "&a11;" * (20_000 if kind == "swelling" else 1)
    return f'<?xml version="1.0"?><!DOCTYPE x [{ENTITIES[kind]()}]>{inside.replace("WORDS", use)}'.encode()


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XMI = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmi:version="2.0">'
    '<cas:NULL xmi:id="0"/><cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="WORDS"/>'
    '<cas:View sofa="1" members=""/></xmi:XMI>'
)
_RSS = '<rss version="2.0"><channel><item><description>WORDS</description></item></channel></rss>'
_ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><content>WORDS</content></entry></feed>'
_HTML = "<html><body><article><h1>Title</h1><p>WORDS</p></article></body></html>"
XMLS = {".xmi": _XMI, ".xml": _RSS, ".rss": _RSS, ".atom": _ATOM, ".html": _HTML, ".htm": _HTML}

_CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/PART" ContentType="application/vnd.openxmlformats-officedocument.KIND.main+xml"/>'
    "{more}</Types>"
)
_WORKSHEET = (
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
)


def _relation(kind: str, target: str) -> bytes:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    ).encode()


def docx(document: bytes) -> bytes:
    types = _CONTENT_TYPES.replace("PART", "word/document.xml").replace("KIND", "wordprocessingml.document")
    return zipped(
        {
            "[Content_Types].xml": types.format(more="").encode(),
            "_rels/.rels": _relation("officeDocument", "word/document.xml"),
            "word/document.xml": document,
        }
    )


def xlsx(sheet: bytes) -> bytes:
    types = _CONTENT_TYPES.replace("PART", "xl/workbook.xml").replace("KIND", "spreadsheetml.sheet")
    workbook = f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'
    return zipped(
        {
            "[Content_Types].xml": types.format(more=_WORKSHEET).encode(),
            "_rels/.rels": _relation("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": workbook.encode(),
            "xl/_rels/workbook.xml.rels": _relation("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": sheet,
        }
    )


def epub(page: bytes, package: bytes | None = None) -> bytes:
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
        '<rootfile full-path="c.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest>'
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    return zipped(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": container.encode(),
            "c.opf": package or opf.encode(),
            "a.xhtml": page,
        }
    )


_DOCX_XML = f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>WORDS</w:t></w:r></w:p></w:body></w:document>'
_XLSX_XML = (
    f'<worksheet xmlns="{_SHEET}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>WORDS</t></is></c></row></sheetData></worksheet>'
)
_XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>WORDS</p></body></html>'
PACKED_XMLS = {".docx": (docx, _DOCX_XML), ".xlsx": (xlsx, _XLSX_XML), ".epub": (epub, _XHTML)}


def pdf(content: bytes, filter_: bytes = b"") -> bytes:
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), filter_, content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


def sparse(start: bytes, size: int, path: Path) -> None:
    """Write a file that is mostly a hole."""
    with path.open("wb") as file:
        file.write(start)
        file.truncate(size)


def long_line(start: bytes, size: int, path: Path) -> None:
    with path.open("wb") as file:
        file.write(start)
        for _ in range(size // 2**20):
            file.write(b"a " * 2**19)


def line():
    return decode(
        json.dumps(
            {
                "id": "a",
                "text": WORDS,
                "quotes": [{"start": 0, "end": 5, "speaker_name": "José Núñez", "speaker": {"start": 11, "end": 21}}],
            }
        ),
        where="x",
    )


def sound() -> dict[str, dict[str, bytes]]:
    """Return a good file of each format, with those that belong to it; the first one is to be read."""
    import tempfile

    lines = [line()]
    found: dict[str, dict[str, bytes]] = {
        "text": {"a.txt": WORDS.encode()},
        "markdown": {"a.md": WORDS.encode()},
        "json": {"a.json": json.dumps([{"id": "a", "text": WORDS}] * 3, indent=1).encode()},
        "webpage": {"a.html": PAGE.encode()},
        "feed": {"a.rss": _RSS.replace("WORDS", WORDS).encode()},
        "warc": {"a.warc": record(block=answer(PAGE))},
        "zip": {"a.zip": zipped({"a.txt": WORDS.encode(), "b.txt": WORDS.encode()})},
        "docx": {"a.docx": docx(_DOCX_XML.replace("WORDS", WORDS).encode())},
        "epub": {"a.epub": epub(_XHTML.replace("WORDS", WORDS).encode())},
        "pdf": {"a.pdf": pdf(b"BT /F 9 Tf 9 9 Td (" + b"Some words of an article. " * 9 + b") Tj ET")},
    }
    for known in readers():
        if isinstance(known, FolderWriter):
            with tempfile.TemporaryDirectory() as folder:
                known.write_folder(lines, Path(folder))
                made = {path.name: path.read_bytes() for path in Path(folder).iterdir() if path.is_file()}
            first = next(name for name in made if name.endswith(known.suffixes))
            found[known.name] = {first: made.pop(first)} | made
        elif isinstance(known, StreamWriter):
            out = io.BytesIO()
            known.write(lines, out)
            found[known.name] = {f"a{known.suffixes[0]}": out.getvalue()}
    return found


def _with_suffix(kind: str, suffixes, make: Callable[[str], Made]) -> dict[str, Maker]:
    return {f"{kind}{suffix}": partial(make, suffix) for suffix in suffixes}


def _noise(start: bytes, suffix: str) -> bytes:
    return start + random.Random(suffix).randbytes(50_000)


def _packed_xml(kind: str, suffix: str) -> bytes:
    pack, inside = PACKED_XMLS[suffix]
    return pack(xml(kind, suffix, inside))


def _locked() -> bytes:
    data = bytearray(zipped({"a.txt": WORDS.encode()}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _nested(depth: int) -> bytes:
    data = zipped({"a.txt": WORDS.encode()})
    for level in range(depth):
        data = zipped({f"{level}.zip": data})
    return data


def _lying() -> bytes:
    """A member of two gigabytes that says it has ten bytes."""
    data = deflated_zeros(2, -15)
    packed_ = bytearray(zipped({"a.txt": data}, zipfile.ZIP_STORED))
    for mark, method, size in ((b"PK\x03\x04", 8, 22), (b"PK\x01\x02", 10, 24)):
        place = packed_.rindex(mark) if mark == b"PK\x01\x02" else packed_.index(mark)
        packed_[place + method : place + method + 2] = b"\x08\0"
        packed_[place + size : place + size + 4] = (10).to_bytes(4, "little")
    return bytes(packed_)


def _attributes(suffix: str) -> bytes:
    root, rest = re.split(r"(?=[ >])", XMLS[suffix].replace("WORDS", WORDS), maxsplit=1)
    many = " ".join(f"a{number}='x'" for number in range(200_000))
    return f"{root} {many}{rest}".encode()


def _deep(depth: int) -> bytes:
    before, after = f"<p>{WORDS}</p>" + "<div>" * depth, "</div>" * depth + f"<p>{WORDS[::-1]}</p>"
    return f"<html><body><article>{before}<p>{WORDS}</p>{after}</article></body></html>".encode()


TEXT_SUFFIXES = tuple(one for one in SUFFIXES if one not in (".spacy", ".docx", ".xlsx", ".epub", ".pdf", ".zip"))
_STARTS = {".jsonl": b'{"id": "a", "text": "', ".ndjson": b'{"text": "', ".json": b'[{"text": "', ".csv": b'text\n"'}

SAMPLES: dict[str, Maker] = {
    "bomb.zip": lambda: zipped({"a.txt": bytes(50 * 2**20)}),
    "bomb-in-bomb.zip": lambda: zipped({f"{n}.zip": zipped({"a.txt": bytes(50 * 2**20)}) for n in range(2)}),
    "many-bombs.zip": lambda: zipped({f"{n}.txt": bytes(2**20 - 1) for n in range(60)}),
    "lying.zip": _lying,
    "leads-out.zip": lambda: zipped({"../../a.txt": WORDS.encode(), "/etc/b.txt": b"x", "c:\\d.txt": b"x"}),
    "locked.zip": _locked,
    "deep.zip": lambda: _nested(20),
    "nothing.zip": lambda: zipped({}),
    "empty-members.zip": lambda: zipped({f"{n}.txt": b"" for n in range(9_000)}),
    "too-many.zip": lambda: zipped({str(n): b"" for n in range(11_000)}),
    **{
        f"entity-{kind}{suffix}": partial(xml, kind, suffix, inside)
        for kind in ENTITIES
        for suffix, inside in XMLS.items()
    },
    **{f"entity-{kind}{suffix}": partial(_packed_xml, kind, suffix) for kind in ENTITIES for suffix in PACKED_XMLS},
    "entity-package.epub": lambda: epub(b"<html/>", xml("bomb", "x", "<package>WORDS</package>")),
    "entity.zip": lambda: zipped({"a.rss": xml("bomb", "x", _RSS), "b.docx": _packed_xml("bomb", ".docx")}),
    "bomb.spacy": lambda: deflated_zeros(2, 15),
    "bomb.warc.gz": lambda: gzip.compress(b"WARC/1.0\r\n") + deflated_zeros(2, 31),
    "bomb-inside.warc": lambda: record(block=answer(deflated_zeros(2, 31), Content_Encoding="gzip")),
    "bomb-record.warc.gz": lambda: packed(record("metadata", block=bytes(100 * 2**20))),
    "bomb.pdf": lambda: pdf(deflated_zeros(2, 15), b"/Filter/FlateDecode"),
    "bomb.docx": lambda: docx(_DOCX_XML.replace("WORDS", "a" * 40_000_000).encode()),
    "bomb.xlsx": lambda: xlsx(_XLSX_XML.replace("WORDS", "a" * 40_000_000).encode()),
    "bomb.epub": lambda: epub(_XHTML.replace("WORDS", "a" * 40_000_000).encode()),
    "no-text.pdf": lambda: pdf(b""),
    "columns.csv": lambda: b",".join(b"c%d" % n for n in range(100_000)) + b"\n" + b"," * 99_999 + b"\n",
    "columns.tsv": lambda: b"\t".join(b"c%d" % n for n in range(100_000)) + b"\n" + b"\t" * 99_999 + b"\n",
    "rows.csv": lambda: b"a,b\n" + b"1,2\n" * 500_000,
    "far-cell.xlsx": lambda: xlsx(_XLSX_XML.replace('r="2"', 'r="1048576"').replace("A2", "XFD1048576").encode()),
    "deep.html": lambda: _deep(5_000),
    "deep.epub": lambda: epub(_deep(5_000)),
    "deep.rss": lambda: _RSS.replace("WORDS", html.escape(_deep(5_000).decode())).encode(),
    "nested.json": lambda: b"[" * 1_000_000,
    "nested-objects.json": lambda: b'{"a":' * 1_000_000,
    "nested.jsonl": lambda: b'{"id": "a", "text": "b", "quotes": ' + b"[" * 1_000_000,
    "number.json": lambda: b'{"id": "a", "text": "b", "x": ' + b"9" * 1_000_000 + b"}",
    **_with_suffix("nested", XMLS, lambda suffix: b"<rss version='2.0'>" + b"<a>" * 1_000_000),
    **_with_suffix("attributes", XMLS, _attributes),
    **_with_suffix("elements", XMLS, lambda suffix: XMLS[suffix].replace("WORDS", "<b/>" * 2_000_000).encode()),
    **_with_suffix("hole", SUFFIXES, lambda suffix: partial(sparse, _STARTS.get(suffix, b""), 200 * 2**20)),
    **_with_suffix(
        "long-line",
        (".jsonl", ".csv"),
        lambda suffix: partial(long_line, _STARTS[suffix], 200 * 2**20),
    ),
    **_with_suffix("empty", SUFFIXES, lambda _: b""),
    **_with_suffix("blank", SUFFIXES, lambda _: b" \r\n\t\n"),
    **_with_suffix("noise", SUFFIXES, partial(_noise, b"")),
    **_with_suffix("noise-zip", (".zip", ".docx", ".xlsx", ".epub"), partial(_noise, b"PK\x03\x04")),
    **_with_suffix("noise-json", (".json", ".jsonl", ".ndjson"), partial(_noise, b'{"id": "')),
    **_with_suffix("noise-xml", XMLS, partial(_noise, b'<?xml version="1.0"?><rss>')),
    **_with_suffix("noise-pdf", (".pdf",), partial(_noise, b"%PDF-1.4\n")),
    **_with_suffix("noise-gzip", (".warc.gz",), partial(_noise, b"\x1f\x8b\x08\0\0\0\0\0\0\0")),
    **_with_suffix("noise-warc", (".warc",), partial(_noise, b"WARC/1.0\r\nContent-Length: 9\r\n\r\n")),
    **_with_suffix("noise-zlib", (".spacy",), lambda suffix: zlib.compress(_noise(b"", suffix))),
}
"""By the name of the file; none of them holds an article but those in `MILD`."""

MILD = frozenset({*(f"entity-{kind}.epub" for kind in ENTITIES), "attributes.xmi"})
"""What does no harm if it is read as it stands there; HTML knows no entities, and takes their names for words."""

# Of these a part is an article as well, and nobody can tell that there was more; of brat, fewer annotations.
_PARTS_ARE_WHOLE = frozenset({"text", "markdown", "webpage", "csv", "brat"})
SOUND = sound()
TRUNCATED = {
    f"cut-{tenths}-{name}": files
    for name, files in SOUND.items()
    if name not in _PARTS_ARE_WHOLE
    for tenths in (1, 5, 9)
}


def cut(name: str) -> dict[str, bytes]:
    """Return the files of a sound one that was cut off after some tenths."""
    _, tenths, _ = name.split("-", 2)
    (first, data), *others = TRUNCATED[name].items()
    return {first: data[: len(data) * int(tenths) // 10], **dict(others)}


ENCODED = {
    f"{codec}{suffix}": (suffix, codec)
    for suffix in TEXT_SUFFIXES
    for codec in ("cp1252", "utf-16", "utf-16-le")
    if suffix not in (".ann", ".warc.gz")
}


def encoded(name: str) -> bytes:
    """Return words in an encoding that the format need not allow; if they are read, they must be the same words."""
    suffix, codec = ENCODED[name]
    shapes = {
        ".csv": f'id,text\n"a","{WORDS}"\n',
        ".tsv": f"id\ttext\na\t{WORDS}\n",
        ".json": json.dumps([{"id": "a", "text": WORDS}], ensure_ascii=False),
        ".jsonl": json.dumps({"id": "a", "text": WORDS}, ensure_ascii=False),
        ".ndjson": json.dumps({"id": "a", "text": WORDS}, ensure_ascii=False),
        ".warc": "WARC/1.0\r\n\r\n",
    }
    shape = shapes.get(suffix) or XMLS.get(suffix, "WORDS").replace("WORDS", WORDS)
    return shape.encode(codec)


def whole_texts(name: str) -> set[str]:
    """Return the texts that stand in the file before it was cut."""
    import tempfile

    from core.formats.articles import articles
    from core.formats.problems import Problems

    with tempfile.TemporaryDirectory() as folder:
        for each, data in TRUNCATED[name].items():
            (Path(folder) / each).write_bytes(data)
        first = Path(folder) / next(iter(TRUNCATED[name]))
        problems = Problems()
        found = {line.document.text[:1000] for line in articles([first], problems)}
    assert found, problems.first
    return found
