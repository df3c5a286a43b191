"""Flows, ties and acts on plain sentences: each names one thing the grammar must see."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.claim import Act, Flow, Modality, Tie
from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.acts import acts
from sayso.read.grammar.flows import flows
from sayso.read.grammar.ties import ties
from sayso.read.parse import parse
from sayso.read.proposal import Proposal
from sayso.read.reader import read as read_document


def read(text: str, blocks: tuple[Block, ...] = ()) -> list[Proposal]:
    blocks = blocks or (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    found = next(iter(parse([Document("t", text, blocks)])))
    actors = Actors(found)
    return [*flows(found, actors), *ties(found, actors), *acts(found, actors)]


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("Mali exported gold to Kenya.", Flow("gold", "Mali", (), "Kenya")),
        ("Kenya buys maize from Zambia.", Flow("maize", "Zambia", (), "Kenya")),
        ("Kenya bought Zambian maize.", Flow("maize", "Zambia", (), "Kenya")),
        ("Kenya supplied Mali with rifles.", Flow("rifles", "Kenya", (), "Mali")),
        ("Gold is smuggled from Mali to Kenya via Chad and Sudan.", Flow("gold", "Mali", ("Chad", "Sudan"), "Kenya")),
        ("Gas is sent from Mali to Kenya by way of Chad.", Flow("gas", "Mali", ("Chad",), "Kenya")),
        ("Kenya's tea exports to Egypt rose.", Flow("tea", "Kenya", (), "Egypt")),
        ("Zambia's acquisition of French radars surprised many.", Flow("radars", "France", (), "Zambia")),
        ("Kenya signed a deal with Egypt for wheat.", Flow("wheat", "Egypt", (), "Kenya")),
        ("Gas flows from Algeria to Spain.", Flow("gas", "Algeria", (), "Spain")),
        ("The World Bank lent Zambia 300 million dollars.", Flow("loan", "World Bank", (), "Zambia")),
        ("Some 40,000 Malians fled to Niger.", Flow("Malians", "Mali", (), "Niger")),
        ("Norway sold pumps to the irrigation commission.", Flow("pumps", "Norway", (), "irrigation commission")),
        ("Kenya sold rifles to foreign clients.", Flow("rifles", "Kenya", (), "foreign clients")),
        ("Mali sent tents; Chad sent tea.", Flow("tea", "Chad", (), None)),
        ("When Mali asked for help, Chad sent 30 rifles.", Flow("rifles", "Chad", (), "Mali")),
    ],
)
def test_a_flow_is_read_with_its_ends_in_place(text: str, flow: Flow) -> None:
    bodies = [proposal.body for proposal in read(text)]
    found = [body for body in bodies if isinstance(body, Flow)]
    assert [(b.goods.lower(), b.origin, b.via, b.destination) for b in found] == [
        (flow.goods.lower(), flow.origin, flow.via, flow.destination)
    ]


@pytest.mark.parametrize(
    ("text", "via", "parallel", "destination"),
    [
        (
            "Kazakhstan ships oil to Germany via Poland, Czechia and Bulgaria.",
            ("Poland", "Czechia", "Bulgaria"),
            True,
            "Germany",
        ),
        ("Rifles are sent from Mali to Kenya through Chad or Sudan.", ("Chad", "Sudan"), True, "Kenya"),
        ("Wheat goes from Mali to Kenya via brokers such as Chad and Sudan.", ("Chad", "Sudan"), True, "Kenya"),
        ("Gold is carried from Mali through Chad and then Libya to Kenya.", ("Chad", "Libya"), False, "Kenya"),
        ("Drugs are shipped from Mali via Chad via Sudan to Kenya.", ("Chad", "Sudan"), False, "Kenya"),
        ("Mali exports tea first to Egypt, and from there to Kenya.", ("Egypt",), False, "Kenya"),
        ("Weapons flow from Mali to Iraq and then to Kenya.", ("Iraq",), False, "Kenya"),
        ("Cotton is trucked from Mali to Niger and onward to Kenya.", ("Niger",), False, "Kenya"),
    ],
)
def test_intermediaries_stand_side_by_side_unless_the_words_put_them_in_order(
    text: str, via: tuple[str, ...], parallel: bool, destination: str
) -> None:
    found = [one.body for one in read(text) if isinstance(one.body, Flow)]
    assert [(one.via, one.parallel, one.destination) for one in found] == [(via, parallel, destination)]


def test_the_amount_is_the_number_in_the_goods_phrase() -> None:
    flow = next(one for one in read("Mali sold 34 tonnes of gold to Kenya.") if isinstance(one.body, Flow))
    assert flow.amount is not None
    assert flow.amount.text == "34 tonnes"


def test_every_item_under_a_stem_is_a_flow_of_its_own() -> None:
    lines = ["Kenya has bought several French weapon systems, including:", "twelve Mistral missiles", "radars"]
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    kinds = [(BlockKind.PARAGRAPH, None), (BlockKind.ITEM, 0), (BlockKind.ITEM, 0)]
    blocks = tuple(
        Block(kind, start, start + len(line), parent=parent)
        for (kind, parent), start, line in zip(kinds, starts, lines, strict=True)
    )
    found = [one.body for one in read(text, blocks) if isinstance(one.body, Flow)]
    assert [(body.origin, body.destination, body.goods) for body in found] == [
        ("France", "Kenya", "Mistral missiles"),
        ("France", "Kenya", "radars"),
    ]


def test_these_shipments_are_the_flow_told_before() -> None:
    found = [one.body for one in read("Mali sends gold to Kenya. These shipments are routed through Chad.")]
    assert [body for body in found if isinstance(body, Flow)][-1] == Flow("shipments", "Mali", ("Chad",), "Kenya")


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Calder Group owns 60% of Meridian Bank.", Tie("Calder Group", "owns", "Meridian Bank")),
        ("Meridian Bank is 51% owned by Calder Group.", Tie("Calder Group", "owns", "Meridian Bank")),
        ("Meridian Bank is a subsidiary of Calder Group.", Tie("Calder Group", "owns", "Meridian Bank")),
        ("Kenyan President Ada Mwangi resigned.", Tie("Ada Mwangi", "leads", "Kenya")),
        ("Calder Group is headed by Marion Voss.", Tie("Marion Voss", "leads", "Calder Group")),
        ("Kenya is a member of the African Union.", Tie("Kenya", "member of", "African Union")),
        ("NATO members such as Poland objected.", Tie("Poland", "member of", "NATO")),
        ("Egypt depends on Ethiopia.", Tie("Egypt", "depends on", "Ethiopia")),
        ("Kenya's reliance on Uganda grew.", Tie("Kenya", "depends on", "Uganda")),
        ("Kenya, an ally of Uganda, objected.", Tie("Kenya", "ally of", "Uganda")),
        ("Malian militias aligned with Kenya fled.", Tie("Malian militias", "ally of", "Kenya")),
        ("The services of Kenya (NIS/KDF) failed.", Tie("NIS", "part of", "Kenya")),
        ("Mali sold cotton to Kenya.", Tie("Mali", "supplies", "Kenya")),
    ],
)
def test_a_tie_is_read_in_its_direction(text: str, tie: Tie) -> None:
    assert tie in [proposal.body for proposal in read(text)]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Egyptian-backed rebels seized the port.", Tie("Egypt", "supports", "Egyptian-backed rebels")),
        ("Joan Okello, an analyst at Brightwater Institute, agreed.", Tie("Joan Okello", "member of", "Brightwater Institute")),
        ("Joan Okello of the Red Crescent agreed.", Tie("Joan Okello", "member of", "Red Crescent")),
        ("Parties close to Kenya won; Zambia is hostile to Egypt.", Tie("Zambia", "opposes", "Egypt")),
        ("Radio Lumen spread anti-Kenyan propaganda.", Tie("Radio Lumen", "opposes", "Kenya")),
        ("The Nile Centre at the Delta Foundation closed.", Tie("Nile Centre", "part of", "Delta Foundation")),
        ("Brisk Lines' spokesman, Omar Diallo, agreed.", Tie("Omar Diallo", "member of", "Brisk Lines")),
    ],
)  # fmt: skip
def test_a_tie_told_by_a_term_between_two_names(text: str, tie: Tie) -> None:
    assert tie in [proposal.body for proposal in read(text)]


def test_the_west_is_an_actor_and_a_western_cape_is_not() -> None:
    assert Act("the West", "sanction", "Kenya") in [one.body for one in read("Western sanctions on Kenya were eased.")]
    assert all("West" not in str(one.body) for one in read("Farmers of the Western Cape met traders from West Africa."))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kenya accused Mali of fraud.", Act("Kenya", "accuse", "Mali")),
        ("Mali was condemned by Kenya.", Act("Kenya", "accuse", "Mali")),
        ("Kenya imposed sanctions on Mali.", Act("Kenya", "sanction", "Mali")),
        ("Kenyan sanctions against Mali took effect.", Act("Kenya", "sanction", "Mali")),
        ("Talks between Kenya and Mali failed.", Act("Kenya", "consult", "Mali")),
        ("Kenya has established close military cooperation with Mali.", Act("Kenya", "cooperate", "Mali")),
        ("Kenya supports Mali's stance.", Act("Kenya", "support", "Mali")),
        ("Mali is under pressure from Kenya.", Act("Kenya", "request", "Mali")),
        ("Students protested against the government of Mali.", Act("Students", "protest", "Mali")),
        ("Kenya urged Mali and Chad to withdraw.", Act("Kenya", "request", "Chad")),
        ("Together with Chad, Mali fights the rebels.", Act("Mali", "cooperate", "Chad")),
        ("Kenya bombed Mali.", Act("Kenya", "assault", "Mali")),
        ("The Kenyan-Ugandan talks failed.", Act("Kenya", "consult", "Uganda")),
        ("A Malian militia with Kenyan ties won.", Act("Malian militia", "cooperate", "Kenya")),
    ],
)
def test_an_act_has_actor_type_and_target(text: str, act: Act) -> None:
    assert act in [proposal.body for proposal in read(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya refused to join Ugandan sanctions on Mali.", [("Uganda", "sanction", False), ("Kenya", "sanction", True)]),
        ("Kenya refused to lift its sanctions on Mali.", [("Kenya", "sanction", False)]),
        ("Kenya stopped short of criticising Mali.", [("Kenya", "accuse", True)]),
        ("Kenya failed to condemn Mali.", [("Kenya", "accuse", True)]),
        ("Kenya declined to meet Mali.", [("Kenya", "consult", True)]),
    ],
)  # fmt: skip
def test_what_is_refused_is_not_done(text: str, found: list[tuple[str, str, bool]]) -> None:
    document = Document("t", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    claims = [(one.body, one.negated) for one in read_document(document).claims if isinstance(one.body, Act)]
    assert [(body.actor, body.action, negated) for body, negated in claims] == found


def test_a_title_in_passing_holds_whatever_the_sentence_says() -> None:
    (tie,) = [
        one for one in read("Brisk Lines' director, Omar Diallo, refused to resign.") if isinstance(one.body, Tie)
    ]
    assert (tie.body, tie.negated, tie.modality) == (
        Tie("Omar Diallo", "leads", "Brisk Lines"),
        False,
        Modality.ASSERTED,
    )


def test_who_is_supplied_is_no_goods() -> None:
    assert not [one for one in read("Tarn Group supplied clinics in Mali.") if isinstance(one.body, Flow)]


def test_what_a_speaker_denies_is_not_his_title() -> None:
    text = "Brisk Lines' director, Omar Diallo, denied that his inspectors had cleared it."
    claims = read_document(Document("t", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))).claims
    told = {claim.kind: (claim.modality, bool(claim.attribution)) for claim in claims}
    assert told == {"tie": (Modality.ASSERTED, False), "statement": (Modality.DENIED, True)}


def test_a_director_leads_no_state() -> None:
    assert not [one for one in read("Kenya waits. Its director, Omar Diallo, spoke.") if isinstance(one.body, Tie)]


def test_a_figure_of_speech_is_no_violence() -> None:
    assert not [one for one in read("Kenya stabbed Mali in the back.") if one.body == Act("Kenya", "assault", "Mali")]


def test_reading_twice_gives_the_same() -> None:
    text = "Mali sends gold to Kenya via Chad, and Kenya supports Mali against the rebels."
    assert [one.body for one in read(text)] == [one.body for one in read(text)]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Kenya",
                "Mali",
                "gold",
                "exports",
                "sells",
                "to",
                "via",
                "accuses",
                "of",
                "which",
                "it",
                ",",
                ".",
                ":",
                "(",
                ")",
                "-",
                "the",
                "both",
            ]
        ),
        max_size=30,
    )
)
def test_any_words_can_be_read_and_no_relation_is_with_oneself(words: list[str]) -> None:
    for proposal in read(" ".join(words) or "x"):
        body = proposal.body
        ends = {Flow: ("origin", "destination"), Tie: ("a", "b"), Act: ("actor", "target")}[type(body)]
        assert getattr(body, ends[0]) != getattr(body, ends[1])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The United States imposed sanctions on Mali.", [Act("United States", "sanction", "Mali")]),
        ("Kenya's government rejected talks with Mali.", [Act("Kenya", "reject", "Mali")]),
        ("Amber House reported in March that sales to Mali fell.", []),
        ("Acme bought Nordbank's British arm for 1 pound.", []),
        ("Joan Okello wrote to an adviser at the Delta Foundation.", []),
        ("On the Delta Foundation, Kenya called Mali careless.", []),
        ("Tarn Group, a supplier in Nairobi, closed.", []),
        ("The Dutch lender Tarn Bank closed.", []),
        ("The council could bar Omar Diallo from the Champions League.", []),
        ("Fishermen blocked the port of Mombasa.", []),
        ("Gunmen of the Delta Group attacked a Kenyan ferry.", []),
        ("The Delta Group attacked ferries it says have links with Togo.", []),
        (
            "Chad controls northern Mali and Acme Group.",
            [Tie("Chad", "influences", "northern Mali"), Tie("Chad", "owns", "Acme Group")],
        ),
        ("Chad controls much of Mali.", [Tie("Chad", "influences", "Mali")]),
        ("On Monday Tuareg militants attacked Mali. The Tuaregs left.", [Act("Tuaregs", "assault", "Mali")]),
        (
            "Mali fears the Tuaregs. Chad fed Tuareg fighters. They attacked Togo.",
            [Act("Chad", "aid", "Tuaregs"), Act("Tuaregs", "assault", "Togo")],
        ),
        ("The Acmes of Togo failed. Acme workers attacked Mali.", [Act("Acme workers", "assault", "Mali")]),
        ("We saw the ferry in the bay of Togo. Chad attacked it.", []),
        ("Chad has carried out strikes against Mali.", [Act("Chad", "assault", "Mali")]),
        ("Malian miners held a strike against Togo.", [Act("Malian miners", "protest", "Togo")]),
        ("Truckers carried the disease from Mali to Kenya.", []),
        ("Mali's threat kept Kenya out.", []),
        (
            "Two Malian nationals were arrested on suspicion of collaborating with Kenyan intelligence services.",
            [Act("Malian nationals", "cooperate", "Kenyan intelligence services")],
        ),
        (
            "Pro-Kenyan parties are represented in parliament, including the New Chad Party (NCP).",
            [Tie("New Chad Party (NCP)", "supports", "Kenya")],
        ),
    ],
)
def test_who_does_what_is_who_the_words_say(text: str, found: list[Act | Tie]) -> None:
    assert [one.body for one in read(text)] == found


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The export of maize from Zambia to Kenya is suspended.", True),
        ("Imports and exports of timber from Zambia to Kenya were banned.", True),
        ("Zambia halted exports of timber to Kenya.", True),
        ("Zambia did not halt exports of timber to Kenya.", False),
        ("Zambia expanded exports of timber to Kenya.", None),
    ],
)
def test_what_is_banned_is_no_flow_that_happens(text: str, negated: bool | None) -> None:
    found = [one for one in read(text) if isinstance(one.body, Flow)]
    assert [(one.body.origin, one.body.destination, one.negated) for one in found] == [("Zambia", "Kenya", negated)]
    assert any(isinstance(one.body, Tie) for one in read(text)) is not (negated is True)


def test_a_banned_sale_takes_no_ends_from_an_earlier_one() -> None:
    text = "Norway sold timber to Togo through Ghana. The sale of all timber of Norway is prohibited."
    assert [one.sentence.index for one in read(text) if isinstance(one.body, Flow)] == [0]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Kenya said on Monday that Chad was at fault and has supplied rifles.", [("rifles", "Chad", None)]),
        (
            "Zambia would go on until 30 tonnes of maize reached Togo and sent a warning to Ghana.",
            [("maize", None, "Togo")],
        ),
        ("The fishermen, who left Togo, have carried out many strikes on boats.", []),
        ("Two airlines have diverted planes from Lake Chad after a protest by a movement that praises Togo.", []),
        ("Zambia diverted copper from Mali to Togo.", [("copper", "Zambia", "Togo")]),
    ],
)
def test_an_end_is_left_open_rather_than_taken_from_another_clause(
    text: str, ends: list[tuple[str, str | None, str | None]]
) -> None:
    found = [one.body for one in read(text) if isinstance(one.body, Flow)]
    assert [(flow.goods, flow.origin, flow.destination) for flow in found] == ends


def test_a_warning_from_somebody_is_no_threat_by_him() -> None:
    text = "The lawmaker accused the government of Togo of having ignored a warning from the Lakeside Hospital."
    assert "threaten" not in {one.body.action for one in read(text) if isinstance(one.body, Act)}


@pytest.mark.parametrize(
    "text", ["On 3 March 2024 Kenyan-backed rebels left.", "Ada Mwangi, president of Kenya, left in May 2024."]
)
def test_a_tie_in_passing_has_no_date_of_what_happens(text: str) -> None:
    document = Document("t", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    ties_of = [claim for claim in read_document(document).claims if isinstance(claim.body, Tie)]
    assert [(one.when.start, one.when.end) for one in ties_of] == [(None, None)]


@pytest.mark.parametrize(
    ("text", "flows_told"),
    [
        (
            "Cobalt from Zambia is often smuggled to countries like Malawi and Mozambique before reaching Portugal.",
            [("Cobalt", "Zambia", ("Malawi", "Mozambique"), "Portugal")],
        ),
        ("Much of the timber is smuggled to Kenya before being sold to Oman.", [("timber", None, ("Kenya",), "Oman")]),
        (
            "Norway supplied Chad with rifles and Danish-made engines arriving through Niger and the port of Cotonou.",
            [("rifles", "Norway", ("Niger", "Cotonou"), "Chad"), ("engines", "Norway", ("Niger", "Cotonou"), "Chad")],
        ),
        (
            "Engineers began diverting water from Lake Chad to irrigate dry land in Mali and Niger.",
            [("water", "Lake Chad", (), "Mali"), ("water", "Lake Chad", (), "Niger")],
        ),
        ("Kenya diverted water flowing to the coast.", []),
        ("Zambia's smuggled copper finds its way to Portugal.", [("copper", "Zambia", (), "Portugal")]),
        ("Zambia's copper finds new uses in Portugal.", []),
        ("The parliament of Kenya set up a fund to insure deposits over 500 dollars.", []),
        (
            "The rebels rely on timber smuggled out of Mali and on their ties to the Orbis Group.",
            [("timber", "Mali", (), None)],
        ),
        (
            "Zambia's copper flows to Oman. The government's copper sales to Oman brought 3 million dollars.",
            [("copper", "Zambia", (), "Oman"), ("copper", "Zambia", (), "Oman")],
        ),
    ],
)
def test_the_way_and_the_goods_are_read_from_the_words_around(
    text: str, flows_told: list[tuple[str, str | None, tuple[str, ...], str | None]]
) -> None:
    bodies = [proposal.body for proposal in read(text)]
    assert [(b.goods, b.origin, b.via, b.destination) for b in bodies if isinstance(b, Flow)] == flows_told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Okello administration sent envoys to Kenya. Kenya thanked them, and Kenya's press did.", []),
        ("Kenyan President Ali Okello spoke. The Okello administration fell.", [Tie("Ali Okello", "leads", "Kenya")]),
        (
            "Shells hit Nova Odesa, a part of southern Ukraine Russia controls, on Monday.",
            [Tie("Nova Odesa", "part of", "Ukraine")],
        ),
        ("Kenyan Treasury Secretary Joan Doe resigned.", []),
        (
            "Mali and Chad traded blame after the roof of a large mine near Gao collapsed Monday, burying men, endangering Kenya.",
            [Act("Mali", "accuse", "Chad"), Act("Chad", "accuse", "Mali")],
        ),
        ("Kenya reported abuses in Gao, which Mali has dismissed as talk.", []),
        ("Chad broke the bridge to hinder the Malian advance.", []),
        ("Kenya initiated a case against Mali at a court in Geneva.", [Act("Kenya", "reject", "Mali")]),
        ("Mali and Chad grapple with the effects of the timber trade.", []),
        ("Acme bought trucks, while the army guards the Kafue mine it controls.", []),
    ],
)
def test_no_more_is_told_of_actors_than_the_clause_says(text: str, found: list[Act | Tie]) -> None:
    assert [proposal.body for proposal in read(text) if isinstance(proposal.body, Act | Tie)] == found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The envoy condemned the transfer of rifles to Chad.", [("rifles", None, "Chad")]),
        ("The lorries evade the ban through the supply of Malian salt to Togo.", [("salt", "Mali", "Togo")]),
        ("Malian rifles and shells reached Chad.", [("rifles", "Mali", "Chad"), ("shells", "Mali", "Chad")]),
        (
            "Gangs in Chad stole copper and smuggled it to Togo and Benin.",
            [("copper", "Chad", "Togo"), ("copper", "Chad", "Benin")],
        ),
        (
            "Mali received 70 tonnes of maize, while Chad imported 20 tonnes.",
            [("maize", None, "Mali"), ("maize", None, "Chad")],
        ),
        (
            "Copper went from Mali to Togo. Copper was hauled through Togo.",
            [("Copper", "Mali", "Togo"), ("Copper", "Mali", None)],
        ),
        (
            "Traders carried gold from Mali to Benin, where gold from Chad is sold.",
            [("gold", "Mali", "Benin"), ("gold", "Chad", "Benin")],
        ),
        ("A tanker carrying Malian oil bound for Togo sank.", [("oil", "Mali", "Togo")]),
        ("Mali has exported 13 million kWh of electricity to Togo.", [("electricity", "Mali", "Togo")]),
        ("Chad received large deliveries of rifles from Mali.", [("rifles", "Mali", "Chad")]),
        (
            "Chad receives oil through pipelines from Mali and Niger.",
            [("oil", "Mali", "Chad"), ("oil", "Niger", "Chad")],
        ),
        (
            "Coal went from Mali to Chad. Chad has bought 9 tonnes of local coal.",
            [("Coal", "Mali", "Chad"), ("local coal", None, "Chad")],
        ),
        ("Ghana signed a deal to supply coal to Togo.", [("coal", "Ghana", "Togo")]),
        ("The rebels stole diesel and smuggled it out of Chad to sell it in Togo.", [("diesel", "Chad", "Togo")]),
        ("Mali went on. The Chadian side has raised its coal supplies to Togo.", [("coal", "Chad", "Togo")]),
        ("The village depends on the Volta to supply fresh water to Togo.", [("fresh water", "Volta", "Togo")]),
    ],
)
def test_what_the_words_tell_of_an_end_is_read_wherever_they_stand(
    text: str, told: list[tuple[str, str | None, str | None]]
) -> None:
    found = [one.body for one in read(text) if isinstance(one.body, Flow)]
    assert [(flow.goods, flow.origin, flow.destination) for flow in found] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad expelled a Kenyan businessman.", []),
        ("Chad expelled three Kenyan diplomats.", [("Chad", "sanction", "Kenya")]),
        ("Chad meddled in elections in Kenya.", [("Chad", "coerce", "Kenya")]),
        ("Chad charges Kenya 240 dollars per tonne.", []),
        ("Both sides received rifles and Kenyan fighters.", []),
        ("The central bank shut Aldgate Bank.", []),
        ("The Bank of Ghana shut Aldgate Bank.", [("Bank of Ghana", "coerce", "Aldgate Bank")]),
    ],
)
def test_what_is_done_reaches_those_it_is_done_to(text: str, told: list[tuple[str, str, str]]) -> None:
    bodies = [one.body for one in read(text) if isinstance(one.body, Act)]
    assert [(act.actor, act.action, act.target) for act in bodies] == told


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Oil goes to Togo, Mali's largest customer.", Tie("Togo", "buys from", "Mali")),
        ("The plan was discussed by the President of Mali, Amina Sule, on Monday.", Tie("Amina Sule", "leads", "Mali")),
        ("The Bank of Ghana took control of Aldgate Bank.", Tie("Bank of Ghana", "influences", "Aldgate Bank")),
    ],
)
def test_a_role_is_told_by_what_stands_around_it(text: str, tie: Tie) -> None:
    assert tie in [one.body for one in read(text)]
