"""Harms: of which platform they are said, whom they befall, and whose word they are."""

from __future__ import annotations

import pytest

from kg import extract
from kg.model import Mention, Status

INTRO = {
    "en": "Quillchat is a messaging app. Parents say children were groomed on Quillchat. ",
    "id": "Quillchat adalah aplikasi obrolan. Orang tua menuduh anak-anak menjadi korban grooming di Quillchat. ",
}


def said(text: str, lang: str) -> set[tuple[str, str, str]]:
    """What the last sentences claim of harms: predicate, object and status."""
    [found] = extract(INTRO[lang] + text, lang=lang)
    return {(claim.predicate, claim.object.node.partition(":")[2], claim.status.value) for claim in found.claims
            if claim.predicate in ("reportedHarm", "affects") and isinstance(claim.object, Mention)
            and claim.evidence.quote not in INTRO[lang]}


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Quillchat called the accusations a fairy tale."),
    ("en", "\"We do not recognise this description,\" Quillchat said."),
    ("en", "Quillchat says there is no grooming on its service."),
    ("en", "\"There is no grooming on our app,\" Quillchat said."),
    ("en", "A spokesperson denied the allegations."),
    ("en", "The company's lawyers called the accusations baseless."),
    ("en", "Dana Okafor, Quillchat's head of policy, said children see nothing of the kind on the app."),
    ("id", "Quillchat menyebut tuduhan itu tidak berdasar."),
    ("id", "Quillchat menepis kabar bahwa anak-anak menjadi korban grooming."),
])
def test_who_rejects_an_accusation_denies_it(lang: str, text: str) -> None:
    assert ("reportedHarm", "grooming", "denied") in said(text, lang)


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Quillchat denied that it would be sold."), ("en", "Mara Venn dismissed reports that she had quit."),
])
def test_who_denies_something_else_does_not_deny_the_harm(lang: str, text: str) -> None:
    assert not said(text, lang)


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Quillchat admitted failing to prevent grooming."),
    ("en", "An inquiry by the Online Safety Commission established that grooming was rife on Quillchat."),
    ("id", "Kementerian Komdigi menyimpulkan Quillchat gagal mencegah grooming."),
])
def test_a_harm_that_was_not_stopped_was_there(lang: str, text: str) -> None:
    assert ("reportedHarm", "grooming", "confirmed") in said(text, lang)


@pytest.mark.parametrize(("lang", "text", "group"), [
    ("en", "Hackers stole the data of two million Quillchat users.", "users"),
    ("en", "Quillchat exposed girls as young as 11 to sexual predators.", "children"),
    ("id", "Data dua juta pengguna Quillchat bocor.", "users"),
])
def test_whom_a_harm_befalls(lang: str, text: str, group: str) -> None:
    assert group in {what for predicate, what, _ in said(text, lang) if predicate == "affects"}


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Videos of child sexual abuse circulated on Quillchat."), ("en", "Child grooming is rife on Quillchat."),
    ("id", "Konten kekerasan seksual terhadap anak beredar di Quillchat."),
])
def test_the_name_of_a_harm_tells_of_nobody_harmed(lang: str, text: str) -> None:
    assert "affects" not in {predicate for predicate, _, _ in said(text, lang)}


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Quillchat hired an expert on child sexual abuse material."), ("en", "Quillchat donated to a suicide helpline."),
    ("en", "Quillchat came under scrutiny over drug sales."), ("id", "Quillchat merekrut pakar terorisme."),
    ("en", "Mara Venn, who founded Quillchat, lost her brother to suicide."),
])
def test_a_harm_beside_a_platform_is_no_fact(lang: str, text: str) -> None:
    assert not {status for _, _, status in said(text, lang)} & {Status.ASSERTED.value, Status.CONFIRMED.value}


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "The company denied everything."), ("id", "Quillchat membantah dan akan menempuh jalur hukum."),
])
def test_a_party_that_denies_and_says_no_more_denies_what_was_said(lang: str, text: str) -> None:
    assert ("reportedHarm", "grooming", "denied") in said(text, lang)


@pytest.mark.parametrize(("lang", "text", "harm"), [
    ("en", "Two girls were blackmailed with nude pictures, according to their lawyer.", "child-sextortion"),
    ("id", "Menurut jaksa, pelaku juga mengedarkan sabu.", "drugs"),
])
def test_a_sentence_that_names_no_platform_goes_on_about_the_one_before(lang: str, text: str, harm: str) -> None:
    assert ("reportedHarm", harm, "alleged") in said(text, lang)


def test_an_article_about_no_platform_gets_no_harm_from_a_warning() -> None:
    [found] = extract("Locksmiths in Fairmont report more work. Fraud against the elderly rose by a fifth last year.", lang="en")
    assert not [claim for claim in found.claims if claim.predicate == "reportedHarm"]


@pytest.mark.parametrize("title", ["Deputies: Man used messaging app Quillchat to groom 12-year-old",
                                   "Study: messaging app Quillchat flooded with hate speech"])
