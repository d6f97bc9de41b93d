"""The parts of a Hugging Face dataset folder: the columns of its files, and the card that describes it."""
