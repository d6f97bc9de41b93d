"""What a CAS must say, read from XMI or from JSON, with the type system that lies beside it."""

from cassis import load_typesystem
from truth import by_file, ends, slices

CUSTOM = "webanno.custom."


def check(which, folder, suffix, load):
    """Compare each file of a folder with its line."""
    with (folder / "TypeSystem.xml").open("rb") as file:
        types = load_typesystem(file)
    found = {path.name.removesuffix(suffix): path for path in folder.glob(f"*{suffix}") if path.name != "manifest.json"}
    assert found.keys() == by_file(which).keys()
    for stem, path in found.items():
        with path.open("rb") as file:
            same(load(file, types), by_file(which)[stem])


def same(cas, line):
    """Compare one CAS with its line."""
    text = line["text"]
    assert cas.sofa_string == text
    pieces = {}
    for piece in cas.select(f"{CUSTOM}Quote"):
        assert piece.get_covered_text() == text[piece.begin : piece.end]
        pieces.setdefault(piece.quoteId, []).append(piece)
    assert pieces.keys() == {quote["id"] for quote in line["quotes"]}
    heads = {id_: min(some, key=lambda piece: piece.begin) for id_, some in pieces.items()}
    for quote in line["quotes"]:
        some, head = sorted(pieces[quote["id"]], key=lambda piece: piece.begin), heads[quote["id"]]
        assert [[piece.begin, piece.end] for piece in some] == quote["fragments"]
        assert [piece.get_covered_text() for piece in some] == quote["surface"] == slices(text, quote["fragments"])
        assert {piece.kind for piece in some} == {quote["kind"]}
        assert (head.speakerName, head.speakerId) == (quote["speaker_name"], quote["speaker_id"])
        assert (head.speakerType, head.status) == (quote["speaker_type"], quote["status"])
        assert (head.flagged, head.unsure) == (quote["flagged"], not quote["sure"])
        assert (head.comment or "") == quote["comment"]
        assert head.factuality == quote["attributes"].get("factuality")
        seconds = [(second["relation"], ends(second["speaker"])) for second in quote["more_speakers"]]
        told = [("said_by", ends(quote["speaker"])), *seconds]
        assert slot(head.speakers) == [each for each in told if each[1]]
        assert slot(head.cues) == [("cue", ends(quote["cue"]))] * bool(quote["cue"])
    inside = {(one.Governor.quoteId, one.Dependent.quoteId) for one in cas.select(f"{CUSTOM}Inside")}
    assert inside == {(quote["id"], quote["parent"]) for quote in line["quotes"] if quote["parent"] in pieces}
    more = sum(len(quote["fragments"]) - 1 for quote in line["quotes"])
    assert len(cas.select(f"{CUSTOM}Continues")) == more


def slot(links):
    """Return role and place of each link in a slot."""
    return [(link.role, (link.target.begin, link.target.end)) for link in (links.elements if links else ())]
