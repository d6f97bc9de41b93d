"""One line of the dataset format: how it stands in a file, how it becomes a record, and back."""
