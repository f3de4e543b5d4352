"""The verb and noun forms of Indonesian roots, by which a lexicon names them all at once."""

from __future__ import annotations

# Indonesian morphology: meN- by the first sound of the root; True where the sound is lost.
_NASALS = {"b": ("mem", False), "f": ("mem", False), "v": ("mem", False), "p": ("mem", True),
           "d": ("men", False), "j": ("men", False), "c": ("men", False), "z": ("men", False), "t": ("men", True),
           "s": ("meny", True), "g": ("meng", False), "h": ("meng", False), "q": ("meng", False), "k": ("meng", True),
           "a": ("meng", False), "e": ("meng", False), "i": ("meng", False), "o": ("meng", False), "u": ("meng", False)}


def forms(root: str) -> tuple[tuple[str, str], ...]:
    """The verb and noun forms of an Indonesian root, "diri+kan" for a verb in -kan: (construction, form) pairs.

    >>> forms("gugat")
    (('verb', 'menggugat'), ('verb', 'digugat'), ('noun', 'gugatan'), ('noun', 'penggugatan'))
    >>> [form for _, form in forms("tutup")]
    ['menutup', 'ditutup', 'tutupan', 'penutupan']
    >>> [form for _, form in forms("selesai+kan")]
    ['menyelesaikan', 'diselesaikan', 'penyelesaian']
    """
    stem, _, suffix = root.partition("+")
    prefix, lost = _NASALS.get(stem[0], ("me", False))
    rest = stem[1:] if lost else stem
    verbs = (("verb", prefix + rest + suffix), ("verb", "di" + stem + suffix))
    process = ("noun", "pe" + prefix[2:] + rest + "an")
    return (*verbs, process) if suffix else (*verbs, ("noun", stem + "an"), process)
