"""What claims have in common by their build: counts of one event, goods on one way, acts done once, degrees, and what only
looks alike. Every case has two documents, or one sentence against several."""

from dataclasses import replace

import pytest

from sayso.core.claim import Act, Figure, Flow, Modality, Tie, When
from sayso.core.finding import Verdict
from sayso.core.passage import Span
from sayso.weigh.names import Names, named


@pytest.mark.parametrize(
    ("first", "second", "against"),
    [
        (
            ("The ferry Alma sank off Port Kesh on 3 May 2022, and 40 people drowned.", 40, "people who drowned"),
            ("Families marched for those of the sinking off Port Kesh on 3 May 2022, in which 52 died.", 52, "people who died"),
            True,
        ),
        (
            ("Forty people died in the Port Kesh disaster, 40 of them from one village.", 40, "people who died"),
            ("The sinking at Port Kesh left 52 people dead.", 52, "people left dead"),
            True,
        ),
        (
            ("The collapse of the bridge at Port Kesh killed 40 people.", 40, "people killed"),
            ("The collapse of the bridge at Port Kesh injured 52 people.", 52, "people injured"),
            False,
        ),
        (
            ("The fire in Dunmore killed 40 people.", 40, "people killed"),
            ("The fire in Ashby killed 52 people.", 52, "people killed"),
            False,
        ),
        (
            ("The quarry in Dunmore employs 40 people.", 40, "people"),
            ("The fire in the Dunmore quarry killed 52 people.", 52, "people killed"),
            False,
        ),
    ],
)  # fmt: skip
def test_counts_of_what_befell_people(shelf, first, second, against: bool) -> None:
    for path, (sentence, count, subject) in (("a", first), ("b", second)):
        shelf.doc(path).count(sentence, subject, count, "person")
    assert shelf.against() == (["figure"] if against else [])


def test_a_least_count_is_not_every_higher_one(shelf) -> None:
    shelf.doc("a").count("At least 41 people are dead in Dunmore.", "people", 41, "person", high=float("inf"))
    shelf.doc("b").count("The Dunmore quarry employs 3,200 people.", "people", 3200, "person")
    assert {one.verdict for one in shelf.weighed().findings} == {Verdict.SINGLE}


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        (58, 58, Verdict.CORROBORATED),
        (58, None, Verdict.CORROBORATED),
        (41, None, Verdict.SINGLE),
        (24, 99, Verdict.SINGLE),
        (None, 58, Verdict.CORROBORATED),
        (None, 80, Verdict.SINGLE),
    ],
)
def test_a_bound_vouches_for_its_own_value_only_and_is_against_none_it_allows(shelf, low, high, verdict) -> None:
    shelf.doc("a").count(
        "The fire in Dunmore killed 58 people.", "people killed by the fire in Dunmore", 58, by="Coroner"
    )
    told = Figure(Span(0, 1, "T"), "people killed by the fire in Dunmore", low, high, "people")
    shelf.doc("b").say("The fire in Dunmore killed that many people.", told, by="Ann Bode")
    weighed = shelf.weighed()
    assert {found.verdict for found in weighed.findings} == {verdict}
    assert not weighed.contradictions


@pytest.mark.parametrize(
    ("high", "unit", "against"), [(9e8, "EUR", True), (2.0e9, "EUR", False), (9e8, "JPY", False), (3.1e9, "USD", True)]
)
def test_sums_in_currencies_of_like_worth(shelf, high: float, unit: str, against: bool) -> None:
    shelf.doc("a").count(
        "Savers withdrew $2.3 billion from Quillon Trust.", "amount withdrawn from Quillon Trust", 2.3e9, "USD"
    )
    shelf.doc("b").count(
        "Withdrawals from Quillon Trust came to that sum.", "withdrawals from Quillon Trust", high, unit
    )
    assert shelf.against() == (["figure"] if against else [])


def test_shares_of_other_people_are_other_figures(shelf) -> None:
    shelf.doc("a").count("In the survey 45 percent chose Ito.", "Ito", 45, "percent")
    shelf.doc("b").count("Ito came second with 34 percent in the poll.", "Ito", 34, "percent")
    assert shelf.against() == []


