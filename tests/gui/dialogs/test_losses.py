from gui.dialogs.losses import LossList
from tests.gui.looks import shown


def test_losses_are_listed_and_none_is_said(qtbot):
    losses = shown(qtbot, LossList())
    height = losses.height()
    losses.show_sentences([f"Left out: something ({n} quotes)." for n in range(9)])
    assert losses.words.text().count("\n") == 8
    assert losses.accessibleDescription() == losses.words.text()
    losses.show_sentences([])
    assert losses.words.text() == "This format keeps everything."
    assert losses.height() == height
