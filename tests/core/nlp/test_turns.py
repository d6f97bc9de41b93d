def test_an_interview(reading_of):
    reading = reading_of(
        "Q: When did you see it?\n\nA: About ten. They were green.\n\nQ: Were you frightened?\n\nA: No."
    )
    text = reading.analysis.text
    assert [(text[slice(*turn.turn)], text[slice(*turn.fragments[0])]) for turn in reading.passages] == [
        ("Q", "When did you see it?"),
        ("A", "About ten. They were green."),
        ("Q", "Were you frightened?"),
        ("A", "No."),
    ]


def test_a_transcript(reading_of):
    reading = reading_of("KELLER: You signed it.\n\nMS. ADEYEMI: I signed a draft.\n\nKELLER: Is there more?")
    assert [passage.how for passage in reading.passages] == ["turn"] * 3


def test_a_label_here_and_there_is_no_transcript(reading_of):
    assert reading_of("UPDATE: The road is open.\n\nIt rained.").passages == ()
    assert reading_of("NOTE: One.\n\nNOTE: Two.\n\nNOTE: Three.").passages == ()
    assert reading_of("ONE: a b.\n\nTWO: c d.\n\nTHREE: e f.").passages == ()


def test_a_few_labels_make_no_transcript_of_an_article(reading_of):
    article = "It rained in the valley.\n\n" * 12
    text = f"{article}UPDATE: One two.\n\nPHOTO: Three four.\n\nUPDATE: Five six."
    assert reading_of(text).passages == ()


def test_other_paragraphs_of_a_transcript_are_read_too(reading_of):
    text = "Ann Lee said that it began at ten.\n\nQ: When?\n\nA: At ten.\n\nQ: Who came?"
    assert [passage.how for passage in reading_of(text).passages] == ["reported", "turn", "turn", "turn"]
