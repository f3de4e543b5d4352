"""What names stand for: companies and people are told apart, and no name lends itself to somebody else."""

from __future__ import annotations

import functools

import pytest

from kg import articles, extraction, languages
from kg.extraction import names
from kg.extraction.privacy import WITHHELD
from kg.extraction.tree import Tree
from kg.model import Node


@functools.lru_cache(maxsize=None)
def _nodes(lang: str, text: str) -> dict[str, Node]:
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang=lang, date="2024-05-14")]))
    return {node.name: node for node in found.nodes.values()}


def test_a_company_whose_first_word_is_a_known_platform_is_not_that_platform() -> None:
    text = "Aplikasi kencan Sapajumpa dikelola PT Temu Rasa Nusantara sejak 2019.\n\nPT Temu Rasa Nusantara menggugat Sapajumpa."
    nodes = _nodes("id", text)
    assert not any(node.known == "temu" for node in nodes.values())
    assert nodes["PT Temu Rasa Nusantara"].kind == "Organization"


def test_a_company_s_name_goes_on_with_any_word_but_a_date() -> None:
    text = "Pengelola aplikasi Strangly, PT Ruang Kata Bersama, digugat PT Kabar Kita Senin (13/5/2024)."
    assert {"PT Ruang Kata Bersama", "PT Kabar Kita"} <= set(_nodes("id", text))


@pytest.mark.parametrize("text", [
    "RW merayu siswi kelas 5 SD melalui gim Balokarta.",
    "Gim Balokarta digugat pemain. Citra Balokarta tercoreng pada 2021 ketika obat ilegal dijual di sana.",
])
def test_what_is_no_person_is_not_withheld(text: str) -> None:
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang="id", date="2024-05-14")]))
    assert found.claims and not [claim for claim in found.claims if WITHHELD in claim.evidence.quote]


@pytest.mark.parametrize(("text", "name", "kind"), [
    ("The app Trottle is owned by Lumen Hearth. Lumen Hearth was sued by parents. Police searched Lumen Hearth.", "Lumen Hearth",
     "Organization"),
    ("The app Trottle was founded by Anete Ozola. Ozola told reporters that Trottle was sued by parents.", "Anete Ozola",
     "Person"),
    ("Strangly CEO Dana Okafor moved to Lisbon. The app Strangly is big.", "Dana Okafor", "Person"),
    ("Norvane Holdings, the social network's owner, was sued by parents. Norvane Holdings runs the app Chirpline.",
     "Norvane Holdings", "Organization"),
])
def test_companies_are_told_from_people_and_platforms(text: str, name: str, kind: str) -> None:
    assert _nodes("en", text)[name].kind == kind


def test_a_name_that_opens_a_sentence_counts_where_it_stands_inside_another() -> None:
    text = "The app Oddsmere is popular.\n\nOddsmere denied being a haven for fraud."
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang="en", date="2024-05-14")]))
    assert [(claim.predicate, claim.status) for claim in found.claims] == [("reportedHarm", "denied")]


def test_who_denies_something_else_does_not_deny_the_harm() -> None:
    text = ("Parents accused the app Oddsmere of enabling grooming.\n\nThe app Oddsmere denied that it had ignored reports.")
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang="en", date="2024-05-14")]))
    assert "denied" not in {claim.status for claim in found.claims}


@pytest.mark.parametrize(("lang", "text", "name", "kind"), [
    ("id", "Aplikasi Strangly dirintis mantan atlet senam Galih Aryasatya pada 2017.", "Galih Aryasatya", "Person"),
    ("id", "Situs Strangly digugat grup ritel Nusa Kencala, Senin (13/5/2024).", "Nusa Kencala", "Organization"),
    ("en", "The rights group Klage Fix sued the app Strangly.", "Klage Fix", "Organization"),
    ("en", "Police questioned Thibault Marquet, the 29-year-old who built the app Strangly.", "Thibault Marquet", "Person"),
    ("en", "Owner Priit Laane of the app Strangly was jailed.", "Priit Laane", "Person"),
    ("en", "Norway's data watchdog Tilsynet fined the app Strangly.", "Tilsynet", "Organization"),
])
def test_what_leads_up_to_a_name_tells_its_kind(lang: str, text: str, name: str, kind: str) -> None:
    assert _nodes(lang, text)[name].kind == kind


