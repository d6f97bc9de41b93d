"""Qt models over what the desk answers; testable without a window."""