@pytest.mark.parametrize(
    ("goods", "sender", "verdict"),
    [
        ("weapons", "Ruritania", Verdict.CONTESTED),
        ("shells", "Kenya", Verdict.CONTESTED),
        ("rice", "Kenya", Verdict.SINGLE),
        ("weapons", "Norway", Verdict.SINGLE),
    ],
)
def test_denying_weapons_denies_shells(shelf, goods: str, sender: str, verdict: Verdict) -> None:
    sender = "Kenyan arms makers" if sender == "Ruritania" else sender
    shelf.doc("a").say(
        f"A panel found that {goods} from {sender} reached Chad.", Flow(goods, sender, (), "Chad"), by="Panel"
    )
    shelf.doc("b").say(
        "Kenya did not sell weapons to Chad, nor will it.",
        Flow("weapons", "Kenya", (), "Chad"),
        by="Nairobi",
        modality=Modality.DENIED,
        negated=True,
    )
    (found,) = [one for one in shelf.weighed().findings if one.kind == "flow" and not one.proposition.startswith("not")]
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("day", "when", "against"), [("12 June 2021", "2021-06-12", True), ("3 May 2020", "2020-05-03", False)]
)
def test_a_sanction_on_one_body_has_one_date(shelf, day: str, when: str, against: bool) -> None:
    body = Act("Canada", "sanction", "Orlov Shipping")
    shelf.doc("a").say(
        "Canada put Orlov Shipping under sanctions on 3 May 2020.", body, when=When("2020-05-03", "2020-05-03")
    )
    shelf.doc("b").say(f"Since {day} the Canadian measures against Orlov Shipping are in force.", body, when=When(when))
    assert shelf.against() == (["date"] if against else [])


def test_who_may_join_is_no_member(shelf) -> None:
    tie = Tie("Kosta", "member of", "the Coal Club")
    shelf.doc("a").say("Prices could fall if Kosta joins the Coal Club.", tie, modality=Modality.CONDITIONAL)
    shelf.doc("b").say("Kosta has been a member of the Coal Club since 1998.", tie)
    assert shelf.against() == ["degree"]


@pytest.mark.parametrize(
    ("second", "against"),
    [
        ("The influence of Norway is considerable.", False),
        ("Norway’s economic influence over the islands is considerable.", True),
        ("Norway’s influence is limited.", False),
        ("Kenya’s influence is considerable.", False),
    ],
)
def test_degrees_of_what_somebody_has(shelf, second: str, against: bool) -> None:
    shelf.doc("a").say("Norway’s limited influence kept it out of the talks.")
    shelf.doc("b").say(second)
    assert shelf.against() == (["degree"] if against else [])


def test_a_saying_quoted_in_part_is_the_same_saying(shelf) -> None:
    whole = "The bishop said that the mine poisons wells and orchards and that its owners know as much."
    shelf.doc("a").say(whole, by="the Bishop of Lund")
    shelf.doc("b").say("The mine “poisons wells and orchards”, the bishop said.", by="the Bishop of Lund")
    (found,) = shelf.weighed().findings
    assert found.verdict is Verdict.ECHOED


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("I have always liked the old harbour.", "I have always liked that old harbour."),
        ("The council knows this.", "The council knows the only way."),
    ],
)
def test_what_only_sounds_alike_corroborates_nothing(shelf, first: str, second: str) -> None:
    shelf.doc("a").say(first, by="Ann Bode")
    shelf.doc("b").say(second, by="Carl Dorn")
    assert {one.verdict for one in shelf.weighed().findings} == {Verdict.SINGLE}


def test_what_is_negated_must_be_what_the_other_says(shelf) -> None:
    denial = "There can be no excuse for the pipeline, whose only aim is to drain Lake Oro for the mines of Tal."
    shelf.doc("a").say(
        "The only aim of the pipeline is to drain Lake Oro for the mines of Tal.", by="the engineers’ union"
    )
    shelf.doc("b").say(denial, by="the guild of fishers", negated=True)
    assert shelf.against() == []


def test_a_claim_only_supposed_supports_nobody(shelf) -> None:
    shelf.doc("a").say("The dam at Oro holds back enough water for two years.", by="Ann Bode")
    shelf.doc("b").say(
        "If the dam at Oro holds back enough water for two years, fields survive.",
        by="Carl Dorn",
        modality=Modality.CONDITIONAL,
    )
    assert {one.verdict for one in shelf.weighed().findings} == {Verdict.SINGLE}


