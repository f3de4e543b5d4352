"""Recipe of the Indonesian model: from treebanks and named-entity corpora to `kg/languages/id_model`.

Read top-down: `sources` (which files), `conllu` (trees), `upgrade` (labels of 2017 to labels of today), `leaks` (no
test sentence in training), `augment` (what news adds), `corpus` (files for spaCy), `vectors`, `train`, `package`,
`evaluate`.
"""
