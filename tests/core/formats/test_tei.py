import io

from hypothesis import given
from lxml import etree

from core.formats.jsonl import decode
from core.formats.losses import xml_text
from core.formats.tei import NAMESPACE, Tei
from core.model.terms import Kind
from tests.core.formats.drawing import annotated

TEI = {"tei": NAMESPACE}
ID = "{http://www.w3.org/XML/1998/namespace}id"


def written(*lines):
    out = io.BytesIO()
    assert Tei().write(iter(lines), out) == len(lines)
    return out.getvalue()


def read(data):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    return etree.fromstring(data, parser)


def text_of(article):
    return "".join(article.find(".//tei:body", TEI).itertext())


def places(body):
    """The span of each element, from the characters before and in it."""
    found, place = {}, 0
    for event, node in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            found[node] = place
            place += len(node.text or "")
        else:
            found[node] = (found[node], place)
            place += len(node.tail or "") if node is not body else 0
    return found


def chains(article, name):
    """Each element with its pieces put together again; pieces that touch are one."""
    body = article.find(".//tei:body", TEI)
    spans, by_id = places(body), {node.get(ID): node for node in body.iter() if node.get(ID)}
    for node in body.iter(f"{{{NAMESPACE}}}{name}"):
        if node.get("prev") is None:
            pieces, piece = [spans[node]], node
            while piece.get("next"):
                before, piece = piece, by_id[piece.get("next").removeprefix("#")]
                assert piece.get("prev") == f"#{before.get(ID)}"
                pieces.append(spans[piece])
            yield node, joined(pieces)


def joined(spans):
    made = []
    for start, end in spans:
        if made and made[-1][1] == start:
            made[-1] = (made[-1][0], end)
        else:
            made.append((start, end))
    return made


SAMPLE = """{"id": "a", "language": "en", "text": "“If it rises,” said 👩🏽‍🚀 Ana Ruiz, “we go.”\\r\\n\\r\\nShe said <that> he had said “no & never”.",
    "speakers": [{"id": "ana", "name": "Ana Ruiz", "external_id": "Q1"}, {"id": "bo", "name": "Bo"}],
    "quotes": [
      {"id": "one", "fragments": [[0, 14], [35, 43]], "kind": "direct", "speaker_id": "ana", "speaker": {"start": 25, "end": 33},
       "cue": {"start": 15, "end": 19}, "comment": "split -- & fine", "attributes": {"factuality": "denied"},
       "more_speakers": [{"speaker_id": "bo", "relation": "joint"}, {"speaker_name": "TASS", "relation": "relayed_by"}]},
      {"id": "two", "start": 56, "end": 87, "kind": "mixed", "quoted": [[75, 87]], "speaker_id": "ana", "status": "suggested", "confidence": 0.5},
      {"id": "three", "start": 75, "end": 87, "kind": "direct", "speaker_id": "bo", "parent": "two", "sure": false}]}"""


def test_an_article_reads_as_tei():
    root = read(written(decode(SAMPLE, where="x")))
    assert root.xpath("//tei:said/@who", namespaces=TEI) == ["#s1 #s2", "#s1 #s2", "#s1", "#s2"]
    first, second, whole, nested = root.iterfind(".//tei:said", TEI)
    assert ("".join(first.itertext()), "".join(second.itertext())) == ("“If it rises,”", "“we go.”")
    assert (first.get("direct"), first.get("aloud"), first.get("next")) == ("true", "true", "#q1.2")
    assert first.get("ana") == "#kind.direct #type.named #status.accepted"
    assert whole.get("direct") == "false"
    assert whole.get("cert") == "0.5"
    assert "".join(whole.find(".//tei:q", TEI).itertext()) == "“no & never”"
    assert nested.xpath("ancestor::tei:said/@n", namespaces=TEI) == ["two"]
    assert "#unsure" in nested.get("ana")
    mention = root.find(".//tei:rs", TEI)
    assert (mention.text, mention.get("ref"), mention.get("corresp")) == ("Ana Ruiz", "#s1", "#q1")
    assert root.find(".//tei:seg[@type='cue']", TEI).text == "said"
    assert [note.text for note in root.iterfind(".//tei:standOff//tei:note", TEI)] == ["split -- & fine", "denied"]
    assert [(each.get("name"), each.get("active")) for each in root.iterfind(".//tei:relation", TEI)] == [
        ("joint", "#s2"),
        ("relayed_by", "#s3"),
    ]


def test_the_text_comes_back_exactly():
    line = decode(SAMPLE, where="x")
    data = written(line)
    assert b"&#13;" in data
    assert text_of(read(data)) == line.document.text


def test_a_quote_over_paragraphs_is_joined_again():
    line = decode(
        '{"id": "a", "text": "“One.\\n\\n“Two.” End", "quotes": [{"start": 0, "end": 13, "kind": "direct"}]}', where="x"
    )
    article = read(written(line)).find("tei:TEI", TEI)
    assert len(article.findall(".//tei:body/tei:p", TEI)) == 2
    assert [pieces for _, pieces in chains(article, "said")] == [[(0, 13)]]


def test_ids_are_unique_in_the_file_and_no_pointer_is_loose():
    root = read(written(*[decode(SAMPLE, where="x")] * 3))
    ids = root.xpath("//@xml:id")
    assert len(ids) == len(set(ids))
    pointers = root.xpath(
        "//@who | //@next | //@prev | //@corresp | //@ana | //@ref | //@target | //@active | //@passive"
    )
    assert {each for pointer in pointers for each in pointer.split()} <= {f"#{id_}" for id_ in ids}


def test_a_corpus_without_articles_is_xml():
    assert read(written()).findall("tei:TEI", TEI) == []


def test_many_quotes_over_each_other_are_read_again():
    quotes = ", ".join(f'{{"start": {n}, "end": {n + 100}, "kind": "direct"}}' for n in range(150))
    line = decode(f'{{"id": "a", "text": "{"x" * 250}", "quotes": [{quotes}]}}', where="x")
    article = read(written(line)).find("tei:TEI", TEI)
    assert [pieces for _, pieces in chains(article, "said")] == [[(n, n + 100)] for n in range(150)]


@given(annotated())
def test_any_article_gives_back_its_text_and_its_quotes(line):
    data = written(line)
    article = read(data).find("tei:TEI", TEI)
    assert text_of(article) == xml_text(line.document.text)
    found = dict(enumerate(chains(article, "said")))
    spans = sorted((node.get("n"), tuple(pieces)) for node, pieces in found.values())
    assert spans == sorted((xml_text(quote.id), tuple(joined(quote.fragments))) for quote in line.layer.quotes)
    marked = [quote for quote in line.layer.quotes if quote.quoted]
    assert sorted(pieces for _, pieces in chains(article, "q")) == sorted(
        joined(quote.quoted) for quote in marked if quote.kind is not Kind.DIRECT or quote.quoted != quote.fragments
    )
    assert data == written(line)
