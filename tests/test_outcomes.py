"""What hangs on outcomes told in several sentences: dates that follow from other dates, nouns that speak of them again."""

from __future__ import annotations

import pytest

from examples import lines
from kg import articles, extraction, languages

PUBLISHED = "2024-05-14"
STORIES = {
    "a spell after": ("en", "Ofcom fined Omegle on Monday. Two days later Telegram was shut down.",
                      ["shutdown | date | 2024-05-15 | asserted", "shutdown | followed | fine | asserted"]),
    "a spell before": ("en", "Omegle was shut down on Monday, nine days after Ofcom fined Omegle.",
                       ["fine | date | 2024-05-04 | asserted", "shutdown | followed | fine | asserted"]),
    "years ago": ("en", "Ofcom fined Omegle two years ago.", ["fine | date | 2022 | asserted"]),
    "the decision": ("en", "Ofcom fined Omegle $2 million. The decision was taken on 3 May.",
                     ["fine | date | 2024-05-03 | asserted"]),
    "a penalty of its own": ("en", "Ofcom fined Omegle. Denmark is weighing a penalty of its own.",
                             ["fine | jurisdiction | DK | hypothetical", "Omegle | outcome | fine | hypothetical"]),
    "next week": ("en", "Omegle is going away for good next week.", ["Omegle | outcome | shutdown | hypothetical"]),
    "no longer": ("en", "Omegle can no longer be downloaded since Monday.",
                  ["Omegle | outcome | delisting | asserted", "delisting | date | 2024-05-13 | asserted"]),
    "without": ("en", "Police detained a man over scams on Omegle. He was let go without being charged.",
                ["offenders | outcome | charge | asserted | not"]),
    "the same day": ("en", "Ofcom fined Omegle on Monday. Its founder, Leif K. Brooks, resigned the same day.",
                     ["resignation | date | 2024-05-13 | asserted"]),
    "a year later": ("en", "Omegle was fined in 2020. A year later it was sold to Telegram Messenger Inc.",
                     ["acquisition | date | 2021 | asserted"]),
    "a company's seat": ("en", "Australia's regulator fined Omegle $3 million. Its Singapore-based owner said it would pay.",
                         ["fine | amount | AUD 3000000 | asserted"]),
    "that December": ("en", "Kenya fined Omegle in 2022 and blocked it that December.", ["blocking | date | 2022-12 | asserted"]),
    "May is a month": ("en", "In May Thailand blocked Omegle.", ["blocking | date | 2024-05 | asserted"]),
    "a bare ministry": ("id", "Kementerian Komunikasi dan Digital memeriksa Omegle. Kementerian memblokir Omegle pada April.",
                        ["blocking | imposedBy | Komdigi | asserted"]),
    "a day at the end": ("en", "Ofcom fined Omegle, which Leif K. Brooks had founded, for fraud on Monday.",
                         ["fine | date | 2024-05-13 | asserted"]),
    "in the country": ("en", "Kenya's regulator fined Telegram. Omegle was blocked in the country on Monday.",
                       ["blocking | jurisdiction | KE | asserted"]),
    "a title's label": ("en", "UK: Omegle fined £3.1m\n\nOmegle was fined on Monday.", ["fine | date | 2024-05-13 | asserted"]),
    "left the company": ("en", "Leif K. Brooks, chief executive of Omegle, left Omegle in March.",
                         ["Omegle | outcome | resignation | asserted", "resignation | date | 2024-03 | asserted"]),
    "an award contested": ("en", "Telegram wants a court to overturn the $2 million fine that Ofcom imposed on Omegle.",
                           ["Omegle | outcome | fine | asserted"]),
    "a fine in a title": ("en", "Omegle hit with $12m penalty\n\nOmegle was fined on Monday.",
                          ["Omegle | outcome | fine | asserted", "fine | amount | USD 12000000 | asserted"]),
    "it, beside an authority": ("en", "Omegle was shut down. The move came after the regulator AGCOM told providers to block it.",
                                ["Omegle | outcome | blocking | asserted"]),
    "a deal called off": ("en", "Telegram pulled out of a deal to buy Omegle.",
                          ["Omegle | outcome | acquisition | hypothetical | not"]),
    "not to go ahead": ("en", "A takeover of Omegle by Telegram will not now go ahead.",
                        ["Omegle | outcome | acquisition | hypothetical | not"]),
    "not, after all": ("en", "Omegle will not, after all, be blocked in Peru.",
                       ["Omegle | outcome | blocking | hypothetical | not"]),
    "not, somebody said": ("en", "The site Omegle was not, the ministry said, blocked in Peru.",
                           ["Omegle | outcome | blocking | asserted | not"]),
    "unable to": ("en", "Ofcom is unable to impose penalties on Omegle.", ["Omegle | outcome | fine | hypothetical | not"]),
    "committed to": ("en", "Omegle has committed to turning off random matching for children.",
                     ["Omegle | outcome | policy-change | hypothetical"]),
    "awarding beside a judgment": ("en", "A jury found Omegle Inc. liable for piracy, awarding Harbour Ltd $12 million.",
                                   ["lawsuit | outcome | judgment-plaintiff | asserted",
                                    "lawsuit | outcome | damages | asserted",
                                    "damages | amount | USD 12000000 | asserted",
                                    "lawsuit | defendant | Omegle Inc. | asserted"]),
    "stories side by side": ("en", "Omegle fined, Telegram blocked\n\nOmegle is a site. Telegram is an app.",
                             ["Omegle | outcome | fine | asserted", "Telegram | outcome | blocking | asserted"]),
    "a regulator's case": ("en", "The European Commission opened a case against Omegle over hate speech.",
                           ["regulatory-action | defendant | Omegle | asserted"]),
    "access to": ("en", "Brazil's Supreme Court ordered internet providers to cut off access to Omegle.",
                  ["Omegle | outcome | blocking | asserted"]),
    "its own suit": ("en", "Halden Films sued Omegle. Users filed a class action against Telegram. Halden Films said it would "
                     "withdraw its claim.", ["lawsuit | outcome | withdrawal | hypothetical"]),
    "recommended 15": ("en", "Leif K. Brooks, founder of Omegle, got ten years on Monday; prosecutors had recommended 15.",
                       ["sentence | date | 2024-05-13 | asserted"]),
    "the same month": ("en", "Omegle was blocked in October 2023. Its founder, Leif K. Brooks, was arrested the same month.",
                       ["arrest | date | 2023-10 | asserted"]),
    "the following year": ("en", "Omegle was fined in 2020. It was blocked in Kenya the following year.",
                           ["blocking | date | 2021 | asserted"]),
    "when": ("en", "Omegle was shut down in April when its founder, Leif K. Brooks, was arrested by police.",
             ["shutdown | date | 2024-04 | asserted", "arrest | date | 2024-04 | asserted"]),
    "which": ("en", "We begin with Omegle, the game beloved by eight-year-olds, which on Monday switched off private messages.",
              ["Omegle | outcome | policy-change | asserted", "policy-change | date | 2024-05-13 | asserted"]),
    "a participle": ("en", "Omegle, fined 400,000 euros by the Finnish data ombudsman in 2021, will introduce age checks.",
                     ["Omegle | outcome | fine | asserted", "fine | date | 2021 | asserted"]),
    "an office without a name": ("en", "Omegle was fined in May. Its country manager stepped down.",
                                 ["Omegle | outcome | resignation | asserted"]),
    "on the orders of": ("en", "Omegle was blocked in 2022 on the orders of the Ministry of Communications.",
                         ["blocking | imposedBy | Ministry of Communications | asserted"]),
    "berdasarkan putusan": ("id", "Omegle dibekukan pada April 2023 berdasarkan putusan Mahkamah Agung Brasil.",
                            ["Omegle | outcome | suspension | asserted"]),
    "officers of": ("en", "Leif K. Brooks, founder of Omegle, was detained by officers of the Portland Police Bureau.",
                    ["arrest | imposedBy | Portland Police Bureau | asserted"]),
    "never fined": ("en", "Omegle said it had never been fined.", ["Omegle | outcome | fine | denied"]),
    "or else": ("en", "A court ordered Omegle to remove the posts or face a fine.",
                ["Omegle | outcome | fine | hypothetical"]),
    "hari yang sama": ("id", "Ofcom mendenda Omegle pada Senin. Telegram ditutup pada hari yang sama.",
                       ["shutdown | date | 2024-05-13 | asserted"]),
    "setahun berselang": ("id", "Omegle didenda pada 2020. Setahun berselang, Telegram ditutup.",
                          ["shutdown | date | 2021 | asserted"]),
    "sepekan setelah": ("id", "Omegle ditutup pada Senin, sembilan hari setelah Ofcom mendenda Omegle.",
                        ["shutdown | date | 2024-05-13 | asserted", "fine | date | 2024-05-04 | asserted"]),
    "dua tahun lalu": ("id", "Ofcom mendenda Omegle dua tahun lalu.", ["fine | date | 2022 | asserted"]),
    "keputusan itu": ("id", "Ofcom mendenda Omegle. Keputusan itu dibacakan pada Senin.",
                      ["fine | date | 2024-05-13 | asserted"]),
    "pemblokiran berlaku": ("id", "Kominfo memblokir Omegle. Pemblokiran berlaku sejak Senin.",
                            ["blocking | date | 2024-05-13 | asserted"]),
    "mempertimbangkan": ("id", "Ofcom mendenda Omegle. Selandia Baru mempertimbangkan denda.",
                         ["fine | jurisdiction | NZ | hypothetical", "Omegle | outcome | fine | hypothetical"]),
}


