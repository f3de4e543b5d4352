"""How things without a name of their own are called, in English and Indonesian: "Lawsuit against Omegle".

A word that no table holds (an ontology of the user's own may have more) is called by its concept's label.
"""

from __future__ import annotations

from kg.schema import Concept, Labels

GROUPS: dict[str, Labels] = {
    "children": {"en": "children", "id": "anak di bawah umur"},
    "users": {"en": "users", "id": "pengguna"},
    "women": {"en": "women", "id": "perempuan"},
    "parents": {"en": "parents", "id": "orang tua"},
    "victims": {"en": "victims", "id": "korban"},
    "offenders": {"en": "offenders", "id": "pelaku"},
    "plaintiffs": {"en": "plaintiffs", "id": "para penggugat"},
    "public": {"en": "the public", "id": "masyarakat"},
}

# What is said of whom: "{}" is the party.
ACTIONS: dict[str, Labels] = {
    "lawsuit": {"en": "Lawsuit against {}", "id": "Gugatan terhadap {}"},
    "class-action": {"en": "Class action against {}", "id": "Gugatan perwakilan kelompok terhadap {}"},
    "criminal-case": {"en": "Criminal case against {}", "id": "Perkara pidana terhadap {}"},
    "investigation": {"en": "Investigation into {}", "id": "Penyelidikan terhadap {}"},
    "police-report": {"en": "Police report about {}", "id": "Laporan polisi tentang {}"},
    "regulatory-action": {"en": "Regulatory action against {}", "id": "Tindakan regulator terhadap {}"},
    "legislative-inquiry": {"en": "Legislative inquiry into {}", "id": "Rapat dengar pendapat tentang {}"},
    "appeal": {"en": "Appeal concerning {}", "id": "Banding atau kasasi terkait {}"},
}
OUTCOMES: dict[str, Labels] = {
    "shutdown": {"en": "Shutdown of {}", "id": "Penutupan {}"},
    "suspension": {"en": "Temporary suspension of {}", "id": "Penghentian sementara {}"},
    "blocking": {"en": "Blocking of {}", "id": "Pemblokiran {}"},
    "unblocking": {"en": "Unblocking of {}", "id": "Normalisasi akses {}"},
    "delisting": {"en": "App store removal of {}", "id": "Penghapusan {} dari toko aplikasi"},
    "licence-revoked": {"en": "Licence of {} revoked", "id": "Pencabutan izin {}"},
    "policy-change": {"en": "Policy change at {}", "id": "Perubahan kebijakan {}"},
    "acquisition": {"en": "Acquisition or sale of {}", "id": "Akuisisi atau penjualan {}"},
    "bankruptcy": {"en": "Insolvency of {}", "id": "Kepailitan {}"},
    "resignation": {"en": "Leadership change at {}", "id": "Pergantian pimpinan {}"},
    "settlement": {"en": "Settlement of {}", "id": "Penyelesaian {}"},
    "dismissal": {"en": "Dismissal of {}", "id": "Penolakan {}"},
    "withdrawal": {"en": "Withdrawal of {}", "id": "Pencabutan {}"},
    "judgment-plaintiff": {"en": "Judgment for the claimant: {}", "id": "Putusan untuk penggugat: {}"},
    "judgment-defendant": {"en": "Judgment for the defendant: {}", "id": "Putusan untuk tergugat: {}"},
    "injunction": {"en": "Court order: {}", "id": "Perintah pengadilan: {}"},
    "fine": {"en": "Fine: {}", "id": "Denda: {}"},
    "warning": {"en": "Formal warning: {}", "id": "Teguran tertulis: {}"},
    "damages": {"en": "Damages awarded: {}", "id": "Ganti rugi: {}"},
    "suspect-named": {"en": "Named as suspect: {}", "id": "Penetapan tersangka: {}"},
    "arrest": {"en": "Arrest of {}", "id": "Penangkapan {}"},
    "charge": {"en": "Charges against {}", "id": "Dakwaan terhadap {}"},
    "sentence-demand": {"en": "Sentence demanded: {}", "id": "Tuntutan jaksa: {}"},
    "conviction": {"en": "Conviction of {}", "id": "Vonis bersalah {}"},
    "acquittal": {"en": "Acquittal of {}", "id": "Vonis bebas {}"},
    "sentence": {"en": "Sentence: {}", "id": "Hukuman: {}"},
}


def group(type_: str, name: str) -> Labels:
    """The labels of a group of people; an unknown one is called by its name.

    >>> group("children", "")["id"]
    'anak di bawah umur'
    """
    return GROUPS.get(type_, {"": name or type_})


def event(concept: Concept, party: Labels) -> Labels:
    """The labels of a legal action or an outcome that befalls a party (labels by language, {"": name}, or none).

    >>> from kg.schema import load
    >>> event(load().concept("outcome", "shutdown"), {"": "Omegle"})["id"]
    'Penutupan Omegle'
    """
    patterns = (ACTIONS if concept.scheme == "action" else OUTCOMES).get(concept.id, {})
    return {lang: _fill(patterns.get(lang, label + ": {}"), _called(party, lang)) or label
            for lang, label in concept.labels.items()}


def within(case: Labels) -> Labels:
    """The labels of a legal action as they stand inside a longer label: "the lawsuit against Omegle"."""
    article = {"en": "the "}
    return {lang: article.get(lang, "") + label[:1].lower() + label[1:] for lang, label in case.items()}


def unstated(labels: Labels) -> Labels:
    """The labels of what is only alleged, planned or denied: a label must not say what nobody states.

    >>> unstated({"en": "Conviction of Jo Doe"})
    {'en': 'Conviction of Jo Doe (not stated as fact)'}
    """
    marks = {"en": " (not stated as fact)", "id": " (tidak dinyatakan sebagai fakta)"}
    return {lang: label + marks.get(lang, marks["en"]) for lang, label in labels.items()}


def _called(party: Labels, lang: str) -> str:
    return party.get(lang) or party.get("") or party.get("en", "")


def _fill(pattern: str, name: str) -> str:
    return pattern.replace("{}", name) if name else ""
