"""Planted cases in a stranger's hand: news style, other verbs, other orders, other ways to credit, copy and deny.

A second pen beside :mod:`planted_cases`, held out: what it writes is measured, never what thresholds are set on. Each account of
an event has wordings of its own; credits stand before, after and around what is said; copies are partial; denials never
say "denied that".
"""

# ruff: noqa: E501 - wordings read best one a line

from collections.abc import Iterator
from random import Random

from planted_cases import Case, Event, Told
from sayso.core.document import Block, BlockKind, Document

TOWNS = [
    "Kassala",
    "Maribor",
    "Tulcea",
    "Arequipa",
    "Gondar",
    "Khorog",
    "Bafoussam",
    "Szeged",
    "Nampula",
    "Liepaja",
    "Zinder",
    "Osh",
]
FIRMS = [
    "Altmark Bank",
    "Rivet Aerospace",
    "Sunda Palm",
    "Kivu Minerals",
    "Polar Freight",
    "Danieli Steel",
    "Emba Petroleum",
    "Borealis Paper",
]
STATES = ["Sudan", "Chad", "Armenia", "Ecuador", "Nepal", "Zambia", "Libya", "Uruguay"]
PAPERS = [
    "Le Rivage",
    "the Baltic Monitor",
    "Kronos News",
    "the Evening Standard-Bearer",
    "Sahel Dispatch",
    "the Nile Tribune",
    "Andes Today",
    "the Steppe Chronicle",
    "Azur Press Agency",
    "Meridian Newswire",
    "Tidewater Post",
    "the Lakeside Journal",
    "Radio Horizonte",
    "Northgate Weekly",
]
VOICES = [
    "the UN refugee agency",
    "the interior ministry",
    "the International Crisis Group",
    "police chief Marek Dolan",
    "the provincial governor",
    "the Sudan Doctors Network",
    "the Anti-Corruption Bureau",
    "the Federal Reserve",
    "the European Space Agency",
    "the Maritime Rescue Centre",
    "the World Bank",
    "Prime Minister Elena Corti",
    "the River Basin Authority",
    "the Nurses' Union",
    "Global Witness",
    "the General Prosecutor's Office",
]
DENIERS = [
    "the army command",
    "company spokeswoman Ruth Adeyo",
    "the mayor's office",
    "Foreign Minister Karim Saleh",
    "the presidential palace",
    "the regional administration",
]

