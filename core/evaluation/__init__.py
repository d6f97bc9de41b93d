"""How right a system is: its quotes against those of a gold standard, by the measures of the field."""
