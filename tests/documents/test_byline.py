"""What the head of a text tells: only lines that are nothing else count, and no sentence ever does."""

from collections.abc import Callable

import pytest

from sayso.core.document import Document

Open = Callable[[str, bytes | str], Document]
BODY = (
    "\n\nThe river rose by two metres in a single night, and the lower town had to be left before the morning came.\n"
)

# head → title, publisher, author, published
TOLD = {
    "Flood takes the bridge\n\nQUITO, 3 May 2024 (Andes Wire) — The": ("Flood takes the bridge", "Andes Wire", None, "2024-05-03"),
    "Flood takes the bridge\n\nPORT HALL, Feb. 8 (Andes Wire) — The": ("Flood takes the bridge", "Andes Wire", None, None),
    "Flood takes the bridge\n\nPORT HALL, Ruritania (Andes Wire) - The": ("Flood takes the bridge", "Andes Wire", None, None),
    "Flood takes the bridge\n\nQuito, May 3, 2024 - The": ("Flood takes the bridge", None, None, "2024-05-03"),
    "Rivers in law\n\nHill Policy Centre, Paper No. 4, May 2024": ("Rivers in law", "Hill Policy Centre", None, "2024-05"),
    "Rivers in law\n\nNurses Against Hunger, Quito, 3 May 2024": ("Rivers in law", "Nurses Against Hunger", None, "2024-05-03"),
    "Rivers in law\n\nThe Quito Observer, 3 May 2024. By Ana Ruiz": (
        "Rivers in law", "The Quito Observer", "Ana Ruiz", "2024-05-03",
    ),
    "Quito Evening Herald\n3 May 2024\n\nFlood takes the bridge\n\nBy our reporter Ana Ruiz": (
        "Flood takes the bridge", "Quito Evening Herald", "Ana Ruiz", "2024-05-03",
    ),
    "MINISTRY OF WATERS\nPress release, Quito, 3 May 2024\n\nThe bridge is closed": (
        "The bridge is closed", "MINISTRY OF WATERS", None, "2024-05-03",
    ),
    "River Authority of Ruritania\nAnnual report 2024\nPublished 3 May 2024": (
        "Annual report 2024", "River Authority of Ruritania", None, "2024-05-03",
    ),
    "Flood takes the bridge\nBy Ana Ruiz in Quito\n3 May 2024": ("Flood takes the bridge", None, "Ana Ruiz", "2024-05-03"),
    "Flood takes the bridge\nThe Federal, 2024-05-03": ("Flood takes the bridge", "The Federal", None, "2024-05-03"),
    "Flood takes the bridge\nQTV, May 3, 2024": ("Flood takes the bridge", "QTV", None, "2024-05-03"),
    "Flood takes the bridge\nvalleypost.example, 3 May 2024": (
        "Flood takes the bridge", "valleypost.example", None, "2024-05-03",
    ),
    "Flood takes the bridge\n\nQTV STAFF": ("Flood takes the bridge", "QTV", None, None),
    "Flood takes the bridge\n\nThe Quito Reader Staff & Agencies\n3 May 2024": (
        "Flood takes the bridge", "The Quito Reader", None, "2024-05-03",
    ),
    "Flood takes the bridge\n\nReuters\n3 May 2024": ("Flood takes the bridge", "Reuters", None, "2024-05-03"),
    "Flood takes the bridge\n\nANA RUIZ - Quito Press Writer": ("Flood takes the bridge", "Quito Press", None, None),
    "Flood takes the bridge\n\nAP Business Writer": ("Flood takes the bridge", "AP", None, None),
    "Flood takes the old bridge | Quito Herald": ("Flood takes the old bridge", "Quito Herald", None, None),
    "Flood takes the bridge\n\n(QTV) - The": ("Flood takes the bridge", "QTV", None, None),
    "Flood takes the bridge\n\nAuthor: Ana Ruiz | May 2024": ("Flood takes the bridge", None, "Ana Ruiz", "2024-05"),
    "Flood takes the bridge\nPosted: May 3, 2024 9:49 AM Updated: May 4, 2024 11:47 AM": (
        "Flood takes the bridge", None, None, "2024-05-03",
    ),
    "Flood takes the bridge\nLast Updated: May 4, 2024": ("Flood takes the bridge", None, None, "2024-05-04"),
    "Flood takes the bridge\nLast Updated: May 4, 2024\nPublished on: 2024-05-03": (
        "Flood takes the bridge", None, None, "2024-05-03",
    ),
    "Europe\n\nFlood takes the bridge\n\n02 May 2024 - 16:17 By Reuters": ("Flood takes the bridge", None, "Reuters", "2024-05-02"),
    "World News\n\nFlood takes the bridge\n\nPublished 4:50 PM, May 3, 2024": ("Flood takes the bridge", None, None, "2024-05-03"),
    "Flood takes the bridge\nAnalysis by Ana Ruiz\nQuito Weltblick\n2024-05-03": (
        "Flood takes the bridge", "Quito Weltblick", "Ana Ruiz", "2024-05-03",
    ),
    "Flood takes the bridge\nHerald Special\n3 May 2024": ("Flood takes the bridge", None, None, "2024-05-03"),
    "Flood takes the bridge\nFILE PHOTO: Two men stand on a bridge\n\nBy Ana Ruiz": (
        "Flood takes the bridge", None, "Ana Ruiz", None,
    ),
    "The flood takes the old bridge.\nQuito Weltblick": ("The flood takes the old bridge", None, None, None),
    "Peru – Economy – Water\n\nFlood takes the bridge": ("Flood takes the bridge", None, None, None),
    "Hill Institute\n\nTitle of Analysis: Flood takes the bridge": ("Flood takes the bridge", None, None, None),
}  # fmt: skip

