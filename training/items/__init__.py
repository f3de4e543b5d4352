"""Short items with the claims that they make: a sentence or three, each worded in another way."""
