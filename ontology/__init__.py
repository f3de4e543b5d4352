"""What the graph can say: ontology, shapes, lexicons and bundled queries, as package data."""