@pytest.mark.parametrize(
    ("source", "names_somebody"),
    [
        ("pro-government media in the north, including the radio", False),
        ("rival factions", False),
        ("two employees", False),
        ("about half of the voters", False),
        ("four in ten nurses", False),
        ("the harbour master", True),
        ("Reuters", True),
        ("court in Lund", True),
    ],
)
def test_descriptions_of_many_name_nobody(source: str, names_somebody: bool) -> None:
    assert named(source) is names_somebody


def test_who_sends_nothing_to_any_party_sends_nothing_to_one(shelf) -> None:
    shelf.doc("a").say("Kenya sent rifles to Chad, the panel found.", Flow("rifles", "Kenya", (), "Chad"), by="Panel")
    shelf.doc("b").say(
        "Nairobi denied sending arms to any party.",
        Flow("arms", "Kenya", (), "party"),
        by="Nairobi",
        modality=Modality.DENIED,
        negated=True,
    )
    assert shelf.against() == ["denial"]


@pytest.mark.parametrize(("back", "against"), [("5,000 tonnes", True), ("7,000 tonnes", False)])
def test_who_sends_to_whom_told_both_ways(shelf, back: str, against: bool) -> None:
    shelf.doc("a").say(
        "Chile’s exports to Peru came to 5,000 tonnes.", Flow("exports", "Chile", (), "Peru"), by="the Bureau"
    )
    shelf.doc("b").say(
        f"Peru’s exports to Chile came to {back}.", Flow("exports", "Peru", (), "Chile"), by="the Ledger"
    )
    assert shelf.against() == (["direction"] if against else [])


@pytest.mark.parametrize(("source", "against"), [("the Mining Office", True), ("Ann Bode", False)])
def test_one_source_cited_for_two_values(shelf, source: str, against: bool) -> None:
    shelf.doc("a").count(
        "The flats gave 64 tonnes of salt in 2021, the office said.",
        "salt given by flats",
        64,
        "t",
        by="the Mining Office",
    )
    shelf.doc("b").count("The flats yielded 74 tonnes of salt, it wrote.", "salt yielded by flats", 74, "t", by=source)
    assert shelf.against() == (["figure"] if against else [])


@pytest.mark.parametrize(
    ("first", "second", "against"),
    [
        ("Reserves of Oro stood at 300 crowns.", "Reserves of Oro stood at 500 crowns.", True),
        ("Reserves of Oro stood at 300 crowns in May.", "Reserves of Oro have grown to 500 crowns.", False),
        ("Reserves of Oro stood at 300 crowns in May.", "Reserves of Oro stood at 500 crowns.", True),
    ],
)
def test_what_has_come_to_be_is_not_what_was(shelf, first: str, second: str, against: bool) -> None:
    when = When("2021-05-01", "2021-05-31") if "May" in first else When()
    shelf.doc("a").count(first, "Reserves of Oro", 300, "crown", by="Ann Bode", when=when)
    shelf.doc("b").count(second, "Reserves of Oro", 500, "t", by="Carl Dorn")
    shelf.claims[0] = replace(shelf.claims[0], body=replace(shelf.claims[0].body, unit="t"))
    assert shelf.against() == (["figure"] if against else [])


@pytest.mark.parametrize(("modality", "against"), [(Modality.FORECAST, False), (Modality.ASSERTED, True)])
def test_what_is_foreseen_is_not_what_is(shelf, modality: Modality, against: bool) -> None:
    shelf.doc("a").count("Inflation in Oro is 30%.", "inflation in Oro", 30, "percent", by="Ann Bode")
    shelf.doc("b").count(
        "Inflation in Oro is 50%.", "inflation in Oro", 50, "percent", by="Carl Dorn", modality=modality
    )
    assert shelf.against() == (["figure"] if against else [])


@pytest.mark.parametrize(
    ("what", "against"),
    [("bread prices in Oro", False), ("prices in Oro", False), ("the fuel price in Oro", True)],
)
def test_prices_of_one_thing_are_not_those_of_another(shelf, what: str, against: bool) -> None:
    shelf.doc("a").count(
        "Fuel prices in Oro rose by 30%.", "increase in fuel prices in Oro", 30, "percent", by="Ann Bode"
    )
    shelf.doc("b").count(
        f"{what.capitalize()} rose by 50%.".replace("oro", "Oro"), f"increase in {what}", 50, "percent", by="Carl Dorn"
    )
    assert shelf.against() == ["figure"] * against


