import pytest

from core.formats.articles import articles
from core.formats.problems import Problems
from core.formats.reading import Reading
from tests.core.formats.web_archive.archives import PAGE, answer, packed, record
from tests.support.formats import format_of

CRAWL = [
    record("warcinfo", block=b"software: x\r\n", Content_Type="application/warc-fields"),
    record("request", block=b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
    record(url="https://example.org/a", block=answer(PAGE)),
    record(url="https://example.org/robots.txt", block=answer("User-agent: *", kind="text/plain")),
    record(url="https://example.org/b.txt", block=answer("Words 👩🏽‍🚀\r\ne\u0301", kind="text/plain")),
    record(url="https://example.org/c", block=answer(PAGE, "404 Not Found")),
    record(url="https://example.org/d.png", block=answer(b"\x89PNG", kind="image/png")),
    record(url="https://example.org/e", block=answer("<html><body>no</body></html>")),
    record(url="https://example.org/f", block=answer("br", Content_Encoding="br")),
    record("conversion", url="https://example.org/g", block=b"Converted", Content_Type="text/plain"),
]


def read(path, data):
    path.write_bytes(data)
    problems = Problems()
    return list(articles([path], problems, Reading())), problems


@pytest.mark.parametrize(("name", "data"), [("a.warc", b"".join(CRAWL)), ("a.warc.gz", packed(*CRAWL))])
def test_each_page_is_an_article_and_the_rest_is_told(tmp_path, name, data):
    (page, text, converted), problems = read(tmp_path / name, data)
    assert (page.document.id, page.document.url, page.document.date) == ("a-3", "https://example.org/a", "2020-06-19")
    assert "“We won’t go,” said José Núñez" in page.document.text
    assert page.document.extra["captured"] == "2020-06-19T10:20:30Z"
    assert (text.document.id, text.document.text) == ("a-5", "Words 👩🏽‍🚀\r\ne\u0301")
    assert (converted.document.id, converted.document.url) == ("a-10", "https://example.org/g")
    path = tmp_path / name
    assert problems.first == [
        f"{path}, record 8: has no text of an article",
        f"{path}, record 9: is packed as br, which can't be unpacked",
    ]
    assert problems.remarks[-1] == (
        f"{path}: left out 1 × warcinfo, 1 × request, 1 × robots.txt, 1 × answer 404, 1 × image/png"
    )


def test_it_is_known_by_its_content(tmp_path):
    for name, data in (("x", CRAWL[2]), ("x.gz", packed(CRAWL[2])), ("x.unknown", CRAWL[2])):
        (tmp_path / name).write_bytes(data)
        assert format_of(tmp_path / name).name == "warc"


def test_the_day_of_a_page_goes_before_that_of_its_capture(tmp_path):
    page = PAGE.replace("<head>", '<head><meta property="article:published_time" content="2019-01-02T10:00:00Z">')
    ((line,), _) = read(tmp_path / "a.warc", record(block=answer(page)))
    assert line.document.date == "2019-01-02"


def test_an_archive_without_pages_is_told(tmp_path):
    _, problems = read(tmp_path / "a.warc", CRAWL[0])
    assert problems.first == [f"{tmp_path}/a.warc: holds no pages of text"]


def test_many_kinds_are_summed_up(tmp_path):
    data = b"".join(record(block=answer(b"x", kind=f"image/{n}")) for n in range(12))
    _, problems = read(tmp_path / "a.warc", data)
    assert problems.remarks[0].endswith("1 × image/7, 4 others")


@pytest.mark.parametrize(
    ("cut", "taken", "told"),
    [
        (-40, 1, ["breaks off or is damaged after record 2"]),
        (-len(CRAWL[4]) + 30, 1, ["record 2: is damaged"]),
        (-4, 2, []),
    ],
)
def test_an_archive_that_breaks_off_gives_what_is_whole(tmp_path, cut, taken, told):
    lines, problems = read(tmp_path / "a.warc", (CRAWL[4] + CRAWL[4])[:cut])
    assert (len(lines), len(problems.first)) == (taken, len(told))
    assert all(one in said for one, said in zip(told, problems.first, strict=True))
