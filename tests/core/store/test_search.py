"""Words are found where they stand, whatever is typed; quotes are found as one annotator sees them."""

import random
import sqlite3
from contextlib import closing
from unicodedata import normalize

import pytest
from msgspec import structs
from sqlalchemy import text as sql

from core.commands.attribution import AssignSpeaker
from core.commands.remarks import CommentQuote
from core.commands.review import RejectQuote
from core.commands.roster import EditSpeaker, MergeSpeakers
from core.commands.second_speakers import AddSecondSpeaker
from core.model.records import AnnotatedDocument, Layer
from core.model.terms import Relation
from core.store import engine as engines
from core.store.search import COUNTED, EXCERPT, plain, search
from tests.support.pace import in_time
from tests.support.projects import NEWER, act, document, empty_desk, ids, line, opened, quote, rows, seed_line


def article(text, *, id="doc", title=None):
    return AnnotatedDocument(document=document(text, id=id, title=title), layer=Layer())


def places(desk, words, limit=50):
    """Where the text hits stand, by article."""
    return {hit.document_id: hit.start for hit in desk.queries.search(words, limit) if hit.where == "text"}


def quotes(desk, words, where="speaker"):
    return [hit.quote_id for hit in desk.queries.search(words) if hit.where == where]


def by(desk, name):
    return [each.id for each in desk.queries.article("seed").quotes if each.speaker_name == name]


def who(desk, name):
    return next(each for each in desk.queries.speakers() if each.name == name)


def test_all_words_must_be_there_and_the_last_may_be_a_beginning():
    with empty_desk(
        article("The minister spoke of the Budget.", id="a"),
        article("A budget for ministers.", id="b"),
        article("Budgets are dull.", id="c"),
    ) as desk:
        assert places(desk, "budget") == {"a": 26, "b": 2, "c": 0}
        assert places(desk, "minister budget") == {"a": 4}
        assert places(desk, "budget minister") == {"a": 4, "b": 13}
        assert places(desk, "BUDGET THE") == {"a": 26}
        assert places(desk, "dull budget nothing") == {}


def test_words_in_a_row_come_before_the_longest_word():
    with empty_desk(article("A minister. The new prime minister, and a ministerial code.")) as desk:
        assert places(desk, "prime minister") == {"doc": 20}
        assert places(desk, "minister prime") == {"doc": 2}
        assert places(desk, "code minister") == {"doc": 2}
        assert places(desk, "new prime min") == {"doc": 16}


def test_the_best_article_comes_first():
    lines = [
        article("tax " + "other words that say nothing " * 30, id="long"),
        article("tax tax tax", id="best"),
        article("tax and a few words more", id="short"),
    ]
    with empty_desk(*lines) as desk:
        assert list(places(desk, "tax")) == ["best", "short", "long"]
        assert list(places(desk, "tax", limit=1)) == ["best"]


@pytest.mark.parametrize(
    ("text", "words", "surface"),
    [
        ("😀👩🏽‍🚒 She left.", "she", "She"),
        ("A\r\nB\r\n\r\nthe end", "THE", "the"),
        ("Cafe\u0301 Zürich", "café", "Cafe\u0301"),
        ("Cafe\u0301 Zürich", "zurich", "Zürich"),
        ("Cafe\u0301 Zu\u0308rich", "Zürich", "Zu\u0308rich"),
        ("e\u0301t and then t", "t x", None),
        ("e\u0301t and then t", "t then", "then t"[:4]),
        ("İstanbul is big", "istanbul", "İstanbul"),
        ("İİİ ISTANBUL", "istanbul", "ISTANBUL"),
        ("ΟΔΥΣΣΕΥΣ, Οδυσσεύς", "οδυσσευς", "ΟΔΥΣΣΕΥΣ"),
        ("Где Йод и мой дом", "йод", "Йод"),
        ("Где и\u0306од", "йод", "и\u0306од"),
        ("Straße", "STRAßE", "Straße"),
        ("nul\x00 byte here", "byte", "byte"),
        ("\ufeff\u202eIt was", "it", "It"),
        ("שלום עולם, אמר", "עולם", "עולם"),
        ("قال الوزير إن", "الوزير", "الوزير"),
        ("यह हिन्दी है", "हिन्दी", "हिन्दी"),
        ("He said “don’t go”", "don't", "don’t"),
        ("It is the U.S.A. that", "U.S.A.", "U.S.A"),
        ("snake_case words", "case", "case"),
        ("a ½ share", "½", "½"),
        ("𝒳 and 𞤀𞤁 too", "𞤀𞤁", "𞤀𞤁"),
        ("Vitamin C, then", "vitamin c", "Vitamin C"),
        ("I am", "i", "I"),
        ("He is 7 today", "7", "7"),
    ],
)
def test_where_it_stands_is_counted_in_code_points(text, words, surface):
    with empty_desk(article(text), article("Nothing of the kind", id="other")) as desk:
        found = [hit for hit in desk.queries.search(words) if hit.document_id == "doc"]
        if surface is None:
            assert found == []
            return
        (hit,) = found
        assert text[hit.start : hit.start + len(surface)] == surface
        assert (hit.where, hit.quote_id, hit.document_id) == ("text", None, "doc")


