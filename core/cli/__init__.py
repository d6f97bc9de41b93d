"""The command line: what the window can do that needs no window. Qt is never imported here."""