# head → title; nothing else is told
NOT_TOLD = {
    "a date in running words": ("Flood takes the bridge\n\nIt fell on 3 May 2024", "Flood takes the bridge"),
    "a sentence above": ("The bridge of the lower town fell.\n\nQuito, 3 May 2024", "Quito, 3 May 2024"),
    "a sentence broken in two": (
        "The town\n\nThey went to see the sea in\nQuito, 3 May 2024\nand came back",
        "The town",
    ),
    "two dates": ("The town\n\nQuito, 3 May 2024, 5 May 2024", "The town"),
    "a headline with a month": ("Bank Failures, March 2023", "Bank Failures, March 2023"),
    "a headline about staff": ("Quito Hospital Loses Staff", "Quito Hospital Loses Staff"),
    "no such day": ("The town\n\nQuito Herald, 31 June 2024", "The town"),
    "an acronym after a name": ("The town\n\nQuito Waters (QW) - the firm that owns the bridge and", "The town"),
}


@pytest.mark.parametrize("head", TOLD)
def test_the_head_of_a_text(head: str, opened: Open) -> None:
    document = opened("a.txt", head + (" town lies under water." if head.endswith("The") else "") + BODY)
    assert (document.title, document.publisher, document.author, document.published) == TOLD[head]


@pytest.mark.parametrize("case", NOT_TOLD)
def test_what_is_no_imprint_tells_nothing(case: str, opened: Open) -> None:
    head, title = NOT_TOLD[case]
    document = opened("a.txt", head + BODY)
    assert (document.title, document.publisher, document.author, document.published) == (title, None, None, None)


@pytest.mark.parametrize("place", ["The Hague", "UAE", "Quito"])
def test_a_place_before_a_date_publishes_nothing(place: str, opened: Open) -> None:
    document = opened("a.txt", f"Flood takes the bridge\n\n{place}, 3 May 2024" + BODY)
    assert (document.publisher, document.published) == (None, "2024-05-03")


def test_a_title_above_a_date_is_no_masthead(opened: Open) -> None:
    document = opened("a.txt", "Town Council Shuts Regional Bank\nMay 3, 2024" + BODY)
    assert (document.title, document.publisher) == ("Town Council Shuts Regional Bank", None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Rivers in law\n\n*Hill Institute, Quito, 3 May 2024*", ("Rivers in law", "Hill Institute", None, "2024-05-03")),
        ("# Town Shuts Bank\n\n3 May 2024\n\n## What is known", ("Town Shuts Bank", None, None, "2024-05-03")),
        (
            "# Rivers in law\n\nby Agence France-Presse - AFP\nQuito Weltblick\nMay 3, 2024",
            ("Rivers in law", "Quito Weltblick", "Agence France-Presse", "2024-05-03"),
        ),
        ("# Rivers in law\n\n*Quito Evening Journal*", ("Rivers in law", "Quito Evening Journal", None, None)),
        ("# Rivers in law\n\nBy **Ana Ruiz**", ("Rivers in law", None, "Ana Ruiz", None)),
        (
            "---\npublisher: Hill Press\ndate: 2024-06-01\n---\n# Rivers\n\n*Quito Herald, 3 May 2024*",
            ("Rivers", "Hill Press", None, "2024-06-01"),
        ),
    ],
)  # fmt: skip
def test_the_head_of_markdown(text: str, said: tuple[str | None, ...], opened: Open) -> None:
    document = opened("a.md", text + BODY)
    assert (document.title, document.publisher, document.author, document.published) == said


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Kenya\n\n## Background\n\nThe", "Kenya"),
        ("# Kenya\n\nThe", "Kenya"),
        ("# Kenya\n\n## Flood takes the bridge\n\nThe", "Flood takes the bridge"),
        ("# World\n\n# Bridge gone\n\nThe", "Bridge gone"),
    ],
)
def test_a_section_without_a_headline_below_it_is_the_title(text: str, title: str, opened: Open) -> None:
    assert opened("a.md", text + BODY).title == title


