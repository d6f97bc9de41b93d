"""Whole articles by keyboard, with a budget of keys, and every bit of it taken back after a restart."""

import pytest
from msgspec import structs

from core.model.records import AnnotatedDocument, Candidate, Layer, Model
from core.model.spans import Span
from core.model.terms import Kind, SpeakerType, State, Status
from tests.gui.frame import lines
from tests.journeys.desk import document, hands, make, undo_all
from tests.support.articles import quote_of
from tests.support.projects import dump

MODEL = Model(name="test", version="1", weights="0" * 64)


def with_wrong_first(line, *numbers):
    """Have the model offer the second candidate first for some quotes."""
    quotes = list(line.layer.quotes)
    for number in numbers:
        quote = quotes[number - 1]
        right, wrong, *rest = quote.candidates
        first = structs.replace(wrong, confidence=0.7, mention=right.mention)
        quotes[number - 1] = structs.replace(
            quote,
            speaker_id=wrong.speaker_id,
            speaker_name=wrong.name,
            candidates=(first, structs.replace(right, confidence=0.2), *rest),
        )
    return structs.replace(line, layer=structs.replace(line.layer, quotes=tuple(quotes)))


def test_the_sample_article_with_two_wrong_suggestions_takes_sixteen_keys_at_most(qapp, tmp_path):
    right = [quote.speaker_name for quote in lines()[0].layer.quotes]
    project = make(tmp_path / "p.qdesk", with_wrong_first(lines()[0], 3, 10))
    start = dump(project)
    with hands(tmp_path, project) as person:
        while not all(quote.checked for quote in person.models.article.quotes):
            person.press("2" if person.at in (3, 10) else "enter")
        assert person.keys <= 16
        stored = person.stored()
        assert [quote.speaker_name for quote in stored.quotes] == right
        statuses = [quote.status for quote in stored.quotes]
        assert [number for number, status in enumerate(statuses, 1) if status is Status.CORRECTED] == [3, 10]
        person.press("ctrl+enter")
        assert person.stored().state is State.COMPLETE
    assert undo_all(tmp_path, project) == start


PEOPLE = ("Ana Ruiz", "Ben Ode", "Cleo Vang", "Dov Perl")


@pytest.fixture
def long_line():
    """Forty quotes by four people; the model is wrong about six, each in another way."""
    parts = [f"“This is statement number {n} of the day,” {PEOPLE[n % 4]} said." for n in range(40)]
    text = "\n\n".join(parts)
    quotes = []
    for n in range(40):
        words = f"“This is statement number {n} of the day,”"
        names = [PEOPLE[n % 4], *(name for name in PEOPLE if name != PEOPLE[n % 4])]
        if n in (4, 17):
            names[:2] = [names[1], names[0]]  # the right one is the second
        if n == 9:
            words += f" {PEOPLE[n % 4]}"  # too long by two words
        kind = Kind.INDIRECT if n == 23 else Kind.DIRECT
        shares = (0.9, 0.05, 0.03, 0.02)
        candidates = tuple(
            Candidate(name=name, speaker_id=f"s{PEOPLE.index(name) + 1}", confidence=share)
            for name, share in zip(names, shares, strict=True)
        )
        first = candidates[0]
        quotes.append(
            quote_of(
                text, words, speaker=first.speaker_id, name=first.name, candidates=candidates, confidence=0.9, kind=kind
            )
        )
    from core.model.records import Speaker

    speakers = tuple(Speaker(id=f"s{n}", name=name) for n, name in enumerate(PEOPLE, 1))
    return AnnotatedDocument(document=document(text), layer=Layer(model=MODEL, speakers=speakers, quotes=tuple(quotes)))


def test_forty_quotes_with_six_errors_take_sixty_keys_at_most(qapp, tmp_path, long_line):
    project = make(tmp_path / "p.qdesk", long_line)
    start = dump(project)
    with hands(tmp_path, project) as person:
        for number in range(1, 41):
            assert person.at == (number if number <= 36 else number - 1)
            if number in (5, 18):
                person.press("2")  # somebody else
            elif number == 10:
                person.press("ctrl+shift+left", "ctrl+shift+left", "enter")  # two words too many
            elif number == 24:
                person.press("d", "enter")  # another kind
            elif number == 31:
                person.press("n")  # somebody who is nowhere else
                person.type(*"Eve", "enter")
            elif number == 36:
                person.press("x", "enter")  # no quote at all
            else:
                person.press("enter")
        assert person.keys <= 60
        stored = person.stored()
        assert len(stored.quotes) == 39
        assert len(stored.rejected) == 1
        assert all(quote.checked for quote in stored.quotes)
        by_number = {quote.fragments[0].start: quote for quote in stored.quotes}
        text = stored.document.text
        tenth = by_number[text.index("“This is statement number 9 of")]
        assert text[slice(*tenth.span)] == "“This is statement number 9 of the day,”"
        assert by_number[text.index("“This is statement number 23 ")].kind is Kind.DIRECT
        assert by_number[text.index("“This is statement number 30 ")].speaker_name == "Eve"
        assert by_number[text.index("“This is statement number 4 ")].speaker_name == PEOPLE[0]
    assert undo_all(tmp_path, project) == start