def test_a_title_that_begins_with_who_says_it_is_their_word(title: str) -> None:
    [found] = extract(f"{title}\n\nQuillchat is a messaging app.", lang="en")
    assert {claim.status for claim in found.claims if claim.predicate == "reportedHarm"} == {Status.ALLEGED}


def test_what_somebody_did_who_is_only_charged_is_alleged() -> None:
    text = "A man was charged on Monday in Leeds. He used the messaging app Quillchat to groom a 12-year-old girl."
    [found] = extract(text, lang="en")
    assert {claim.status for claim in found.claims if claim.predicate == "reportedHarm"} == {Status.ALLEGED}


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Quillchat tracked the location of users aged 13 to 17 without consent."),
    ("id", "Quillchat merekam wajah pengguna di bawah umur tanpa izin."),
])
def test_young_users_are_children(lang: str, text: str) -> None:
    assert {what for predicate, what, _ in said(text, lang) if predicate == "affects"} == {"children"}


def test_who_says_it_at_the_end_of_a_sentence_may_have_no_name() -> None:
    assert said("Quillchat was used to sell guns, police in Ghent say.", "en") == {("reportedHarm", "illegal-goods", "alleged")}


@pytest.mark.parametrize(("lang", "text", "status"), [
    ("en", "Police arrested the boss of Quillchat, an app where dealers sold cocaine, on Monday.", "asserted"),
    ("en", "Cocaine can be bought on Quillchat, neighbours complained.", "alleged"),
    ("en", "Quillchat did too little against cocaine dealers, its rivals say.", "alleged"),
    ("en", "Dealers sold cocaine on Quillchat, the Online Safety Commission concluded in May.", "confirmed"),
    ("en", "The commission blocked Quillchat, a service that it describes as a front for cocaine dealers.", "alleged"),
])
def test_whose_word_a_harm_is(lang: str, text: str, status: str) -> None:
    assert ("reportedHarm", "drugs", status) in said(text, lang)


@pytest.mark.parametrize("text", [
    "Quillchat has bought the rights to a series about a cocaine cartel.",
    "A helpline on Quillchat offers advice to addicts who bought cocaine.",
    "Quillchat detects cocaine dealers before they sell.",
])
def test_a_harm_in_a_story_or_one_that_is_fought_is_no_report(text: str) -> None:
    assert not said(text, "en")


@pytest.mark.parametrize(("lang", "text", "status"), [
    ("en", "Two brothers pleaded guilty on Tuesday to selling cocaine through Quillchat.", "asserted"),
    ("en", "The Online Safety Commission ordered Quillchat to close its groups after finding that dealers sold cocaine there.",
     "confirmed"),
    ("en", "\"They jailed the founder for selling cocaine on Quillchat,\" snapped analyst Ron Wirth.", "alleged"),
    ("id", "OJK mencabut izin Quillchat lantaran memuat penjualan sabu.", "confirmed"),
    ("id", "\"Dua orang dipenjara gara-gara menjual sabu di Quillchat,\" cecar anggota dewan Teguh Wibawa.", "alleged"),
    ("id", "Menurut Lentera Muda, aplikasi Quillchat menjadi ladang penjualan sabu.", "alleged"),
])
def test_what_is_proved_and_what_is_only_told(lang: str, text: str, status: str) -> None:
    assert {found for _, what, found in said(text, lang) if what == "drugs"} == {status}


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Quillchat denied knowing that dealers sold cocaine in its groups."),
    ("id", "Quillchat membantah mengetahui penjualan sabu di grupnya."),
])
def test_who_did_not_know_of_a_harm_does_not_deny_it(lang: str, text: str) -> None:
    assert not said(text, lang)


@pytest.mark.parametrize(("lang", "text", "expected"), [
    ("en", "Quillchat lets men groom girls, which its owner, Larkmoor Media, denies.", {"denied", "alleged"}),
    ("en", "Quillchat denied that girls were groomed there, as a lawmaker had alleged.", {"denied", "alleged"}),
    ("id", "Quillchat menjadi tempat grooming, tuduhan yang langsung dibantah pengelolanya.", {"denied", "alleged"}),
    ("id", "Quillchat membantah menjadi tempat grooming, seperti dituduhkan orang tua.", {"denied", "alleged"}),
])
def test_a_sentence_may_have_two_voices(lang: str, text: str, expected: set[str]) -> None:
    assert {status for predicate, _, status in said(text, lang) if predicate == "reportedHarm"} == expected


