"""Web archives taken apart within bounds."""
