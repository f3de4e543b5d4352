"""What the graph begins with: the gazetteer and sample articles, as package data."""
