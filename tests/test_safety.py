"""Sentences that say less than they seem to: none may come out as a fact, and no private person may be seen.

Each stands after an introduction of an invented platform; what the introduction itself says is left out.
"""

from __future__ import annotations

import pytest

from kg import extract
from kg.model import Status

INTRO = {
    "en": "The messaging app Quillchat has 2 million users. It was founded in 2014 by Mara Venn. ",
    "id": "Aplikasi perpesanan Quillchat memiliki 2 juta pengguna. Quillchat didirikan pada 2014 oleh Mara Venn. ",
}
NO_FACT = {
    "en": [
        "Ofcom did not find that Quillchat enabled grooming.", "Quillchat never admitted that it enabled grooming.",
        "Quillchat admits no wrongdoing over grooming on its app.", "There is no evidence that Quillchat was used to share csam.",
        "Did Quillchat enable grooming?", "Was Quillchat shut down in France?", "If the court agrees, Quillchat is shut down.",
        "Calls for Quillchat to be shut down have grown.", "The threatened shutdown of Quillchat has angered users.",
        "Mara Venn faces arrest if he enters France.", "The conviction of Quillchat was overturned.",
        "Quillchat is said to have been blocked in France.", "Reportedly, Quillchat was shut down.",
        "A friend of Mara Venn was arrested in Paris.", "A warrant for the arrest of Mara Venn was issued.",
        "Her lawyer said that Quillchat admitted that it enabled grooming.", "Quillchat must be blocked.",
        "Neither Quillchat nor its founder has been charged.",
        "Tomas Reyk, a lawyer for the parents, said that Quillchat enabled grooming.",
    ],
    "id": [
        "Komdigi tidak menemukan Quillchat memfasilitasi judi online.", "Quillchat belum mengakui memfasilitasi judi online.",
        "Tidak benar bahwa Quillchat ditutup.", "Apakah Quillchat diblokir?", "Jika tidak patuh, Quillchat diblokir.",
        "Kabarnya Quillchat ditutup.", "Beredar kabar Mara Venn ditangkap polisi.", "Quillchat terancam ditutup.",
        "Quillchat harus diblokir.", "Dikhawatirkan Quillchat memfasilitasi grooming.", "Quillchat nyaris ditutup.",
        "Pengacara Mara Venn ditangkap.", "Komdigi membantah telah memblokir Quillchat.",
        "Kuasa hukum korban, Tomas Reyk, mengatakan bahwa Quillchat memfasilitasi grooming.",
    ],
}
PRIVATE = {
    "en": ["Lily Barton, daughter of Senator Ann Toll, was groomed on Quillchat.", "Lily Barton sued Quillchat over grooming.",
           "Whistleblower Lily Barton said that Quillchat enabled grooming.",
           "Barton's lawyer Jane Roe said Lily Barton was groomed on Quillchat."],
    "id": ["Siswi SMP Lily Barton dilecehkan di Quillchat, menurut polisi.",
           "Lily Barton, putri Menteri Rina Toll, menjadi korban grooming di Quillchat."],
}


@pytest.mark.parametrize(("lang", "sentence"), [(lang, text) for lang, texts in NO_FACT.items() for text in texts])
def test_what_is_not_said_as_a_fact_is_none(lang: str, sentence: str) -> None:
    [found] = extract(INTRO[lang] + sentence, lang=lang)
    facts = [claim for claim in found.claims if claim.status in (Status.ASSERTED, Status.CONFIRMED) and not claim.negated
             and claim.evidence.quote not in INTRO[lang]]
    assert not [(claim.predicate, claim.status.value, claim.rule) for claim in facts]


@pytest.mark.parametrize(("lang", "sentence"), [(lang, text) for lang, texts in PRIVATE.items() for text in texts])
def test_a_private_person_is_nowhere(lang: str, sentence: str) -> None:
    [found] = extract(INTRO[lang] + sentence, lang=lang)
    seen = [claim.evidence.quote for claim in found.claims] + [node.name for node in found.nodes.values()]
    assert not [text for text in seen if "Lily" in text or "Barton" in text]
