"""Files that come along are found in a checkout and in an installed package."""

from core import resources


def test_in_a_checkout():
    assert resources.resource("themes").is_dir()
    assert resources.seed("000_4c9c392237cbb535.txt").read_text(encoding="utf-8").startswith("Before the meeting")
    assert not resources.resource("nothing", "here").exists()


def test_in_an_installed_package(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "_HERE", tmp_path / "core")
    (tmp_path / "core" / "_resources" / "themes").mkdir(parents=True)
    assert resources.resource("themes") == tmp_path / "core" / "_resources" / "themes"
    assert resources.seed("a.txt") == tmp_path / "seeds" / "a.txt"