@pytest.mark.parametrize(
    ("end", "publisher"),
    [
        ("They met in the old town. (AFP)", "AFP"),
        ("They met in the old town. — AFP", "AFP"),
        ("AFP", "AFP"),
        ("They met the head of the Grain Nurses' Association (GNA).", None),
        ("They met those whom all take for pro-SPA", None),
    ],
)
def test_who_signs_a_text_publishes_it_and_a_short_form_does_not(end: str, publisher: str | None, opened: Open) -> None:
    assert opened("a.txt", f"Flood takes the bridge{BODY}\n{end}\n").publisher == publisher


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("<p>Harbour Gazette</p><p>3 May 2021</p><h1>Two cranes fell</h1>", ("Harbour Gazette", None, "2021-05-03")),
        ("<p>ORLOV MINERALS</p><p>Press release, Oro, 3 May 2021</p><h1>On cranes</h1>", ("ORLOV MINERALS", None, "2021-05-03")),
        ("<h1>Two cranes fell</h1><p>Ministry of Ports, 3 May 2021</p>", ("Ministry of Ports", None, "2021-05-03")),
        ("<h1>Two fell</h1><p>By Ana Ruiz</p><p>3 May 2021 | Harbour Gazette</p>", ("Harbour Gazette", "Ana Ruiz", "2021-05-03")),
        ("<h1>Two Cranes Fell</h1><p>3 May 2021</p>", (None, None, "2021-05-03")),
        ("<p>Two Cranes Fell</p><p>3 May 2021</p>", (None, None, "2021-05-03")),
        ("<p>Orlov Minerals</p><p>A word of 3 May 2021</p>", (None, None, None)),
    ],
)  # fmt: skip
def test_the_head_of_a_page(head: str, said: tuple[str | None, ...], opened: Open) -> None:
    document = opened("a.html", f"<html><body><article>{head}<p>{BODY * 3}</p></article></body></html>")
    assert (document.publisher, document.author, document.published) == said


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("Two cranes fell | Quito Weltblick", "Quito Weltblick"),
        ("Two cranes fell - Ports - QTV NEWS", "QTV NEWS"),
        ("Two cranes fell - nobody knows why", None),
        ("Two cranes fell", None),
    ],
)
def test_a_page_is_of_the_site_behind_its_headline(title: str, publisher: str | None, opened: Open) -> None:
    heading = "Two cranes fell - nobody knows why" if "nobody" in title else "Two cranes fell"
    page = f"<html><head><title>{title}</title></head><body><h1>{heading}</h1><p>{BODY * 3}</p></body></html>"
    assert opened("a.html", page).publisher == publisher


def test_captions_and_headlines_of_other_texts_are_no_part_of_a_text(opened: Open) -> None:
    head = "Flood takes the bridge\n\nMen mend a boat in Quito in 2019. File photo.\nImage: REUTERS/Ana Ruiz\n"
    tail = "\n\nMayor Sells Seven Ferries After Quarrel\nTeachers Strike Over Broken Heating Pipes\n"
    document = opened("a.txt", head + BODY + "\n(Reporting by Ana Ruiz; Editing by Leo Paz)\n" + tail)
    kept = [document.text[block.start : block.end] for block in document.blocks]
    assert kept == ["Flood takes the bridge", BODY.strip()]


def test_a_page_is_of_whom_its_meta_tags_name(opened: Open) -> None:
    head = "<head><meta name='author' content='Ana Ruiz'><meta name='date' content='2021-05-04'></head>"
    document = opened("a.html", f"<html>{head}<body><p>Harbour Gazette, 3 May 2021</p><p>{BODY * 3}</p></body></html>")
    assert (document.publisher, document.author, document.published) == ("Harbour Gazette", "Ana Ruiz", "2021-05-04")


@pytest.mark.parametrize(
    ("end", "publisher"),
    [
        ("The water fell on Friday. — AFP", "AFP"),
        ("The water fell on Friday. (Reuters)", "Reuters"),
        ("The water fell on Friday.\n\n© 2024 The Quito Herald. All rights reserved.", "The Quito Herald"),
        ("The water fell on Friday.\n\nCopyright 2023 by Hill Institute", "Hill Institute"),
        ("The water fell on Friday.\n\nCopyright © 2015 by Ana Ruiz.", None),  # a person's
        ("The water fell on Friday, wrote AFP.", None),
    ],
)
def test_the_end_of_a_text_tells_who_published_it(opened: Open, end: str, publisher: str | None) -> None:
    assert opened("a.txt", f"Flood takes the bridge{BODY}\n{end}\n").publisher == publisher
