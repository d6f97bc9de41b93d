import pytest


def posts(reading):
    text = reading.analysis.text
    return [text[slice(*one.fragments[0])] for one in reading.passages if one.kind == "direct" and not one.quoted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz wrote online: Bridge shut. Use the ferry.", ["Bridge shut. Use the ferry."]),
        ("17:22 Posted by the Harrow District: Please leave now.\n\nIt rained.", ["Please leave now."]),
        (
            "One reader wrote in the margin: Fast trains are how I found out. Another reader said that it rained.",
            ["Fast trains are how I found out."],
        ),
        ("Ana Ruiz wrote a book: The Bridge Is Dead.", []),
        ("Ana Ruiz wrote: “Bridge shut.”", []),
        ("Ana Ruiz wrote to us. The bridge has three parts: arch, deck and rail.", []),
    ],
)
def test_posts_without_marks(reading_of, text, expected):
    assert posts(reading_of(text)) == expected