@pytest.mark.parametrize(
    ("text", "words", "start"),
    [
        ("昨日、北京大学で記者会見", "大学", 5),
        ("NATOと北京の会談 NATO", "北京の nato", 0),
        ("ข่าวจากกรุงเทพวันนี้", "กรุงเทพ", 7),
        ("그는 서울에서 말했다", "울에", 4),
        ("그는 서울에서".encode().decode(), "서울", 3),
        ("ສະບາຍດີ", "ບາຍ", 2),
        ("It burns 🔥 now", "🔥", 9),
        ("It burns 🔥 now", "🔥 now", 9),
        ("We ❤️ it", "❤", 3),
        ("We ❤ it", "❤️", 3),
        ("In Brussels", "ussel", 5),
        ("in brüssel", "ÜSSEL", 5),
        ("in Zu\u0308rich", "ÜRICH", 4),
        ("A 100% rise", "00%", 3),
        ("A 100_ rise", "00_", 3),
        ("Was it? “No”", "“", 8),
        ("It cost €5", "€", 8),
    ],
)
def test_what_an_index_of_words_can_not_know_is_found_too(text, words, start):
    with empty_desk(article("Nothing here: 1000 x", id="other"), article(text)) as desk:
        assert places(desk, words) == {"doc": start}


def test_a_whole_word_is_preferred_to_a_part():
    with empty_desk(article("The art of it", id="whole"), article("The start", id="part")) as desk:
        assert places(desk, "art") == {"whole": 4}
        assert places(desk, "tar") == {"part": 5}


@pytest.mark.parametrize(
    "words",
    ['"near', 'near"', '"near" OR', "near*", "NEAR(near, 2)", "near AND", "NOT near", "text:near", "^near", "near + 2",
     "{near}", "(near", "near)", "-near", "near;--", "near' OR '1'='1", ":near", "\\near", "near\x00", "\ud800near",
     "document_words near"],
)  # fmt: skip
def test_what_is_typed_is_never_an_order(words):
    text = 'Or and not text near near 2, document_words: 1 "1".'
    with empty_desk(article(text)) as desk:
        assert places(desk, words).keys() == {"doc"}


@pytest.mark.parametrize("words", ["", " ", "\n\t", "\x00", "\ud800", "\ufe0f", "\u3000"])
def test_nothing_is_found_by_nothing(desk, words):
    assert desk.queries.search(words) == []


@pytest.mark.parametrize("words", ['"', "*", "%", "_", "\\", "'", "(", "!", "…"])
def test_a_sign_on_its_own_is_itself(words):
    with empty_desk(article("plain words", id="other"), article(f"here {words} it is")) as desk:
        assert places(desk, words) == {"doc": 5}
        assert places(desk, f"{words} it") == {"doc": 7}


def test_long_input_is_taken_by_its_beginning(desk):
    text = desk.queries.article("seed").document.text
    with in_time(5):
        assert places(desk, text[:10_000]) == {"seed": 0}
        assert places(desk, ("health ministry " * 700)[:10_000]).keys() == {"seed"}
        for words in ("q" * 10_000, "\ufffd" * 10_000, "😀" * 10_000, "北" * 10_000, "é" * 10_000, "\ud800 " * 5000):
            assert desk.queries.search(words) == []
        for words in ("a " * 5000, '"' * 10_000, "- " * 5000, "(" * 10_000, " ".join(map(chr, range(33, 5000)))):
            desk.queries.search(words)
        assert len("health ") * 60 > COUNTED
        assert places(desk, "health " * 60 + "nowhere") == places(desk, "health") != {}


