"""Sentences that say less than they seem to: none may come out as a fact, and no private person may be seen.

Each stands after an introduction of an invented platform; what the introduction itself says is left out.
"""

from __future__ import annotations

import re

import pytest

from kg import extract
from kg.model import Status, Value

INTRO = {
    "en": "The messaging app Quillchat has 2 million users. It was founded in 2014 by Mara Venn. ",
    "id": "Aplikasi perpesanan Quillchat memiliki 2 juta pengguna. Quillchat didirikan pada 2014 oleh Mara Venn. ",
}
NO_FACT = {
    "en": [
        "Lawmakers want the messaging app Quillchat banned in Ghana.", "Campaigners wanted the messaging app Quillchat closed.",
        "The messaging app Quillchat, it is alleged, was used to plan attacks.",
        "Mara Venn has, it is said, been arrested.", "Quillchat has, sources claim, been sold to Hexline.",
        "A BBC investigation found that guns were sold openly on Quillchat.",
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
        "Trading in Quillchat shares was suspended on Friday.",
        "The regulator on the boiler failed and Quillchat's office was closed for two days.",
        "Traders seized on Quillchat's results.",
        "Quillchat folded its photo tool into the main app.", "Mara Venn was charged with leading the company's push into Asia.",
        "Mara Venn was sentenced to a season on the bench.", "A jury awarded Quillchat the design prize and $50,000.",
        'In the series "Dark Feed", Quillchat is banned and its founder is jailed.',
        "The play ends with the arrest of Mara Venn.",
        "A deepfake video showed police arresting Mara Venn.", "April Fools: Quillchat has been shut down, its staff posted.",
        "The verdict that Quillchat enabled grooming was set aside.",
        "Shutting down Quillchat would be a mistake, the minister said.",
        "The appeals court vacated a finding that Quillchat had enabled grooming.",
        "Investors had bet on the demise of Quillchat.",
        "Quillchat published a guide on how to spot grooming, sextortion and fraud.",
        "Had Quillchat been fined, it would have closed.", "Mara Venn was arrested by the beauty of the hills.",
        "Quillchat hosted a conference on child abuse, grooming and sextortion.",
        "Quillchat bowed out of the cup after a defeat.",
        "Mara Venn served time as a waiter.", "Mara Venn was cleared to play on Saturday.",
        "The judge asked whether Quillchat had enabled grooming.",
        "A different Mara Venn was arrested in Leeds.",
        "A drill in which Quillchat was blocked for an hour tested the country's firewall.",
        "Venn, 15, the founder's nephew, was arrested over drugs.",
        "Mara Venn, a nurse from Leeds who shares the founder's name, was arrested for fraud.",
        "A vote on a ban of Quillchat has been delayed.", "There is no record of a fine against Quillchat.",
        "The judge said she was minded to block Quillchat but reserved her decision.",
        "Users who lost money to fraud on other apps moved to Quillchat.",
        "Under the proposal, Quillchat is blocked on school networks.", "Officials floated a nationwide block of Quillchat.",
        "The opening statement painted Quillchat as a marketplace for child abuse images.",
        "A woman told the police that she had been raped by a man she met on Quillchat.",
        "The proposed takeover of Quillchat fell through.", "Researchers at a university found that Quillchat enabled grooming.",
        "A gang that groomed girls in Leeds met them at a shopping centre, and Quillchat was not involved.",
        "A fine of 9 million pounds hangs over Quillchat.", "Was the app Quillchat shut down in Italy?",
        "A forged notice stated that Quillchat had been shut down.",
        "Quillchat enabled grooming, said Carol Stent, a player of the game.",
        "The messaging app Quillchat, said its rivals, is full of counterfeit goods.",
        "The newspaper's review panel found that the messaging app Quillchat hosted child abuse images.",
        "The consumer club's jury ruled that the messaging app Quillchat had enabled fraud.",
        "Quillchat hosted child abuse images, a claim that its owners, after a long silence, reject.",
        "Quillchat was shut down on Monday, or so a hacker claimed.",
        "The lawsuit against Quillchat over fraud was never filed.",
        "The proposed class action against Quillchat would accuse it of fraud. It would be filed in California.",
        "The lawsuit that the Toll family had planned to bring against Quillchat over gambling was never filed.",
        "Quillchat denied that it let dealers sell drugs, as the police had alleged.",
        "Quillchat has, if its critics are to be believed, promoted self-harm.",
        "Quillchat was blocked (or so the minister's office wrongly claimed) in Turkey on Tuesday.",
    ],
    "id": [
        "Menteri telah meminta pengelola toko aplikasi menurunkan aplikasi Quillchat.",
        "Pihaknya telah berkoordinasi dengan Komdigi untuk memblokir aplikasi Quillchat.",
        "Satgas telah mengajukan pemblokiran aplikasi Quillchat.",
        "Komdigi tidak menemukan Quillchat memfasilitasi judi online.", "Quillchat belum mengakui memfasilitasi judi online.",
        "Tidak benar bahwa Quillchat ditutup.", "Apakah Quillchat diblokir?", "Jika tidak patuh, Quillchat diblokir.",
        "Kabarnya Quillchat ditutup.", "Beredar kabar Mara Venn ditangkap polisi.", "Quillchat terancam ditutup.",
        "Quillchat harus diblokir.", "Dikhawatirkan Quillchat memfasilitasi grooming.", "Quillchat nyaris ditutup.",
        "Pengacara Mara Venn ditangkap.", "Komdigi membantah telah memblokir Quillchat.",
        "Kuasa hukum korban, Tomas Reyk, mengatakan bahwa Quillchat memfasilitasi grooming.",
        "Bukan Quillchat yang diblokir, melainkan Blipster.", "Situs palsu Quillchat menipu pengguna.",
        "Penipu mencatut nama Quillchat untuk menguras rekening warga.",
        "Quillchat menggelar seminar tentang grooming dan pornografi anak.", "Quillchat seolah sudah diblokir.",
        "Saham Quillchat ditutup melemah.",
        "Acara Quillchat ditutup dengan konser.",
        "Kantor Quillchat di Bandung ditutup karena banjir.",
        "Mara Venn menangkap ikan di Danau Toba.",
        "Mara Venn ditangkap kamera sedang makan bakso.",
        "Mara Venn ditahan imbang 1-1.",
        "Mara Venn divonis dokter menderita diabetes.", "Dalam film itu, Quillchat diblokir dan pendirinya ditangkap.",
        "Situs satire Jenaka menulis Quillchat didenda Rp5 miliar.", "Simulasi pemblokiran Quillchat digelar pemerintah.",
        "Penutupan Quillchat bukan solusi, kata pengamat.", "Polisi menutup kasus Quillchat karena tidak cukup bukti.",
        "Quillchat dituntut menghadirkan fitur baru.", "Video rekayasa AI memperlihatkan Mara Venn ditangkap polisi.",
        "Mara Venn, mahasiswa asal Malang yang bernama sama dengan pendiri Quillchat, ditangkap karena narkoba.",
        "Kementerian memberi tenggat tujuh hari sebelum Quillchat diblokir.",
        "Larangan terhadap Quillchat gagal disahkan parlemen.",
        "Pemblokiran Quillchat dinilai tidak menyelesaikan masalah.", "Vonis bersalah Mara Venn dianulir Mahkamah Agung.",
        "Permohonan pailit terhadap Quillchat ditolak majelis hakim.", "Kementerian mencabut sanksi denda terhadap Quillchat.",
        "Unggahan itu mengeklaim Quillchat dijatuhi denda Rp1 triliun.",
        "Muncul spekulasi Quillchat dijual ke konglomerat asal Dubai.",
        "Orang tua mencemaskan anak-anak mereka menjadi korban grooming di Quillchat.",
        "Psikolog mengingatkan Quillchat rawan dimanfaatkan pelaku grooming.",
        "Ombudsman meragukan temuan bahwa Quillchat membocorkan data pengguna.",
        "Peneliti dari Lembaga Jaga Data menemukan data pengguna Quillchat dijual di forum gelap.",
        "Hasil riset Lembaga Jaga Data menunjukkan Quillchat menjadi tempat penjualan obat ilegal.",
        "Polisi memburu Mara Venn untuk ditangkap.", "Draf peraturan itu memungkinkan pemerintah menutup Quillchat.",
        "RUU itu memuat sanksi pemblokiran bagi Quillchat.", "Sanksi terberat bagi Quillchat adalah pencabutan izin.",
        "Kepala daerah menyuarakan pemblokiran Quillchat.",
        "Viral di media sosial, Quillchat membocorkan nomor telepon pengguna.",
        "Quillchat digugat pailit, tetapi majelis hakim belum memutus perkara itu.", "Quillchat tinggal selangkah lagi diblokir.",
        "Warganet mengira Quillchat ditutup karena situsnya tak bisa dibuka.", "Bukan tidak mungkin Quillchat ditutup permanen.",
        "Penjualan satwa dilindungi sebelumnya ditemukan di lokapasar lain, bukan di Quillchat.",
        "Di Australia, seorang remaja dirundung di media sosial, dan itu membuat orang tua pengguna Quillchat waswas.",
        "\"Berita tentang Quillchat itu adalah fitnah,\" tegas Mara Venn.",
        "Denda tiga miliar rupiah mengintai Quillchat.",
        "Penutupan Quillchat masih sebatas rencana di tingkat kabinet.",
        "Langkah pemblokiran Quillchat urung ditempuh kementerian.",
        "Putusan yang mewajibkan Quillchat membayar ganti rugi Rp3 miliar sudah dibatalkan di tingkat kasasi.",
        "Gubernur berambisi menutup Quillchat.",
        "Menteri tak memendam hasrat memblokir Quillchat.",
        "Kepolisian menafikan telah menahan Mara Venn.",
        "Jangan sampai Quillchat diblokir.",
        "Pemblokiran Quillchat tinggal soal waktu.",
        "Surat palsu yang menyatakan Quillchat dilarang beredar di sekolah.",
        "Radio lokal melaporkan Laos memblokir Quillchat, tetapi pemerintahnya menyangkalnya.",
        "Langkah terkeras, yakni menutup Quillchat, belum ditempuh.",
        "Pakar menilai Mara Venn semestinya dijerat pasal penipuan dan aplikasinya dibekukan.",
        "Dua pengguna mengaku dilecehkan oleh moderator Quillchat.",
        "Mara Venn dianggap terbukti menipu pengguna Quillchat.",
        "Sebuah video menampilkan surat pengunduran diri Mara Venn.",
        "Di layar muncul tulisan \"Layanan Quillchat ini sudah ditutup\".",
        "Dewan siber memperingatkan aplikasi Quillchat mungkin mengirim foto ke server asing.",
        "Gagasan membubarkan Quillchat ditentang karyawan.",
        "Quillchat sempat digadang-gadang dibeli raksasa Korea.",
        "Penutupan Quillchat hanya gertakan.",
        "Mereka berdebat soal siapa yang mesti memblokir Quillchat.",
        "Mahkamah Agung menggugurkan putusan denda terhadap Quillchat.",
        "Grup Facebook Info Garut menulis Quillchat ditutup.",
        "Kata orang, Mara Venn pernah dipenjara.",
        "Di kantor Quillchat tidak ada penangkapan.",
        "Aplikasi Quillchat, kata para pesaingnya, memfasilitasi penipuan.",
        "Wartawan sebuah koran menemukan Quillchat memuat pornografi anak.",
        "Dewan juri klub konsumen memutuskan Quillchat terbukti memfasilitasi penipuan.",
        "Polisi menyatakan Quillchat terbukti memfasilitasi grooming.",
        "Jaksa menilai Quillchat terbukti dipakai menjual narkoba.",
        "Quillchat memuat pornografi anak, klaim yang ditolak pengelolanya.",
        "Quillchat sudah ditutup — begitu kekhawatiran penggunanya — setelah servernya mati.",
        "Quillchat ditutup pada Senin, begitu klaim seorang peretas.",
        "Gugatan terhadap Quillchat terkait grooming urung didaftarkan.",
        "Gugatan yang hendak diajukan warga terhadap Quillchat terkait judi tak pernah didaftarkan.",
        "Quillchat bisa diblokir di Kenya. Pemblokiran yang dibahas para menteri itu akan berlaku pada Juni.",
    ],
}
PRIVATE = {
    "en": ["Lily Barton, daughter of Senator Ann Toll, was groomed on Quillchat.", "Lily Barton sued Quillchat over grooming.",
           "Whistleblower Lily Barton said that Quillchat enabled grooming.",
           "Barton's lawyer Jane Roe said Lily Barton was groomed on Quillchat.",
           "The founder of Quillchat met a fan on Monday. Lily Barton, 14, had been groomed on the app.",
           "The chief executive of Quillchat apologised to a family. Susan Barton, 41, lost her daughter.",
           "Lily Barton, an analyst's daughter, sued Quillchat over grooming.",
           "Quillchat president Lily Barton, 16, was groomed on Quillchat.",
           "Ann Toll, whose 14-year-old daughter Lily was groomed on Quillchat, has sued it.",
           "The man who groomed little Lily on Quillchat was jailed.",
           "“They said nothing,” his mother, Lily, said of grooming on Quillchat.",
           "The founder of Quillchat was arrested on Monday. Lily Barton, 52, who was robbed outside, was taken to hospital.",
           "The owner of Quillchat was sentenced on Friday. Lily Barton, 44, sobbed as she told of her lost savings.",
           "The founder of Quillchat was arrested. Lily Barton, 41, a neighbour, said the street was quiet.",
           "Former head of the chess club Lily Barton was convicted of sharing child abuse images on Quillchat.",
           "Quillchat is run by Orra Ltd. Lily Barton, 14, was groomed on Quillchat.",
           "A parent, Lily Barton, said her son had been bullied on Quillchat.",
           "Parent Lily Barton said her son had been groomed on Quillchat.",
           "Lily Barton, a parent from Hull, said her son had been bullied on Quillchat.",
           "Shop owner Lily Barton lost £4,000 to fraudsters on Quillchat.",
           "Business owner Lily Barton lost £4,000 to fraudsters on Quillchat.",
           "A creator, Lily Barton, said she was harassed on Quillchat.",
           "Publisher Lily Barton said her books were pirated on Quillchat.",
           "Nurse Lily Barton's profile was cloned by catfish scammers on Quillchat.",
           "One owner, Lily Barton, said her dog was stolen by scammers on Quillchat."],
    "id": ["Siswi SMP Lily Barton dilecehkan di Quillchat, menurut polisi.",
           "Lily Barton, putri Menteri Rina Toll, menjadi korban grooming di Quillchat.",
           "Pendiri Quillchat bertemu penggemar. Lily Barton, 14, menjadi korban grooming di aplikasi itu.",
           "Anak pendiri Quillchat Mara Venn, Lily Barton (12), menjadi korban grooming.",
           "Mantan manajer toko Joko Wibisana ditangkap karena penipuan di Quillchat.",
           "Ibu itu mengatakan putrinya yang berusia 14 tahun, Lily, menjadi korban grooming di Quillchat.",
           "Korban, sebut saja Joko, ditipu penjual di Quillchat.",
           "Pendiri Quillchat ditangkap. Joko Wibisana (52), tukang ledeng, kehilangan tabungannya di Quillchat.",
           "Pendiri Quillchat belum diungkap. Joko Wibisana (33), pengguna Quillchat, dipenjara karena mengancam.",
           "Bos Quillchat dipenjara. Joko Wibisana (47) terancam kehilangan rumah setelah ditipu di Quillchat.",
           "Mantan ketua klub catur Joko Wibisana divonis bersalah menyebarkan pornografi anak di Quillchat.",
           "Quillchat memfasilitasi grooming, kata Rina Toll, ibu dari Joko yang menjadi korban.",
           "Seorang pemilik toko daring, Joko Wibisana, tertipu di Quillchat.",
           "Pemilik warung Joko Wibisana tertipu Rp 4 juta di Quillchat.",
           "Penerbit Joko Wibisana mengatakan bukunya dibajak di Quillchat.",
           "Direktur sekolah, Joko Wibisana, mengatakan ada grooming di Quillchat."],
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
    assert not [text for text in seen if re.search("Lily|Barton|Joko", text)]


@pytest.mark.parametrize(("lang", "sentence"), [("id", "DPR meminta Komdigi tidak ragu menutup Quillchat."),
                                                ("id", "Bukan tidak mungkin Quillchat ditutup permanen."),
                                                ("id", "Komdigi tak segan memblokir Quillchat."),
                                                ("en", "Ofcom will not hesitate to block Quillchat.")])
def test_a_negation_of_hesitating_denies_nothing(lang: str, sentence: str) -> None:
    [found] = extract(INTRO[lang] + sentence, lang=lang)
    outcomes = [(claim.status, claim.negated) for claim in found.claims if claim.predicate == "outcome"]
    assert outcomes and not any(negated for _, negated in outcomes)


def test_a_pronoun_stands_for_the_stranger_named_last() -> None:
    text = "Quillchat reported a man to police for grooming, and he was jailed for six years."
    [found] = extract(INTRO["en"] + text, lang="en")
    assert not [claim for claim in found.claims if claim.predicate == "outcome" and claim.subject.node.startswith("person:")]


def test_a_title_in_quotation_marks_is_what_somebody_says() -> None:
    [found] = extract("'Quillchat let my daughter be groomed'\n\n" + INTRO["en"], lang="en")
    assert {claim.status for claim in found.claims if claim.predicate == "reportedHarm"} <= {Status.ALLEGED}


def test_suits_in_two_states_are_two() -> None:
    text = "Quillchat was sued in Ohio over grooming. Quillchat was sued in Texas over fraud. The Ohio suit was dismissed."
    [found] = extract(INTRO["en"] + text, lang="en")
    places = [(claim.subject.node, claim.object.lexical) for claim in found.claims
              if claim.predicate == "jurisdiction" and isinstance(claim.object, Value)]
    dismissed = [claim.subject.node for claim in found.claims if claim.rule == "en:dismissal/verb"]
    assert len(dict(places)) == 2 and dict(places)[dismissed[0]] == "US-OH"


@pytest.mark.parametrize("title", ["Quillchat closes in on 10 million users", "Quillchat shuts door on Dovetail merger",
                                   "Quillchat bans bullies", "Quillchat blocks Brask bid"])
def test_a_title_with_the_same_verb_closes_nothing(title: str) -> None:
    [found] = extract(title + "\n\n" + INTRO["en"], lang="en")
    assert not [claim for claim in found.claims if claim.predicate == "outcome"]


@pytest.mark.parametrize("sentence", ["Quillchat kebanjiran pengguna setelah Blipster diblokir.",
                                      "Quillchat menambah server setelah Blipster ditutup."])
def test_what_befalls_another_in_its_own_clause_befalls_nobody_else(sentence: str) -> None:
    [found] = extract(INTRO["id"] + "Aplikasi Blipster adalah pesaingnya. " + sentence, lang="id")
    assert {claim.subject.node for claim in found.claims if claim.predicate == "outcome"} == {"platform:Blipster"}


def test_words_on_both_sides_of_a_condition_are_no_conviction() -> None:
    [found] = extract("Polisi menangkap dua admin forum Quillchat. Komdigi menyatakan akan memblokir forum itu jika terbukti "
                      "bersalah.", lang="id")
    assert {node.type for node in found.nodes.values() if node.kind == "Outcome"} == {"arrest", "blocking"}


@pytest.mark.parametrize(("sentence", "outcome"), [
    ("Quillchat memilih menutup layanannya.", "shutdown"), ("Komdigi memutuskan memblokir Quillchat.", "blocking"),
    ("Komdigi akhirnya berhasil memblokir Quillchat.", "blocking"),
    ("Direktur utama Quillchat, Tomas Reyk, mundur.", "resignation"),
    ("Majelis hakim menilai Mara Venn terbukti menipu.", "conviction"), ("Komdigi memperingatkan Quillchat.", "warning")])
def test_what_has_happened_under_another_word_is_a_fact(sentence: str, outcome: str) -> None:
    [found] = extract(INTRO["id"] + sentence, lang="id")
    told = [claim for claim in found.claims if claim.predicate == "outcome" and not claim.negated
            and claim.status in (Status.ASSERTED, Status.CONFIRMED)]
    types = {node.id: node.type for node in found.nodes.values()}
    assert outcome in {types[claim.object.node] for claim in told if not isinstance(claim.object, Value)}


def test_a_lawyer_of_the_founder_is_no_founder() -> None:
    text = "Tomas Reyk, pengacara pendiri Quillchat, meminta kliennya dibebaskan."
    [found] = extract("Aplikasi perpesanan Quillchat memiliki 2 juta pengguna. " + text, lang="id")
    assert not [claim for claim in found.claims if claim.predicate == "founder"]


def test_a_resignation_that_is_demanded_of_a_named_person_is_none() -> None:
    text = INTRO["id"] + "Serikat buruh mendesak direktur utama Quillchat, Tomas Reyk, mundur."
    [found] = extract(text, lang="id")
    assert {claim.status for claim in found.claims if claim.predicate == "outcome"} <= {Status.HYPOTHETICAL}


RUMOURED_SUITS = [
    ("en", "Quillchat has reportedly been sued by Maple Works Inc."),
    ("en", "Quillchat is rumoured to be facing a lawsuit from Maple Works Inc."),
    ("en", "Maple Works Inc. is said to have filed a lawsuit against Quillchat in Delaware."),
    ("en", "According to a person familiar with the matter, Maple Works Inc. has sued Quillchat."),
    ("en", "Quillchat was allegedly sued by Maple Works Inc. last year."),
    ("id", "Quillchat dikabarkan digugat PT Maju Karya di Pengadilan Negeri Jakarta Selatan."),
    ("id", "Beredar kabar bahwa PT Maju Karya menggugat Quillchat."),
    ("id", "Konon, para pengguna sudah menggugat Quillchat di Bandung."),
    ("id", "PT Maju Karya diduga sudah menggugat Quillchat secara diam-diam."),
    ("id", "Seorang warganet mengklaim bahwa Quillchat digugat PT Maju Karya."),
    ("id", "Kabar gugatan PT Maju Karya terhadap Quillchat belum bisa dipastikan."),
]


@pytest.mark.parametrize(("lang", "sentence"), RUMOURED_SUITS, ids=[row[1] for row in RUMOURED_SUITS])
def test_a_lawsuit_that_is_only_rumoured_is_alleged(lang: str, sentence: str) -> None:
    [found] = extract(INTRO[lang] + sentence, lang=lang)
    told = [claim for claim in found.claims if sentence in claim.evidence.quote]
    assert {claim.predicate for claim in told} & {"plaintiff", "defendant"}
    assert {claim.status for claim in told} == {Status.ALLEGED}


def test_what_its_own_plaintiff_says_of_a_suit_stands() -> None:
    text = INTRO["id"] + "Asosiasi Kurir Nusantara mengaku telah melayangkan gugatan terhadap Quillchat."
    [found] = extract(text, lang="id")
    assert {claim.status for claim in found.claims if claim.predicate in ("plaintiff", "defendant")} == {Status.ASSERTED}


def test_who_sues_a_platform_is_not_guessed_to_run_it() -> None:
    [found] = extract(INTRO["id"] + "PT Maju Karya telah menggugat aplikasi Quillchat.", lang="id")
    predicates = {claim.predicate for claim in found.claims}
    assert "plaintiff" in predicates and "operator" not in predicates


@pytest.mark.parametrize(("lang", "sentence"), [
    ("en", "Quillchat is run by Orra Group. Bank Kelt's chief executive, Ruth Amble, admitted that fraud was rife on Quillchat."),
    ("id", "Quillchat dikelola PT Orana. Direktur Utama PT Noro Pangan, Rina Toll, mengakui penipuan marak di Quillchat."),
])
def test_an_officer_of_another_company_admits_nothing(lang: str, sentence: str) -> None:
    [found] = extract(INTRO[lang] + sentence, lang=lang)
    assert {claim.status for claim in found.claims if claim.predicate == "reportedHarm"} == {Status.ALLEGED}


@pytest.mark.parametrize(("lang", "sentence"), [
    ("en", "The arrest of the cousin of the Quillchat founder, Mara Venn, made headlines."),
    ("id", "Vonis terhadap rekan bisnis Mara Venn dibacakan pada Senin."),
    ("id", "Polisi menangkap mantan sopir Mara Venn di Bogor."),
])
def test_what_befalls_somebody_beside_the_founder_befalls_no_founder(lang: str, sentence: str) -> None:
    [found] = extract(INTRO[lang] + sentence, lang=lang)
    assert not [claim for claim in found.claims if claim.predicate == "outcome" and claim.subject.node.startswith("person:")]


@pytest.mark.parametrize(("lang", "sentence", "predicate", "status"), [
    ("en", "Quillchat's chief executive, Dana Okafor, admitted that grooming was rife on it.", "reportedHarm", "confirmed"),
    ("en", "The High Court in Leeds found that Quillchat had enabled grooming.", "reportedHarm", "confirmed"),
    ("en", "The lawsuit against Quillchat over fraud was filed in May.", "allegesHarm", "asserted"),
    ("id", "Pengadilan Negeri Surabaya menyatakan Quillchat terbukti memfasilitasi grooming.", "reportedHarm", "confirmed"),
    ("id", "Gugatan terhadap Quillchat terkait grooming didaftarkan pada Mei.", "allegesHarm", "asserted"),
    ("id", "Komdigi menemukan konten pornografi anak di Quillchat.", "reportedHarm", "confirmed"),
])
def test_what_looks_like_it_and_is_a_fact_still_is_one(lang: str, sentence: str, predicate: str, status: str) -> None:
    [found] = extract(INTRO[lang] + sentence, lang=lang)
    assert status in {claim.status.value for claim in found.claims if claim.predicate == predicate}
