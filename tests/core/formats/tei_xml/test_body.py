from core.formats.jsonl import decode
from core.formats.tei_xml.body import Body
from core.formats.tei_xml.people import People


def inner(line):
    written = "".join(Body(line, People(line.layer, 1), 1).written())
    return written.partition('xml:space="preserve">')[2].partition("</body>")[0]


def test_quotes_nest_by_who_quotes_whom_where_they_cover_the_same_words():
    line = decode(
        """{"id": "a", "text": "abc", "quotes": [{"id": "in", "start": 0, "end": 3, "parent": "out", "kind": "indirect"},
            {"id": "out", "start": 0, "end": 3, "kind": "indirect"}]}""",
        where="x",
    )
    assert inner(line).index('n="out"') < inner(line).index('n="in"')
    assert 'corresp="#q2"' in inner(line)


def test_only_segments_say_which_part_they_are():
    line = decode(
        """{"id": "a", "text": "ab\\ncd\\nef", "zones": [{"start": 0, "end": 8, "type": "headline"}],
            "quotes": [{"start": 0, "end": 8, "kind": "direct"}]}""",
        where="x",
    )
    written = inner(line)
    assert [written.count(f'part="{part}"') for part in "IMF"] == [1, 1, 1]
    assert written.count("<said ") == written.count("<seg ") == 3
