"""TEI by lxml: the text character for character, and every said whose who points at somebody in the list."""

import pytest
from lxml import etree
from truth import exports, lines, who_and_what

NS = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.mark.parametrize(("which", "path"), exports("tei"))
def test_said_and_who_are_the_quotes(which, path):
    root = etree.parse(path).getroot()
    ids = root.xpath("//@xml:id")
    assert len(ids) == len(set(ids))
    articles = root.xpath("t:TEI", namespaces=NS)
    known = [who_and_what(line) for line in lines(which)]
    assert [(one(each, ".//t:idno[@type='document']"), one(each, ".//t:respStmt/t:name")) for each in articles] == known
    for article, line in zip(articles, lines(which), strict=True):
        same(article, line, set(ids))


def one(element, path):
    found = element.xpath(f"string({path})", namespaces=NS)
    return found or None


def same(article, line, ids):
    body = article.find(".//t:body", NS)
    assert "".join(body.itertext()) == line["text"]
    people = {
        each.get(ID): each.findtext("t:persName", namespaces=NS) or each.findtext("t:orgName", namespaces=NS)
        for each in article.iterfind(".//t:listPerson/*", NS)
    }
    chains = {}
    for said in body.iter(f"{{{NS['t']}}}said"):
        chains.setdefault(said.get("n"), []).append(said)
        assert {pointer[1:] for pointer in (said.get("who") or "").split()} <= people.keys()
        assert all(
            pointer[1:] in ids
            for name in ("next", "prev", "corresp", "ana")
            for pointer in (said.get(name) or "").split()
        )
    assert chains.keys() == {quote["id"] for quote in line["quotes"]}
    heads = {id_: some[0] for id_, some in chains.items()}
    numbers = {head.get(ID): id_ for id_, head in heads.items()}
    for quote in line["quotes"]:
        pieces, head = chains[quote["id"]], heads[quote["id"]]
        assert "".join("".join(piece.itertext()) for piece in pieces) == "".join(quote["surface"])
        assert [piece.get("next") for piece in pieces] == [*(f"#{piece.get(ID)}" for piece in pieces[1:]), None]
        assert [piece.get("prev") for piece in pieces] == [None, *(f"#{piece.get(ID)}" for piece in pieces[:-1])]
        signs = {f"#kind.{quote['kind']}", f"#type.{quote['speaker_type']}", f"#status.{quote['status']}"}
        assert signs <= set(head.get("ana").split())
        assert (head.get("direct") == "true") == (quote["kind"] == "direct")
        names = [people[pointer[1:]] for pointer in (head.get("who") or "").split()]
        joint = [each["speaker_name"] for each in quote["more_speakers"] if each["relation"] == "joint"]
        assert names == list(dict.fromkeys(name for name in (quote["speaker_name"], *joint) if name))
        assert numbers.get((head.get("corresp") or "")[1:]) == quote["parent"]
        target = f"#{head.get(ID)}"
        relations = article.xpath(".//t:relation[@passive=$to]", namespaces=NS, to=target)
        assert [(each.get("name"), people[each.get("active")[1:]]) for each in relations] == [
            (each["relation"], each["speaker_name"]) for each in quote["more_speakers"] if each["speaker_name"]
        ]
        notes = {
            each.get("n") or "comment": each.text
            for each in article.xpath(".//t:note[@target=$to]", namespaces=NS, to=target)
        }
        assert notes == quote["attributes"] | ({"comment": quote["comment"]} if quote["comment"] else {})