@pytest.mark.parametrize(("words", "against"), [("people who died", True), ("more people who died", False)])
def test_who_came_on_top_is_no_total(shelf, words: str, against: bool) -> None:
    shelf.doc("a").count("In the sinking of the Alma off Kesh 40 people died.", "people who died", 40, by="Ann Bode")
    shelf.doc("b").count("Divers at the wreck of the Alma off Kesh found 8 dead.", words, 8, by="Carl Dorn")
    assert shelf.against() == (["figure"] if against else [])


def test_how_many_were_aboard(shelf) -> None:
    shelf.doc("a").count("The ferry Alma sank off Kesh with 40 people aboard.", "people aboard Alma", 40, by="Ann Bode")
    shelf.doc("b").count("The Alma was carrying 52 people, the inquiry into its sinking says.", "people carried", 52)
    assert shelf.against() == ["figure"]


@pytest.mark.parametrize(("first", "against"), [("Lake Oro once covered", False), ("Lake Oro covers", True)])
def test_how_much_there_once_was_is_another_figure(shelf, first: str, against: bool) -> None:
    shelf.doc("a").count(f"{first} 500 square kilometres.", "area covered by Lake Oro", 500, "km2", by="Ann Bode")
    shelf.doc("b").count(
        "Lake Oro covers 300 square kilometres.", "area covered by Lake Oro", 300, "km2", by="Carl Dorn"
    )
    assert shelf.against() == (["figure"] if against else [])


def test_the_very_same_sum_of_one_bank_within_days_is_one(shelf) -> None:
    shelf.doc("a").count(
        "Savers pulled 42 billion from Quillon Trust on 9 March 2020, the clerk said.",
        "amount pulled by savers from Quillon Trust",
        42e9,
        "USD",
        by="the clerk",
        when=When("2020-03-09", "2020-03-09"),
    )
    shelf.doc("b").count(
        "Quillon Trust failed on 10 March 2020 after savers tried to take out 42 billion, the regulator wrote.",
        "amount savers tried to take out",
        42e9,
        "USD",
        by="the regulator",
        when=When("2020-03-10", "2020-03-10"),
    )
    assert {one.verdict for one in shelf.weighed().findings} == {Verdict.CORROBORATED}


def test_shells_are_not_grenades(shelf) -> None:
    shelf.doc("a").count("The depot at Lund lost 5,000 shells in the fire.", "shells lost by depot", 5000, "shell")
    shelf.doc("b").count(
        "The depot at Lund lost 9,000 grenades in the fire.", "grenades lost by depot", 9000, "grenade"
    )
    assert shelf.against() == []


def test_what_the_head_of_a_state_does_not_impose_the_state_does_not(shelf) -> None:
    sanction = Act("Ito Mara", "sanction", "Norway")
    shelf.doc("a").say("President Ito Mara leads Kenya.", Tie("Ito Mara", "leads", "Kenya"))
    shelf.say("Ito Mara has refused to put sanctions on Norway.", sanction, negated=True, by="Ann Bode")
    shelf.doc("b").say(
        "Without imposing any sanctions on Norway, Kenya remains a partner of all.",
        Act("Kenya", "sanction", "Norway"),
        negated=True,
        by="Carl Dorn",
    )
    assert Verdict.CORROBORATED in {one.verdict for one in shelf.weighed().findings}


def test_a_figure_set_against_another_in_so_many_words(shelf) -> None:
    ours = "Our survey finds that 14 tonnes of mercury were released, considerably more than the 11 tonnes stated by the mill."
    shelf.doc("a").count(ours, "mercury released", 14, "t")
    shelf.doc("b").count(
        "The mill says that 11 tonnes of mercury were released.", "mercury released", 11, "t", by="the mill"
    )
    assert shelf.against() == ["figure"]


def test_an_acronym_may_have_an_acronym_in_it() -> None:
    names = Names(["UN Wool Office", "UNWO"])
    assert names.name("UNWO") == names.name("UN Wool Office")


@pytest.mark.parametrize(("action", "kinds"), [("accuse", []), ("coerce", ["denial"])])
def test_who_denies_what_he_is_accused_of_does_not_deny_that_he_is_accused(
    shelf, action: str, kinds: list[str]
) -> None:
    told = "Ada Orlov accused the Board of Oro of ignoring a warning from the dam keeper."
    shelf.doc("one").say(told, Act("Ada Orlov", action, "Board of Oro"))
    denied = "The Board of Oro denied that it had ignored a warning from the dam keeper."
    shelf.doc("two").say(denied, by="Board of Oro", modality=Modality.DENIED)
    assert shelf.against() == kinds