def test_signs_in_a_row_do_not_take_for_ever():
    with empty_desk(article("😂" * 200 + "- " * 200)) as desk, in_time(2):
        desk.queries.search("😂 " * 150)
        desk.queries.search("- " * 150)
        desk.queries.search("😂 😂😂 😂😂😂 😂😂😂😂 😃")
        desk.queries.search(". - -- - -- ---")


def test_a_title_counts_and_leads_to_the_beginning():
    lines = [
        article("Some text.", id="titled", title="Budget vote"),
        article("The budget, and a vote.", id="both", title="A budget"),
        article("  \n Opening words.", id="untitled"),
    ]
    with empty_desk(*lines) as desk:
        hits = {hit.document_id: hit for hit in desk.queries.search("budget vote")}
        assert (hits["titled"].start, hits["titled"].excerpt) == (0, "Some text.")
        assert (hits["both"].start, hits["both"].title) == (4, "A budget")
        assert [hit.title for hit in desk.queries.search("opening")] == ["Opening words."]


def test_the_index_follows_the_articles(project):
    with opened(project) as desk:
        desk.bring_in([article("Zebras graze.", id="zoo", title="Animals")])
        assert places(desk, "zebra") == {"zoo": 0}
        desk.undo() if desk.queries.can_undo() else None
        assert places(desk, "zebra") == {"zoo": 0}
    with closing(sqlite3.connect(project)) as connection:
        for change, found in (
            ("UPDATE document SET text = 'Lions sleep.' WHERE id = 'zoo'", ("lions", {"zoo": 0})),
            ("UPDATE document SET title = 'Beasts' WHERE id = 'zoo'", ("beasts lions", {"zoo": 0})),
            ("UPDATE document SET position = 99 WHERE id = 'zoo'", ("lions", {"zoo": 0})),
            ("DELETE FROM document WHERE id = 'zoo'", ("lions", {})),
        ):
            connection.execute(change)
            connection.commit()
            connection.execute("INSERT INTO document_words (document_words, rank) VALUES ('integrity-check', 1)")
            with opened(project) as desk:
                assert places(desk, found[0]) == found[1]
                assert places(desk, "zebra") == {}


def test_an_import_that_fails_leaves_no_words(desk, project):
    def broken():
        yield article("Zebras graze.", id="zoo")
        raise OSError("the file ends here")

    with pytest.raises(OSError, match="ends here"):
        desk.bring_in(broken())
    assert desk.queries.search("zebras") == []
    assert len(rows(project, "SELECT rowid FROM document_words")) == 1


def test_any_word_of_any_text_is_found_where_it_stands():
    chance = random.Random(3)
    pieces = ["Ann", "é", "e\u0301", "ß", "İ", "北京", "กรุง", "😂", "👩🏽‍🚒", "“", "don’t", "\r\n", "\n\n", " ", " ", " ", "7",
              "שלום", "हिन्दी", "\u202e", "Ελλάδα", "мой", "и\u0306", "x_y", "U.S.", "\u00a0", "ﬁn", "ÅNGSTRÖM", "서울"]  # fmt: skip
    made = ["".join(chance.choices(pieces, k=30)) for _ in range(80)]
    with empty_desk(*(article(text, id=f"d{n}") for n, text in enumerate(made))) as desk:
        for number, text in enumerate(made):
            for word in chance.choices(text.split(), k=3):
                found = places(desk, word, limit=100)
                assert f"d{number}" in found, (word, text)
                signs = normalize("NFD", plain(word))
                begins = {signs[0], *[each for each in signs if each.isalnum()][:1]}
                assert normalize("NFD", plain(text[found[f"d{number}"]]))[0] in begins, (word, text)


def test_plain_letters_stay_in_their_places():
    everything = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
    assert all(len(plain(each)) == 1 for each in everything)
    assert plain("ÉCOLE Straße İ ſ ς, Øre") == "ecole straße i s σ, øre"


def test_plain_letters_are_those_of_the_index():
    letters = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00), *range(0x400, 0x500))]
    letters = [each for each in letters if each.isalpha() and each not in "Ǡǡẛ"]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE f USING fts5(x, tokenize='unicode61 remove_diacritics 2')")
        connection.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(f, instance)")
        connection.executemany("INSERT INTO f (rowid, x) VALUES (?, ?)", [(ord(each), each) for each in letters])
        found = connection.execute("SELECT doc, term FROM terms ORDER BY doc").fetchall()
    assert {chr(doc): term for doc, term in found} == {each: plain(each) for each in letters}