HARD = (
    "“We agree on this,” Ana Ruiz and Ben Ode said in one voice.\n\n"
    "“It will rain,” a senior official said. “Bring a coat.”\n\n"
    "“He told me: ‘Go home now.’ So I went,” Ana Ruiz said.\n\n"
    "“First point.” “Second point by somebody else,” Ben Ode said.\n\n"
    "Nobody had marked it when Ana Ruiz said that the road was closed."
)


@pytest.fixture
def hard_line():
    """Joint speakers, an unnamed source in two pieces, a quote inside another, two run together, one missed."""
    shares = (("Ana Ruiz", "s1", 0.6), ("Ben Ode", "s2", 0.3))
    both = tuple(Candidate(name=name, speaker_id=key, confidence=share) for name, key, share in shares)

    def made(words, **fields):
        return quote_of(HARD, words, candidates=both, confidence=0.7, **fields)

    quotes = (
        made("“We agree on this,”"),
        made("“It will rain,”"),
        made("“Bring a coat.”"),
        made("“He told me: ‘Go home now.’ So I went,”"),
        made("‘Go home now.’"),
        made("“First point.” “Second point by somebody else,”"),
    )
    from core.model.records import Speaker

    speakers = (Speaker(id="s1", name="Ana Ruiz"), Speaker(id="s2", name="Ben Ode"))
    return AnnotatedDocument(document=document(HARD), layer=Layer(model=MODEL, speakers=speakers, quotes=quotes))


def at(words):
    start = HARD.index(words)
    return Span(start, start + len(words))


SAID = Span(at("said that").start, at("said that").start + len("said"))


def check_all(article):
    """Whatever the way, this is what comes of it."""
    found = {quote.fragments: quote for quote in article.quotes}
    joint = found[(at("“We agree on this,”"),)]
    assert [(one.speaker_name, one.relation.value) for one in joint.more_speakers] == [("Ben Ode", "joint")]
    unnamed = found[(at("“It will rain,”"), at("“Bring a coat.”"))]
    assert (unnamed.speaker_type, unnamed.speaker_name) == (SpeakerType.UNNAMED, None)
    outer, inner = found[(at("“He told me: ‘Go home now.’ So I went,”"),)], found[(at("‘Go home now.’"),)]
    assert inner.parent == outer.id
    assert inner.speaker_name == "Ben Ode"
    first, second = found[(at("“First point.”"),)], found[(at("“Second point by somebody else,”"),)]
    assert (first.speaker_name, second.speaker_name) == ("Ana Ruiz", "Ben Ode")
    missed = found[(at("that the road was closed"),)]
    assert (missed.kind, missed.status, missed.speaker_name) == (Kind.INDIRECT, Status.ADDED, "Ana Ruiz")
    assert missed.cue == SAID
    assert all(quote.checked for quote in article.quotes)
    assert len(article.quotes) == 7


def test_hard_cases_by_keyboard(qapp, tmp_path, hard_line):
    project = make(tmp_path / "p.qdesk", hard_line)
    start = dump(project)
    with hands(tmp_path, project) as person:
        person.press("a", "2", "enter")  # Ana Ruiz, and Ben Ode with her
        person.press("j", "0", "1", "right")  # two pieces of one quote, by nobody named
        person.press("enter")  # the outer one
        person.press("p", "2")  # part of it, said by somebody else
        # Two quotes that run together: the caret goes to the end, and back to where the second begins.
        person.press("v", *["ctrl+left"] * 6)
        while person.view.caret.position > at("“Second").start:
            person.press("left")
        person.press("s", "enter", "2")
        person.press("r")  # the paragraph that nobody marked
        person.press("v", "ctrl+end")
        person.press("left", *["ctrl+shift+left"] * 5, "q")
        assert person.quote(person.at).fragments == (at("that the road was closed"),)
        person.press("u")
        cue = next(label for label, target in person.view.hints.labels.items() if target.value == SAID)
        person.press(*cue)
        person.press("/")
        person.type(*"ana r", "enter")
        check_all(person.stored())
    assert undo_all(tmp_path, project) == start


def test_hard_cases_by_mouse(qapp, tmp_path, hard_line):
    project = make(tmp_path / "p.qdesk", hard_line)
    start = dump(project)
    with hands(tmp_path, project) as person:
        panel, run = person.window.panel, person.application.menus.run
        person.click(panel.second)
        person.click_row(panel.list, 1)
        person.click(panel.accept)
        run("join")  # a menu's entry
        person.click(panel.nobody)
        person.click_row(panel.list, 0)
        person.click(panel.after)
        person.click(panel.accept)
        run("nest")
        person.click_row(panel.list, 1)
        # The right edge is dragged back to the end of the first quote; the second is marked anew.
        person.drag(
            person.point_at(at("“Second point by somebody else,”").end, before=False),
            person.point_at(at("“First point.”").end, before=False),
        )
        person.click(panel.accept)
        person.drag_over("“Second point by somebody else,”")
        run("new_quote")
        person.click_row(panel.list, [each.name for each in person.models.candidates.choices].index("Ben Ode"))
        person.drag_over("that the road was closed")
        run("new_quote")
        run("cue")
        person.click(person.view.viewport(), person.point_at(at("said that").start + 2))
        person.click_row(panel.list, [each.name for each in person.models.candidates.choices].index("Ana Ruiz"))
        check_all(person.stored())
    assert undo_all(tmp_path, project) == start
