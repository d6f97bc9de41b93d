"""Which version of the program is running."""


def own_version() -> str:
    """Return the version that is installed, "unknown" where the program runs uninstalled."""
    from importlib.metadata import PackageNotFoundError, version  # brings a parser of mails along

    try:
        return version("quotedesk")
    except PackageNotFoundError:
        return "unknown"
