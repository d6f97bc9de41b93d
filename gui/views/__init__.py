"""What a person looks at. Views read models, paint, and say through `selection` or a signal what was pointed at."""
