"""Learning how likely a claim is read right."""
