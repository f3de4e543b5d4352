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
    # who brought a suit and over what belongs to the suit, not to the verb that ends it
    ("en", "A judge in June threw out a suit against the app Zelpane by a Denver teacher over hate speech.",
     "lawsuit | allegesHarm | hate-speech | asserted"),
    ("en", "A court dismissed a suit against the chat app Ulverno by two mothers.", "lawsuit | plaintiff | parents | asserted"),
    ("en", "The record label Ostara Sound has abandoned a copyright suit against the video app Plipp.",
     "lawsuit | plaintiff | Ostara Sound | asserted"),
    ("en", "A court quashed a criminal case against the app Chirpadda over hateful posts.",
     "no Chirpadda | reportedHarm | abuse-unspecified | alleged"),
    # a company's short name
    ("en", "Brinta Networks owns the dating app Pairling. In May Ofcom imposed a penalty on Brinta for fraud.",
     "Brinta Networks | outcome | fine | asserted"),
    ("en", "The crypto casino Spinoza lost its licence. Galt Entertainment, which operates the site, denied fraud. "
           "Ofcom penalised Galt in 2021.", "Galt Entertainment | outcome | fine | asserted"),
    # behind "prosecutors," stands nobody of theirs
    ("en", "Under a deal with prosecutors, Russell Dane Okerman, 57, will pay a fine. Okerman founded the site Velvet Ledger.",
     "Velvet Ledger | founder | Russell Dane Okerman | asserted"),
    ("en", "The founder of the forum Drakkle pleaded guilty on Monday. Under a deal with prosecutors, Marlo Petrie, 41, could "
           "be sentenced to eight years in prison.", "Drakkle | founder | Marlo Petrie | asserted"),
    # what lies ahead
    ("en", "Ofcom is going to fine the dating app Folio.", "Folio | outcome | fine | hypothetical"),
    ("en", "Parents are going to sue the dating app Folio.", "no lawsuit | defendant | Folio | asserted"),
    ("en", "The network Agoro announced in 2022 that it would label political advertising.",
     "no Agoro | outcome | policy-change | asserted"),
    # the court of a suit that asks for an order
    ("en", "The complaint, lodged in the High Court in May, asks for an order barring the site Drellix from opening.",
     "lawsuit | court | High Court | asserted"),
    # when a platform came to be
    ("en", "The app Zumbari started in 2017 and has about 9 million users.", "Zumbari | foundedIn | 2017 | asserted"),
    ("en", "The app Zumbari's troubles started in 2017, when hackers stole data.", "no Zumbari | foundedIn | 2017 | asserted"),
    ("en", "In an unrelated case, a jury in Tennessee found for the gossip site Porchly.",
     "lawsuit | jurisdiction | US-TN | asserted"),
    ("en", "Halvik Media, the owner of the site Kinoflux, must pay 4 million euros in damages to photographers.",
     "no Kinoflux | outcome | damages | asserted"),
    ("en", "The Fourth Circuit rejected an appeal by parents, leaving in place the dismissal of their suit against the app "
           "Ninelark.", "no lawsuit | plaintiff | Fourth Circuit | asserted"),
    # damages
    ("en", "The video app Clipmere must pay $2 million in damages to a photographer, a jury in Oregon decided on Friday.",
     "lawsuit | outcome | damages | asserted"),
    ("en", "A court in Vienna ordered the marketplace Stallo to pay 300,000 euros in damages in a lawsuit brought by the "
           "watchmaker Tessier.", "lawsuit | defendant | Stallo | asserted"),
    # sums of something else
    ("en", "Kestrel Pay bought the trading app Folio, which fell into administration with debts of £60m.",
     "no acquisition | amount | GBP 60000000 | asserted"),
    ("en", "The FTC fined the app Plipp, whose sales reached $400 million last year.",
     "no fine | amount | USD 400000000 | asserted"),
    ("en", "The marketplace Stallo was fined after buyers lost 3 million euros.", "no fine | amount | EUR 3000000 | asserted"),
    # what is told of those who sue
    ("en", "A woman who was raped by a driver she met on the app Carrivo has sued the company.",
     "Carrivo | reportedHarm | violence | alleged"),
    ("en", "A mother whose son was groomed on the game Fribbolo has sued its maker.",
     "no Fribbolo | reportedHarm | grooming | asserted"),
    ("en", "The family of a student who was stalked through the app Nearbee filed a lawsuit in Ohio.",
     "lawsuit | plaintiff | parents | asserted"),
    # claims that are no case, rulings that find no harm
    ("en", "Ofcom opened an investigation into the site Drellix. Drellix rejected the claim that it hosts terrorist videos.",
     "Drellix | reportedHarm | terrorism | denied"),
    ("en", "An appeals court upheld the dismissal of a suit against the messenger Quillor.",
     "no lawsuit | outcome | judgment-plaintiff | asserted"),
    ("en", "A court in Graz upheld a ruling that had thrown out a libel suit against the forum Drellix.",
     "no Drellix | reportedHarm | defamation | asserted"),
    # who chairs a committee
    ("en", "The Senate Commerce Committee opened an inquiry into the app Plipp. The chairman, Sen. Roy Amsel, said Plipp's "
           "chief executive, Ina Vass, would testify.", "no Plipp | executive | Roy Amsel | asserted"),
    # who complained has imposed nothing, and nobody followed
    ("en", "The site Flixxo was blocked in Denmark following a complaint by the Rights Alliance.",
     "no blocking | imposedBy | Rights Alliance | asserted"),
    # several holders of one office
    ("en", "The founders of the forum Drakkle, Marlo Petrie and Ana Soto, were arrested in Spain.",
     "Ana Soto | outcome | arrest | asserted"),
    # siblings
    ("en", "Sisters Ana and Mia Brandt founded the app Plipp.", "Plipp | founder | Ana Brandt | asserted"),
    ("en", "The app Zilo was founded by brothers Lars and Nils Hovde.", "Zilo | founder | Lars Hovde | asserted"),
    ("id", "Aplikasi Zilo didirikan kakak beradik Lars dan Nils Hovde.", "Zilo | founder | Lars Hovde | asserted"),
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


@pytest.mark.parametrize("second", [
    "In March, the Texas Attorney General's Office withdrew a suit that accused Morvanti of fraud.",
    "A judge in June threw out a suit against Morvanti by a teacher.",
    "In 2022, Morvanti settled with a woman who had sued it over stalking.",
    "An Oregon suit over harassment, filed against Morvanti in May, goes to trial in October."])
def test_what_is_introduced_anew_is_another_suit(second: str) -> None:
    [found] = extract(articles.from_text(f"Ohio sued the chat app Morvanti on Monday over grooming. {second}", lang="en"))
    suits = {part.node for c in found.claims for part in (c.subject, c.object)
             if isinstance(part, Mention) and found.nodes[part.node].kind == "LegalAction"}
    assert len(suits) == 2


def _name(found: Extraction, part: Mention | Value) -> str:
    """A value as it is written, a party by its name, an event or group by its type, a harm by its concept."""
    if isinstance(part, Value):
        return part.lexical
    node = found.nodes.get(part.node)
    return node.type or node.name if node else part.node.partition(":")[2]