@pytest.mark.parametrize(("lang", "text", "status"), [
    ("en", "Terrorist videos circulate on Quillchat, a report says. The founder of Quillchat, Dana Ruiz, admitted that such "
           "videos were shared on it.", "confirmed"),
    ("en", "Terrorist videos circulate on Quillchat, a report says. The founder of Quillchat, Dana Ruiz, denied hosting such "
           "content.", "denied"),
    ("id", "Laporan menyebut video terorisme beredar di Quillchat. Pendiri Quillchat, Dana Ruis, mengakui konten semacam itu "
           "beredar di aplikasinya.", "confirmed"),
    ("id", "Laporan menyebut video terorisme beredar di Quillchat. Pendiri Quillchat, Dana Ruis, menyangkal membiarkan materi "
           "tersebut.", "denied"),
])
def test_such_images_are_those_told_last(lang: str, text: str, status: str) -> None:
    assert ("reportedHarm", "terrorism", status) in said(text, lang)


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Dealers sold cocaine on Quillchat, by the account of one courier."),
    ("en", "Dealers sell cocaine on Quillchat, so the theory of detectives goes."),
    ("id", "Pengedar menjual sabu di Quillchat, begitu penuturan seorang kurir."),
    ("id", "Versi jaksa, pengedar menjual sabu di Quillchat."),
    ("id", "Pengedar menjual sabu di Quillchat, kata polisi."),
    ("id", "Polisi mendalami kasus pria yang menjual sabu di Quillchat."),
])
def test_somebodys_account_is_no_fact(lang: str, text: str) -> None:
    assert {status for _, _, status in said(text, lang)} == {"alleged"}


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "The agency ordered Quillchat to delete 40 accounts that spread hate speech on the app."),
    ("id", "Kementerian meminta Quillchat menghapus 40 akun yang menyebarkan ujaran kebencian."),
])
def test_posts_that_were_counted_were_there(lang: str, text: str) -> None:
    assert {what for _, what, status in said(text, lang) if status in ("asserted", "alleged")} == {"hate-speech"}


@pytest.mark.parametrize("text", [
    "Dana Okafor, Quillchat's head of policy, said her client had no say in the matter.",
    "Dana Okafor, Quillchat's head of policy, said neither of them had ever held an account.",
    "Dana Okafor, Quillchat's head of policy, said she had never owned shares in the firm.",
])
def test_what_somebody_was_or_had_denies_no_harm(text: str) -> None:
    assert not said(text, "en")


@pytest.mark.parametrize(("text", "status"), [
    ("Man who groomed girls on Quillchat is jailed", "asserted"),
    ("Man who groomed girls on Quillchat arrested", "alleged"),
    ("Police hunt man who groomed girls on Quillchat", "alleged"),
    ("Man accused of grooming girls on Quillchat jailed", "alleged"),
])
def test_a_title_tells_what_a_convict_did_and_no_suspect(text: str, status: str) -> None:
    [found] = extract(text + "\n\nCarrow Crown Court heard the case. Quillchat is a messaging app.", lang="en")
    assert [claim.status.value for claim in found.claims if claim.predicate == "reportedHarm"] == [status]


def test_a_court_found_only_what_the_one_before_it_did() -> None:
    [found] = extract("Ivo Karr, founder of the messenger Quillchat, was charged with fraud at Leeds Crown Court on Monday. A "
                      "seller was sentenced to two years in 2022 for selling guns on Quillchat.", lang="en")
    told = {(claim.status.value, claim.said_by) for claim in found.claims if claim.predicate == "reportedHarm"}
    assert told == {("asserted", None)}


@pytest.mark.parametrize("text", [
    "Mark Obi, chief executive of Quillchat, quit on Friday, a week after thieves made off with users' phone numbers.",
    "Mark Obi left Quillchat on Tuesday, a month after intruders leaked the photos of two million users.",
])
def test_what_came_before_is_told_as_a_fact(text: str) -> None:
    assert {("reportedHarm", "data-breach", "asserted"), ("affects", "users", "asserted")} <= said(text, "en")


@pytest.mark.parametrize(("text", "status"), [
    ("The federal judges upheld a finding that Quillchat leaked users' phone numbers.", "asserted"),
    ("The High Court in Dublin upheld a finding that Quillchat leaked users' phone numbers.", "confirmed"),
    ("The High Court in Dublin may uphold a finding that Quillchat leaked users' phone numbers.", "alleged"),
    ("The High Court in Dublin refused to uphold a finding that Quillchat leaked users' phone numbers.", "alleged"),
])
def test_what_a_court_upholds_it_finds(text: str, status: str) -> None:
    assert {found for predicate, _, found in said(text, "en") if predicate == "reportedHarm"} == {status}


@pytest.mark.parametrize("text", [
    "Swedish privacy watchdog visits Quillchat.", "The anti-terrorism police searched the offices of Quillchat on Monday.",
])
def test_what_an_authority_is_there_for_is_no_harm(text: str) -> None:
    assert not said(text, "en")


@pytest.mark.parametrize(("text", "expected"), [
    ("Traders sold bogus Orlo handbags on Quillchat.", {"ip"}), ("Sellers offered replica timepieces on Quillchat.", {"ip"}),
    ("Quillchat purged 3,000 accounts on Monday.", set()),
])
def test_what_the_goods_are_says_which_harm(text: str, expected: set[str]) -> None:
    assert {what for predicate, what, _ in said(text, "en") if predicate == "reportedHarm"} == expected
