"""The record of an action, and which keys clash."""

from gui.actions.action import Action, Group, Menu, always, clashes


def make(action_id, *keys):
    return Action(action_id, action_id.capitalize(), lambda desktop: None, Menu.EDIT, Group.MOVE, keys)


def test_a_clash_names_the_key_and_both_actions():
    assert clashes([make("one", "N"), make("two", "n", "Left"), make("three", "Right")]) == ["n: one, two"]
    assert clashes([make("one", "N", "n"), make("two")]) == []


def test_an_action_is_possible_unless_it_says_otherwise():
    assert make("one").enabled is always
    assert always(None)
