"""The one journey with the real labelling process: an article opens, is labelled, and the process goes with the window."""

import os
import shutil

from PySide6.QtCore import QElapsedTimer

from core.resources import seed


def test_an_article_is_labelled_when_it_opens(start, qtbot):
    article = start.folder / "spring.txt"
    shutil.copy(seed("000_4c9c392237cbb535.txt"), article)
    clock = QElapsedTimer()
    clock.start()
    start.application.open([article])
    assert start.window.status.job.isVisible()
    assert "Before the meeting" in start.window.status.job.text()
    qtbot.waitUntil(lambda: len(start.models.article.quotes) > 5, timeout=60_000)
    assert not start.window.status.job.isVisible()
    assert start.at == 1
    process = start.application.jobs.process_id()
    assert process > 0
    start.window.close()
    assert not os.path.exists(f"/proc/{process}")
