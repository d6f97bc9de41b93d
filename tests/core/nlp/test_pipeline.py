import pytest

from core.errors import UserMistake
from core.nlp.pipeline import NEEDED, build_pipeline


def _blank():
    import spacy

    return spacy.blank("en")


def test_the_pipeline_parses(nlp):
    assert set(NEEDED) <= set(nlp.pipe_names)
    assert [token.dep_ for token in nlp("Ann spoke.")][:2] == ["nsubj", "ROOT"]


def test_a_pipeline_without_a_parser_is_refused(tmp_path):
    _blank().to_disk(tmp_path / "blank")
    with pytest.raises(UserMistake, match="no tagger and no parser"):
        build_pipeline(str(tmp_path / "blank"))


def test_a_broken_pipeline_is_refused(tmp_path):
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 7\n")
    with pytest.raises(UserMistake, match="can't be loaded"):
        build_pipeline(str(tmp_path))


def test_an_unknown_pipeline_is_refused():
    with pytest.raises(UserMistake, match="is not installed"):
        build_pipeline("xx_no_such_model")
