"""Which version of the program is running."""

from importlib.metadata import PackageNotFoundError, version

from core.version import own_version


def test_it_is_that_of_the_installed_package():
    assert own_version() == version("quotedesk")


def test_without_an_installed_package_it_is_unknown(monkeypatch):
    def missing(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.version", missing)
    assert own_version() == "unknown"
