"""An article's part is for ever: whatever comes later moves nothing."""

import random
from typing import get_args

import pytest
from msgspec import structs

from core.desk.splits import Placement, Split, parsed_split, part_of, placed
from core.errors import UserMistake
from core.model.chosen import SplitBy
from tests.support.projects import line, quote

SHARES = (60, 20, 20)


def words(seed, count=60):
    draw = random.Random(seed)
    return " ".join(f"word{draw.randrange(10_000)}" for _ in range(count))


def parted(lines, split):
    return placed(lines, split, lines)


def article(number, text=None, **about):
    made = line(text or words(number), id=f"a{number}")
    return structs.replace(made, document=structs.replace(made.document, **about))


def test_shares_are_read_and_nonsense_is_refused():
    assert parsed_split("80/10/10") == Split(shares=(80, 10, 10))
    assert parsed_split("90/0/10", "outlet").parts == ("train", "test")
    for wrong in ("80/20", "a/b/c", "0/0/0", "-1/1/1", "50/50/10", "8/1/1", "80/10/10/0", ""):
        with pytest.raises(UserMistake, match="Nothing was written"):
            parsed_split(wrong)


def test_parts_have_about_their_shares():
    parts = [part_of(f"group {number}", SHARES) for number in range(3000)]
    assert abs(parts.count("train") - 1800) < 120
    assert abs(parts.count("dev") - 600) < 90
    assert set(parts) == {"train", "dev", "test"}


@pytest.mark.parametrize("by", get_args(SplitBy))
def test_new_articles_move_no_old_one(by):
    articles = [article(n, source=f"Outlet {n % 7}", date=f"2026-01-{1 + n % 9:02d}") for n in range(60)]
    early = parted(articles[:30], Split(shares=SHARES, by=by)).parts
    late = parted(articles, Split(shares=SHARES, by=by)).parts
    assert early.items() <= late.items()
    assert len(late) == 60


def test_what_belongs_together_stays_together():
    articles = [article(n, source=f"Outlet {n % 17}", date=f"2026-01-{10 + n % 18}T0{n % 10}:00") for n in range(60)]
    for by, of in (("outlet", lambda each: each.document.source), ("date", lambda each: each.document.date[:10])):
        parts = parted(articles, Split(shares=(1, 1, 1), by=by)).parts
        together = {}
        for each in articles:
            together.setdefault(of(each), set()).add(parts[each.document.id])
        assert all(len(some) == 1 for some in together.values())
        assert len(set(parts.values())) == 3


def test_an_article_goes_with_whom_it_quotes_most():
    def said(number, *names):
        text = "“Yes.” " * len(names) + words(number)
        quotes = [quote(7 * at, 7 * at + 6, speaker_name=name, speaker_type="named") for at, name in enumerate(names)]
        return line(text, *quotes, id=f"a{number}")

    for name in ("Ana", "Ben", "Cem", "Dea", "Eve"):
        found = parted([said(1, name, "Zoe", name), said(2, name, name)], Split(shares=(1, 1, 1), by="speaker")).parts
        assert found["a1"] == found["a2"] == part_of(f"speaker\n{name}", (1, 1, 1))


def test_near_duplicates_go_where_the_first_is():
    copies = [article(n, text=words("wire") + f" ending {n}") for n in range(40)]
    found = parted(copies, Split(shares=(1, 1, 1)))
    assert len(set(found.parts.values())) == 1
    assert found.torn == ()


@pytest.mark.parametrize("by", ["document", "outlet"])
def test_what_is_completed_later_moves_no_old_one(by):
    split = Split(shares=SHARES, by=by)
    articles = [article(n, text=words("wire") + f" ending {n}", source=f"Outlet {n}") for n in range(30)]
    late = placed(articles, split, articles)
    for some in (articles[1::2], articles[20:], articles[:1]):
        early = placed(some, split, articles)
        ids = {each.document.id for each in some}
        assert early.parts == {each: part for each, part in late.parts.items() if each in ids}
        assert early.torn == tuple(each for each in late.torn if each in ids)


def test_an_article_not_let_out_yet_goes_with_whom_all_of_it_quotes():
    said = quote(0, 6, speaker_name="Bob", speaker_type="named")
    waiting, done = (line("“Yes.” " + words("wire"), said, id=id_) for id_ in ("a0", "a1"))
    found = placed([done], Split(shares=(1, 1, 1), by="speaker"), [waiting, done])
    assert found == Placement(parts={"a1": part_of("speaker\nBob", (1, 1, 1))})


def test_sizes_are_told_and_why_a_part_with_a_share_is_empty():
    split = Split(shares=(80, 20, 0))
    assert Placement(parts={"a": "train", "b": "dev"}).sentences(split) == ("Articles in each part: train 1, dev 1.",)
    said, why = Placement(parts={"a": "train"}).sentences(Split(shares=(80, 10, 10), by="outlet"))
    assert said == "Articles in each part: train 1, dev 0, test 0."
    assert why.startswith("Nothing is in dev and test: a hash places the articles, all of one outlet go together")
    assert why.endswith("or give a larger share.")


def test_what_is_near_to_two_parts_is_in_none():
    parts = {n: part_of(f"a{n}", SHARES) for n in range(50)}
    one = next(n for n in parts if parts[n] == "train")
    two = next(n for n in parts if parts[n] == "test")
    both = article(99, text=f"{words(one)} {words(two)}")
    found = parted([article(one), article(two), both], Split(shares=SHARES))
    assert found.torn == ("a99",)
    assert "a99" not in found.parts


def test_all_annotators_of_an_article_are_in_one_part():
    lines = [line(words(1), id="a", annotator=who) for who in ("ana", "ben")] + [line(words(2), id="b")]
    assert set(parted(lines, Split(shares=(1, 1, 1))).parts) == {"a", "b"}
