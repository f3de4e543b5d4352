"""Short texts, each with the one thing that must, or must not, come of it: what no annotated article happens to hold."""

from __future__ import annotations

import pytest

from kg import articles, extract
from kg.model import Extraction, Mention, Value

# language, text, what is told (subject | predicate | object | status | not); "no " before what may not be told
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
    # what a case is about, its clause tells of as the case does
    ("id", "Aplikasi video Blinkoo dikenal luas. Seorang ayah masih melanjutkan gugatannya mengenai konten Blinkoo yang "
           "mendorong putrinya menyakiti diri.", "no Blinkoo | reportedHarm | self-harm | asserted"),
    ("id", "Gugatan lain soal obrolan gim Craftopia yang memungkinkan predator mendekati anak masih berjalan di Texas.",
     "Craftopia | reportedHarm | grooming | alleged"),
    ("id", "Seorang pengguna mempertahankan gugatannya mengenai kebocoran data di aplikasi Simpanin.",
     "Simpanin | reportedHarm | data-breach | alleged"),
    # what came in another year, or had come before, is not the one told of so far
    ("id", "Rusia memblokir aplikasi pesan Telehut pada Senin. Layanan ini pernah juga diblokir pada 2019.",
     "blocking | date | 2019 | asserted"),
    ("id", "OJK mendenda aplikasi Danacepatku Rp2 miliar pada April 2024. Pada 2022, Danacepatku didenda Rp500 juta.",
     "fine | amount | IDR 500000000 | asserted"),
    ("en", "Turkey has blocked the app Zilo. It had previously been blocked in 2019.", "blocking | date | 2019 | asserted"),
    # people held together; initials
    ("id", "Judi di aplikasi Kartuku terungkap. Kini RK dan MS ditahan di Polres Garut.",
     "offenders | outcome | arrest | asserted"),
    ("id", "Penipuan di aplikasi Kumpulin terbongkar. Polisi menetapkan MN sebagai tersangka pada 3 Mei 2024.",
     "no MN | outcome | suspect-named | asserted"),
    ("id", "Penipuan lewat lokapasar Tokonesa terbongkar. RK, LM, dan SP dijerat Pasal 378 KUHP.",
     "no RK | outcome | charge | asserted"),
    # who does it together
    ("id", "Tiga musisi bersama PT Nada Raya menggugat aplikasi musik Dendangin.",
     "lawsuit | plaintiff | PT Nada Raya | asserted"),
    ("id", "Tiga musisi bersama PT Nada Raya menggugat aplikasi musik Dendangin.", "lawsuit | plaintiff | plaintiffs | asserted"),
    ("id", "Kementerian Perdagangan bersama Polda Metro Jaya memblokir situs Jualobat.",
     "blocking | imposedBy | Polda Metro Jaya | asserted"),
    # who is arrested is not whom it befell
    ("id", "Polisi menangkap tiga perempuan yang diduga menipu lewat aplikasi arisan Kumpulin.",
     "no Kumpulin | affects | women | alleged"),
    # whose apposition the last words of a title are
    ("id", "Nusaria Akuisisi Pinjamku, Aplikasi Pinjaman yang Sempat Didenda OJK\n\nNusaria, aplikasi dompet digital, "
           "mengumumkan pembelian Pinjamku pada Senin.", "Pinjamku | outcome | fine | asserted"),
    ("id", "Seruvi Gandeng Kelasku, Platform Belajar yang Sempat Diretas\n\nSeruvi, aplikasi video, bekerja sama dengan "
           "Kelasku, platform belajar untuk siswa SMA.", "no Seruvi | reportedHarm | data-breach | asserted"),
    # denied in a clause that hangs on a noun
    ("id", "OJK membantah informasi bahwa aplikasi pinjaman Danaria didenda Rp1 miliar.",
     "no Danaria | outcome | fine | asserted"),
    ("id", "Polda Jabar membantah berita bahwa aplikasi Danaria diblokir.", "Danaria | outcome | blocking | denied"),
    ("id", "Kominfo membantah kabar bahwa aplikasi Cepetin diblokir.", "no blocking | imposedBy | Komdigi | denied"),
    ("id", "Polisi menerima informasi bahwa aplikasi Zilo dipakai menjual sabu.", "Zilo | reportedHarm | drugs | alleged"),
    # a series of what is told of one thing; names that are given
    ("id", "Aplikasi Snapria dikelola Ria Media Ltd., diluncurkan pada 2017, dan memiliki 12 juta pengguna.",
     "Snapria | foundedIn | 2017 | asserted"),
    ("id", "Pada 2015, dua insinyur, Rudi Hartala dan Yuni Prasida, mendirikan forum daring yang mereka beri nama Kopdarin. "
           "Kopdarin kini punya 2 juta anggota.", "Kopdarin | foundedIn | 2015 | asserted"),
    ("id", "Nadia Forsberg mendirikan aplikasi kencan bernama Hjarta pada 2016. Hjarta ditutup kemarin.",
     "Hjarta | foundedIn | 2016 | asserted"),
    # what members owe by the rules of the house
    ("id", "Di aplikasi rental Sewabareng, penyewa yang terlambat dikenai denda 5 persen.",
     "no offenders | outcome | fine | asserted"),
    ("id", "Pengelola aplikasi Antarin didenda Rp2 miliar karena menaikkan tarif.", "Antarin | outcome | fine | asserted"),
    # "milik" is nobody's office; a ground that was not proved
    ("id", "Studio Pelita, pengembang gim Tarungan, membantah. Izin operasional milik Tarungan telah dicabut pada 3 April 2024.",
     "no Studio Pelita | outcome | licence-revoked | asserted"),
    ("id", "Sejumlah pengguna menggugat aplikasi Langganin pada 2022. Di tingkat pertama, gugatan ditolak karena kerugian "
           "tidak terbukti.", "lawsuit | outcome | dismissal | asserted"),
    ("id", "Kabar bahwa aplikasi Langganin diblokir karena judi tidak benar.", "no Langganin | outcome | blocking | alleged"),
    # the fine that a judge adds
    ("id", "Seorang pria di Semarang dihukum tiga tahun penjara karena memeras mantan kekasihnya lewat aplikasi Obrolin. "
           "Hakim juga menjatuhkan denda Rp100 juta.", "no Obrolin | outcome | fine | asserted"),
    ("id", "Pendiri Zilo, Danu Wira, divonis dua tahun penjara. Hakim juga menjatuhkan denda Rp2 miliar. Zilo adalah aplikasi.",
     "Danu Wira | outcome | fine | asserted"),
    # whom a suit only accuses
    ("id", "Orang tua seorang remaja menggugat Larik Labs, perusahaan di balik chatbot Sajakku. Gugatan itu menyebut Sajakku "
           "mendorong putra mereka melukai diri.", "no lawsuit | defendant | Sajakku | asserted"),
    # a span of time is nothing that it befalls
    ("id", "Turki mencabut pemblokiran platform video Vidoza pada Rabu, dua pekan setelah situs itu diblokir.",
     "Vidoza | outcome | unblocking | asserted"),
    # what was imposed is not what was asked for
    ("id", "Pengadilan menolak permohonan Zilo untuk membatalkan denda Rp5 miliar. Zilo adalah lokapasar.",
     "no Zilo | outcome | fine | asserted"),
    # people of a platform who are tried; a penalty that is called too high
    ("id", "Bulan lalu, dua administrator saluran Zirva didakwa menghasut kekerasan. Zirva adalah aplikasi pesan.",
     "no Zirva | outcome | charge | asserted"),
    ("id", "Komisi Digital Inggris mendenda situs Holoria karena membiarkan materi pelecehan seksual anak. Juru bicara Holoria, "
           "Kaspar Oja, menilai besaran denda tidak masuk akal.", "no Holoria | reportedHarm | csam | denied"),
    # what people do to themselves, somewhere
    ("id", "Nepal menangguhkan aplikasi Temanku setelah seorang siswi bunuh diri.",
     "no Temanku | reportedHarm | suicide | asserted"),
    # what is planned lies ahead
    ("en", "Grubnet is a hacking forum. Its founder Keith Almond will be sentenced on February 3.",
     "sentence | date | 2025-02-03 | hypothetical"),
    ("id", "Aplikasi Zilo akan ditutup pada 3 Februari.", "shutdown | date | 2025-02-03 | hypothetical"),
    # what nobody means to do
    ("en", "The ministry has no plans to block the messenger Zilo.", "Zilo | outcome | blocking | hypothetical | not"),
    ("en", "The regulator said it was not planning to fine the forum Grubnet.", "Grubnet | outcome | fine | hypothetical | not"),
    ("en", "The app Zilo has no intention of settling the lawsuit filed by Utah.",
     "lawsuit | outcome | settlement | hypothetical | not"),
    ("id", "Belum ada rencana pemerintah untuk memblokir aplikasi Zilo.", "Zilo | outcome | blocking | hypothetical | not"),
    ("id", "Pemilik aplikasi Zilo, Henrik Aas, mengaku tidak berniat menutup aplikasi itu.",
     "Zilo | outcome | shutdown | hypothetical | not"),
    # what has been escaped, and what somebody hopes to escape
    ("en", "The app Zilo escaped a fine because it promised to hire moderators.", "Zilo | outcome | fine | asserted | not"),
    ("en", "The messenger Zilo hopes to avoid a ban.", "no Zilo | outcome | blocking | asserted | not"),
    # a reason or an aside in a sentence that leaves something open
    ("en", "Whether the site Grubnet can pay is another question, since an Estonian court fined it $3 million in December.",
     "Grubnet | outcome | fine | asserted"),
    ("en", "If the app Zilo looks empty, it is because Italy blocked it in March.", "Zilo | outcome | blocking | asserted"),
    ("en", "The marketplace Tradigo, which shut down in January, could return under a new owner.",
     "Tradigo | outcome | shutdown | asserted"),
    ("en", "Unless it changes course, the app Zilo will be blocked, since Ofcom has lost patience.",
     "no Zilo | outcome | blocking | asserted"),
    # deals that end a suit
    ("en", "Under a deal that resolves a suit by Utah, the forum Grubnet will pay $2 million.",
     "lawsuit | defendant | Grubnet | asserted"),
    ("en", "The chatbot Wisply will pay publishers $9 million under a settlement of a 2023 copyright suit.",
     "lawsuit | outcome | settlement | asserted"),
    # who leads an inquiry and ends it
    ("en", "Ofcom has ended its inquiry into the app Zilo.", "investigation | outcome | withdrawal | asserted"),
    ("en", "The app Zilo paid $3 million to resolve an investigation by Utah.",
     "investigation | outcome | settlement | asserted"),
    # who has a suit pending against somebody
    ("en", "Filmbund has two more cases against smaller streaming sites pending in Leipzig.",
     "lawsuit | plaintiff | Filmbund | asserted"),
    ("en", "The app Zilo has a lawsuit against it pending in Texas.", "lawsuit | defendant | Zilo | asserted"),
    # offices written large, and chambers that are no courts
    ("en", "The dating app Zilo faces a lawsuit by the Attorney General of Texas.",
     "lawsuit | plaintiff | Attorney General of Texas | asserted"),
    ("en", "The Chamber of Deputies on Thursday opened an inquiry into the marketplace Tradigo over fake goods.",
     "legislative-inquiry | plaintiff | Chamber of Deputies | asserted"),
    # a second participle with an order
    ("en", "Keith Almond, founder of the site Grubnet, was jailed for two years and ordered to pay a fine of $20,000.",
     "Keith Almond | outcome | fine | asserted"),
    # what somebody has at home or on his laptop
    ("en", "A man who groomed girls on the app Zilo was jailed. Detectives also found 300 indecent images on his laptop.",
     "no Zilo | reportedHarm | csam | asserted"),
    ("id", "Pelaku merayu anak di aplikasi Zilo. Polisi menemukan ratusan foto pornografi anak di laptopnya.",
     "no Zilo | reportedHarm | csam | asserted"),
    # clauses with "whose"
    ("en", "Lawmakers want to ban the app Zilo, whose founder, Dana Wexford, was jailed in 2021.",
     "Dana Wexford | outcome | sentence | asserted"),
    ("en", "The app Zilo, whose founder, Dana Wexford, was jailed in 2021, shut down on Friday.",
     "shutdown | date | 2024-05-10 | asserted"),
    # "X said it would appeal": X, whatever the sentence before began with
    ("en", "Ofcom fined the video app Zilo £2 million. Zilo said it would appeal.",
     "no appeal | plaintiff | Ofcom | hypothetical"),
    # whose office a place belongs to
    ("en", "Attorney General Ken Dorn of Texas sued the app Zilo on Monday.", "lawsuit | plaintiff | Ken Dorn | asserted"),
    ("en", "Attorney General Ken Dorn of Texas sued the app Zilo on Monday.", "lawsuit | jurisdiction | US-TX | asserted"),
    # an order of a closure is no injunction beside it
    ("en", "The High Court ordered the closure of the site Grubnet.", "no Grubnet | outcome | injunction | asserted"),
    # somebody else's investigation
    ("en", "Police arrested three men for selling stolen phones on the marketplace app Zilo. "
           "Zilo said it was cooperating with the investigation.", "no investigation | defendant | Zilo | asserted"),
    # what a regulator takes is a fine
    ("en", "The Irish Data Protection Commission ordered the network Zilo to pay 5 million euros.",
     "Zilo | outcome | fine | asserted"),
    ("en", "Ofcom ordered the app Zilo to pay £2 million in compensation.", "Zilo | outcome | damages | asserted"),
    # whose closing it is
    ("en", "Mingla, a dating app, said it would close the dating site Hearthly.", "Hearthly | outcome | shutdown | hypothetical"),
    ("en", "Mingla, a dating app, said it would close the dating site Hearthly.",
     "no Mingla | outcome | shutdown | hypothetical"),
    # officials are no executives, and what they say is no admission
    ("en", "Police blocked the forum Grubnet. Chief Inspector Sam Dole said it sold drugs.",
     "no Grubnet | executive | Sam Dole | asserted"),
    ("en", "Kenya's Communications Authority blocked the app Zilo. Director-General Ann Otondo said the app spread hatred.",
     "no Zilo | reportedHarm | hate-speech | confirmed"),
    ("en", "The forum Grubnet has changed. Director Ann Cole said the forum would grow.",
     "Grubnet | executive | Ann Cole | asserted"),
    # a day to come is that of no filing
    ("en", "The Delhi High Court is hearing a suit against the app Zilo. The matter will be taken up next on July 8.",
     "no lawsuit | filedOn | 2024-07-08 | asserted"),
    # what is sold on a site
    ("en", "Regulators are looking into the sale of fake watches on the app Zilo.", "no Zilo | outcome | acquisition | asserted"),
    ("en", "The sale of the app Zilo to Helm Media was completed on Friday.", "Zilo | outcome | acquisition | asserted"),
    # members of a part
    ("en", "The app Zilo switched off groups with more than 500 members.", "no Zilo | userCount | 500 | asserted"),
    # whose case it is
    ("en", "Prosecutors abandoned the case against Keith Almond, who runs the forum Grubnet.",
     "criminal-case | outcome | withdrawal | asserted"),
    # a title in which a judge declines
    ("en", "Court won't block video app Zilo\n\nA court in Leeds on Monday heard the case. Zilo is a video app.",
     "Zilo | outcome | blocking | asserted | not"),
    # "without" says that it did not happen, whatever verb it stands with
    ("en", "The Spanish agency AEPD has closed its case against the app Zilo without a fine.",
     "no Zilo | outcome | fine | asserted"),
    # who is still in office, and a ground that ends with its clause
    ("en", "The app Zilo was founded by Ann Cole and Tim Wells. Cole is still its chief executive.",
     "no Zilo | outcome | resignation | asserted"),
    ("en", "The app Clipzo is in trouble. In 2021 Indonesia suspended it for a week over pornography, and a court in Manila is "
           "hearing a lawsuit by the parents of a girl who died after trying a challenge that she had seen on Clipzo.",
     "Clipzo | outcome | suspension | asserted"),
    # what stands around or within a name
    ("id", "Kominfo memblokir aplikasi desas8 karena memuat judi.", "desas8 | outcome | blocking | asserted"),
    ("en", "Ofcom fined the app X-Chat over fraud.", "X-Chat | outcome | fine | asserted"),
    ("id", "Komdigi mendenda aplikasi asal Estonia Meloza.", "Meloza | outcome | fine | asserted"),
    ("id", "Kementerian Dalam Negeri Vietnam memblokir aplikasi Meloza.",
     "blocking | imposedBy | Kementerian Dalam Negeri Vietnam | asserted"),
    ("id", "Pendiri aplikasi Meloza yang berbasis di Tallinn, Joko Lesmana, didakwa melakukan penipuan.",
     "Joko Lesmana | outcome | charge | asserted"),
    # what stands behind a clause belongs to the sentence, what it tells to the app
    ("id", "Jaksa Agung Texas menggugat aplikasi Meloza yang berbasis di Tallinn pada 3 Maret 2023 karena penipuan.",
     "no Meloza | reportedHarm | fraud | asserted"),
    ("id", "Komdigi menegur Chitrakatha, aplikasi berbagi video yang diblokir di India sejak 2022.",
     "blocking | date | 2022 | asserted"),
    ("id", "Aplikasi Meloza, yang diluncurkan di Estonia, diblokir Komdigi.", "no blocking | jurisdiction | EE | asserted"),
    # hoaxes
    ("id", "Ofcom menyelidiki penyebaran hoaks di platform Meloza.", "investigation | allegesHarm | disinformation | asserted"),
    ("id", "Video polisi menangkap pendiri aplikasi Meloza hanya hoaks.", "no offenders | outcome | arrest | asserted"),
    # an inquiry into the harm itself, by a body without a name too
    ("en", "Ofcom is investigating hate speech on the app Meloza.", "investigation | allegesHarm | hate-speech | asserted"),
    ("id", "Polisi menyelidiki dugaan penipuan melalui aplikasi Meloza.", "investigation | allegesHarm | fraud | asserted"),
    # who reports it
    ("en", "The app Meloza has been accused of enabling fraud, Reuters reported.", "Meloza | reportedHarm | fraud | alleged"),
    ("en", "As first reported by Newsline, parents sued the platform Meloza in London over fraud.",
     "no lawsuit | plaintiff | Newsline | asserted"),
    ("id", "Dewi Anggraini mengatakan, aplikasi Meloza besutan PT Lumo Jaya diluncurkan pada 2016.",
     "no Meloza | founder | Dewi Anggraini | asserted"),
    # who wins
    ("en", "A jury found in favour of a mother who sued the app Meloza.", "lawsuit | outcome | judgment-plaintiff | asserted"),
    ("id", "Para pengguna memenangkan gugatan melawan aplikasi Meloza.", "no lawsuit | defendant | users | asserted"),
    ("en", "A judge ruled in favour of parents in their lawsuit against the app Meloza, Ruth Calder said.",
     "lawsuit | plaintiff | parents | asserted"),
    # words for plans, and none
    ("id", "Aplikasi Meloza diketahui ditutup pada 2022.", "Meloza | outcome | shutdown | asserted"),
    ("id", "Diketahui, aplikasi Meloza didenda Rp 18 miliar oleh Komdigi.", "Meloza | outcome | fine | asserted"),
    ("en", "The app Meloza faces being blocked by Ofcom.", "no Meloza | outcome | blocking | asserted"),
    # what prosecutors hold to be proven; who summons
    ("id", "Menurut jaksa, terdakwa terbukti menyebarkan pornografi anak di forum Lubang.",
     "no offenders | outcome | conviction | asserted"),
    ("id", "Kementerian Komunikasi memanggil pengelola aplikasi Kantongin.",
     "no legislative-inquiry | defendant | Kantongin | asserted"),
    # names of bodies, shares and pupils are no harms and nobody harmed
    ("en", "Zilo news\n\nThe app Zilo is popular. The National Centre for Missing and Exploited Children urged Zilo to act.",
     "no Zilo | reportedHarm | csea | asserted"),
    ("en", "Ofcom fined the app Meloza over fraud, while its shares fell 4 per cent.",
     "no Meloza | reportedHarm | investment-fraud | confirmed"),
    ("id", "Puluhan orang tua murid menggugat aplikasi Meloza karena penipuan.", "no lawsuit | affects | children | alleged"),
    ("id", "Pengguna aplikasi Meloza berinisial AR ditangkap polisi atas dugaan penipuan.",
     "no Meloza | affects | users | alleged"),
    # counted people, addresses of a site, who fights a suit
    ("id", "Polisi menetapkan tiga pengelola situs Layarkaca sebagai tersangka.",
     "offenders | outcome | suspect-named | asserted"),
    ("id", "Situs Layarkaca populer. Pada Oktober 2022, Kominfo memblokir 12 alamat situs tersebut.",
     "Layarkaca | outcome | blocking | asserted"),
    ("id", "ACCC menggugat aplikasi Flirto ke Pengadilan. Flirto menyatakan akan melawan gugatan tersebut di pengadilan.",
     "no lawsuit | defendant | Flirto | hypothetical"),
    ("id", "Jaksa Agung Louisiana menggugat aplikasi Blastoria, sedangkan Turki dan Qatar telah memblokir gim tersebut.",
     "no blocking | jurisdiction | US-LA | asserted"),
    # a closing by a ministry is one event; what kind of app it is; orders
    ("id", "Aplikasi kencan Rantaukita ditutup oleh Kementerian Komunikasi pada Desember lalu.",
     "no Rantaukita | outcome | shutdown | asserted"),
    ("id", "Aplikasi kencan Rantaukita ditutup oleh Kementerian Komunikasi pada Desember lalu.",
     "Rantaukita | outcome | blocking | asserted"),
    ("en", "The ministry blocked the message app Quillpost on Monday.", "Quillpost | outcome | blocking | asserted"),
    ("en", "Lumora blocks message senders.", "no Lumora | outcome | blocking | asserted"),
    ("en", "The video app Quillpost was ordered shut on Monday.", "Quillpost | outcome | shutdown | asserted"),
    # a mother or father is no parent company
    ("en", "The app Klassli has 2 million users. One parent, Kari Nesheim, told the newspaper that her son was bullied in it.",
     "no Klassli | operator | Kari Nesheim | asserted"),
    ("en", "The app Klassli has 2 million users. A parent, Kari Nesheim, said the app was slow.",
     "no Klassli | operator | Kari Nesheim | asserted"),
    ("en", "The app Klassli has 2 million users. A shop owner, Kari Nesheim, said the app was slow.",
     "no Klassli | executive | Kari Nesheim | asserted"),
    ("en", "The app Klassli has 2 million users. One creator, Kari Nesheim, said the app was slow.",
     "no Klassli | founder | Kari Nesheim | asserted"),
    ("en", "The app Klassli has 2 million users. It gets a new parent, Nesheim Labs, next month.",
     "Klassli | operator | Nesheim Labs | asserted"),
    # "it" is not the app that the clause describes
    ("en", "A union named Klassli, a homework app that it says passed pupils' marks to advertisers.",
     "Klassli | reportedHarm | privacy | alleged"),
    ("en", "The charity criticised Klassli, an app it says is used by paedophiles to groom children.",
     "Klassli | reportedHarm | grooming | alleged"),
    ("en", "The app Klassli apologised for a leak that it said exposed 2 million passwords.",
     "Klassli | reportedHarm | data-breach | confirmed"),
    # what is said in the object voice, and "menurutnya"
    ("id", "LSM itu mengkritik Klasli, aplikasi yang ia sebut membiarkan prostitusi anak.",
     "Klasli | reportedHarm | csea | alleged"),
    ("id", "LSM itu mengkritik Klasli, aplikasi yang mereka nilai membiarkan prostitusi anak.",
     "Klasli | reportedHarm | csea | alleged"),
    ("id", "LSM itu mengkritik Klasli, aplikasi yang menurutnya dipakai untuk prostitusi anak.",
     "Klasli | reportedHarm | csea | alleged"),
    ("en", "The app Klassli has 2 million users. Its parent, Nesheim Labs, said the app was slow.",
     "Klassli | operator | Nesheim Labs | asserted"),
    # a plan of what a noun names
    ("en", "A ban on the forum Hapaxa is planned.", "Hapaxa | outcome | blocking | hypothetical"),
    ("en", "A ban on the forum Hapaxa was proposed by lawmakers.", "Hapaxa | outcome | blocking | hypothetical"),
    ("en", "A ban on the forum Hapaxa is not planned, the ministry said.", "Hapaxa | outcome | blocking | hypothetical | not"),
    ("en", "A ban on the forum Hapaxa was ordered by the court.", "Hapaxa | outcome | blocking | asserted"),
    ("en", "Two suits against the forum Hapaxa are set for trial.", "lawsuit | defendant | Hapaxa | asserted"),
    ("id", "Aplikasi pinjaman Wirto terancam pailit setelah satu kreditur mundur.",
     "Wirto | outcome | bankruptcy | hypothetical"),
    ("en", "Velloquy to bar under-18s after suicide lawsuit\n\nThe chatbot Velloquy is used by many.",
     "Velloquy | outcome | policy-change | hypothetical"),
    # whose peso, who is a person, who is a company
    ("id", "Otoritas konsumen Kolombia mendenda aplikasi Zumbayo 1,2 miliar peso.", "fine | amount | COP 1200000000 | asserted"),
    ("en", "Mexico's regulator fined the app Zumbayo 3 million pesos.", "fine | amount | MXN 3000000 | asserted"),
    ("en", "Teodor Vrancken, the owner of the classified-ads site Lapwingo, pleaded guilty to fraud in Arizona.",
     "Teodor Vrancken | outcome | conviction | asserted"),
    ("en", "The forum Hapaxa belongs to the holding company Korund Acht, whose managing director, Dietmar Vossbruch, resigned.",
     "Korund Acht | executive | Dietmar Vossbruch | asserted"),
    ("id", "Pendiri tanyaQu, aplikasi tanya jawab anonim, Samsul Birawanto, ditangkap.",
     "tanyaQu | founder | Samsul Birawanto | asserted"),
    # what happens to something else
    ("en", "Tithely is an app. In the village the pub shut down.", "no Tithely | outcome | shutdown | asserted"),
    ("en", "Klassli is a chat app. The museum was founded in 1921 by the painter Otto Brandl.",
     "no Klassli | founder | Otto Brandl | asserted"),
    ("en", "Klassli is a chat app. The hospital apologised for a leak of patient data.",
     "no Klassli | reportedHarm | data-breach | alleged"),
    ("en", "Klassli is run by Orra Ltd. A suit by the publisher Hartsell Crane continues in Ohio.",
     "no Klassli | operator | Hartsell Crane | asserted"),
    # whose word it is, behind what is said
    ("en", "Klassli is a chat app. Klassli let strangers groom children, it is claimed.",
     "Klassli | reportedHarm | grooming | alleged"),
    ("en", "Klassli is a chat app. Klassli let strangers groom children, the group argues.",
     "Klassli | reportedHarm | grooming | alleged"),
    ("id", "Klasli adalah aplikasi. Klasli membiarkan grooming anak, tuding orang tua.",
     "Klasli | reportedHarm | grooming | alleged"),
    # what the publication itself calls a site
    ("id", "Kominfo memutus akses situs judi bola Nadabet88.", "Nadabet88 | reportedHarm | gambling | asserted"),
    ("id", "Pengelola forum jual beli narkoba Bodago ditangkap.", "Bodago | reportedHarm | drugs | asserted"),
    ("id", "Polisi menyelidiki dugaan situs judi online Nadabet88.", "no Nadabet88 | reportedHarm | gambling | asserted"),
    # those of a counted kind that a list names
    ("id", "OJK membekukan lima aplikasi pinjaman, termasuk Bodago dan Nadaku.", "Nadaku | outcome | suspension | asserted"),
    ("id", "Kominfo memblokir tiga situs judi online, yakni Nadabet88, Bodago, dan Zilohoki.",
     "Bodago | outcome | blocking | asserted"),
    ("en", "Ofcom fined three chat apps, including Bodago.", "Bodago | outcome | fine | asserted"),
    # for whom a penalty is
    ("id", "Denda Rp4 miliar bagi aplikasi belanja Bodago dikuatkan Mahkamah Agung.", "Bodago | outcome | fine | asserted"),
    # what a suit is worth, whose order an arrest was
    ("id", "Aplikasi Bodago digugat Rp10 miliar.", "lawsuit | amountSought | IDR 10000000000 | asserted"),
    ("id", "Aplikasi Bodago digugat; nilai gugatannya mencapai Rp950 juta.",
     "lawsuit | amountSought | IDR 950000000 | asserted"),
    ("id", "PT Kilat menggugat aplikasi Bodago karena merugi Rp5 miliar.",
     "no lawsuit | amountSought | IDR 5000000000 | asserted"),
    ("id", "Penangkapan Rudi Hartono, pendiri aplikasi Bodago, terjadi di Jakarta atas perintah Kejaksaan Agung.",
     "arrest | imposedBy | Kejaksaan Agung | asserted"),
    # what its authority or a prosecutor ends, and who petitions for bankruptcy
    ("id", "Penyelidikan KPPU terhadap aplikasi Bodago ditutup tanpa sanksi.", "investigation | outcome | withdrawal | asserted"),
    ("id", "Perkara pidana terhadap pendiri aplikasi Bodago, Rudi Hartono, dihentikan jaksa.",
     "criminal-case | outcome | withdrawal | asserted"),
    ("id", "Kreditor mengajukan permohonan pailit terhadap PT Kilat, pengelola aplikasi Bodago.",
     "no Bodago | outcome | bankruptcy | asserted"),
    # who is dismissed from an office, where a complaint goes
    ("id", "CEO Bodago, Budi Santoso, dipecat dewan direksi pada Sabtu.", "Bodago | outcome | resignation | asserted"),
    ("id", "Bodago memecat 300 karyawan.", "no Bodago | outcome | resignation | asserted"),
    ("id", "YLKI mengadukan aplikasi Bodago ke Kominfo atas dugaan kebocoran data pengguna.",
     "regulatory-action | allegesHarm | data-breach | asserted"),
    ("id", "Aplikasi Bodago melaporkan laba ke Otoritas Jasa Keuangan.", "no regulatory-action | plaintiff | Bodago | asserted"),
    # names that begin a sentence, and what is none
    ("id", "Polisi Federal Australia menangkap tiga pengelola aplikasi Bodago.",
     "arrest | imposedBy | Polisi Federal Australia | asserted"),
    ("id", "Kominfo memblokir bursa NFT Bodago.", "Bodago | outcome | blocking | asserted"),
    # what did not happen, and to whom it did not
    ("id", "Yang didenda KPPU bukan aplikasi Bodago, melainkan bank kustodiannya.", "no Bodago | outcome | fine | asserted"),
    ("id", "Tiada denda, tiada pemblokiran: forum Bodago hanya diminta KPAI memasang pemberitahuan usia.",
     "Bodago | outcome | fine | asserted | not"),
    # what a suit rests on, however far behind it; who only speaks
    ("id", "Dua orang tua mendaftarkan gugatan terhadap Bodago, gim daring, ke Pengadilan Negeri Bogor pada Senin (6/5/2024), "
           "dengan dalil anak mereka menjadi korban grooming di sana.", "lawsuit | allegesHarm | grooming | asserted"),
    ("id", "Adik sang pendiri ditangkap polisi dalam kasus penyalahgunaan narkotika, kata juru bicara aplikasi Bodago.",
     "no Bodago | reportedHarm | drugs | alleged"),
    ("id", "Akankah aplikasi Bodago ditutup?", "no Bodago | outcome | shutdown | asserted"),
    # who is whose: the client of a lawyer, what is named only behind its founder, the company told of before
    ("id", "Kuasa hukum Arga Wibisana, pendiri aplikasi Bodago, Dewi Rompas, memastikan kliennya akan mengajukan kasasi.",
     "Bodago | founder | Arga Wibisana | asserted"),
    ("id", "Setelah pendirinya, Wira Adikusuma, divonis bersalah, aplikasi Bodago ditarik dari Google Play.",
     "Bodago | founder | Wira Adikusuma | asserted"),
    ("id", "PT Kilat kalah di pengadilan. Pengelola aplikasi Bodago itu mendaftarkan kasasi.",
     "Bodago | operator | PT Kilat | asserted"),
    ("id", "KPPU mendenda PT Kilat karena menipu pemilik aplikasi Bodago itu.", "no Bodago | operator | PT Kilat | asserted"),
    ("id", "Dua admin saluran judi di aplikasi obrolan Bodago dibekuk.", "Bodago | reportedHarm | gambling | asserted"),
    ("id", "Dua pria yang diduga admin saluran judi di aplikasi obrolan Bodago dibekuk.",
     "no Bodago | reportedHarm | gambling | asserted"),
    # what services, watchdogs and bodies are called
    ("id", "Kominfo memblokir ensiklopedia daring Bodago.", "Bodago | outcome | blocking | asserted"),
    ("id", "Kominfo memblokir penyedia VPN gratis Bodago.", "Bodago | outcome | blocking | asserted"),
    ("id", "Pengawas Media Polandia mendenda aplikasi Bodago.", "fine | imposedBy | Pengawas Media Polandia | asserted"),
    ("id", "Label rekaman Nordton menggugat aplikasi Bodago.", "lawsuit | plaintiff | Nordton | asserted"),
    # English offices, and those who found, lead or are replaced
    ("id", "Chief Financial Officer situs tiket Loketin, Seno Aji, mengakui kebocoran data pelanggan.",
     "Loketin | executive | Seno Aji | asserted"),
    ("id", "Chief Financial Officer situs tiket Loketin, Seno Aji, mengakui kebocoran data pelanggan.",
     "Loketin | reportedHarm | data-breach | confirmed"),
    ("id", "Arga Siwatu, yang ikut merintis platform video Layarin, kini membuka kedai kopi.",
     "Layarin | founder | Arga Siwatu | asserted"),
    ("id", "Aplikasi Klasli lahir dari tangan dua sahabat, Tirta Wananda dan Sheila Marbuna.",
     "Klasli | founder | Tirta Wananda | asserted"),
    ("id", "Rina Maulida menutup majalah digital Halamanku, platform yang ia bangun sejak 2011.",
     "Halamanku | founder | Rina Maulida | asserted"),
    ("id", "Nadine Utari ditunjuk sebagai CEO jejaring sosial Warungin, menggantikan Bram Lesmono.",
     "Warungin | executive | Bram Lesmono | asserted"),
    ("id", "Direktur LSM Pijar, Wawan Hidayat, menyebut aplikasi Klasli membiarkan judi.",
     "no LSM Pijar | executive | Wawan Hidayat | asserted"),
    ("id", "Aplikasi Klasli dibuat oleh dua mahasiswa ITB, Dimas Saputra dan Putri Ayu.", "no Klasli | founder | ITB | asserted"),
    ("id", "PT Roda Kecil menjalankan aplikasi jual beli barang bekas Flipin.", "Flipin | operator | PT Roda Kecil | asserted"),
    ("id", "Dari 50 juta pengguna aktif lokapasar Saktiku, 12 persen berasal dari Vietnam.",
     "Saktiku | userCount | 50000000 | asserted"),
    ("id", "Situs berita Kabar Timur kini dimiliki PT Nusa Media.", "Kabar Timur | operator | PT Nusa Media | asserted"),
    # who admits, who finds and who says so at the end
    ("id", "Kebocoran data pelanggan dibenarkan direktur utama lokapasar Tokoku, Rina Maulida.",
     "Tokoku | reportedHarm | data-breach | confirmed"),
    ("id", "Kata sandi pengguna forum Klasli dicuri, begitu pengakuan pendirinya, Rina Maulida.",
     "Klasli | reportedHarm | data-breach | confirmed"),
    ("id", "Aplikasi Klasli membocorkan data pengguna, demikian putusan Pengadilan Negeri Bandung.",
     "Klasli | reportedHarm | data-breach | confirmed"),
    ("id", "Penipuan tiket di lokapasar Tokoku dibenarkan Kapolres Bogor AKBP Seno Aji.",
     "no Tokoku | reportedHarm | fraud | confirmed"),
    ("id", "Perempuan itu dirundung di forum Klasli, ujar kuasa hukumnya, Bimo Raharjo.",
     "Klasli | reportedHarm | bullying | alleged"),
    ("id", "Aplikasi kencan Klasli menjual data penggunanya, kata pegiat privasi Austria Max Lechner, tanpa menunjukkan bukti.",
     "Klasli | reportedHarm | privacy | alleged"),
    # what an app is for, and what it is called by; "not only"
    ("id", "Kelompok teror merekrut simpatisan melalui aplikasi pesan Klasli.",
     "no Klasli | reportedHarm | harassment | asserted"),
    ("id", "Situs taruhan bola Golpin beroperasi dari Kamboja.", "Golpin | reportedHarm | gambling | asserted"),
    ("id", "Forum Klasli tidak hanya menampung judi.", "no Klasli | reportedHarm | gambling | denied"),
    ("id", "Prostitusi daring berjalan leluasa di aplikasi obrolan Klasli.", "Klasli | reportedHarm | illegal-goods | asserted"),
    ("id", "Skandal jual beli data pengguna di aplikasi cuaca Mendungin mencoreng nama pendirinya, Seno Aji.",
     "no Mendungin | reportedHarm | defamation | asserted"),
    # a report that is called baseless is denied by who says so
    ("id", "Tudingan bahwa lokapasar Tokoku menjual tas tiruan tidak berdasar, kata CEO-nya, Rina Maulida.",
     "no Tokoku | reportedHarm | ip | confirmed"),
    ("id", "Tudingan bahwa lokapasar Tokoku menjual tas tiruan mengada-ada, kata pengelolanya, PT Tokoku Jaya.",
     "Tokoku | reportedHarm | ip | denied"),
    ("id", "Akun anonim di forum Klasli membongkar alamat rumah seorang jurnalis.", "Klasli | reportedHarm | doxxing | asserted"),
    ("id", "Perusahaan asal Tallinn yang mengelola bursa kripto Koinku, Baltra OÜ, didenda.",
     "Koinku | operator | Baltra OÜ | asserted"),
    # a sentence in which nothing reports is the publication's own, in an article without a case
    ("en", "Girls of 11 were groomed by adult men on the live-streaming app Wavo.", "Wavo | reportedHarm | grooming | asserted"),
    ("en", "Bots spread invented quotes on the forum Lunto, the fact-checkers of Klarsicht report.",
     "Lunto | reportedHarm | disinformation | alleged"),
    ("en", "A survey by the charity Kindnet lists 60 cases of grooming on the game Pixelo.",
     "Pixelo | reportedHarm | grooming | alleged"),
    ("en", "The forum Zilo rejected claims by the charity Kindnet that it hosts child abuse images.",
     "Zilo | reportedHarm | csam | denied"),
    ("en", "The forum Zilo rejected claims by the charity Kindnet that it hosts child abuse images.",
     "Zilo | reportedHarm | csam | alleged"),
    # what stands first is known; what was never there; what is open
    ("en", "After the breach, in which bank details were copied, the app Zilo told its members to change their passwords.",
     "Zilo | reportedHarm | data-breach | asserted"),
    ("en", "Not a single case of sextortion has been recorded on the chat app Zilo.",
     "Zilo | reportedHarm | sextortion | asserted | not"),
    ("en", "If the flaw is exploited, strangers could read private chats, the messenger Zilo has admitted.",
     "no Zilo | reportedHarm | privacy | confirmed"),
    ("en", "The app Zilo does not tolerate hate speech.", "no Zilo | reportedHarm | hate-speech | asserted | not"),
    ("en", "Gore is not hard to find on Zilo, a video forum where stabbings are cheered.",
     "Zilo | reportedHarm | violence | asserted"),
    # a platform's description names no harm, and nobody harmed
    ("en", "Children are sexually exploited on the clip app Zilo.", "Zilo | reportedHarm | csea | asserted"),
    ("en", "Cyber-violence has doubled on Zilo, a network for students.", "no Zilo | affects | children | asserted"),
    ("en", "Users of the forum Zilo publish one another's private addresses.", "Zilo | affects | users | asserted"),
    # ages
    ("en", "Predators used the chat of the game Zilo to groom players under 13.", "Zilo | affects | children | asserted"),
    # who runs, leads and founded
    ("en", "Operated by Merlion Social Pte, the video-chat app Zilo pairs strangers at random.",
     "Zilo | operator | Merlion Social Pte | asserted"),
    ("en", "Founded by a former nurse, Dana Okafor, the dating app Zilo is popular.", "Zilo | founder | Dana Okafor | asserted"),
    ("en", "Callum Brae and his cousin Ewan Brae founded the app Zilo in 2016.", "Zilo | founder | Callum Brae | asserted"),
    ("en", "Dana Okafor was named chief executive of the app Zilo, succeeding Tom Reyk.",
     "Zilo | executive | Tom Reyk | asserted"),
    ("en", "Eun-ji Choi, president of the app Zilo, resigned.", "Zilo | executive | Eun-ji Choi | asserted"),
    ("en", "Zilo, a video app whose owner, Bright Acorn Studios, is based in Bristol, is popular.",
     "Zilo | operator | Bright Acorn Studios | asserted"),
    # an app that bans something is not banned
    ("en", "Pornography fills Zilo, a photo app that bans it in its rules.", "no Zilo | outcome | blocking | asserted"),
    # bodies written small behind their place
    ("en", "The Czech data protection office fined the ride app Quillgo CZK 5 million.",
     "fine | imposedBy | Czech data protection office | asserted"),
    ("en", "Brazilian federal police detained Dana Okafor, director of the betting site Quillgo.",
     "arrest | imposedBy | Brazilian federal police | asserted"),
    ("en", "Peru's consumer agency Sorvenco fined the marketplace Quillgo.",
     "no fine | imposedBy | Peru's consumer agency | asserted"),
    # money that goes by one name in several countries
    ("en", "Sri Lanka fined the ride app Quillgo 15 million rupees.", "fine | amount | LKR 15000000 | asserted"),
    ("en", "Norway's data protection authority fined the app Quillgo 3 million kroner.",
     "fine | amount | NOK 3000000 | asserted"),
    ("en", "The game Quillgo, which costs $5 a month, was fined by Ofcom.", "no fine | amount | USD 5 | asserted"),
    # what a regulator opens
    ("en", "The Council for Media Services opened proceedings against the platform Quillgo over fake reviews.",
     "regulatory-action | defendant | Quillgo | asserted"),
    ("en", "The Nevada Attorney General's Office began court proceedings against the platform Quillgo.",
     "no regulatory-action | defendant | Quillgo | asserted"),
    ("en", "The group Sleutel lodged a complaint with the Lorvan Data Protection Authority against the app Quillgo.",
     "regulatory-action | court | Lorvan Data Protection Authority | asserted"),
    # police close, others block
    ("en", "The FBI took the forum Quillgo offline in November.", "Quillgo | outcome | shutdown | asserted"),
    ("en", "Dana Okafor ran the site Quillgo until it closed in 2022.", "Quillgo | outcome | shutdown | asserted"),
    # the ban that is lifted
    ("en", "Turkey has lifted the ban on the messenger Quillgo that the Information Authority had imposed in February.",
     "blocking | imposedBy | Information Authority | asserted"),
    ("en", "Pakistan lifted its ban on the app Quillgo on Monday, eleven days after the Media Authority had imposed it.",
     "blocking | date | 2024-05-02 | asserted"),
    ("en", "Kenya lifted the ban on the app Quillgo.", "no Quillgo | outcome | blocking | asserted"),
    # whose suit, and who pays
    ("en", "The trademark suit of Orrery Games against the quiz app Quillgo was dismissed.",
     "lawsuit | plaintiff | Orrery Games | asserted"),
    ("en", "The app Quillgo will pay 1 million euros to end a class action by members.",
     "class-action | outcome | settlement | asserted"),
    ("en", "The app Quillgo could pay 1 million euros to settle a suit by members.",
     "no lawsuit | outcome | settlement | asserted"),
    ("en", "A lawsuit against the site Quillgo is being prepared by users.", "no lawsuit | defendant | Quillgo | asserted"),
    ("en", "A class action is planned against the site Quillgo by users.", "no class-action | defendant | Quillgo | asserted"),
    ("en", "Ofcom may seek a court order against the forum Quillgo.", "no injunction | imposedBy | Ofcom | hypothetical"),
    ("en", "In the High Court action brought by Dorne Council against the marketplace Quillgo, nothing happened.",
     "lawsuit | court | High Court | asserted"),
    # who undergoes it
    ("en", "The app Quillgo, whose chief executive Dana Okafor was detained in March, has 4.5 million users.",
     "Dana Okafor | outcome | arrest | asserted"),
    ("en", "The app Quillgo was sold; its former owner, Dana Okafor, was indicted in Nevada.",
     "no Quillgo | outcome | charge | asserted"),
    ("en", "Ugandan police have arrested a pastor accused of fraud through the site Quillgo, but he has not been charged.",
     "no Quillgo | outcome | charge | asserted | not"),
    ("en", "Bogot\u00e1 police have arrested a 31-year-old accused of fraud on the app Quillgo.",
     "offenders | outcome | arrest | asserted"),
    ("en", "Marketplace Quillgo fined \u20ac2.3m in Portugal over counterfeit trainers\n\n",
     "Quillgo | outcome | fine | asserted"),
    # what opens the sentence is not what is to come
    ("en", "Acquitted of incitement by the Court of Appeal, Dana Okafor, director of the app Quillgo, will return next week.",
     "Dana Okafor | outcome | acquittal | asserted"),
    ("en", "The app Quillgo escaped a ban. Instead, the Broadcasting Authority reprimanded it on 8 May.",
     "Quillgo | outcome | warning | asserted"),
    ("en", "Acquitted, the app's founder may be fined in May, and if convicted, Quillgo will close.",
     "no Quillgo | outcome | shutdown | asserted"),
    # kinds of apps, and posts
    ("en", "The fine for Quillgo, an online casino, is the first of its kind.",
     "no Quillgo | reportedHarm | gambling | asserted"),
    ("en", "Police arrested the owner of Quillgo, an unlicensed online casino.", "Quillgo | reportedHarm | gambling | asserted"),
    ("en", "The Hamburg Regional Court has ordered the takedown of defamatory posts on Quillgo, a review site.",
     "no Quillgo | outcome | shutdown | asserted"),
    ("en", "Sentenced to 30 months by a federal court in Kansas, Dana Okafor, founder of the app Quillgo, wept.",
     "Dana Okafor | outcome | sentence | asserted"),
    ("en", "A Nigerian court convicted Dana Okafor, owner of the site Quillgo, and sentenced her to 12 years.",
     "sentence | jurisdiction | NG | asserted"),
    ("en", "The Finnish competition authority, which had fined the app Quillgo in May, has now opened an investigation into it.",
     "investigation | defendant | Quillgo | asserted"),
    ("en", "The Greek regulator dropped its probe of the auction site Quillgo.", "no withdrawal | jurisdiction | GR | asserted"),
    ("en", "A Hamburg court banned the scooter app Quillgo from selling location data.",
     "Quillgo | outcome | injunction | asserted"),
    ("id", "Direktur PT Celoteh Karya, Dimas Aryo, selaku pengelola aplikasi Celotehan, membantah tudingan itu.",
     "Celotehan | operator | PT Celoteh Karya | asserted"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), TEXTS)
def test_the_one_thing_that_matters(lang: str, text: str, expected: str) -> None:
    [found] = extract(articles.from_text(text, lang=lang, date="2024-05-14"))
    told = {f"{_name(found, c.subject)} | {c.predicate} | {_name(found, c.object)} | {c.status.value}"
            f"{' | not' if c.negated else ''}" for c in found.claims}
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
