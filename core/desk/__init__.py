"""The front door: everything that a window or a command line wants of a project goes through here."""
