import shutil
import tomllib

import pytest

from core.errors import UserMistake
from core.nlp.lexicon import lexicon, speak
from core.resources import resource


@pytest.mark.parametrize("verb", ["say", "inform", "note", "stress", "add", "underline", "voice"])
def test_verbs_of_translated_wires_take_clauses(verb: str):
    assert "clause" in lexicon().verbs[verb].uses


def test_a_verb_in_two_groups_has_both_uses():
    assert {"clause", "infinitive", "quotation"} <= lexicon().verbs["ask"].uses
    assert lexicon().verbs["ask"].strength == 0.9


def test_pronouns_have_gender_and_number():
    assert lexicon().pronouns["she"] == ("f", 1)
    assert lexicon().pronouns["they"] == ("", 2)


def test_strengths_are_shares():
    assert all(0 < verb.strength <= 1 for verb in lexicon().verbs.values())


def test_no_list_says_anything_twice():
    for path in resource("lexicons", "en").glob("*.toml"):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for name, words in table.items():
            if isinstance(words, list) and all(isinstance(word, str) for word in words):
                assert len(set(words)) == len(words), f"{path.name}: {name}"
                assert all(word == word.lower() for word in words), f"{path.name}: {name}"


def test_first_names_are_of_one_gender():
    table = tomllib.loads(resource("lexicons", "en", "first_names.toml").read_text(encoding="utf-8"))
    assert not set(table["m"]) & set(table["f"])


@pytest.fixture
def _another_language(tmp_path, monkeypatch):
    """Word lists of a language zz: the English ones, but for one verb and the names of relations."""
    shutil.copytree(resource("lexicons"), tmp_path / "lexicons")
    zz = tmp_path / "lexicons" / "zz"
    shutil.copytree(tmp_path / "lexicons" / "en", zz)
    verbs = (zz / "cue_verbs.toml").read_text(encoding="utf-8").replace('"say", ', '"dir", ')
    (zz / "cue_verbs.toml").write_text(verbs, encoding="utf-8")
    (zz / "dependencies.toml").write_text('[names]\nobj = "dobj"\n', encoding="utf-8")
    monkeypatch.setattr("core.nlp.lexicon.resource", lambda *parts: tmp_path.joinpath(*parts))
    yield
    speak("en")


@pytest.mark.usefixtures("_another_language")
def test_another_language_is_a_folder_of_lists():
    speak("zz")
    assert "dir" in lexicon().verbs
    assert "say" not in lexicon().verbs
    assert lexicon().dependencies == {"obj": "dobj"}
    speak("en")
    assert "say" in lexicon().verbs


def test_a_language_without_lists_is_refused_by_name():
    with pytest.raises(UserMistake, match="no word lists for the language “xx”"):
        speak("xx")
    assert "say" in lexicon().verbs
