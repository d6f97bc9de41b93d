"""Label Studio's tasks: how quotes stand in its results, and the page on which it shows them."""