def test_speakers_are_found_by_name_and_alias(desk):
    lavrov = who(desk, "Lavrov")
    desk.run(EditSpeaker(speaker_id=lavrov.id, name="Zoë Lavrov-Novák", aliases=("The Fox", 'Jo "Q" \\')))
    theirs = by(desk, "Zoë Lavrov-Novák")
    assert len(theirs) == 5
    for words in ("zoe nova", "LAVROV", "Zoë", "Zoe\u0308", "the fox", 'jo "q"', "lavrov-novák", "novak zoe"):
        assert quotes(desk, words) == theirs, words
    assert quotes(desk, "zoe fox") == []
    assert quotes(desk, "ukashenk") == by(desk, "Lukashenko")
    hit = next(hit for hit in desk.queries.search("zoe"))
    text = desk.queries.article("seed").document.text
    first = next(each for each in desk.queries.article("seed").quotes if each.id == theirs[0])
    assert hit.excerpt.startswith("Zoë Lavrov-Novák: " + " ".join(text[first.span.start :][:20].split()))
    assert (hit.start, hit.document_id, hit.title) == (None, "seed", "A sample")


def test_each_annotator_finds_what_they_see(desk, project):
    first, second, third = by(desk, "Lavrov")[:3]
    rest = by(desk, "Lavrov")[3:]
    desk.run(AssignSpeaker(document_id="seed", quote_id=first, name="Ana Ruiz", act=act()))
    desk.run(RejectQuote(document_id="seed", quote_id=second, act=act()))
    assert quotes(desk, "Lavrov") == [third, *rest]
    assert quotes(desk, "ruiz") == [first]
    with opened(project, "ben") as ben:
        assert quotes(ben, "Lavrov") == [first, second, third, *rest]
        assert quotes(ben, "ruiz") == []
        ben.run(AssignSpeaker(document_id="seed", quote_id=third, name="Ana Ruiz", act=act()))
        assert quotes(ben, "ruiz") == [third]
    assert quotes(desk, "ruiz") == [first]
    with opened(project, "never seen") as other:
        assert quotes(other, "Lavrov") == [first, second, third, *rest]
    desk.undo()
    assert quotes(desk, "Lavrov") == [second, third, *rest]


def test_what_a_decision_covers_is_not_found(desk):
    first = by(desk, "Lavrov")[0]
    desk.run(AssignSpeaker(document_id="seed", quote_id=first, name="Ana Ruiz", act=act()))
    layer = seed_line().layer
    again = tuple(structs.replace(each, id=f"again-{each.id}") for each in layer.quotes)
    desk.take_labels(structs.replace(seed_line(), layer=structs.replace(layer, quotes=again, model=NEWER)))
    assert f"again-{first}" not in quotes(desk, "Lavrov")
    assert quotes(desk, "Lavrov") == by(desk, "Lavrov") != []
    assert quotes(desk, "Ruiz") == [first]


def test_merged_speakers_are_found_by_either_name(desk):
    kept, gone = who(desk, "Lavrov"), who(desk, "Lukashenko")
    desk.run(MergeSpeakers(kept_id=kept.id, gone_id=gone.id))
    assert quotes(desk, "Lukashenko") == quotes(desk, "Lavrov") == ids(desk)
    assert all(
        hit.excerpt.startswith("Lavrov: ") for hit in desk.queries.search("Lukashenko") if hit.where == "speaker"
    )
    desk.undo()
    assert quotes(desk, "Lukashenko") == by(desk, "Lukashenko")


def test_further_sources_are_found_once(desk):
    first = by(desk, "Lavrov")[0]
    for name in ("TASS", "Lavrov Press Office"):
        order = AddSecondSpeaker(document_id="seed", quote_id=first, relation=Relation.JOINT, name=name, act=act())
        desk.run(order)
    assert quotes(desk, "TASS") == [first]
    assert quotes(desk, "Lavrov") == by(desk, "Lavrov")
    assert quotes(desk, "Lavrov press") == [first]


def test_speakers_with_many_quotes_and_many_speakers():
    text = "“Yes.” " * 400
    many = [quote(7 * n, 7 * n + 6, speaker_id=f"s{n % 300}", speaker_name=f"Speaker {n % 300}") for n in range(400)]
    with empty_desk(line(text, *many)) as desk:
        found = [hit for hit in desk.queries.search("speaker", 500) if hit.where == "speaker"]
        assert [hit.quote_id for hit in found] == [each.id for each in many]
        assert len(desk.queries.search("speaker 299")) == 1
        wanted = [each.id for n, each in enumerate(many) if str(n % 300).startswith("7")]
        assert quotes(desk, "speaker 7") == wanted
        assert len(wanted) == 22


