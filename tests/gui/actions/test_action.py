"""The record of an action: what its keys are called, and which keys clash."""

from gui.actions.action import Action, Group, Menu, always, cap, clashes


def make(action_id, *keys):
    return Action(action_id, action_id.capitalize(), lambda desktop: None, Menu.EDIT, Group.MOVE, keys)


def test_keys_are_written_as_people_do():
    names = {"Ctrl+Return": "Ctrl Enter", "Left": "←", "n": "N", "Ctrl++": "Ctrl +", "Ctrl+-": "Ctrl −", "F6": "F6"}
    assert {key: cap(key) for key in names} == names
    assert (cap("/"), cap("Shift+Tab"), cap("Ctrl+PgDown")) == ("/", "Shift Tab", "Ctrl Page Down")


def test_a_clash_names_the_key_and_both_actions():
    assert clashes([make("one", "N"), make("two", "n", "Left"), make("three", "Right")]) == ["n: one, two"]
    assert clashes([make("one", "N"), make("two")]) == []


def test_an_action_is_possible_unless_it_says_otherwise():
    assert make("one").enabled is always
    assert always(None)