@pytest.mark.parametrize(("lang", "text", "of"), [
    ("en", "The app Strangly belongs to Norvane Holdings. Its boss, Dana Okafor, moved.", "organization:Norvane Holdings"),
    ("en", "The app Strangly is big. Its boss, Dana Okafor, moved to Lisbon.", "platform:Strangly"),
    ("id", "Aplikasi Strangly dikelola PT Norvana. Direktur utamanya, Dana Okafor, pindah.", "organization:PT Norvana"),
    ("id", "Aplikasi Strangly dikelola PT Norvana. Polisi menahan pemilik perseroan, Dana Okafor.", "organization:PT Norvana"),
    ("id", "Aplikasi Strangly milik PT Norvana Media Kita. Direktur Utama PT Norvana Media Kita, Dana Okafor, pindah.",
     "organization:PT Norvana Media Kita"),
    ("en", "The app Strangly belongs to Norvane Holdings. The chief executive of the app Strangly, Mr Tom Reyk, moved.",
     "platform:Strangly"),
])
def test_a_bare_office_is_the_operating_company_s(lang: str, text: str, of: str) -> None:
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang=lang, date="2024-05-14")]))
    assert of in {claim.subject.node for claim in found.claims if claim.predicate == "executive"}


def test_he_is_not_the_lawyer_who_speaks_for_him() -> None:
    text = ("Tomas Reyk, who founded the app Strangly, was charged on Thursday.\n\n"
            "\"He did nothing,\" his lawyer, Priya Nambiar, said. He was jailed on Friday.")
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang="en", date="2024-05-14")]))
    assert {claim.subject.node for claim in found.claims if claim.predicate == "outcome"} == {"person:Tomas Reyk"}


@functools.lru_cache(maxsize=None)
def _kinds(lang: str, text: str) -> dict[str, str]:
    given = extraction.resources()
    [(_, sentences)] = languages.parse([articles.from_text(text, key="a", lang=lang, date="2024-05-14")])
    return names.find([Tree(sentence) for sentence in sentences], given.lexicon(lang), given.gazetteer).kinds


@pytest.mark.parametrize(("lang", "text", "name"), [
    ("en", "Clips of the fight at a school were shared on Fraggle, the principal said.", "Fraggle"),
    ("en", "Police in Cork met the press. Fraggle said it had suspended 12 accounts.", "Fraggle"),
    ("en", "Apple removed Undrexa from its store on Friday.", "Undrexa"),
    ("en", "Amorly has been bought for $40 million. The dating app had been losing users.", "Amorly"),
    ("en", "Vidwalo was fined by a court. Its moderators slept, and Vidwalo has 12 million users.", "Vidwalo"),
    ("en", "The betting giant sprocket.gg was fined.", "sprocket.gg"),
    ("en", "Norvane Studios, maker of the sandbox hit Fraggle, was sued.", "Fraggle"),
    ("en", "Reporters asked Norvane about the company's game, Fraggle.", "Fraggle"),
    ("en", "Silver Fern, whose 4 million users are mostly students, was sold.", "Silver Fern"),
    ("en", "Fraggle has 2.1m daily users in Vietnam alone.", "Fraggle"),
    ("en", "The search engine, Fraggle, was fined.", "Fraggle"),
    ("en", "Since its debut in 2013, Hearthchat has drawn crowds. The messenger was created by a student.", "Hearthchat"),
    ("id", "Ratusan akun palsu beredar di Cekikik sejak pekan lalu.", "Cekikik"),
    ("id", "Warga mengeluh. Cekikik menghapus 300 akun pada Senin.", "Cekikik"),
    ("id", "Google menghapus Pinjamkilas dari Play Store.", "Pinjamkilas"),
    ("id", "Unggahan itu viral. Murmia bersalah, kata warganet, dan Murmia membantah.", "Murmia"),
])
def test_what_happens_on_it_makes_a_platform(lang: str, text: str, name: str) -> None:
    assert _kinds(lang, text)[name] == "Platform"


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Oil workers were evacuated from the Ninivar platform after a gas leak. The platform, a drilling rig, was shut down."),
    ("en", "Brown's Bakery in York will close its doors in June. Sales had fallen."),
    ("en", "A team in Truro built a robot. Truro is proud, and the clip has gone viral among online users."),
    ("en", "Launched in 2016 by Cathal Deasy and Ronan Feeney, the app counts 61 million users."),
    ("en", "The anonymous Q&A site was blocked."),
    ("en", "He was a welder on a North Sea platform, and the platform was shut down."),
    ("en", "The shop is shut on Mondays. Users of the web like it."),
    ("id", "Anjungan minyak Bravo ditutup setelah kebocoran gas. Platform Bravo beroperasi di lepas pantai sejak 1994."),
    ("id", "Menurut Hardi, aplikasi itu belum terdaftar."),
    ("id", "Warga Kediri menggugat. Unggahan tentang Kediri viral di grup daring."),
])
def test_what_is_no_service_is_no_platform(lang: str, text: str) -> None:
    assert "Platform" not in _kinds(lang, text).values()


