"""Whose word it is: a table of texts, each with the source, content, date and carriers a careful reader finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.claim import Attribution
from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.attributions import attributions
from sayso.read.parse import parse

Found = tuple[str | None, str, str | None, tuple[str, ...]]


def _document(text: str, published: str | None = None) -> Document:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(line)))
        at += len(line) + 1
    return Document("a.txt", text, tuple(blocks), published=published)


def _read(document: Document) -> list[Attribution]:
    parsed = next(parse([document]))
    return attributions(parsed, Actors(parsed))


def _brief(found: list[Attribution]) -> list[Found]:
    return [(one.name, one.content.text if one.content else "", one.date, one.via) for one in found]


# text, name, words of the content, date, carriers
CASES: list[tuple[str, str | None, str, str | None, tuple[str, ...]]] = [
    # verbs
    ("Ana Ruiz said that the lake shrank.", "Ana Ruiz", "that the lake shrank", None, ()),
    ("The lake shrank, Ana Ruiz said.", "Ana Ruiz", "The lake shrank", None, ()),
    ("The lake shrank, said Ana Ruiz, a hydrologist.", "Ana Ruiz", "The lake shrank", None, ()),
    ("The lake, as Ana Ruiz noted, shrank quickly.", "Ana Ruiz", "The lake, as Ana Ruiz noted, shrank quickly", None, ()),
    ("Kenya denied selling the rifles.", "Kenya", "selling the rifles", None, ()),
    ("Kenya accused Uganda of arming the rebels.", "Kenya", "Uganda of arming the rebels", None, ()),
    ("Kenya sees the dam as a threat.", "Kenya", "the dam as a threat", None, ()),
    ("Kenya threatened to close the border.", "Kenya", "to close the border", None, ()),
    ("Kenya went on to say that the border is closed.", "Kenya", "that the border is closed", None, ()),
    ("The bank is said to owe two billion dollars.", None, "The bank is said to owe two billion dollars", None, ()),
    ("It is believed that three managers fled.", None, "that three managers fled", None, ()),
    ("The bank reportedly hid its losses.", None, "The bank reportedly hid its losses", None, ()),
    ("Auditors were told by Ana Ruiz that the loans were fake.", "Ana Ruiz", "that the loans were fake", None, ()),
    ("The mayor did not fail to mention that the dam leaked.", "mayor", "that the dam leaked", None, ()),
    ("The mayor not only said that the dam leaked.", "mayor", "that the dam leaked", None, ()),
    ("Ana Ruiz does not believe that the dam is safe.", "Ana Ruiz", "that the dam is safe", None, ()),
    ("The inquiry did not find that the dam was unsafe.", "inquiry", "that the dam was unsafe", None, ()),
    ("Kenya sued Uganda, accusing it of complicity in the theft of cattle by soldiers.", "Kenya",
     "it of complicity in the theft of cattle by soldiers", None, ()),
    ("The bank has been accused of hiding its losses.", None, "The bank has been accused of hiding its losses", None, ()),
    ("Ana Ruiz told Kenyans the nation's dams were safe.", "Ana Ruiz", "the nation's dams were safe", None, ()),
    ("The weather service predicts the river, swollen by rain, will peak at noon.", "weather service",
     "the river, swollen by rain, will peak at noon", None, ()),
    ("The rain is likely to go on, Eurostat said, as winds are unable to turn.", "Eurostat",
     "The rain is likely to go on, Eurostat said, as winds are unable to turn", None, ()),
    ("The boards voted to act, and the mayor determined that the dam should close.", "mayor",
     "that the dam should close", None, ()),
    ("One villager, John Bale, said the lake shrank.", "John Bale", "the lake shrank", None, ()),
    ("John Bale of the Lake Institute said that the lake shrank.", "John Bale", "that the lake shrank", None, ()),
    ("Officials rejecting the claim of theft left.", "Officials", "the claim of theft", None, ()),
    # beside the sentence
    ("According to Ana Ruiz, the lake shrank.", "Ana Ruiz", "the lake shrank", None, ()),
    ("The lake shrank, according to Ana Ruiz.", "Ana Ruiz", "The lake shrank", None, ()),
    ("Rents rose by a tenth, per Eurostat.", "Eurostat", "Rents rose by a tenth", None, ()),
    ("Rents rose, as reported by Reuters.", "Reuters", "Rents rose", None, ()),
    ("Rents rose by a tenth (Eurostat, 2021).", "Eurostat", "Rents rose by a tenth", "2021", ()),
    ("In Kenya's view, the dam is a threat.", "Kenya", "the dam is a threat", None, ()),
    ("Reuters, citing police, said two men died.", "police", "two men died", None, ("Reuters",)),
    ("According to Kenyan officials, mining engineers and Eurostat's research, nearly all of the tea goes abroad.",
     "mining engineers", "nearly all of the tea goes abroad", None, ()),
    ("Rents fell in spring, easing prices, according to Eurostat.", "Eurostat", "Rents fell in spring, easing prices", None, ()),
    ("Rents fell, according to tax data and price surveys by Eurostat.", "Eurostat", "Rents fell", None, ()),
    # texts
    ("Tea sold for a record price, central bank figures show.", "central bank", "Tea sold for a record price", None, ()),
    ("In May, Eurostat published an article stating that rents rose.", "Eurostat", "that rents rose", None, ()),
    ("Reports from both official and private sources indicate that the lake shrank.",
     "Reports from both official and private sources", "that the lake shrank", None, ()),
    ("UN report: Lake shrinks by a metre a year", "United Nations", "Lake shrinks by a metre a year", None, ()),
    ("A March 2021 report by Eurostat found that rents rose.", "Eurostat", "that rents rose", "2021-03", ()),
    ("Eurostat's May 29, 2021, report warns that rents rose.", "Eurostat", "that rents rose", "2021-05-29", ()),
    ("Rents rose, according to a 2021 Eurostat survey.", "Eurostat", "Rents rose", "2021", ()),
    ("In a 2 May 2021 statement reported by Reuters, Ana Ruiz denied that the lake shrank.", "Ana Ruiz",
     "that the lake shrank", "2021-05-02", ("Reuters",)),
    ("Catches halved, per Eurostat data cited by Reuters.", "Eurostat", "Catches halved", None, ("Reuters",)),
    ("The Post quoted Ana Ruiz as saying that the lake shrank.", "Ana Ruiz", "that the lake shrank", None, ("Post",)),
    ("Ana Ruiz told Reuters that the lake shrank.", "Ana Ruiz", "that the lake shrank", None, ("Reuters",)),
    ("Ana Ruiz told Parliament that the lake shrank.", "Ana Ruiz", "that the lake shrank", None, ()),
    ("Crews moved grain to Kenya via Uganda, Eurostat reported.", "Eurostat", "Crews moved grain to Kenya via Uganda", None, ()),
    ("More than a third of the wells were dry, a Global Water Fund (GWF) survey published on Friday revealed.",
     "Global Water Fund (GWF)", "More than a third of the wells were dry", None, ()),
    ("The share of farms in debt rose from 12% to 19% in just two years, the annual survey found.", "annual survey",
     "The share of farms in debt rose from 12% to 19% in just two years", None, ()),
    ("Higher tolls could slow trade, the Institute for Regional Co-operation said.", "Institute for Regional Co-operation",
     "Higher tolls could slow trade", None, ()),
    # how far it reaches
    ("The tax cuts waste but raises prices, as Ana Ruiz has argued.", "Ana Ruiz",
     "The tax cuts waste but raises prices", None, ()),
    ("Half of the loans were bad, per Eurostat, and weak lenders have a reason to hide them.", "Eurostat",
     "Half of the loans were bad", None, ()),
    ("Eurostat confirmed cholera in Moyale district in August 2024.", "Eurostat",
     "cholera in Moyale district", "2024-08", ()),
    ("Dear loans could slow growth, analysts at Eurostat estimated, by 2 percentage points.", "analysts at Eurostat",
     "Dear loans could slow growth, analysts at Eurostat estimated, by 2 percentage points", None, ()),
    ("Half of the tea is smuggled, Eurostat reported in May 2024, mainly to Kenya.", "Eurostat",
     "Half of the tea is smuggled, Eurostat reported in May 2024, mainly to Kenya", "2024-05", ()),
    ("Moyale, 14 March 2020 - Water is coming back to the lake, Eurostat officials said.", "Eurostat officials",
     "Water is coming back to the lake", None, ()),
    ("Some 60% of Kenyans fear the dam, according to a Gallup survey.", "Gallup", "Some 60% of Kenyans fear the dam", None, ()),
    ("Kenya sold the grain abroad, a practice confirmed by a 2021 Eurostat report.", "Eurostat",
     "Kenya sold the grain abroad", "2021", ()),
    ("Analysts attribute the run to bad loans.", "Analysts", "the run to bad loans", None, ()),
    ("In a report published in June 2023, Eurostat documented illegal evictions of herders.", "Eurostat",
     "illegal evictions of herders", "2023-06", ()),
    ("Kenya kept its distance, with Ana Ruiz implying “foreign sabotage.”", "Ana Ruiz", "“foreign sabotage.”", None, ()),
    ("Ana Ruiz, quoted by Reuters, called the plan a betrayal.", "Ana Ruiz", "the plan a betrayal", None, ("Reuters",)),
    ("Ana Ruiz pointed out that the number of boats that cross the lake has not reached 90, noting that gales drove crews away.",
     "Ana Ruiz", "that gales drove crews away", None, ()),
    ("Ana Ruiz said that Kenya closes its port in May, stressing that gales drive crews away.", "Ana Ruiz",
     "that gales drive crews away", None, ()),
    ("“The charge is absurd,” Carlos Vega said in a speech, according to a state-run broadcaster.", "Carlos Vega",
     "“The charge is absurd,”", None, ("state-run broadcaster",)),
    ("“The charge is absurd,” Carlos Vega said, according to a state-run broadcaster. Raids were rare, he added.", "Carlos Vega",
     "Raids were rare", None, ()),
    # nouns
    ("Ana Ruiz's claim that the lake shrank was doubted.", "Ana Ruiz", "that the lake shrank", None, ()),
    ("The ministry issued a warning that the dam would burst.", "ministry", "that the dam would burst", None, ()),
    ("The union raised concerns about the safety of the dam.", "union", "the safety of the dam", None, ()),
    ("Kenya gave a signal that rates would rise.", "Kenya", "that rates would rise", None, ()),
    ("Ana Ruiz said that the lake shrank, a claim that Jon Bale disputed.", "Jon Bale", "that the lake shrank", None, ()),
    ("Ana Ruiz said that the lake shrank, a claim disputed by Jon Bale.", "Ana Ruiz", "that the lake shrank", None, ()),
    ("The lake shrank by a metre, a finding that Jon Bale rejects.", "Jon Bale", "The lake shrank by a metre", None, ()),
    # what somebody holds to be so
    ("Kenya is convinced that the dam is unsafe.", "Kenya", "that the dam is unsafe", None, ()),
    ("Ana Ruiz was not sure that rents would fall.", "Ana Ruiz", "that rents would fall", None, ()),
    ("The mayor is well aware of the leak in the dam.", "mayor", "the leak in the dam", None, ()),
    ("Officials in the capital fear that closures would cost rural votes.", "Officials in the capital",
     "that closures would cost rural votes", None, ()),
    ("Analysts attribute half of the loss to bad pumps.", "Analysts", "half of the loss to bad pumps", None, ()),
    # chains
    ("Ana Ruiz says that Kenya expects a drought.", "Kenya", "a drought", None, ("Ana Ruiz",)),
    # back-references
    ("Eurostat published its survey. It added that rents rose.", "Eurostat", "that rents rose", None, ()),
    ("A 2021 report by Eurostat says rents rose. The same report warns that wages fell.", "Eurostat",
     "that wages fell", "2021", ()),
    ("A 2021 report by Eurostat says rents rose. Soldiers demanded ransom. The report warns that wages fell.", "Eurostat",
     "that wages fell", "2021", ()),
    ("Kenya sells its tea to Uganda. The government says that prices rose.", "Kenya", "that prices rose", None, ()),
    ("Eurostat says rents rose. A farmer revealed how they were coping. They told Reuters: “Prices keep rising here.”", "farmer",
     "“Prices keep rising here.”", None, ("Reuters",)),
    ("Eurostat says rents rose. Relief groups feared the worst. It said that wages fell.", "Eurostat", "that wages fell", None, ()),
    ("Ana Ruiz declined to comment on the lake. She warned that fish would die.", "Ana Ruiz", "that fish would die", None, ()),
    ("Ana Ruiz met Jon Bale in May. She warned that fish would die.", "Ana Ruiz", "that fish would die", None, ()),
    ("Jon Bale blamed the frost. Ana Ruiz saw it. He warned that fish would die.", "Jon Bale", "that fish would die", None, ()),
    ("John Bale blamed the frost. Mary Ruiz blamed the dam. “Fish will die,” he said.", "John Bale", "“Fish will die,”", None, ()),
    ("John Bale blamed the frost. Mary Ruiz blamed the dam. “Fish will die,” she said.", "Mary Ruiz", "“Fish will die,”", None, ()),
    ("Mary Ruiz runs the firm. Eurostat says rents rose. “Fish will die,” she said.", "Mary Ruiz", "“Fish will die,”", None, ()),
    ("Mary Ruiz blamed me.\nIt rained. It snowed. It froze. “Fish will die,” she said.", "Mary Ruiz", "Fish will die", None, ()),
    ("The queen opened the dam. She said that it was safe.", "queen", "that it was safe", None, ()),
    ("Eurostat halved its budget, its annual reports show.", "Eurostat", "Eurostat halved its budget", None, ()),
    ("Ana Ruiz opened the dam. Her report says that fish died.", "Ana Ruiz", "that fish died", None, ()),
    ("Brandt & Lowe said that the dam was safe.", "Brandt & Lowe", "that the dam was safe", None, ()),
    ("Rents rose, a report by Brandt & Lowe says.", "Brandt & Lowe", "Rents rose", None, ()),
    ("Ana Ruiz said the lake shrank. She warned that fish would die.", "Ana Ruiz", "that fish would die", None, ()),
    ("According to the World Meteorological Organization, the rains failed twice. Attacks by the Taliban slowed relief. "
     "The agency said that fewer trucks came.", "World Meteorological Organization", "that fewer trucks came", None, ()),
    # quotations
    ("“We lose a metre a year,” said Ana Ruiz.", "Ana Ruiz", "“We lose a metre a year,”", None, ()),
    ('"We lose a metre a year. Nobody acts," Ana Ruiz said.', "Ana Ruiz", '"We lose a metre a year. Nobody acts,"', None, ()),
    ("«We lose a metre a year», Ana Ruiz said.", "Ana Ruiz", "«We lose a metre a year»", None, ()),
    ("„We lose a metre a year“, Ana Ruiz said.", "Ana Ruiz", "„We lose a metre a year“", None, ()),
    ("Ana Ruiz was blunt: “We lose a metre a year.”", "Ana Ruiz", "“We lose a metre a year.”", None, ()),
    ('Ana Ruiz said, "No."', "Ana Ruiz", '"No."', None, ()),
    ("“We lose a metre a year,” Ana Ruiz said. “Nobody acts on it.”", "Ana Ruiz",
     "“We lose a metre a year,” Ana Ruiz said. “Nobody acts on it.”", None, ()),
    ("“We lose a metre a year,” Ana Ruiz said.\n“Nobody has ever acted on it.”", "Ana Ruiz",
     "“Nobody has ever acted on it.”", None, ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "content", "date", "via"), CASES)
def test_found(text: str, name: str | None, content: str, date: str | None, via: tuple[str, ...]) -> None:
    found = _brief(_read(_document(text)))
    assert any(
        (one[0], one[2], one[3]) == (name, date, via) and content in one[1] and len(one[1]) <= 2 * len(content)
        for one in found
    ), found


SILENT = [
    "The lake shrank by a metre in a year.",
    "Lorries carried forty tonnes per day along the road.",
    "The pipeline was built according to plan.",
    "Rents rose, suggesting that wages will follow.",
    "The levee's collapse underscores the town's poverty.",
    "The “old town” burned down in spring.",
    "Ana Ruiz met the mayor to discuss the dam.",
    "Some 40% of Kenya's declared tea exports went abroad.",
    "In the survey year 54% of Kenyans opposed the dam.",
    "Kenya wants to build a second dam.",
    "It is important that Kenya clearly recognises what is happening.",
    "The court dismissed it.",
    "The militia attacked the depot with mortars.",
    "The mayor was told. It was a “wide open” gate.",
    "This accusation confirms that the country is isolated.",
    "Kenya should remind its neighbours that the dam is theirs.",
    # what is said of a claim is not claimed
    "The ministry's claim that the hospital had repeated was false.",
    "Ana Ruiz's statement that the agency cited was wrong.",
    "The mayor's promise that he made in May was kept.",
    "The mayor made no promise that rents would fall.",
    "It is certain that the dam will fail.",
    "The dam is certain to fail.",
    "Any water saved by one would simply be used by the other.",
    "The aid was a trigger in Kenya's calculus to close the border.",
    "They had tears in their eyes.",
    "The mayor spoke to raise his standing in the eyes of voters.",
    "What do you call a dam that leaks?",
    "International Report: Lake and town entwined in decline",
    "They are the largest flock of geese ever reported.",
    "Mayor Bale and members of the council, thank you for the chance to speak.",
    "They wanted the plain to be watered and become fit for cotton.",
    "The town may act if engineers determine that the dam leaks.",
    "The study supports claims that were made before.",
    "Remarks by Chairman Bale on recent failures of dams.",
    # refusals and silences
    "The mayor declined to comment on the collapse of the dam.",
    "The ministry refused to say whether the dam had been inspected.",
    "The ministry did not say when the bridge would reopen.",
    "The bank did not respond to a request for comment.",
    "The ministry would not confirm or deny that the dam had failed.",
    "The ministry has yet to say how many people died.",
    "The mayor did not deny that the dam had leaked.",
    "The mayor never said that the dam was safe.",
    "The mayor resigned without saying why the dam had failed.",
    "The mayor stopped short of accusing Uganda of arming the rebels.",
    "Kenya was unable to say how many people died.",
    "Kenya refused to condemn the invasion.",
    "Nobody said that the dam was safe.",
    "Kenya's refusal to say why it left angered Uganda.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_nobody_says_is_the_documents_own_word(text: str) -> None:
    assert _brief(_read(_document(text))) == []


@pytest.mark.parametrize("text", ["KFTA on Monday said the lock was safe.", "KFTA in March said the lock was safe."])
def test_a_time_between_is_no_speaker(text: str) -> None:
    assert [one[0] for one in _brief(_read(_document(text)))] == ["KFTA"]


def test_each_of_several_sources_is_credited() -> None:
    found = _brief(_read(_document("Ana Ruiz and Jon Bale declared that the dam is safe.")))
    assert [one[0] for one in found] == ["Ana Ruiz", "Jon Bale"]


def test_two_under_one_short_form_are_one_source() -> None:
    (one,) = _brief(_read(_document("Reed and Crane (RC) said that sales fell.")))
    assert one[0] == "Reed and Crane"
    two = _brief(_read(_document("Ana Ruiz and Jon Bale (JB) said that sales fell.")))
    assert [one[0] for one in two] == ["Ana Ruiz", "Jon Bale"]


def test_what_who_denies_something_says_besides_is_not_denied() -> None:
    (found,) = _brief(_read(_document("The mayor denied that the dam had leaked and described the report as false.")))
    assert found[:2] == ("mayor", "that the dam had leaked")


def test_they_are_several_or_a_body_named_right_before() -> None:
    rest = "The lake is low. Nets come up empty."
    text = f"The Lake Institute met. {{}} {rest} They say that the fish are gone."
    assert [one[0] for one in _brief(_read(_document(text.format(""))))] == ["They"]
    assert [
        one[0] for one in _brief(_read(_document(f"{rest} The Lake Institute met. They say that the fish are gone.")))
    ] == ["Lake Institute"]


def test_a_day_without_a_year_follows_the_date_before_it() -> None:
    text = "The dam broke on 3 March 2021. On 12 June, Ana Ruiz said that it was old."
    assert _brief(_read(_document(text)))[0][2] == "2021-06-12"


def _table(*rows: tuple[str, ...]) -> Document:
    text, blocks = "", []
    for row in rows:
        cells = []
        start = len(text)
        for cell in row:
            cells.append((len(text), len(text) + len(cell)))
            text += cell + " | "
        blocks.append(Block(BlockKind.ROW, start, len(text), 0, 0 if blocks else None, tuple(cells)))
        text += "\n"
    return Document("t.txt", text, tuple(blocks))


def test_a_column_of_sources_credits_each_with_the_details_of_its_row() -> None:
    found = _read(
        _table(
            ("Aspect", "Details", "Sources"),
            ("Rents", "Rents rose by a tenth.", "Eurostat, May 2, 2021, Reuters; Herald, 2020"),
            ("Wages", "Wages fell.", "Gallup Poll cited by Reuters, 2019."),
        )
    )
    assert _brief(found) == [
        ("Eurostat", "Rents rose by a tenth.", "2021-05-02", ("Reuters",)),
        ("Herald", "Rents rose by a tenth.", "2020", ()),
        ("Gallup", "Wages fell.", "2019", ("Reuters",)),
    ]


def test_a_column_headed_by_somebody_s_view_is_theirs() -> None:
    table = _table(("Event", "Kenya's Perception"), ("The dam", "A threat to the coast"), ("The levy", ""))
    assert _brief(_read(table)) == [("Kenya", "A threat to the coast", None, ())]


def test_a_message_may_be_a_list() -> None:
    text = "Kenya sends a blunt message to:\n- Uganda: leave the dam alone."
    first = text.index("Uganda")
    items = (Block(BlockKind.PARAGRAPH, 0, first - 3), Block(BlockKind.ITEM, first, len(text), 1, 0))
    found = _brief(_read(Document("a.txt", text, items)))
    assert [one[:2] for one in found] == [("Kenya", "Uganda: leave the dam alone.")]


def test_a_row_without_a_column_of_details_is_said_as_a_whole() -> None:
    table = _table(("Item", "Value", "Source"), ("Inflow", "3 km3 a year", "Eurostat, 2023"))
    assert _brief(_read(table)) == [("Eurostat", "Inflow | 3 km3 a year", "2023", ())]


def test_what_another_says_behind_a_comma_is_not_part_of_what_the_first_says() -> None:
    text = "Ana Ruiz said the lake shrank, but Jon Bale said that fish thrive."
    found = _brief(_read(_document(text)))
    assert [(one[0], one[1], one[3]) for one in found] == [
        ("Ana Ruiz", "the lake shrank", ()),
        ("Jon Bale", "that fish thrive", ()),
    ]


def test_a_headline_that_a_page_repeats_is_said_once() -> None:
    assert len(_read(_document("Kenya accused Uganda of fraud.\nRents rose.\nKenya accused Uganda of fraud."))) == 1


def test_a_ministry_is_not_the_body_named_before_it() -> None:
    found = _brief(
        _read(_document("Data from NASA show that the shore moved. The ministry denied that the lake shrank."))
    )
    assert found[-1][0] == "ministry"


def test_an_agency_may_be_the_organisation_named_just_before_it() -> None:
    text = (
        "The ISRO said it had photographed the coast. The World Meteorological Organization said it had read two gauges. "
        "One of them was broken, the agency said."
    )
    assert [one.name for one in _read(_document(text))][-1] == "World Meteorological Organization"


def test_a_table_without_such_a_column_credits_nobody() -> None:
    assert _read(_table(("Aspect", "Before", "After"), ("Rents", "Eurostat, 2020", "Herald, 2021"))) == []


def test_the_items_under_an_attributing_stem_are_what_is_said() -> None:
    text = "Investigators (e.g., from the Herald, Reuters) have shown:\n- Rents rose.\n- Wages fell."
    first, second = text.index("Rents"), text.index("Wages")
    document = Document(
        "a.txt",
        text,
        (
            Block(BlockKind.PARAGRAPH, 0, text.index("\n")),
            Block(BlockKind.ITEM, first, first + len("Rents rose."), 1, 0),
            Block(BlockKind.ITEM, second, second + len("Wages fell."), 1, 0),
        ),
    )
    said = [(one[0], one[1]) for one in _brief(_read(document))]
    assert said == [
        ("Herald", "Rents rose."),
        ("Reuters", "Rents rose."),
        ("Herald", "Wages fell."),
        ("Reuters", "Wages fell."),
    ]


WORDS = [
    *(
        "Reuters",
        "said",
        "told",
        "that",
        "the",
        "report",
        "per",
        "according",
        "to",
        "by",
        "in",
        "view",
        "rose",
        "cited",
    ),
    *(
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "«",
        "»",
        "''",
        ":",
        ",",
        ".",
        "(",
        ")",
        "2021",
        "and",
        "he",
        "it",
        "as",
        "\n",
        "—",
        "🙂",
    ),
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.booleans())
def test_every_span_stands_in_the_document(words: list[str], spaced: bool) -> None:
    document = _document((" " if spaced else "").join(words))
    for one in _read(document):
        for span in (one.source, one.cue, one.content):
            assert span is None or document.text[span.start : span.end] == span.text != ""
