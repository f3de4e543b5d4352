"""Short texts, each with the one thing that must, or must not, come of it: what no annotated article happens to hold."""

from __future__ import annotations

import pytest

from kg import articles, extract
from kg.model import Extraction, Mention, Value

# language, text, what is told (subject | predicate | object | status); "no " before what may not be told
TEXTS = [
    # a verb that only says what kind of app it is
    ("id", "Aplikasi belajar daring Kelasria menyelesaikan gugatan yang diajukan 27 orang tua murid.",
     "lawsuit | outcome | settlement | asserted"),
    ("id", "Aplikasi bermain musik Nadaku bangkrut.", "Nadaku | outcome | bankruptcy | asserted"),
    ("id", "Aplikasi pinjam meminjam uang Danakilat dibekukan OJK.", "Danakilat | outcome | suspension | asserted"),
    # each of two events has its own place
    ("id", "Aplikasi Zilo dilarang di India dan sempat ditangguhkan di Nepal.",
     "no suspension | jurisdiction | IN | asserted"),
    ("en", "The chat app Zilo was banned in India and suspended in Nepal.", "suspension | jurisdiction | NP | asserted"),
    # where a company is from
    ("id", "Aplikasi Nadanusa dimiliki raksasa teknologi Korea Hanbit Corp.", "Nadanusa | operator | Hanbit Corp. | asserted"),
    ("id", "Aplikasi Nadanusa dioperasikan perusahaan rintisan asal Bandung PT Sapa Digital.",
     "Nadanusa | operator | PT Sapa Digital | asserted"),
    ("id", "Regulator Brasil Anatelia mendenda aplikasi Nadanusa.", "fine | imposedBy | Anatelia | asserted"),
    # what is agreed is a settlement
    ("en", "The app Kelasria was sued by parents in Ohio. Bright Learning Inc. agreed to pay $3 million in damages.",
     "lawsuit | outcome | settlement | asserted"),
    ("id", "Aplikasi Kelasria digugat orang tua murid. PT Cerdas Bersama setuju memberi ganti rugi Rp 3 miliar.",
     "no damages | imposedBy | PT Cerdas Bersama | asserted"),
    # accusations as grounds
    ("en", "Ofcom blocked the app Bodago after it was accused of grooming children.",
     "Bodago | reportedHarm | grooming | alleged"),
    ("en", "Ofcom fined the app Bodago for allegedly leaking the data of users.",
     "no Bodago | reportedHarm | data-breach | confirmed"),
    ("id", "Kominfo memblokir aplikasi Bodago karena diduga memuat konten judi.", "Bodago | reportedHarm | gambling | alleged"),
    ("id", "OJK membekukan aplikasi Bodago menyusul dugaan penipuan.", "no Bodago | reportedHarm | fraud | confirmed"),
    ("id", "KPPU mendenda aplikasi Bodago karena dinilai menipu pedagang.", "Bodago | reportedHarm | fraud | confirmed"),
    # findings
    ("en", "The regulator, eSafety, said it had found more than 400 child abuse images on the app Zilo.",
     "Zilo | reportedHarm | csam | confirmed"),
    ("en", "Coroner Helen Marsh said the app Zilo had failed to check the age of the buyer.",
     "Zilo | reportedHarm | age-inappropriate | confirmed"),
    ("en", "The chat app Tindra was fined for sharing children's location data. "
           "The fine was imposed by the data protection authority, Datatilsynet.", "Tindra | reportedHarm | privacy | confirmed"),
    ("en", "The app Zilo was blocked after Ofcom found that it hosted child abuse images.",
     "Zilo | reportedHarm | csam | confirmed"),
    ("id", "Aplikasi Zilo diblokir setelah warga menemukan konten judi.", "no Zilo | reportedHarm | gambling | confirmed"),
    # what somebody says befell them
    ("id", "Forum Rimbaniaga ditutup. Sejumlah pengguna mengaku tertipu di forum itu.",
     "Rimbaniaga | reportedHarm | fraud | alleged"),
    ("id", "Forum Rimbaniaga ditutup. Seorang pembeli mengaku tertipu Rp 15 juta di forum tersebut.",
     "no Rimbaniaga | reportedHarm | fraud | asserted"),
    ("id", "Aplikasi Zilo ditutup. Ribuan pengguna tertipu di aplikasi itu.", "Zilo | reportedHarm | fraud | asserted"),
    # what is upheld
    ("en", "A court on Monday upheld a fine against the chat app Tindra.", "no fine | date | 2024-05-13 | asserted"),
    ("id", "Mahkamah Agung pada Senin menguatkan denda terhadap aplikasi Zilo.",
     "no fine | imposedBy | Mahkamah Agung | asserted"),
    # who imposes it
    ("en", "The app Zilo was fined for failing to remove child abuse images by Ofcom.", "fine | imposedBy | Ofcom | asserted"),
    ("en", "Italy's privacy watchdog, the Veloria, has fined the app Zilo.", "fine | imposedBy | Veloria | asserted"),
    ("en", "Veloria, Italy's privacy watchdog, has fined the app Zilo.", "fine | imposedBy | Veloria | asserted"),
    ("en", "Mara Venn, founder of the app Zilo, was arrested by the Metropolitan Police.",
     "arrest | imposedBy | Metropolitan Police | asserted"),
    ("en", "The Dutch data authority fined the operator of the app Amorivo. Amorivo is run by Lumen Hearts BV.",
     "Lumen Hearts BV | outcome | fine | asserted"),
    ("id", "KPPU mendenda pengelola aplikasi Amorivo. Amorivo dikelola PT Lumen Hati.",
     "PT Lumen Hati | outcome | fine | asserted"),
    # what is ordered by whoever can
    ("en", "Brazil's Supreme Court has ordered the suspension of the app Zilo.", "Zilo | outcome | suspension | asserted"),
    ("en", "The court could order the closure of the app Zilo.", "no Zilo | outcome | shutdown | asserted"),
    # whose word it is not
    ("id", "Aplikasi KerjaKilat dipakai perekrut. Kapolres Sikka AKBP Damianus Lado mengatakan, dua perekrut sudah berstatus "
           "tersangka.", "no Damianus Lado | outcome | suspect-named | asserted"),
    ("en", "He is accused of turning a blind eye to channels on the app Zilo that sold cocaine.",
     "Zilo | reportedHarm | drugs | alleged"),
    # siblings
    ("en", "The app Zilo was founded by brothers Lars and Nils Hovde.", "Zilo | founder | Lars Hovde | asserted"),
    ("id", "Aplikasi Zilo didirikan kakak beradik Lars dan Nils Hovde.", "Zilo | founder | Lars Hovde | asserted"),
    # several who hold one role, and what befalls them at once
    ("id", "Polres Bogor menahan dua pendiri aplikasi pinjaman Danakita, Wisnu Paramudya dan Retno Laksmi.",
     "Danakita | founder | Retno Laksmi | asserted"),
    ("id", "Dua pendiri situs Rajawin, Dodi Prasetya dan Hendra Wiguna, divonis lima tahun penjara.",
     "Hendra Wiguna | outcome | sentence | asserted"),
    ("id", "Pengadilan Negeri Medan menghukum Dodi Prasetya dan Hendra Wiguna, pendiri situs judi Rajawin, empat tahun penjara.",
     "Dodi Prasetya | outcome | sentence | asserted"),
    ("id", "Polisi menahan dua pendiri aplikasi Danakita, Wisnu Paramudya dan Retno Laksmi. \"Keduanya telah kami tetapkan "
           "sebagai tersangka,\" kata Kapolres Bogor Hadi Sutrisna.", "Wisnu Paramudya | outcome | suspect-named | asserted"),
    ("id", "Polisi menahan dua pendiri aplikasi Danakita, Wisnu Paramudya dan Retno Laksmi. Penyidik menjerat mereka dengan "
           "pasal penipuan.", "Wisnu Paramudya | outcome | charge | asserted"),
    ("en", "Police arrested the two founders of the video app Klippo, Dana Whitcombe and Ruben Ashgrove. They were charged with "
           "fraud on Tuesday.", "Dana Whitcombe | outcome | charge | asserted"),
    ("en", "Police arrested Anil Menon and Deepa Nair, directors of the loan app Paisa Mitra.",
     "Paisa Mitra | executive | Anil Menon | asserted"),
    ("en", "Police arrested Anil Menon and Deepa Nair, director of the loan app Paisa Mitra.",
     "no Paisa Mitra | executive | Anil Menon | asserted"),
    # what is asked for beside what is done
    ("id", "KPPU sudah meminta dokumen dan membuka penyelidikan terhadap lokapasar Tokobesar terkait dugaan monopoli.",
     "investigation | plaintiff | KPPU | asserted"),
    ("id", "Komdigi meminta klarifikasi lalu memblokir aplikasi Tokobesar.", "Tokobesar | outcome | blocking | asserted"),
    ("id", "Pengguna meminta Komdigi menutup aplikasi Tokobesar dan menangkap pendirinya.",
     "no offenders | outcome | arrest | asserted"),
    ("id", "CEO aplikasi Kamarku, Hana Wiratni, mengaku lalai. \"Benar, platform kami dimanfaatkan pelaku perdagangan orang,\" "
           "ujarnya.", "Kamarku | reportedHarm | trafficking | confirmed"),
    # bodies by their whole name
    ("id", "Direktorat Reserse Siber Polda Jawa Barat menangkap pendiri aplikasi Untungin, Gilang Permadi.",
     "arrest | imposedBy | Direktorat Reserse Siber Polda Jawa Barat | asserted"),
    ("id", "Polda Jawa Barat membenarkan kabar itu. Direktorat Reserse Siber Polda Jawa Barat menangkap pendiri aplikasi "
           "Untungin, Gilang Permadi.", "arrest | imposedBy | Polda Jawa Barat | asserted"),
    ("id", "Jaksa Kota Los Angeles menggugat situs Fotobaru karena deepfake pornografi.",
     "lawsuit | plaintiff | Jaksa Kota Los Angeles | asserted"),
    ("id", "Yayasan Lembaga Konsumen (YLK) Nusa Sejahtera menggugat aplikasi Belanjain atas kebocoran data.",
     "lawsuit | plaintiff | Yayasan Lembaga Konsumen (YLK) Nusa Sejahtera | asserted"),
    ("id", "\"Kami tidak pernah menjual data,\" kata Kepala Eksekutif Wajahku, Greta Osman. Wajahku adalah aplikasi foto.",
     "Wajahku | executive | Greta Osman | asserted"),
    # platforms on which somebody only speaks
    ("en", "The dating app Temusua will close, Raka Aditya said in a Facebook post.",
     "no Facebook | outcome | shutdown | hypothetical"),
    ("id", "Aplikasi kencan Temusua akan tutup. \"Kami meminta maaf,\" tulis pendirinya, Raka Aditya, di Instagram. "
           "Aplikasi itu diluncurkan pada 2019.", "Temusua | foundedIn | 2019 | asserted"),
    # verbs taken for nouns
    ("en", "The dating app Temusua shuts down on June 1.", "Temusua | outcome | shutdown | hypothetical"),
    # no harms, no arrests, no users
    ("en", "The cartel office is investigating the app Foodle over suspected abuse of its dominant position.",
     "no Foodle | reportedHarm | abuse-unspecified | alleged"),
    ("id", "KPPU menyelidiki aplikasi Foodle atas dugaan penyalahgunaan posisi dominan.",
     "no Foodle | reportedHarm | abuse-unspecified | alleged"),
    ("en", "Servers of the forum Blackfen were seized in the Netherlands.", "no offenders | outcome | arrest | asserted"),
    ("id", "Forum Lubang Tikus memuat data curian. Menurut dakwaan, lebih dari 90 ribu kartu diperjualbelikan di sana.",
     "no Lubang Tikus | userCount | 90000 | asserted"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), TEXTS)
def test_the_one_thing_that_matters(lang: str, text: str, expected: str) -> None:
    [found] = extract(articles.from_text(text, lang=lang, date="2024-05-14"))
    told = {f"{_name(found, c.subject)} | {c.predicate} | {_name(found, c.object)} | {c.status.value}" for c in found.claims}
    wanted = expected.removeprefix("no ")
    assert (wanted in told) is (wanted == expected), sorted(told)


def _name(found: Extraction, part: Mention | Value) -> str:
    """A value as it is written, a party by its name, an event or group by its type, a harm by its concept."""
    if isinstance(part, Value):
        return part.lexical
    node = found.nodes.get(part.node)
    return node.type or node.name if node else part.node.partition(":")[2]