# what may differ, and three stocks of wordings: one for each independent account, never shared
EVENTS = [
    (["41", "63", "88"], {}, [
        ["Some {v} civilians were killed when shells struck the central market in {town}.", "Shelling of the central market in {town} left {v} civilians dead.", "The bombardment of {town}'s central market claimed {v} civilian lives."],
        ["Artillery fire tore into the main market of {town}, killing {v} people.", "{v} people, traders among them, lost their lives as artillery rounds hit the market in {town}."],
        ["The number of dead in the attack on the {town} market stands at {v}.", "{v} bodies were recovered after the strike on the market in {town}."],
    ]),
    (["$2.3 billion", "$3.1 billion", "€900 million"], {}, [
        ["Depositors pulled {v} out of {firm} in a single week.", "{firm} saw {v} of deposits leave within a week.", "Within one week, {v} had been withdrawn from {firm} by its depositors."],
        ["Savers took {v} from accounts at {firm} over seven days.", "The run on {firm} drained {v} from the lender in seven days."],
        ["Withdrawals from {firm} amounted to {v} in the week before its collapse.", "{v} flowed out of {firm} in the run-up to its failure."],
    ]),
    (["12 centimetres", "30 centimetres", "55 centimetres"], {"lake": ["Lake Tarsa", "Lake Ombe", "Lake Visoko"]}, [
        ["The surface of {lake} has dropped by {v} since last summer.", "Since last summer the level of {lake} has gone down {v}.", "{lake} is {v} lower than it was last summer."],
        ["{lake} lost {v} of depth over the past year.", "Over the past year {lake} sank by {v}."],
        ["Gauges on {lake} show a decline of {v} in twelve months.", "A fall of {v} in twelve months was recorded at {lake}."],
    ]),
    (["4,000", "7,500", "12,000"], {"thing": ["rifles", "mortar shells", "armoured vests"]}, [
        ["{firm} delivered {v} {thing} to {state} through a trading house in Dubai.", "{v} {thing} made by {firm} reached {state} via a trading house in Dubai.", "Through a trading house in Dubai, {firm} supplied {state} with {v} {thing}."],
        ["{state} obtained {v} {thing} from {firm} with the help of a Dubai broker.", "A broker in Dubai arranged the sale of {v} {thing} by {firm} to {state}."],
        ["{v} {thing} from the factories of {firm} ended up in {state}.", "{firm} is the maker of {v} {thing} that turned up in {state}."],
    ]),
    (["14 March", "21 June", "5 October"], {}, [
        ["{firm} closed its plant in {town} on {v}.", "The plant of {firm} in {town} was shut on {v}.", "On {v}, {firm} shuttered the {town} plant."],
        ["Production at the {town} works of {firm} came to an end on {v}.", "The last shift at {firm} in {town} ended on {v}."],
        ["{v} was the day {firm} locked the gates of its {town} factory.", "Workers at {firm} in {town} were sent home for good on {v}."],
    ]),
    ([""], {"thing": ["cyanide", "untreated sewage", "heating oil"]}, [
        ["{firm} dumped {thing} into the river at {town}.", "{thing_c} was discharged into the river at {town} by {firm}.", "The river at {town} was fouled with {thing} by {firm}."],
        ["Near {town}, {firm} let {thing} run into the river.", "{firm} had been pouring {thing} into the river near {town}."],
        ["{thing_c} from a pipe belonging to {firm} ended up in the river that feeds {town}.", "A pipe owned by {firm} leaked {thing} into the {town} river."],
    ]),
    ([""], {"thing": ["mercenaries", "drone pilots", "military advisers"]}, [
        ["{state} sent {thing} to fight in the border province around {town}.", "{thing_c} from {state} were deployed to the border province around {town}.", "In the border province around {town}, {thing} sent by {state} took part in the fighting."],
        ["{thing_c} dispatched by {state} are fighting near {town}.", "{state} has {thing} on the ground near {town}."],
        ["The government of {state} has put {thing} into the battle for {town}.", "The battle for {town} is being fought with {thing} from {state}."],
    ]),
]  # fmt: skip
CREDITS = [
    "{clause_c}, {src} told reporters.", "{src_c} told reporters that {clause}.", "Per {src}, {clause}.", "{clause_c}, per {src}.", "Citing {src}, the newspaper wrote that {clause}.",
    "“{clause_c},” {src} said.", "{src_c} said: “{sent}”", "In the words of {src}, {clause}.", "{src_c} confirmed on Tuesday that {clause}.", "A report by {src} found that {clause}.",
    "Figures from {src} indicate that {clause}.", "{src_c} has claimed that {clause}.", "{clause_c}, {src} disclosed in a briefing.", "It was {src} that revealed that {clause}.", "{clause_c}, a statement by {src} said.",
    "{src_c} estimates that {clause}.", "As {src} noted, {clause}.", "{clause_c}, said {src}.",
]  # fmt: skip
CHAINS = [
    "{car_c}, quoting {src}, wrote that {clause}.", "{clause_c}, {car} reported, citing {src}.", "{clause_c}, according to {src}, as quoted by {car}.", "{car_c} cited {src} as saying that {clause}.",
    "{src_c} told {car} that {clause}.", "{clause_c}, {src} said in an interview with {car}.",
]  # fmt: skip
DENIALS = [
    "{src_c} rejected as false the report that {clause}.", "{src_c} dismissed the claim that {clause}.", "“It is not true that {clause},” {src} said.", "{src_c} said it was untrue that {clause}.",
    "The allegation that {clause} is baseless, {src} said.", "{src_c} called the assertion that {clause} a fabrication.", "{src_c} has refuted reports that {clause}.", "Reports that {clause} were denied by {src}.",
]  # fmt: skip
BESIDE = [
    "Ambulances were still arriving at nightfall.", "The head of the local council asked for calm.", "Traffic on the coastal highway came to a standstill.", "A former director had left the country in spring.", "Radio stations broke into their programmes.",
    "Relatives gathered outside the gates with photographs.", "The news reached the capital shortly before noon.", "Auditors spent three days in the archive.", "Pharmacies ran short of bandages.", "A committee of elders met under the old fig tree.",
    "The phone network failed for several hours.", "Two clerks handed in their notice the same evening.", "Students hung banners from the library windows.", "The harbour pilot refused to comment further.", "Fuel was rationed at the northern depot.", "Several witnesses asked that their names be withheld.",
    "Surveyors marked the spot with red paint.", "The minister was abroad at a trade fair.", "Old maps of the district were spread on a table.", "Customs seals were found in a bin behind the shed.",
]  # fmt: skip
NOISE = [
    "The spring regatta drew rowers from nine clubs.", "A new tram line opened in the western suburbs.", "The national library acquired a rare atlas.", "Coffee growers in the highlands expect a good year.", "The film festival closed with a silent comedy.",
    "Schoolchildren planted oaks along the canal.", "A chess prodigy from the islands won her third title.", "The opera house reopened after repairs to its ceiling.",
]  # fmt: skip
EYE = [
    "This newspaper's own reporter counted on the spot.",
    "Our correspondent saw it herself.",
    "We obtained and checked the ledgers ourselves.",
    "Reporters of this paper witnessed it.",
]
SWAP = {
    "killed": "slain", "civilians": "residents", "dead": "lifeless", "claimed": "took", "struck": "hit", "killing": "claiming the lives of", "Depositors": "Customers", "pulled": "took", "withdrawn": "removed", "leave": "flow out", "Savers": "Clients", "dropped": "fallen",
    "gone down": "sunk", "lower": "shallower", "lost": "shed", "delivered": "shipped", "supplied": "furnished", "reached": "arrived in", "obtained": "acquired", "arranged": "brokered", "ended up": "finished", "closed": "shut down", "shut": "closed", "shuttered": "closed",
    "came to an end": "ceased", "dumped": "discharged", "discharged": "released", "fouled": "polluted", "pouring": "tipping", "leaked": "spilled", "sent": "dispatched", "deployed": "posted", "took part in": "joined", "dispatched": "sent",
    "arriving": "coming in", "asked for": "appealed for", "came to a standstill": "stopped", "left": "quit", "broke into": "interrupted", "gathered": "assembled", "reached the capital": "got to the capital", "spent": "passed", "ran short of": "ran out of", "met": "gathered",
    "failed": "went down", "handed in": "gave in", "hung": "draped", "refused to": "would not", "was rationed": "was limited", "withheld": "kept back", "marked": "flagged", "abroad": "out of the country", "spread": "laid out", "found": "discovered",
}  # fmt: skip