@pytest.mark.parametrize(("lang", "text", "claim"), [
    ("en", "Ember Labs Ltd was sued. Ember Labs, which makes the app Trottle, denied it.", "platform:Trottle operator "
     "organization:Ember Labs Ltd"),
    ("en", "The app rouleta.tv was shut down. The app Rouleta was founded by Dana Okafor.", "platform:Rouleta founder "
     "person:Dana Okafor"),
    ("en", "The founder of the app Trottle was arrested on Monday.\n\nTomas Reyk, 38, is a coder.", "platform:Trottle founder "
     "person:Tomas Reyk"),
    ("id", "Aplikasi Trottle dikelola PT Norvana. CEO-nya, Dana Okafor, pindah.", "organization:PT Norvana executive "
     "person:Dana Okafor"),
])
def test_one_thing_under_two_names_and_its_people(lang: str, text: str, claim: str) -> None:
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang=lang, date="2024-05-14")]))
    assert claim in {f"{c.subject.node} {c.predicate} {getattr(c.object, 'node', '')}" for c in found.claims}


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Hackers sold the data of 2 million Strangly users. They met in a Strangly channel with 12,000 subscribers."),
    ("id", "Data 14 juta pengguna Strangly bocor."),
])
def test_users_of_a_part_are_not_counted(lang: str, text: str) -> None:
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang=lang, date="2024-05-14")]))
    assert "userCount" not in {claim.predicate for claim in found.claims}


@pytest.mark.parametrize(("lang", "text", "name", "short"), [
    ("en", "The Brine Markets Authority fined the app Strangly. The Authority opened its inquiry in May.",
     "Brine Markets Authority", "Authority"),
    ("id", "Komisi Pasar Brinova mendenda aplikasi Strangly. Menurut Komisi, Strangly melanggar aturan.",
     "Komisi Pasar Brinova", "Komisi"),
])
def test_an_authority_s_short_name_is_the_authority(lang: str, text: str, name: str, short: str) -> None:
    nodes = _nodes(lang, text)
    assert nodes[name].kind == "Organization" and short not in nodes


@pytest.mark.parametrize("text", [
    "Bridgeholt have been barred from wearing their new kit. The club lost the league cup and its goalkeeper last season.",
    "Bridgeholt was shut down, the coach of the club wrote on the club's website. The stadium needs a striker.",
])
def test_a_sports_club_is_no_platform(text: str) -> None:
    assert "Platform" not in {node.kind for node in _nodes("en", text).values()}


@pytest.mark.parametrize(("text", "claims"), [
    ("Solano Holdings negotiated to buy the app Strangly but the deal was never signed.", {("outcome", "asserted", True)}),
    ("Mira Solano founded the app Strangly.\n\nThe 38-year-old was arrested.",
     {("founder", "asserted", False), ("outcome", "asserted", False)}),
    ("An injunction keeps listings for firearms off the app Strangly.", {("outcome", "asserted", False)}),
])
def test_what_never_came_about_and_who_is_meant(text: str, claims: set[tuple[str, str, bool]]) -> None:
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang="en", date="2024-05-14")]))
    assert {(claim.predicate, str(claim.status), claim.negated) for claim in found.claims} == claims


@pytest.mark.parametrize("lang, text, platforms", [
    ("en", "The dating app Namorico was blocked. Rival Encontrix, its imitator, Querido, and Amoriko2 sued.",
     {"Namorico", "Encontrix", "Querido", "Amoriko2"}),
    ("en", "India blocked the video app Wavvo and Cliptok. Two rivals, Bigi and Quidlo, were fined.",
     {"Wavvo", "Cliptok", "Bigi", "Quidlo"}),
    ("en", "Police traced him through the app Sparkd. Spain's Encontrilla dropped its plan to buy the service.",
     {"Sparkd", "Encontrilla"}),
    ("en", "Korean users left the messenger Hushko. He moved their talks to Signalo. It was fined after Signalo was blocked.",
     {"Hushko", "Signalo"}),
    ("en", "The Q&A site Hushko is insolvent.\n\nMerrow chief executive Ida Falk left. The dating service is under inquiry.",
     {"Hushko", "Merrow"}),
    ("en", "Police blocked 88Lanta, a website that took bets of Sh940 million. The Kelby-based firm behind it is closed.",
     {"88Lanta"}),
    ("id", "Aplikasi gambar berbasis kecerdasan buatan Melufi lenyap. Fitur Swapix di Melufi dipakai menelanjangi foto. Pengguna "
     "Melufi kecewa, dan akun di Melufi dihapus.", {"Melufi"}),
    ("id", "Aplikasi Sapaku diblokir. Pesaingnya, Cintaku, serta Balokan juga diblokir.", {"Sapaku", "Cintaku", "Balokan"}),
])
def test_a_platform_told_of_beside_another_one_is_a_platform(lang: str, text: str, platforms: set[str]) -> None:
    assert {name for name, kind in _kinds(lang, text).items() if kind == "Platform"} == platforms