def test_speakers_and_articles_of_any_id_are_found():
    odd = quote(0, 6, speaker_id="s\x00a", speaker_name="Zora"), quote(7, 13, speaker_id="s\x00b", speaker_name="Zorb")
    with empty_desk(line("“Yes.” “Yes.”", *odd, id="d\x00"), line("Yes, indeed.", id="d\x00\x00")) as desk:
        assert quotes(desk, "zora") == [odd[0].id]
        assert quotes(desk, "zor") == [each.id for each in odd]
        assert places(desk, "yes").keys() == {"d\x00", "d\x00\x00"}


def test_own_comments_are_found_until_they_are_taken_back(desk, project):
    first, second = ids(desk)[:2]
    desk.run(CommentQuote(document_id="seed", quote_id=first, comment="Ask Zoë\nabout the irony"))
    desk.run(CommentQuote(document_id="seed", quote_id=second, comment="irony again"))
    (hit,) = [hit for hit in desk.queries.search("zoe iro") if hit.where == "comment"]
    assert (hit.quote_id, hit.start, hit.excerpt) == (first, None, "Ask Zoë about the irony")
    assert quotes(desk, "irony", "comment") == [first, second]
    with opened(project, "ben") as ben:
        assert quotes(ben, "irony", "comment") == []
    desk.undo()
    assert quotes(desk, "irony", "comment") == [first]
    desk.redo()
    assert quotes(desk, "irony", "comment") == [first, second]
    desk.run(RejectQuote(document_id="seed", quote_id=second, act=act()))
    assert quotes(desk, "irony", "comment") == [first]


def test_each_kind_gets_its_share_and_what_others_leave(project):
    with opened(project) as desk:
        desk.bring_in([article(f"Lavrov spoke {n}.", id=f"more{n}") for n in range(9)])
        for quote_id in ids(desk)[:4]:
            desk.run(CommentQuote(document_id="seed", quote_id=quote_id, comment="Lavrov?"))

        def kinds(limit):
            return [hit.where for hit in desk.queries.search("lavrov", limit)]

        assert kinds(6) == ["text"] * 2 + ["speaker"] * 2 + ["comment"] * 2
        assert kinds(14) == ["text"] * 5 + ["speaker"] * 5 + ["comment"] * 4
        assert kinds(50) == ["text"] * 10 + ["speaker"] * 5 + ["comment"] * 4
        assert kinds(1) == ["text"]
        assert kinds(0) == kinds(-1) == []


def test_an_excerpt_is_a_line_of_whole_words():
    text = (
        "Before that came many words of no weight at all.\r\n\r\n\x07The  minister said\tit was " + "so very good " * 9
    )
    with empty_desk(article(text)) as desk:
        (hit,) = desk.queries.search("minister")
        assert hit.excerpt == "…of no weight at all. The minister said it was so very good so very good so…"
        (hit,) = desk.queries.search("before")
        assert hit.excerpt == "Before that came many words of no weight at all. The minister said it was…"
        assert len(hit.excerpt) <= EXCERPT + 1


@pytest.mark.parametrize(
    ("unit", "least"), [("北京", EXCERPT), ("👩🏽\u200d🚒", EXCERPT), ("a" + "\u0301" * 40, EXCERPT)]
)
def test_an_excerpt_without_spaces_is_cut_between_letters(unit, least):
    with empty_desk(article(unit * 60 + "X" + unit * 60)) as desk:
        (hit,) = desk.queries.search("x")
        cut = hit.excerpt.strip("…")
        before, after = cut.split("X")
        assert (unit * 60).endswith(before)
        assert (unit * 60).startswith(after)
        assert least - 10 <= len(cut) <= 3 * EXCERPT
        assert not cut.startswith(("\u0301", "\u200d"))


def test_the_statements_only_read(project):
    engine = engines.connect(project)
    with engine.connect() as connection:
        before = connection.execute(sql("SELECT total_changes()")).scalar_one()
        for words in ("health ministry", "lavrov", "北京", "ussel"):
            search(connection, "ana", words)
        assert connection.execute(sql("SELECT total_changes()")).scalar_one() == before
        assert search(connection, "nobody", "lavrov", 3)
    engines.close(engine)
