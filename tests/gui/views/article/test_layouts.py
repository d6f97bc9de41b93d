"""Only so many layouts are kept, and each tells what it measured."""

from gui.fonts import serif
from gui.views.article.blocks import blocks_of
from gui.views.article.heights import Heights
from gui.views.article.layouts import KEPT, Layouts


def make(text: str) -> tuple[Layouts, Heights]:
    blocks = blocks_of(text)
    heights = Heights(blocks, width=300, pitch=24, gap=12)
    return Layouts(text, blocks, heights, font=serif(15), width=300), heights


def test_a_block_is_laid_out_once_and_measured():
    layouts, heights = make("one\n\n" + "two " * 100)
    assert layouts.block(1) is layouts.block(1)
    assert list(heights.measured) == [0, 1]
    assert heights.lines(1) == layouts.block(1).lines


def test_measuring_keeps_nothing():
    layouts, heights = make("one\n\ntwo")
    layouts.measure(0)
    assert heights.measured[0]
    assert len(layouts) == 0
    layouts.block(1)
    layouts.measure(1)
    assert len(layouts) == 1


def test_the_least_recently_used_go_first():
    layouts, _ = make("\n".join(f"line {n}" for n in range(KEPT + 5)))
    first = layouts.block(0)
    for index in range(1, KEPT):
        layouts.block(index)
    assert layouts.block(0) is first
    second = layouts.block(1)
    layouts.block(KEPT)
    assert len(layouts) == KEPT
    assert layouts.block(1) is second
    assert layouts.block(0) is first