@pytest.mark.parametrize("text", [
    "The dating app Namorico was bought by rival Encontrix.",
    "The app Namorico was blocked. Reporters and Ugandans complained. Maya, 14, said she had lost her account.",
    "The app Namorico was blocked in Tolworth and Leeds. Lanternfold Inc, which owns it, is sued. Lanternfold denies it.",
])
def test_not_every_name_beside_a_platform_is_one(text: str) -> None:
    assert [name for name, kind in _kinds("en", text).items() if kind == "Platform"] == ["Namorico"]


def test_a_company_s_bare_name_is_the_service_that_an_article_is_about() -> None:
    text = ("Lumora fined over teenagers' data\n\nThe watchdog fined Lumora International. "
            "The photo app told users. Lumora was to change.")
    assert _kinds("en", text) == {"Lumora": "Platform", "Lumora International": "Organization"}


@pytest.mark.parametrize(("text", "claim", "expected"), [
    ("The founder of the app Trottle was held in Graz.\nTomas Reyk was picked up by federal police at the airport.",
     "platform:Trottle founder person:Tomas Reyk", True),
    ("A programmer accused of having created the app Trottle was seized in Graz.\nTomas Reyk, 38, was held by police.",
     "platform:Trottle founder person:Tomas Reyk", True),
    ("The boss of the app Trottle is stepping down.\nMira Solano, who set up the site in 2012, will leave in June.",
     "platform:Trottle executive person:Mira Solano", True),
    ("The founder of the app Trottle was arrested on Monday.\nTomas Reyk, 24, a courier, was arrested as well.",
     "platform:Trottle founder person:Tomas Reyk", False),
    ("The founder of the app Trottle met parents in Graz.\nMira Solano, 38, lost her daughter.",
     "platform:Trottle founder person:Mira Solano", False),
])
def test_a_name_held_back_is_the_holder_s_only_where_both_sentences_tell_of_him(text: str, claim: str, expected: bool,
                                                                                ) -> None:
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang="en", date="2024-05-14")]))
    assert (claim in {f"{c.subject.node} {c.predicate} {getattr(c.object, 'node', '')}" for c in found.claims}) is expected


@pytest.mark.parametrize(("lang", "text", "name"), [
    ("en", "The Ohio Department of Justice sued the app Trottle in 2019.", "Ohio Department of Justice"),
    ("en", "The Coastal Betting and Gaming Corporation (CBGC) fined the app Trottle.", "Coastal Betting and Gaming Corporation"),
    ("en", "The founder of the app Trottle said he would appeal to the Federal Court of Justice.", "Federal Court of Justice"),
    ("en", "The watchdog fined Norvana LLC EUR 900,000 over its app Trottle.", "Norvana LLC"),
])
def test_a_body_is_named_in_full(lang: str, text: str, name: str) -> None:
    assert _nodes(lang, text)[name].kind == "Organization"


@pytest.mark.parametrize(("lang", "text", "name"), [
    ("id", "Juru bicara PT Rupa Kreasi Maya untuk Asia Tenggara, Marta Yeo, membantah ada penipuan di aplikasi Strangly.",
     "Marta Yeo"),
    ("en", "A lawyer for Lumen Hearth Ltd, Rohan Sabel, denied that fraud was common on the app Strangly.",
     "Rohan Sabel"),
])
def test_an_office_names_its_holder_across_the_names_of_companies(lang: str, text: str, name: str) -> None:
    [found] = extraction.extract(languages.parse([articles.from_text(text, key="a", lang=lang, date="2024-05-14")]))
    said = {found.nodes[claim.said_by.node].name for claim in found.claims if claim.said_by and claim.status == "denied"}
    assert said == {name}


def test_initials_hold_no_office() -> None:
    text = "Kapolres Sleman Kombes Bayu Marsudi menangkap RD (23) karena menipu lewat aplikasi Strangly."
    assert "RD" not in _nodes("id", text)


def test_an_authority_is_also_called_by_its_country() -> None:
    text = "New Zealand's Commerce Commission fined the app Strangly. New Zealand's Commerce Commission had warned it."
    assert _nodes("en", text)["Commerce Commission"].aliases == ("New Zealand's Commerce Commission",)
