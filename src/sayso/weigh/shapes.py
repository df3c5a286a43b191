"""What two claims have in common by their build, where the words of their passages tell too little or too much.

Sentences of real reports say many things beside a claim. A count of the dead of one place and day, goods on their way from
one state to another, a sanction on one body: each is the same whatever stands around it. And two short sentences that share
a name and a verb need not be one proposition.
Invariant: symmetric in its two claims; what is not looked at here is left as the comparison by words has it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from sayso.core.claim import Modality
from sayso.lexicon.houses import bodies
from sayso.lexicon.table import table
from sayso.weigh.answers import answer_of
from sayso.weigh.card import AHEAD, Card
from sayso.weigh.denial import negations
from sayso.weigh.likeness import UNLIKE, Comparison, Likeness, by_build, known_states
from sayso.weigh.names import named
from sayso.weigh.shapes_answers import answer_keys, refuted
from sayso.weigh.shapes_blame import blame_keys, blamed, silent_on_harm
from sayso.weigh.shapes_degree import degree_keys, set_apart
from sayso.weigh.shapes_denials import bears, denies_enough, denies_how, proposes
from sayso.weigh.shapes_due import only_due
from sayso.weigh.shapes_figures import Figures
from sayso.weigh.shapes_flows import Flows
from sayso.weigh.shapes_names import States
from sayso.weigh.terms import Bag, bag, term
from sayso.weigh.times import MONTHS_FIRST, dates_differ, days_differ, times_apart

_FIRST_PERSON = re.compile(r"\b(?:I|my|me|we|our|us)\b")
_PRONOUN = re.compile(r"[“\"‘']?(?:that )?(?:he|she|it|they|this|these|those|that)\b", re.IGNORECASE)
_LEADS = bag("leads")
_FEWEST = 3  # terms besides names that two sayings of one source share
_QUOTED = 6  # terms that two sayings have in common and nothing else
_ACROSS = frozenset({Modality.CONDITIONAL, Modality.POSSIBLE})


class Shapes:
    """Compares claims two at a time, by their build first and by their words where that does not decide."""

    def __init__(self, compare: Comparison, cards: Sequence[Card]) -> None:
        self.weights = compare.weights
        self.worded = compare.worded
        self.slots = compare.slots
        self._compare = compare
        states = States(compare)
        self._figures = Figures(compare, states, cards)
        self._flows = Flows(compare)
        self._by_kind: dict[str, Callable[[Card, Card], Likeness | None]] = {
            "figure": self._figures,
            "flow": self._flows,
            "act": self._act,
            "tie": self._tie,
            "statement": self._saying,
        }
        self._states = states
        self._named_in: dict[str, Bag] = defaultdict(frozenset)
        for card in cards:
            self._named_in[card.document] |= card.names
        self.led = self._states_led(cards)

    def _states_led(self, cards: Sequence[Card]) -> dict[str, str]:
        """The state that everybody who leads just one is said to lead."""
        found: dict[str, set[str]] = defaultdict(set)
        for card in cards:
            if card.kind == "tie" and card.first == _LEADS and all(card.slots) and not card.negative:
                leader, body = (self._compare.names.name(slot or "") for slot in card.slots)
                if self._states.is_state(body):
                    found[leader].add(body)
        return {leader: min(bodies) for leader, bodies in found.items() if len(bodies) == 1}

    def __call__(self, one: Card, other: Card) -> Likeness:
        found = self._likeness(one, other)
        if found.against == "denial" and denies_how(*((one, other) if one.negative else (other, one))):
            return UNLIKE
        return found

    def _likeness(self, one: Card, other: Card) -> Likeness:
        built = self._built(one, other)
        if built is None and one.passage != other.passage:
            built = set_apart(one, other) or blamed(one, other) or refuted(one, other, self.weights)
        if built is not None:
            return built
        found = self._compare(one, other)
        if (
            found.against == "date"
            and one.dates
            and other.dates
            and not dates_differ(one.dates, other.dates, MONTHS_FIRST)
        ):
            found = Likeness(found.score, True)
        if found.same:
            return found if self._can_be_one(one, other) else UNLIKE
        return found if self._can_be_against(one, other, found) else UNLIKE

    def _can_be_one(self, one: Card, other: Card) -> bool:
        """Whether claims that are worded alike can be one proposition."""
        if only_due(one, other) or only_due(other, one):
            return False
        if one.kind != other.kind:
            return True
        if _supposed(one) != _supposed(other) or self._of_themselves(one, other):
            return False
        return one.kind != "statement" or (self._says_enough(one, other) and not silent_on_harm(one, other))

    def _can_be_against(self, one: Card, other: Card, found: Likeness) -> bool:
        """Whether what sets two claims against each other is in what they say."""
        match found.against:
            case "denial":
                denial, claim = (one, other) if one.negative else (other, one)
                if claim.kind == "act" and denial.kind != "act" and claim.first <= _spoken():
                    return False  # who denies what he is accused of does not deny that he is accused
                if answer_of(denial) and negations().search(claim.content):
                    return False  # who says that it was not so, or could not be, charges nobody
                return (
                    proposes(denial, claim)
                    and self._beyond_chance(denial.says & claim.says)
                    and denies_enough(denial, claim, found.score, self._states.plain)
                    and bears(denial, claim)
                    and not self._of_another(denial, claim)
                )
            case "date" if one.kind == "act":
                return _done_once(one)  # what is done time and again is done on many days
            case "sign":
                return not (_its_own_cause(one) or _its_own_cause(other))
        return one.kind != "statement" or self._says_enough(one, other)

    def _beyond_chance(self, shared: Bag) -> bool:
        """Whether a denial and a claim share more than some two of a case do by chance: pairs grow with the square of the case."""
        return self.weights.of(shared) >= float(table("weighing")["same"]["denial_weight"]) + 2 * self.weights.growth

    def _of_another(self, denial: Card, claim: Card) -> bool:
        """Whether somebody denies a thing of himself, and the claim is of another: its document does not name him, and it names
        whom the denial does not."""
        himself = self._compare.of_himself(denial) - _bodies()
        if not himself or himself & (claim.around | self._named_in[claim.document]):
            return False
        named = (claim.around & (self._compare.proper | known_states())) - denial.around
        return bool((named | self._compare.of_himself(claim)) - _bodies())

    def own(self, card: Card) -> frozenset[str]:
        """Whose word a statement in the first person is: in the same words it is another when another says it."""
        own = card.kind == "statement" and _FIRST_PERSON.search(card.content)
        return self._sources(card) or frozenset((card.document,)) if own else frozenset()

    def keys(self, card: Card) -> Iterator[tuple[str, ...]]:
        """What a claim is looked up by to find those of its build."""
        yield from degree_keys(card)
        yield from blame_keys(card)
        yield from answer_keys(card, self.weights)
        match card.kind:
            case "figure":
                yield from self._figures.keys(card)
            case "flow":
                yield from self._flows.keys(card)
            case "statement":
                for name in sorted(self._sources(card)):
                    for word in self.weights.rarest(card.says, 4):
                        yield "saying", name, word
            case "act" | "tie" if all(card.slots) and (_done_once(card) or card.first in _memberships()):
                yield card.kind, *sorted(card.first), *self._doers(card)

    def _built(self, one: Card, other: Card) -> Likeness | None:
        if (one.document == other.document and one.start == other.start) or one.kind != other.kind:
            return None
        compare = self._by_kind.get(one.kind)
        return compare(one, other) if compare else None

    def _act(self, one: Card, other: Card) -> Likeness | None:
        """What is done to one body by another at one time: other days are a contradiction, none is the same act."""
        if one.first != other.first or not _done_once(one) or one.negative != other.negative:
            return None
        mine, theirs = self._doers(one), self._doers(other)
        if mine != theirs or not all(mine):
            return None
        if self._states.is_state(mine[1]):  # acted on time and again; but not to act at all is one thing
            return by_build() if one.negative and not times_apart(one, other) else None
        if one.days and other.days and days_differ(one, other):
            return by_build("date")
        return None if times_apart(one, other) else by_build()

    def _doers(self, card: Card) -> tuple[str, ...]:
        """Who acts, and on whom: what is done by who leads a state is done by the state."""
        names = [self._compare.names.name(slot) if slot else "" for slot in card.slots]
        return (self.led.get(names[0], names[0]), *names[1:])

    def _of_themselves(self, one: Card, other: Card) -> bool:
        """Whether two sources speak each of himself, or say "he" of somebody the sentence does not name."""
        if one.kind != "statement" or other.kind != "statement" or self._sources(one) & self._sources(other):
            return False
        if one.says == other.says and len(one.says) >= _QUOTED:
            return False  # quoted in the same words, whoever is taken to be quoted
        if any(_FIRST_PERSON.search(card.content) for card in (one, other)):
            return True
        shared = one.says & other.says
        return shared == self._states.plain(shared) and any(_PRONOUN.match(card.content) for card in (one, other))

    def _tie(self, one: Card, other: Card) -> Likeness | None:
        """Who may join yet is no member: that stands against whoever says that he is one."""
        mine, theirs = ([self._compare.names.name(slot or "") for slot in card.slots] for card in (one, other))
        if (
            mine != theirs
            or one.negative
            or other.negative
            or one.first != other.first
            or one.first not in _memberships()
        ):
            return None
        joins = [card.modality in AHEAD and bool(_joining().search(card.passage)) for card in (one, other)]
        plain = [card.modality is Modality.ASSERTED and not _joining().search(card.passage) for card in (one, other)]
        if (joins[0] and plain[1]) or (joins[1] and plain[0]):
            return by_build("degree")
        return None

    def _saying(self, one: Card, other: Card) -> Likeness | None:
        """Two sayings of one source, of which the longer has what the shorter has, are one saying; and a source does not
        deny what it says itself."""
        if not self._sources(one) & self._sources(other):
            return None
        shared = one.says & other.says
        if one.numbers and other.numbers and not one.numbers & other.numbers:
            return None
        if len(shared) <= int(table("shapes")["shared"]["terms"]) or len(self._states.plain(shared)) < _FEWEST:
            return None
        if (
            self.weights.within(one.says, other.says) < float(table("shapes")["shared"]["saying"])
            or one.degree ^ other.degree
        ):
            return None
        return None if times_apart(one, other) else by_build()

    def _sources(self, card: Card) -> frozenset[str]:
        return frozenset(self._compare.names.name(chain[-1][0]) for chain in card.chains if named(chain[-1][0]))

    def _says_enough(self, one: Card, other: Card) -> bool:
        """Whether two statements share enough for one to be the other put differently."""
        shared = one.says & other.says
        bars = table("shapes")["shared"]
        if (
            one.negative != other.negative
            and len(shared) <= int(bars["terms"])
            and shared == self._states.plain(shared)
        ):
            return False
        plain = len(self._states.plain(shared))
        return len(shared) >= int(bars["terms"]) and (
            plain >= bars["plain"] or (plain > 0 and len(shared) > bars["terms"])
        )


@cache
def _bodies() -> Bag:
    """The terms of common nouns for bodies, which capitals make no names of anybody."""
    return frozenset(map(term, bodies()))


@cache
def _memberships() -> frozenset[Bag]:
    return frozenset(bag(relation) for relation in table("shapes")["joining"]["relations"])


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('shapes')['joining']['verbs'])})\b")


def _its_own_cause(card: Card) -> bool:
    """Whether an influence's effect is told by its cause ("the criticism of X for its opacity" by "opacity")."""
    return card.first <= card.second or card.second <= card.first


def _supposed(card: Card) -> bool:
    """Whether a claim only supposes what it says: that supports nobody who says it is so."""
    return card.modality in _ACROSS


def _done_once(act: Card) -> bool:
    return bool(act.first) and act.first <= _once()


@cache
def _once() -> frozenset[str]:
    return frozenset(table("shapes")["once"]["acts"])


@cache
def _spoken() -> frozenset[str]:
    return frozenset().union(*(bag(act) for act in table("shapes")["spoken"]["acts"]))
