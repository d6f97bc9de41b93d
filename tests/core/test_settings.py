"""One table of settings; the file holds only what differs, whole or not at all."""

import getpass
import tomllib
from datetime import date
from pathlib import Path

import pytest

from core.errors import UserMistake
from core.settings import TABLE, Settings, settings_file


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deep" / "settings.toml"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("setting", TABLE, ids=lambda each: each.key)
def test_each_setting_has_a_default_of_a_kind_that_a_file_can_hold(setting, path):
    value = setting.initial()
    assert Settings.load(path)[setting.key] == value
    assert setting.help.endswith(".")
    settings = Settings(path)
    settings.choose(setting.key, value)
    settings.save()
    assert tomllib.loads(path.read_text()) == {}


def test_keys_are_unique():
    assert len({each.key for each in TABLE}) == len(TABLE)


def test_the_place_is_the_persons_own(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings_file() == tmp_path / "quotedesk" / "settings.toml"
    assert Settings().path == settings_file()


def test_what_was_chosen_is_kept(path):
    settings = Settings.load(path)
    settings.choose("annotator", 'Zoë "Z" \\ O\'Neill')
    settings.choose("theme", "dark")
    settings.choose("recent_projects", ["/a b/ü.qdesk"])
    assert not path.exists()
    settings.save()
    again = Settings.load(path)
    assert again["annotator"] == 'Zoë "Z" \\ O\'Neill'
    assert (again["theme"], again["recent_projects"], again["spacy_model"]) == ("dark", ["/a b/ü.qdesk"], "")
    again.choose("theme", "system")
    again.save()
    assert "theme" not in path.read_text()
    assert [each.name for each in path.parent.iterdir()] == ["settings.toml"]


def test_the_annotator_is_the_login_name_or_has_a_name_all_the_same(monkeypatch, path):
    monkeypatch.setattr(getpass, "getuser", lambda: "zoe")
    assert Settings.load(path)["annotator"] == "zoe"

    def unknown():
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert Settings.load(path)["annotator"] == "annotator"


def test_a_default_list_is_nobodys_to_change(path):
    Settings.load(path)["recent_projects"].append("x")
    assert Settings.load(path)["recent_projects"] == []


def test_tables_of_words_are_kept_whatever_words_they_are(path):
    keys = {"flag": "Ctrl+J F", "undo": "", "from_later": "X", "": "\t", "a.b = [c]": '"\\', "أنا 👩‍👩‍👧": "x" * 10_000}
    settings = Settings(path)
    settings.choose("keys", keys)
    settings.choose("left_at", {"/a b/ü.qdesk": "seed\tq1"})
    settings.save()
    again = Settings.load(path)
    assert (again["keys"], list(again["keys"])) == (keys, list(keys))
    assert again["left_at"] == {"/a b/ü.qdesk": "seed\tq1"}
    again.choose("keys", {})
    again.save()
    assert "keys" not in path.read_text(encoding="utf-8")


def test_a_default_table_is_nobodys_to_change(path):
    Settings.load(path)["keys"]["flag"] = "J"
    assert Settings.load(path)["keys"] == {}


def test_figures_and_switches_are_kept(path):
    settings = Settings(path)
    settings.choose("column_width", 700)
    settings.choose("keep_times", True)
    settings.choose("next_stop", "doubtful")
    settings.choose("queue_order", "By title")
    settings.save()
    again = Settings.load(path)
    assert (again["column_width"], again["keep_times"]) == (700, True)
    assert (again["next_stop"], again["queue_order"]) == ("doubtful", "By title")


def test_a_table_must_be_one_of_words(path):
    settings = Settings(path)
    for value in ({"flag": 3}, {"flag": ["J"]}, ["J"], "J"):
        with pytest.raises(UserMistake, match="keys must be a table of words"):
            settings.choose("keys", value)
    assert settings["keys"] == {}


def test_unknown_keys_are_left_aside(path):
    write(path, 'from_later = 1\ntheme = "dark"\n')
    assert Settings.load(path)["theme"] == "dark"
    with pytest.raises(KeyError):
        Settings.load(path)["from_later"]


@pytest.mark.parametrize(
    "text",
    [
        "theme = ",
        "theme = 3",
        'reduced_motion = "yes"',
        "recent_projects = [1]",
        'annotator = ["a"]',
        "column_width = true",
        "column_width = 530.0",
        'keep_times = "no"',
        "keep_times = 1",
        'keys = "Ctrl+J"',
        'keys = ["J"]',
        "[keys]\nflag = 3",
        '[keys]\nflag = ["J", "K"]',
        "[left_at]\na = true",
        "[[left_at]]\na = 1",
    ],
)
def test_a_broken_file_is_named_and_left(path, text):
    write(path, text)
    with pytest.raises(UserMistake, match="Mend") as caught:
        Settings.load(path)
    assert str(path) in str(caught.value)
    assert path.read_text() == text


def test_bytes_that_are_no_text(path):
    write(path, "")
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserMistake, match="can't be read"):
        Settings.load(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(UserMistake, match="can't be read"):
        Settings.load(path)


def test_a_wrong_kind_is_refused_before_it_is_kept(path):
    settings = Settings(path)
    with pytest.raises(UserMistake, match="theme must be a str"):
        settings.choose("theme", 3)
    assert settings["theme"] == "system"


def test_what_can_not_be_saved_leaves_the_old_file(path, tmp_path):
    settings = Settings(path)
    settings.choose("theme", "dark")
    settings.save()
    before = path.read_bytes()
    settings.choose("recent_projects", ["caf\udce9.qdesk"])
    with pytest.raises(UserMistake, match="can't be kept"):
        settings.save()
    assert path.read_bytes() == before
    blocked = Settings(tmp_path / "file" / "settings.toml")
    (tmp_path / "file").touch()
    blocked.choose("theme", "dark")
    with pytest.raises(UserMistake, match="They hold until you close the program"):
        blocked.save()
    assert [each.name for each in path.parent.iterdir()] == ["settings.toml"]


def test_one_wrong_line_takes_no_other_with_it_and_is_written_back(path):
    write(path, 'annotator = "zoe"\nkeep_times = "yes"\nfrom_later = 2026-11-29\n')
    settings = Settings.load_what_can_be(path)
    assert (settings["annotator"], settings["keep_times"]) == ("zoe", False)
    assert "keep_times must be a bool, not 'yes'" in settings.trouble
    settings.choose("theme", "dark")
    settings.save()
    kept = tomllib.loads(path.read_text())
    assert kept == {"annotator": "zoe", "keep_times": "yes", "from_later": date(2026, 11, 29), "theme": "dark"}
    settings.choose("keep_times", True)
    settings.save()
    assert (Settings.load(path)["keep_times"], Settings.load(path)["annotator"]) == (True, "zoe")


@pytest.mark.parametrize("data", [b'annotator = "zoe"\ntheme = [', b"\xff\xfe\x00"])
def test_a_file_that_can_not_be_read_is_kept_beside_the_new_one(path, data):
    write(path, "")
    path.write_bytes(data)
    settings = Settings.load_what_can_be(path)
    assert "can't be read" in settings.trouble
    for theme in ("dark", "light"):
        settings.choose("theme", theme)
        settings.save()
        assert Settings.load(path)["theme"] == theme
        assert path.with_suffix(".unread").read_bytes() == data


def test_a_wrong_value_that_is_chosen_again_is_gone_where_it_is_the_default(path):
    write(path, 'keep_times = "yes"\n')
    settings = Settings.load_what_can_be(path)
    settings.choose("keep_times", False)
    settings.save()
    assert tomllib.loads(path.read_text()) == {}


def test_two_windows_do_not_erase_each_others_choices(path):
    write(
        path, 'theme = "dark"\nannotator = "zoe"\nrecent_projects = ["/old"]\n[left_at]\n"/old" = "a"\n"/gone" = "b"\n'
    )
    one, two = Settings.load(path), Settings.load(path)
    one.choose("theme", "light")
    one.choose("column_width", 700)
    one.choose("recent_projects", ["/one", "/old"])
    one.choose("left_at", {"/old": "c", "/gone": "b", "/one": "d"})
    one.save()
    two.choose("annotator", "ana")
    two.choose("recent_projects", ["/two", "/old"])
    two.choose("left_at", {"/old": "a", "/two": "e"})
    two.save()
    one.choose("reduced_motion", True)
    one.choose("column_width", 530)
    one.choose("left_at", {"/old": "c", "/gone": "b"})
    one.save()
    assert tomllib.loads(path.read_text()) == {
        "theme": "light",
        "annotator": "ana",
        "reduced_motion": True,
        "recent_projects": ["/two", "/old", "/one"],
        "left_at": {"/old": "c", "/two": "e"},
    }


def test_a_link_to_the_settings_stays_one(path, tmp_path):
    write(path, 'theme = "dark"\n')
    (tmp_path / "link.toml").symlink_to(path)
    settings = Settings.load(tmp_path / "link.toml")
    settings.choose("annotator", "zoe")
    settings.save()
    assert (tmp_path / "link.toml").is_symlink()
    assert tomllib.loads(path.read_text()) == {"theme": "dark", "annotator": "zoe"}


def test_a_file_that_may_not_be_read_is_told_and_kept(path, monkeypatch):
    write(path, 'theme = "dark"\n')
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", _refused)
        settings = Settings.load_what_can_be(path)
        assert "can't be read: [Errno 13]" in settings.trouble
        settings.choose("annotator", "zoe")
        settings.save()
    assert path.with_suffix(".unread").read_text() == 'theme = "dark"\n'
    assert tomllib.loads(path.read_text()) == {"annotator": "zoe"}


def _refused(path, **how):
    raise PermissionError(13, "Permission denied", str(path))


def test_a_file_that_breaks_meanwhile_is_kept_beside_all_that_was_read_of_it(path):
    write(path, 'theme = "dark"\nfrom_later = 1\n')
    settings = Settings.load(path)
    write(path, "theme = ")
    settings.choose("annotator", "zoe")
    settings.save()
    assert tomllib.loads(path.read_text()) == {"theme": "dark", "from_later": 1, "annotator": "zoe"}
    assert path.with_suffix(".unread").read_text() == "theme = "