def cases(number: int, seed: int = 1) -> Iterator[Case]:
    for at in range(number):
        yield _Pen(seed * 7919 + at).case()


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]


class _Pen:
    def __init__(self, seed: int) -> None:
        self._r = Random(seed)
        self._case = Case(seed)
        shuffled = lambda rows: self._r.sample(rows, len(rows))  # noqa: E731
        self._towns, self._firms, self._states = shuffled(TOWNS), shuffled(FIRMS), shuffled(STATES)
        self._papers, self._voices, self._deniers = shuffled(PAPERS), shuffled(VOICES), shuffled(DENIERS)
        self._beside = shuffled(BESIDE)

    def case(self) -> Case:
        for kind in self._r.sample(EVENTS, self._r.randint(1, 2)):
            self._event(*kind)
        self._r.shuffle(self._case.documents)
        return self._case

    def _event(self, values: list[str], more: dict, stocks: list[list[str]]) -> None:
        r = self._r
        event = Event()
        self._case.events.append(event)
        slots = {name: r.choice(rows) for name, rows in more.items()}
        slots |= {"town": self._towns.pop(), "firm": self._firms.pop(), "state": self._states.pop()}
        slots["thing_c"] = _cap(slots.get("thing", ""))
        v, *others = r.sample(values, len(values))
        stocks = [*stocks[:1], *r.sample(stocks[1:], len(stocks) - 1)]
        fate = r.random()
        origins = 1 if fate >= 0.55 and r.random() < 0.4 else r.choice([1, 2, 2])
        for number in range(origins):
            self._origin(event, stocks[number], slots | {"v": v}, 0, number > 0)
        if fate < 0.3 and others:
            event.against = "value"
            self._origin(event, stocks[r.choice([0, 2])], slots | {"v": others[0]}, 1, True)
        elif fate < 0.55:
            event.against = "denial"
            voice = self._deniers.pop()
            clause = self._clause(r.choice(stocks[0]).format(**(slots | {"v": v})), slots)
            event.origins[1] = {voice}
            self._page(
                event, 1, r.choice(DENIALS).format(src=voice, src_c=_cap(voice), clause=clause), self._around(), 20
            )

    def _origin(self, event: Event, stock: list[str], slots: dict, side: int, later: bool) -> None:
        r = self._r
        wordings = [one.format(**slots) for one in r.sample(stock, len(stock))]
        day = r.randint(1, 8)
        around = self._around()
        if r.random() < 0.35 and self._papers:
            origin = self._papers.pop()
            extra = [r.choice(EYE)] if later or r.random() < 0.5 else []
            self._page(event, side, wordings[0], (around[0], [*extra, *around[1]]), day, origin)
        else:
            origin = self._voices.pop()
            self._page(event, side, self._credited(origin, wordings[0], slots), around, day)
        event.origins.setdefault(side, set()).add(origin)
        for _ in range(r.choice([0, 1, 1, 2])):
            day += r.randint(1, 4)
            if r.random() < 0.5:
                self._page(event, side, self._credited(origin, r.choice(wordings), slots), ([], []), day)
            else:
                kept = tuple([self._reworded(one) for one in side_ if r.random() < 0.75] for side_ in around)
                self._page(event, side, self._reworded(r.choice(wordings[:2]) if any(kept) else wordings[0]), kept, day)

    def _credited(self, origin: str, sentence: str, slots: dict) -> str:
        r = self._r
        form, carrier = r.choice(CREDITS), ""
        if r.random() < 0.25 and len(self._papers) > 3 and origin not in PAPERS:
            form, carrier = r.choice(CHAINS), self._papers.pop()
        clause = self._clause(sentence, slots)
        return form.format(
            src=origin,
            src_c=_cap(origin),
            car=carrier,
            car_c=_cap(carrier),
            clause=clause,
            clause_c=_cap(clause),
            sent=sentence,
        )

    def _clause(self, sentence: str, slots: dict) -> str:
        clause = sentence.rstrip(".")
        keep = any(
            clause.startswith(str(one)) for name, one in slots.items() if name in {"firm", "town", "state", "lake"}
        )
        return clause if keep else clause[0].lower() + clause[1:]

    def _around(self) -> tuple[list[str], list[str]]:
        rows = [self._beside.pop() for _ in range(min(len(self._beside), self._r.randint(1, 3)))]
        cut = self._r.randint(0, len(rows))
        return rows[:cut], rows[cut:]

    def _reworded(self, sentence: str) -> str:
        for old, new in SWAP.items():
            if old in sentence and self._r.random() < 0.6:
                return sentence.replace(old, new, 1)
        return sentence

    def _page(self, event: Event, side: int, sentence: str, around: tuple, day: int, paper: str | None = None) -> None:
        paper = paper or (self._papers.pop() if self._papers else f"Bulletin {len(self._case.documents)}")
        path = f"{len(self._case.documents):02}-{paper.lower().replace(' ', '-')}.txt"
        text = "".join(one + " " for one in (self._r.sample(NOISE, self._r.randint(0, 2)) + list(around[0])))
        event.told.append(Told(path, len(text), len(text) + len(sentence), side))
        text += sentence + "".join(" " + one for one in around[1])
        self._case.documents.append(
            Document(
                path,
                text,
                (Block(BlockKind.PARAGRAPH, 0, len(text)),),
                publisher=_cap(paper.removeprefix("the ")),
                published=f"2025-03-{min(day, 28):02}",
                sha256=path,
            )
        )
