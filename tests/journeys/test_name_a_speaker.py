"""A speaker who is no candidate is named by typing: / completes, N makes somebody new, Escape goes back."""

from core.model.terms import Via


def test_slash_completes_over_the_roster(frame):
    frame.press("/")
    box = frame.window.panel.name_box
    assert box.hasFocus()
    frame.press(*"lavr", on=box)
    assert box.matches.isVisible()
    frame.press("enter", on=box)
    stored = frame.stored().quotes[0]
    assert (stored.speaker_name, stored.decided.via) == ("Lavrov", Via.TYPED)
    assert frame.view.hasFocus()
    assert frame.at == 2
    assert not box.matches.isVisible()


def test_slash_knows_the_articles_candidates_and_roles(frame):
    frame.press("/")
    box = frame.window.panel.name_box
    frame.press(*"putin", on=box)
    frame.press("enter", on=box)
    assert frame.stored().quotes[0].speaker_name == "Vladimir Putin"
    frame.press("/")
    frame.press(*"belarusian l", on=box)
    frame.press("enter", on=box)
    assert frame.stored().quotes[1].speaker_name == "Lukashenko"


def test_n_makes_a_new_speaker_of_the_typed_words(frame):
    frame.press("n")
    box = frame.window.panel.name_box
    frame.press(*"Luka", on=box)
    frame.press("enter", on=box)
    stored = frame.stored()
    assert stored.quotes[0].speaker_name == "Luka"
    assert stored.speakers[stored.quotes[0].speaker_id].name == "Luka"
    assert "Luka" in [entry.name for entry in frame.application.speakers.entries]


def test_the_arrow_keys_choose_among_the_names(frame):
    frame.press("/")
    box = frame.window.panel.name_box
    frame.press(*"a", on=box)
    names = [name.text for name in frame.models.names.names]
    frame.press("down", "enter", on=box)
    assert frame.stored().quotes[0].speaker_name == names[1]


def test_escape_leaves_without_a_decision(frame):
    frame.press("/")
    box = frame.window.panel.name_box
    frame.press(*"lav", on=box)
    frame.press("esc", on=box)
    assert frame.view.hasFocus()
    assert box.text() == ""
    assert not any(quote.checked for quote in frame.stored().quotes)


def test_letters_in_the_box_are_letters(frame):
    frame.press("/")
    box = frame.window.panel.name_box
    frame.press(*"xf12", on=box)
    assert box.text() == "xf12"
    assert not any(quote.checked or quote.flagged for quote in frame.stored().quotes)
