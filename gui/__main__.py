"""The program `quotedesk`: the verbs of the command line, and the window for everything that is no verb."""

import sys

from core.desk.collector import loading


def main() -> int:
    """Carry out the command line of this process."""
    with loading():
        from core.cli.app import run
        from gui import open_verb  # noqa: F401  # puts itself among the verbs
    return run()


if __name__ == "__main__":
    sys.exit(main())
