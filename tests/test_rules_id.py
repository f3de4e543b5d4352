"""Rules of the annotation that no text read so far had put to the test, in Indonesian: what each sentence says, and no more."""

from __future__ import annotations

import pytest

from kg import extract
from kg.model import Mention

INTRO = "Aplikasi perpesanan Quillchat ramai dibicarakan. "
RULES = [
    # plans and rumours whose event is a noun of its own
    ("Rencana penutupan Quillchat diumumkan.", ["Quillchat outcome shutdown hypothetical"]),
    ("Kabar pemblokiran Quillchat mengejutkan banyak orang.", ["Quillchat outcome blocking alleged"]),
    ("Rencana pengelola menutup Quillchat diumumkan.", ["Quillchat outcome shutdown hypothetical"]),
    ("Niat pengelola menutup Quillchat urung diwujudkan.", ["Quillchat outcome shutdown hypothetical not"]),
    # plans given up
    ("Rencana pemblokiran Quillchat oleh Polandia dibatalkan.", ["Quillchat outcome blocking hypothetical not"]),
    ("Ofcom pernah berniat mendenda Quillchat, tapi niat itu diurungkan.", ["Quillchat outcome fine hypothetical not by Ofcom"]),
    ("Quillchat akan ditutup setelah rencana penjualannya kandas.", ["Quillchat outcome shutdown hypothetical"]),
    # hoaxes
    ("Tidak benar bahwa Quillchat telah diblokir.", ["Quillchat outcome blocking asserted not"]),
    ("Kabar penutupan Quillchat ternyata hoaks.", ["Quillchat outcome shutdown asserted not"]),
    ("Apakah kabar penutupan Quillchat tidak benar?", []),
    # what a judge or authority does not find
    ("Ofcom tidak menemukan konten terorisme di Quillchat.", ["Quillchat reportedHarm terrorism confirmed not by Ofcom"]),
    ("Hakim Arman Sitepu menyatakan Quillchat tidak terbukti memfasilitasi grooming.",
     ["Quillchat reportedHarm grooming confirmed not by Arman Sitepu"]),
    # nouns of saying
    ("Tuduhan bahwa Quillchat menampung judi muncul pekan lalu.", ["Quillchat reportedHarm gambling alleged"]),
    ("Tuduhan Yayasan Lentera terhadap Quillchat mengenai judi dibahas parlemen.",
     ["Quillchat reportedHarm gambling alleged by Yayasan Lentera"]),
    # denials of what was said just before
    ("Yayasan Lentera menuduh Quillchat memfasilitasi grooming. Perusahaan membantah tuduhan itu.",
     ["Quillchat reportedHarm grooming alleged by Yayasan Lentera", "Quillchat reportedHarm grooming denied by Quillchat"]),
    ("Polda Riau menyebut Quillchat menjual narkoba. \"Itu fitnah,\" kata Sena Wirahadi, pendiri Quillchat.",
     ["Quillchat reportedHarm drugs alleged by Polda Riau", "Quillchat founder Sena Wirahadi asserted",
      "Quillchat reportedHarm drugs denied by Sena Wirahadi"]),
    # quotes with their speaker in another sentence
    ("\"Quillchat penuh judi. Anak-anak kecanduan,\" keluh Anita Laksmi, ketua Yayasan Lentera.",
     ["Quillchat reportedHarm gambling alleged by Anita Laksmi"]),
    ("Sena Wirahadi, pendiri Quillchat, buka suara. \"Tidak ada penipuan di platform kami. Semua aman.\"",
     ["Quillchat founder Sena Wirahadi asserted", "Quillchat reportedHarm fraud denied by Sena Wirahadi"]),
    # of something or somebody else
    ("Anita Laksmi, pendiri Yayasan Lentera, mengkritik Quillchat.", []),
    ("Warung milik pendiri Quillchat ditutup pada 2020.", []),
    ("Semua layanan daring dibekukan kecuali Quillchat.", []),
    ("Quillchat tetap bisa diunduh di App Store.", []),
    ("PT Angin Timur disebut-sebut sebagai pengelola Quillchat.", []),
    ("Rudi Salim membantah menjadi pemilik Quillchat.", ["Quillchat executive Rudi Salim denied by Rudi Salim"]),
    ("Ketua DPR mendukung penutupan Quillchat.", ["Quillchat outcome shutdown hypothetical by DPR"]),
    ("Bukan Quillchat, melainkan tiruannya yang menyebarkan judi.", []),
    ("Perusahaan asal Jepang, PT Sorano, mengakuisisi Quillchat.", ["Quillchat outcome acquisition asserted"]),
    # a country as agent
    ("Quillchat diblokir pemerintah Malaysia.", ["Quillchat outcome blocking asserted", "blocking jurisdiction MY asserted"]),
    ("Rumor menyebut Quillchat digugat PT Sorano terkait pelanggaran hak cipta.", [
        "lawsuit allegesHarm ip alleged", "lawsuit defendant Quillchat alleged", "lawsuit plaintiff PT Sorano alleged",
        "Quillchat reportedHarm ip alleged by lawsuit"]),
    ("Ofcom menyelidiki Quillchat. Kini Ofcom menghentikan penyelidikannya terhadap Quillchat.", [
        "investigation plaintiff Ofcom asserted", "investigation defendant Quillchat asserted",
        "investigation outcome withdrawal asserted"]),
    # an accusation without a source of its own, right behind a suit
    ("Dua keluarga menggugat Quillchat. Quillchat dituding membiarkan perundungan.", [
        "lawsuit defendant Quillchat asserted", "lawsuit plaintiff plaintiffs asserted", "lawsuit allegesHarm bullying asserted",
        "Quillchat reportedHarm bullying alleged by lawsuit"]),
    ("Dua keluarga menggugat Quillchat. Polisi menduga Quillchat dipakai menjual narkoba.", [
        "lawsuit defendant Quillchat asserted", "lawsuit plaintiff plaintiffs asserted", "Quillchat reportedHarm drugs alleged"]),
    # who reports what happens does not fight it
    ("Harian Suara Kota melaporkan perundungan merajalela di Quillchat.",
     ["Quillchat reportedHarm bullying alleged by Harian Suara Kota"]),
    ("Quillchat melaporkan konten pelecehan anak ke polisi.", []),
    # the publication's own reason for what a platform or a country does
    ("Quillchat membekukan layanannya karena ribuan akun diretas.",
     ["Quillchat outcome suspension asserted", "Quillchat reportedHarm data-breach asserted"]),
    ("Mesir memblokir Quillchat karena propaganda teroris beredar di sana.", [
        "Quillchat outcome blocking asserted", "blocking jurisdiction EG asserted", "Quillchat reportedHarm terrorism asserted"]),
    # what people who are arrested did, told as a fact or only suspected
    ("Polisi menangkap seorang guru yang merayu siswi SD lewat Quillchat.", [
        "offenders outcome arrest asserted", "Quillchat reportedHarm grooming asserted", "Quillchat affects children asserted"]),
    ("Polisi menangkap seorang guru yang diduga merayu siswi SD lewat Quillchat.", [
        "offenders outcome arrest asserted", "Quillchat reportedHarm grooming alleged", "Quillchat affects children alleged"]),
    # what a court holds, what a finding says
    ("Mahkamah Agung mewajibkan Quillchat mencabut ulasan yang dinyatakan mencemarkan nama baik.", [
        "Quillchat reportedHarm defamation confirmed by Mahkamah Agung"]),
    ("Temuan Ofcom bahwa Quillchat membiarkan grooming memicu desakan aturan baru.",
     ["Quillchat reportedHarm grooming confirmed by Ofcom"]),
    ("Temuan majalah Cakrawala bahwa Quillchat membiarkan grooming memicu desakan aturan baru.",
     ["Quillchat reportedHarm grooming alleged by Cakrawala"]),
    # people behind a passive of founding, a studio
    ("Quillchat didirikan Bagja Prasetya dan Sekar Pramudita pada 2016.", [
        "Quillchat founder Bagja Prasetya asserted", "Quillchat founder Sekar Pramudita asserted",
        "Quillchat foundedIn 2016 asserted"]),
    # orders with an alternative, plans that came to nothing, what one can or cannot do by now
    ("Quillchat diminta membayar Rp 5 miliar atau aksesnya diputus.", ["Quillchat outcome blocking hypothetical"]),
    ("Ofcom semula hendak mendenda Quillchat, namun urung.", ["Quillchat outcome fine hypothetical not"]),
    ("Ofcom hendak mendenda Quillchat, tetapi perusahaan tidak gentar.", [
        "Quillchat outcome fine hypothetical", "fine imposedBy Ofcom hypothetical"]),
    ("Quillchat tidak bisa lagi diunduh.", ["Quillchat outcome delisting asserted"]),
    ("Quillchat baru bisa dibuka lagi pada 3 Mei 2023.", [
        "Quillchat outcome unblocking asserted", "unblocking date 2023-05-03 asserted"]),
    # what somebody is talked into
    ("Seorang remaja dibujuk chatbot Quillchat agar bunuh diri.", [
        "Quillchat reportedHarm suicide asserted", "Quillchat affects children asserted"]),
    ("Quillchat bisa membujuk remaja agar bunuh diri.", []),
    # counted complaints, women among the users, the year of the founding alone
    ("Aturan baru diterapkan setelah masuk 73 laporan penguntitan terhadap anggota perempuan Quillchat.", [
        "Quillchat reportedHarm stalking alleged", "Quillchat affects women alleged"]),
    ("Quillchat berdiri pada 2016 dan punya 3 juta anggota pada 2023.", [
        "Quillchat foundedIn 2016 asserted", "Quillchat userCount 3000000 asserted"]),
    # a passive of admitting that opens the sentence, what somebody's words are about
    ("Diakui Sena Wirahadi, pendiri Quillchat, situs itu pernah menjadi tempat jual beli senjata.", [
        "Quillchat founder Sena Wirahadi asserted", "Quillchat reportedHarm illegal-goods confirmed by Sena Wirahadi"]),
    ("\"Kami bekerja keras,\" kata CEO Quillchat, Sena Wirahadi, menanggapi maraknya penipuan di situs itu.", [
        "Quillchat executive Sena Wirahadi asserted", "Quillchat reportedHarm fraud alleged by Sena Wirahadi"]),
    # a rumour that a party bears out, a hoax that spreads, what a suit says
    ("Manajemen Quillchat membenarkan kabar peretasan yang menimpa 300 ribu pelanggannya.", [
        "Quillchat reportedHarm data-breach confirmed by Quillchat", "Quillchat affects users confirmed by Quillchat"]),
    ("Menurut laporan lembaga pemantau Mata Siber, hoaks vaksin membanjiri Quillchat.",
     ["Quillchat reportedHarm disinformation alleged by Mata Siber"]),
    ("Gugatan Yayasan Peduli Anak menyebut Quillchat membiarkan perundungan.", [
        "lawsuit plaintiff Yayasan Peduli Anak asserted", "lawsuit defendant Quillchat asserted",
        "lawsuit allegesHarm bullying asserted", "Quillchat reportedHarm bullying alleged by lawsuit"]),
    # of whom something is done for
    ("Quillchat menggalang dana untuk korban penipuan daring.", []),
    ("Para pelapor menduga Quillchat menggelapkan donasi untuk korban gempa.", ["Quillchat reportedHarm fraud alleged"]),
    # what befalls things, and what people do who hold no office
    ("Dua truk Quillchat ditahan petugas di pelabuhan.", []),
    ("Uang penjual di Quillchat ditahan selama sepekan.", []),
    ("Wasit menghukum tim tamu dengan tendangan bebas, tulis Quillchat.", []),
    ("Kanal judi di Quillchat sudah diblokir Komdigi.", ["Quillchat reportedHarm gambling asserted"]),
    ("Moderator Quillchat angkat kaki karena upah rendah.", []),
    ("Quillchat memberi peringatan kepada penjual nakal.", []),
    # what was asked of a court, what is hard to do, what could be done at last
    ("Permintaan agar Quillchat diblokir tidak dikabulkan hakim.", ["Quillchat outcome blocking asserted not"]),
    ("Hakim mengabulkan permintaan agar Quillchat diblokir.", ["Quillchat outcome blocking asserted"]),
    ("Quillchat sulit diblokir.", []),
    ("Pemblokiran Quillchat mustahil dilakukan.", []),
    ("Quillchat baru bisa diakses lagi pada 2 Mei 2024.", [
        "Quillchat outcome unblocking asserted", "unblocking date 2024-05-02 asserted"]),
    # who else is in it
    ("Sena Wirahadi, pendiri Quillchat, ditangkap. Istrinya belum ditahan.", [
        "Quillchat founder Sena Wirahadi asserted", "Sena Wirahadi outcome arrest asserted"]),
    ("Sena Wirahadi, pendiri Quillchat, dituntut enam tahun penjara. Seorang moderator yang ikut diadili dibebaskan dari segala "
     "dakwaan.", ["Quillchat founder Sena Wirahadi asserted", "Sena Wirahadi outcome sentence-demand asserted",
                  "offenders outcome acquittal asserted"]),
    ("Sebanyak 40 pengguna menggugat Quillchat.", ["lawsuit defendant Quillchat asserted", "lawsuit plaintiff users asserted"]),
    ("Yayasan Lentera menggugat Quillchat. Kuasa hukum Quillchat, Teguh Ramdan, mengatakan kliennya akan banding.", [
        "lawsuit defendant Quillchat asserted", "lawsuit plaintiff Yayasan Lentera asserted"]),
    # what came of it, when and where
    ("Sebelum diblokir, Quillchat sudah dua kali ditegur Komdigi.", [
        "Quillchat outcome blocking asserted", "Quillchat outcome warning asserted", "blocking followed warning asserted",
        "warning imposedBy Komdigi asserted"]),
    ("Tiga admin Quillchat dibekuk pada Jumat (3/5/2024), sedangkan seorang lainnya masih diburu.", [
        "arrest date 2024-05-03 asserted", "offenders outcome arrest asserted"]),
    ("Yayasan Lentera menggugat Quillchat dan memperoleh ganti rugi Rp 3 miliar.", [
        "damages amount IDR 3000000000 asserted", "lawsuit defendant Quillchat asserted", "lawsuit outcome damages asserted",
        "lawsuit plaintiff Yayasan Lentera asserted"]),
    ("Gugatan di Prancis terhadap Quillchat berujung perdamaian.", [
        "lawsuit defendant Quillchat asserted", "lawsuit jurisdiction FR asserted", "lawsuit outcome settlement asserted"]),
]


@pytest.mark.parametrize(("text", "expected"), RULES, ids=[text for text, _ in RULES])
def test_a_sentence_says_what_the_rules_license(text: str, expected: list[str]) -> None:
    [found] = extract(INTRO + text, lang="id")

    def name(node: str) -> str:
        known = found.nodes[node]
        return known.type or known.name

    said = set()
    for claim in found.claims:
        thing = name(claim.object.node) if isinstance(claim.object, Mention) else claim.object.lexical
        end = (" not" if claim.negated else "") + (f" by {name(claim.said_by.node)}" if claim.said_by else "")
        said.add(f"{name(claim.subject.node)} {claim.predicate} {thing} {claim.status}{end}")
    assert said == set(expected)
