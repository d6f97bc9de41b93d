"""What tools that know labelled spans and links between them must say of a line."""

from collections import Counter
from itertools import pairwise

from truth import ends

LABELS = {"direct": "Direct quote", "mixed": "Mixed quote", "indirect": "Indirect quote"}


def every(_):
    """Choose each quote."""
    return True


def regions(line, chosen=every):
    """Return what is marked for the quotes that are chosen; a mention or cue of several quotes is one region."""
    quotes = [quote for quote in line["quotes"] if chosen(quote)]
    marks = [(*piece, LABELS[quote["kind"]]) for quote in quotes for piece in quote["fragments"]]
    shared = {
        (*ends(place), label)
        for quote in quotes
        for place, label in (
            (quote["speaker"], "Speaker"),
            (quote["cue"], "Cue"),
            *((second["speaker"], "Speaker") for second in quote["more_speakers"]),
        )
        if place
    }
    return [*marks, *shared]


def relations(line, chosen=every):
    """Return the links between what is marked for the chosen quotes, each by its two ends and its name."""
    quotes = {quote["id"]: quote for quote in line["quotes"] if chosen(quote)}
    links = []
    for quote in quotes.values():
        pieces = [(*piece, LABELS[quote["kind"]]) for piece in quote["fragments"]]
        links += [(one, other, "continues") for one, other in pairwise(pieces)]
        seconds = [
            (second["speaker"], second["relation"].replace("_", " "), "Speaker") for second in quote["more_speakers"]
        ]
        told = [(quote["speaker"], "said by", "Speaker"), (quote["cue"], "cue", "Cue"), *seconds]
        links += [(pieces[0], (*ends(place), label), name) for place, name, label in told if place]
        if quote["parent"] in quotes:
            around = quotes[quote["parent"]]
            links.append((pieces[0], (*around["fragments"][0], LABELS[around["kind"]]), "inside"))
    return Counter(links)