@pytest.mark.parametrize("story", STORIES)
def test_what_a_story_tells_of_its_outcomes(story: str) -> None:
    lang, text, told = STORIES[story]
    parsed = languages.parse([articles.from_text(text, key="story", lang=lang, date=PUBLISHED)])
    [found] = extraction.extract(parsed)
    said = [line.partition(" | by ")[0] for line in lines(found)]
    assert set(told) <= set(said), "\n".join(said)


@pytest.mark.parametrize(("text", "unsaid"), [
    ("Omegle was sued. The Oregon attorney general opened an investigation into Omegle after the settlement.", "imposedBy"),
    ("Omegle was sued. The Oregon attorney general opened an investigation into Omegle after the settlement.",
     "settlement | jurisdiction"),
    ("Founder of Omegle jailed for seven years\n\nLeif K. Brooks, the founder of Omegle, was sentenced.", "offenders"),
    ("Omegle was down for two hours on Monday because of a cable fault.", "outcome"),
    ("Omegle lets users switch off notifications and disable comments.", "outcome"),
    ("The two-week suspension of Omegle ended on Monday.", "suspension | date"),
    ("Ofcom threatened on Monday to block Omegle.", "date"),
    ("Ofcom told Omegle to block children.", "blocking"),
    ("Vietnam ordered carriers to block Omegle.", "injunction"),
    ("Leif K. Brooks, founder of Omegle, was charged. A court had sentenced his brother to two years in prison.", "sentence"),
    ("Leif K. Brooks picked up 12 friends who use Omegle.", "arrest"),
    ("Hackers stole the private messages of 2 million users of Omegle.", "userCount"),
    ("Some 2 million users of Omegle were told to change their passwords.", "userCount"),
    ("Omegle banned 2 million users for spam.", "userCount"),
    ("Omegle drew fire for breaking its ban on hate speech.", "blocking"),
    ("Omegle tightened its ban on nude pictures on Monday.", "blocking"),
    ("Omegle lists car parks. Anyone who parks there without a ticket risks a £70 fine.", "fine"),
    ("Leif K. Brooks, founder of Omegle, was arrested and is awaiting trial.", "criminal-case"),
    ("In brief: Omegle fined, Telegram blocked\n\nOmegle is a chat site. Telegram is an app.", "imposedBy"),
    ("Omegle vanishes from Telegram's app store\n\nOmegle is a chat site. Telegram is an app.", "Telegram | outcome"),
])
def test_what_only_sounds_like_an_outcome(text: str, unsaid: str) -> None:
    parsed = languages.parse([articles.from_text(text, key="story", lang="en", date=PUBLISHED)])
    [found] = extraction.extract(parsed)
    assert not any(unsaid in line for line in lines(found)), "\n".join(lines(found))


def test_money_may_be_glued_to_its_sign_and_scale() -> None:
    sums = {"$61mn": "USD 61000000", "£3.1m": "GBP 3100000", "38 million Norwegian crowns": "NOK 38000000",
            "R$5 million": "BRL 5000000"}
    texts = [f"Ofcom fined Omegle {money}." for money in sums]
    parsed = languages.parse([articles.from_text(text, key=str(n), lang="en", date=PUBLISHED) for n, text in enumerate(texts)])
    amounts = [[line.split(" | ")[2] for line in lines(found) if "| amount |" in line] for found in extraction.extract(parsed)]
    assert amounts == [[value] for value in sums.values()]
