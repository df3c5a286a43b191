"""Figures through the parser: what they are, what they count, and what is none."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.claim import Figure
from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.figures import figures
from sayso.read.parse import Parse, parse

OWN = Path(__file__).parents[3] / "benchmarks" / "data" / "figures.jsonl"
PARTS = ["12", "3,4", "$", "€5", "%", "of", "to", "–", "million", "half", "a", "between", "and", ".", "(", ")"]
PARTS += ["]", "9/11", "third", ",", "per", "km", "½", "up", "1e9", "0", "no.", "top", "from", "4,000", "in"]
CASES = [json.loads(line) for line in OWN.read_text("utf-8").splitlines()]


def parsed(text: str) -> Parse:
    return next(parse([Document("a.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))]))


def bodies(read: Parse) -> list[Figure]:
    return [proposal.body for proposal in figures(read) if isinstance(proposal.body, Figure)]


def found(text: str) -> list[tuple[str, float | None, float | None, str]]:
    return [(body.span.text, body.low, body.high, body.unit) for body in bodies(parsed(text))]


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "unit"),
    [
        ("The port handled up to 30% of the grain.", "up to 30%", None, 30, "percent"),
        ("The mill employs at least 12 people.", "at least 12 people", 12, None, "person"),
        ("The mill employs more than 700 people.", "more than 700 people", 700, None, "person"),
        ("In Dunmore, 15,000 people drowned.", "15,000 people", 15000, 15000, "person"),
        ("Builders poured 2.4 billion cubic metres of sand.", "2.4 billion cubic metres", 2.4e9, 2.4e9, "m3"),
        ("The firm earned $1.094bn.", "$1.094bn", 1.094e9, 1.094e9, "USD"),
        ("Orlo lifts its guidance by $3 bln.", "$3 bln", 3e9, 3e9, "USD"),
        ("The fund owes €4 mln.", "€4 mln", 4e6, 4e6, "EUR"),
        ("The tram moved 40,000 passengers a day.", "40,000 passengers a day", 40_000, 40_000, "passenger/day"),
        ("The field pumps 9,000 barrels a day.", "9,000 barrels a day", 9_000, 9_000, "barrel/day"),
        ("The firm earned Rs 5 crore.", "Rs 5 crore", 5e7, 5e7, "INR"),
        ("Cleaners get €6.50 per hour.", "€6.50 per hour", 6.5, 6.5, "EUR/h"),
        ("Tens of thousands of hens died.", "Tens of thousands of hens", 20_000, 99_999, "hen"),
        ("A dozen ships sank.", "A dozen ships", 12, 12, "ship"),
        ("Two-thirds of the crew fell ill.", "Two-thirds", 66.6667, 66.6667, "percent"),
        ("One in five wells is dry.", "One in five", 20, 20, "percent"),
        ("The crowd was put at 275,000–325,000 visitors.", "275,000–325,000 visitors", 275_000, 325_000, "visitor"),
        ("The air cooled to -3.5 °C.", "-3.5 °C", -3.5, -3.5, "°C"),
        ("They bought 14 MiG-29 jets.", "14 MiG-29 jets", 14, 14, "jet"),
        ("The town is among the top 20 spas.", "top 20", None, 20, "rank"),
        ("It is the third-largest dam.", "third-largest", 3, 3, "rank"),
        ("Wages of €5–7 billion were paid.", "€5–7 billion", 5e9, 7e9, "EUR"),
        ("The strike lasted three days.", "three days", 3, 3, "day"),
        ("The firm owes $12billion.", "$12billion", 12e9, 12e9, "USD"),
        ("Infant mortality stood at 75 per 1,000.", "75 per 1,000", 7.5, 7.5, "percent"),
        ("Deaths ran at a rate of 3 in every 1,000 births.", "3 in every 1,000", 0.3, 0.3, "percent"),
        ("The fleet burns $5 per 100 miles.", "$5", 5, 5, "USD"),
        ("The mill had employed some 40,000.", "some 40,000", 40_000, 40_000, "person"),
        ("Dunmore (pop. 15,000) is a port.", "15,000", 15_000, 15_000, "person"),
        ("The mill sold 660 pounds of butter.", "660 pounds", 660, 660, "lb"),
        ("The plant made 10.5 million MT of lime.", "10.5 million MT", 10.5e6, 10.5e6, "t"),
        ("The flood did 20 million pounds of damage.", "20 million pounds", 2e7, 2e7, "GBP"),
        ("They filled a 50-pound sack.", "50-pound", 50, 50, "lb"),
        ("He got a 50-pound fine.", "50-pound", 50, 50, "GBP"),
        ("Kerosene costs GH¢14.50 a litre.", "GH¢14.50 a litre", 14.5, 14.5, "GHS/l"),
        ("Tea costs 900 CFA francs a kilo.", "900 CFA francs a kilo", 900, 900, "cfa franc/kg"),
        ("In Niger tea costs 900 CFA a kilo.", "900 CFA a kilo", 900, 900, "XOF/kg"),
        ("In Chad tea costs FCFA 900.", "FCFA 900", 900, 900, "XAF"),
        ("In Nepal tea costs 900 rupees per 5kg bag.", "900 rupees per 5kg bag", 900, 900, "NPR/5 kg bag"),
        ("Tea costs 900 rupees.", "900 rupees", 900, 900, "INR"),
        ("Chile paid 900 pesos.", "900 pesos", 900, 900, "CLP"),
        ("Chile and Cuba paid 900 pesos.", "900 pesos", 900, 900, "peso"),
        ("Zambians paid K2.5 million.", "K2.5 million", 2.5e6, 2.5e6, "ZMW"),
        ("The price per tonne was $3,060.", "$3,060", 3060, 3060, "USD/t"),
    ],
)
def test_a_figure_is_read(text: str, span: str, low: float | None, high: float | None, unit: str) -> None:
    [(read_span, read_low, read_high, read_unit)] = found(text)
    assert (read_span, read_unit) == (span, unit)
    assert (read_low, read_high) == (
        pytest.approx(low, rel=1e-4) if low is not None else None,
        pytest.approx(high, rel=1e-4) if high is not None else None,
    )


@pytest.mark.parametrize(("fees", "unit"), [("Fees of $3 rose", "USD"), ("Fees rose", "AUD")])
def test_dollars_are_those_the_text_writes_by_their_sign(fees: str, unit: str) -> None:
    assert found(f"{fees} after the Australian dollar fell. Oro paid 900 dollars.")[-1][3] == unit


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Norfab exported 800 million screws in 2023.", "screws exported by Norfab"),
        ("Output rose by 12% in 2024.", "increase in Output"),
        ("The mine supplied 80% of the town's coal.", "share of town's coal supplied by mine"),
        ("The levy affects around 700 breweries.", "breweries affected by levy"),
        ("66% of farmers opposed the levy.", "share of farmers who opposed the levy"),
        ("Exports of tea amounted to €9 million.", "Exports of tea"),
        ("The state imposed duties of 35%.", "duties imposed by state"),
        ("Rent costs, up 12% in 2024, hurt.", "increase in Rent costs"),
        ("The dairy is 51% owned by the bank.", "share of dairy owned by the bank"),
        ("The ministry paid €2 million for repairs.", "amount paid by ministry for repairs"),
        ("The harvest shrank, with losses totalling 40 tonnes.", "losses"),
        ("The deficit narrowed to 3.1% of GDP.", "deficit as share of GDP"),
        ("Norland, which depends on tin for 70% of its exports, is poor.", "tin as share of Norland’s exports"),
        ("Levels of zinc were 12 times the limit.", "Levels of zinc"),
        ("Zinc levels fell to four times the limit.", "Zinc levels"),
        ("Dunmore Bank, with €3 billion in assets, closed.", "assets of Dunmore Bank"),
        ("The fund reported $40 million in losses.", "losses reported by fund"),
        ("The mines lie 40 km away on the border.", "distance of mines away on the border"),
        ("The valve failed in Dunmore, about 12 km south of the weir.", "distance of Dunmore south of the weir"),
        ("A total of 45 wells were sealed.", "wells sealed"),
        ("Lake Dun shrank to 5 km3.", "volume of Lake Dun"),
        ("Dunmore (pop. 15,000) is a port.", "population of Dunmore"),
        ("Each saver is insured to $5,000.", "amount insured for Each saver"),
        ("Some 450 wells were dry.", "wells that were dry"),
        ("An estimated 1000 barrels spilled on Saturday.", "amount spilled"),
        ("Our gauges recorded 310 mm, twice the average for the month.", "amount recorded by Our gauges"),
        ("The drought led to a rise in the rate of stunting, from 23% to 38% in a year.", "rate of stunting"),
        ("Orlo expects its profits to be $3 billion higher.", "Orlo’s profits"),
        ("Lorry traffic across the bridge was down 82%.", "decrease in Lorry traffic across the bridge"),
        ("Orlo was transporting 12 thousand tons of cement.", "cement carried by Orlo"),
        ("Rebels carried out 30 raids.", "raids carried out by Rebels"),
        ("The 15-member council met.", "members of council"),
        ("Mali sent a 1,200-strong force.", "people of force"),
        ("Smugglers took gold, depriving Zambia over $2 billion.", "amount deprived Zambia"),
        ("Mali was allotted 18 million litres.", "amount allotted to Mali"),
        ("Zambia widened the ban to include 20 tankers.", "tankers"),
        ("The blast struck a school in Oro, which left 50 people dead.", "people left dead"),
        ("The river is a lifeline for Mali's 22 million people.", "Mali's people"),
        ("Ghana signed a deal to buy 70,000 tonnes of maize.", "maize bought by Ghana"),
        ("Some 40 tonnes crossed the river.", "amount that crossed the river"),
        ("Firms lost 300 tonnes of tea.", "tea lost by Firms"),
        ("Kenya lost a third of its tea to theft.", "share of Kenya’s tea lost"),
        ("More than half of the tea comes from Kenya.", "share of tea that comes from Kenya"),
        ("They expect 300 kilograms.", "amount expected"),
        ("This contrasts with the $48 per tonne recently offered by the board.", "amount offered by the board"),
        ("The thermometer climbed to 41 degrees Celsius in Mali.", "temperature in Mali"),
        ("In Mali, inflation rose to 12%.", "inflation in Mali"),
        ("The price per tonne of tea was $3,060 in Kenya.", "price of tea in Kenya"),
        ("Rain fell on Mali, the world's second-largest grower.", "rank of Mali among world's grower"),
        ("Output will fall short of demand by 40 tonnes.", "shortfall in Output"),
    ],
)
def test_the_subject_says_what_is_measured(text: str, about: str) -> None:
    assert [body.subject for body in bodies(parsed(text))] == [about]


@pytest.mark.parametrize(
    ("text", "abouts"),
    [
        (
            "Kenya's exports rose by 3%, Mali's by €210 million.",
            ["increase in Kenya's exports", "increase in Mali's exports"],
        ),
        ("Kenya's tally stands at 640, Mali's at 212.", ["Kenya's tally", "Mali's tally"]),
        ("Rents rose from 300 to 450 euros.", ["Rents", "Rents"]),
        (
            "Zambia produces 94% of the world's tin and 83% of the world's lead.",
            ["share of world's tin produced by Zambia", "share of world's lead produced by Zambia"],
        ),
        (
            "Only 96 kilograms of tin were shipped in June, down from 1,328 kilograms in the same month last year.",
            ["tin shipped", "tin shipped"],
        ),
        (
            "The state seized the bank's $9 billion in assets and $7 billion in deposits.",
            ["bank's assets", "bank's deposits"],
        ),
        (
            "Mali set its tea price at $50 a sack while Chad set it at $53 a sack.",
            ["Mali’s tea price", "Chad’s tea price"],
        ),
        ("The guard seized 250 tons, up from 17 tons.", ["amount seized by guard", "amount seized by guard"]),
        ("They moved 50 tons, worth $2 million.", ["amount moved", "value of amount moved"]),
        (
            "Frost left 185,000 hens dead, but that figure may reach 270,000.",
            ["hens left dead by Frost", "hens left dead by Frost"],
        ),
    ],
)
def test_each_of_two_figures_says_what_it_measures(text: str, abouts: list[str]) -> None:
    assert [body.subject for body in bodies(parsed(text))] == abouts


def test_what_stands_in_brackets_is_the_same_in_another_unit() -> None:
    read = parsed("Mali pays 900 CFA francs ($1.40) per kilo, and each farmer picks 300 kilograms (660 pounds).")
    assert [(body.low, body.unit) for body in bodies(read)] == [
        (900, "XOF/kg"),
        (1.4, "USD/kg"),
        (300, "kg"),
        (660, "lb"),
    ]
    assert len({body.subject for body in bodies(read)}) == 2


@pytest.mark.parametrize("text", ["Nigeria bought N95 masks.", "The annex stands in 4.2 ANNEX XII.", "The TOP10 met."])
def test_a_model_and_a_part_of_a_text_are_no_amounts(text: str) -> None:
    assert found(text) == []


def test_the_states_of_a_change_may_be_ranges() -> None:
    assert found("The strikes cut traffic from 70-80 lorries a day to just 30-35.") == [
        ("from 70-80 lorries a day", 70, 80, "lorry/day"),
        ("just 30-35", 30, 35, "lorry/day"),
    ]


def test_a_part_told_by_its_side_and_half_an_hour_are_no_shares() -> None:
    assert found("The right half of the lake dried up, and the flow stopped for about half an hour.") == []


def test_what_is_denied_of_a_thing_is_not_denied_of_its_size() -> None:
    [siege] = figures(parsed("The fall of the town after an 18-month siege was not a turning point."))
    assert siege.negated is False


def test_a_verbs_particle_is_no_bound() -> None:
    assert found("Acme took over two failed lenders.") == [("two failed lenders", 2, 2, "lender")]


@pytest.mark.parametrize("case", [case for case in CASES if not case["figures"]], ids=lambda case: case["text"][:40])
def test_numbers_that_name_are_no_figures(case: dict[str, str]) -> None:
    assert found(case["text"]) == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("A girl of seven swims every morning.", []),
        ("Near the gate, a boy of three throws stones at the wall.", []),
        ("A crew of 40 sailors left the harbour.", ["40 sailors"]),
    ],
)
def test_the_age_of_one_person_is_no_count(text: str, spans: list[str]) -> None:
    assert [span for span, *_ in found(text)] == spans


def test_a_table_cell_takes_unit_and_subject_from_header_and_row() -> None:
    rows = ["Town | Budget (€ million) | Share (%) | Year", "Ostrava | 120 | 4.5 | 2023", "Brno | 95 | 3 | 2022"]
    blocks, at = [], 0
    for index, row in enumerate(rows):
        cells, start = [], at
        for cell in row.split(" | "):
            cells.append((start, start + len(cell)))
            start += len(cell) + 3
        blocks.append(Block(BlockKind.ROW, at, at + len(row), parent=0 if index else None, cells=tuple(cells)))
        at += len(row) + 1
    read = next(parse([Document("t.txt", "\n".join(rows), tuple(blocks))]))
    assert [(body.low, body.unit, body.subject) for body in bodies(read)] == [
        (120e6, "EUR", "Budget, Ostrava"),
        (4.5, "percent", "Share, Ostrava"),
        (95e6, "EUR", "Budget, Brno"),
        (3, "percent", "Share, Brno"),
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=25))
def test_any_string_of_numeral_parts_is_read_without_fault(parts: list[str]) -> None:
    text = " ".join(parts) or "x"
    for body in bodies(parsed(text)):
        assert text[body.span.start : body.span.end] == body.span.text
        assert body.subject
        assert body.low is None or body.high is None or body.low <= body.high
