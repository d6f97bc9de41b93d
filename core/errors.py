"""The two kinds of trouble that a person is told about; every other exception is a bug."""


class QuotedeskError(Exception):
    """Something to tell a person: what happened, what is safe, what to do next.

    The sentence names the file or the quote concerned and ends with the next step.
    """


class UserMistake(QuotedeskError):
    """What was asked for is refused, and nothing was changed."""


class ProjectProblem(QuotedeskError):
    """A project file can't be used: it is missing, locked, damaged, foreign or too new."""


class BadInput(UserMistake):
    """A file, or a line of it, can't be read as what it should be."""
