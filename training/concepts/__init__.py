"""Learning which concepts a sentence speaks of."""
