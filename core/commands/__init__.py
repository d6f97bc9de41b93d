"""What a person can do to the data: imperative verbs, each one transaction. They know neither undo nor Qt."""
