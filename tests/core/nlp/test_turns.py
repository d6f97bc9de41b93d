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


def test_a_conversation_inside_an_article(reading_of):
    article = "Anna Haddad runs the works. It rained in the valley.\n\n" * 8
    text = f"{article}JANKOWSKI: How old is it?\n\nHADDAD: About forty years.\n\nJANKOWSKI: Who pays?\n\n{article}"
    assert [passage.how for passage in reading_of(text).passages] == ["turn"] * 3


def test_answers_may_have_no_label(reading_of):
    text = "Q: When did it open?\n\nIn May. We had rain.\n\n(She laughs.)\n\nQ: Who came?\n\nYou did."
    reading = reading_of(text)
    assert [text[slice(*turn.fragments[0])] for turn in reading.passages] == [
        "When did it open?",
        "In May. We had rain.",
        "Who came?",
        "You did.",
    ]
    assert [turn.turn is None for turn in reading.passages] == [False, True, False, True]


def test_what_the_paper_tells_between_turns_is_no_turn(reading_of):
    text = "VALE: Who paid?\n\nROE: I did.\n\nRosa Klein, his lawyer, told the court that he was ill.\n\nVALE: When?"
    assert [passage.how for passage in reading_of(text).passages] == ["turn", "turn", "reported", "turn"]


def test_a_role_behind_the_name_is_no_part_of_the_label(reading_of):
    text = "VALE (moderator): Who paid?\n\nROE: I did.\n\nVALE: When?"
    assert [text[slice(*turn.turn)] for turn in reading_of(text).passages] == ["VALE", "ROE", "VALE"]
