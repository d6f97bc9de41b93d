import msgspec

from core.rank.features import discourse
from core.rank.situation import Atlas, Elected, Situation
from tests.core.rank.features.cases import ANN, BOB, HE, THE_MINISTER, mention, with_cue, without_cue


def test_the_last_winner_goes_on_in_the_next_paragraph():
    case = without_cue()
    assert [discourse.next_paragraph(case, mention(case, place)) for place in (ANN, THE_MINISTER)] == [0, 1]
    assert discourse.same_turn(case, mention(case, THE_MINISTER)) == 0
    assert discourse.next_paragraph(without_cue(None), mention(case, THE_MINISTER)) == 0


def test_the_last_winner_goes_on_in_the_same_paragraph():
    case = without_cue()
    before = msgspec.structs.replace(case.earlier[0].passage, first=15, last=16)
    same = Situation(case.atlas, case.passage, (Elected(before, mention(case, THE_MINISTER), 0),))
    assert [discourse.same_turn(same, mention(case, place)) for place in (ANN, THE_MINISTER)] == [0, 1]


def test_a_cue_of_its_own_settles_it():
    case = with_cue()
    assert discourse.same_turn(case, mention(case, THE_MINISTER)) == 0
    assert discourse.sentence_before(case, mention(case, THE_MINISTER)) == 0


def test_the_subject_of_the_sentence_before():
    case = without_cue()
    assert [discourse.sentence_before(case, mention(case, place)) for place in (ANN, HE)] == [0, 1]


def test_two_voices_take_turns():
    case = without_cue()
    words = list(case.atlas.analysis.words)
    words[5] = "?"
    analysis = case.atlas.analysis
    for name, values in (("words", words),):
        object.__setattr__(analysis, name, values)
    passage = case.earlier[0].passage
    one = msgspec.structs.replace(passage, first=0, last=3)
    earlier = (Elected(one, mention(case, ANN), 0), Elected(passage, mention(case, THE_MINISTER), None))
    talk = Situation(case.atlas, case.passage, earlier)
    assert [discourse.alternates(talk, mention(case, place)) for place in (ANN, THE_MINISTER)] == [1, 0]
    assert discourse.next_paragraph(talk, mention(case, THE_MINISTER)) == 0
    assert discourse.alternates(case, mention(case, ANN)) == 0


def test_somebody_who_has_spoken():
    situation = without_cue()
    ann, bob = mention(situation, ANN), mention(situation, BOB)
    assert (discourse.same_person(situation, ann), discourse.same_person(situation, bob)) == (1, 0)
    assert (discourse.spoke(situation, ann), discourse.spoke(situation, bob)) == (1, 0)
    assert discourse.spoke(with_cue(), ann) == 0


def leading(reading, passage, name):
    atlas = Atlas(reading)
    case = Situation(atlas, reading.passages[passage])
    [found] = [each for each in reading.mentions if atlas.analysis.text[slice(*each.span)] == name]
    return discourse.leads_in(case, found), discourse.sentence_before(case, found)


def test_a_sentence_of_its_own_leads_up_to_a_quote(reading_of):
    alone = reading_of("The mayor, Lena Fisk, read out a statement.\n\n“We lost eleven houses.”")
    assert leading(alone, 0, "The mayor") == (1, 1)
    assert leading(alone, 0, "Lena Fisk") == (1, 1)
    longer = reading_of("It rained. The mayor read out a statement.\n\n“We lost eleven houses.”")
    assert leading(longer, 0, "The mayor") == (0, 1)


def test_an_attribution_leads_up_to_nothing(reading_of):
    reading = reading_of("“Only his hat,” said Rosa Klein.\n\n“What colour was it?”")
    atlas = Atlas(reading)
    rosa = next(each for each in reading.mentions if "Rosa" in atlas.analysis.text[slice(*each.span)])
    earlier = (Elected(reading.passages[0], rosa, 0),)
    assert discourse.leads_in(Situation(atlas, reading.passages[1], earlier), rosa) == 0
