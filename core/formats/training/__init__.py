"""What the formats that models are trained on have in common, and what a line needs before it fits into one of them."""
