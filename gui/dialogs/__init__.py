"""The dialogs: each asks for one thing and knows nothing of the desk."""
