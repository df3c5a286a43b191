"""Influences: where a text says that one thing makes, drives, enables, hinders or prevents another, and with which sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.core.claim import Influence
from sayso.lexicon.names import lookup
from sayso.read.grammar.influences.acting import with_deeds
from sayso.read.grammar.influences.conditions import by_conditions
from sayso.read.grammar.influences.connectives import by_connectives
from sayso.read.grammar.influences.discourse import Discourse
from sayso.read.grammar.influences.grounds import Grounds
from sayso.read.grammar.influences.joining import confirmed
from sayso.read.grammar.influences.link import Link
from sayso.read.grammar.influences.motives import by_motives
from sayso.read.grammar.influences.naming import EDGE
from sayso.read.grammar.influences.nouns import by_nouns
from sayso.read.grammar.influences.plain import by_surface
from sayso.read.grammar.influences.pressure import by_pressure
from sayso.read.grammar.influences.results import by_results
from sayso.read.grammar.influences.salvage import by_salvage
from sayso.read.grammar.influences.sequence import by_sequence
from sayso.read.grammar.influences.signals import MARKS
from sayso.read.grammar.influences.signs import valued
from sayso.read.grammar.influences.stems import by_section, by_stem, subject_before
from sayso.read.grammar.influences.tagged import links as links_of
from sayso.read.grammar.influences.tagged import may_signal
from sayso.read.grammar.influences.thing import Thing
from sayso.read.grammar.influences.verbs import by_verbs
from sayso.read.parse import Parse, Sentence
from sayso.read.proposal import Proposal
from sayso.read.tagger.taggers import Sight, Taggers

_LONGEST_SENTENCE = 200  # words; what is longer is no sentence but a table or a list without marks


def influences(parse: Parse, sight: Sight | None = None) -> list[Proposal]:
    """The influences a document states, in order of the text, each with both ends verbatim and signed by its variables;
    ``sight`` is what the trained taggers saw in it."""
    found: list[tuple[int, list[Proposal]]] = []
    discourse, cased = Discourse(parse), _Cases(parse)
    causes = (sight or Sight()).causes
    grounds = Grounds(parse, causes.stated)
    for sentence in parse.sentences:
        if 3 <= len(sentence.words) <= _LONGEST_SENTENCE:
            seen: set[tuple[str, str]] = set()
            mine: list[Proposal] = []
            links = by_surface(sentence) or []
            if not links and not _asks(sentence):
                links = list(_by_tree(sentence, subject_before(parse, sentence, discourse.topic)))
            for link in (*links, *by_stem(parse, sentence), *by_section(parse, sentence), *by_pressure(sentence)):
                settled = discourse.settle(valued(link), sentence)
                if settled is not None:
                    mine.extend(_proposals(parse, sentence, with_deeds(cased.applied(settled)), seen))
            shown = mine or grounds.home or may_signal(sentence)
            theirs = links_of(sentence, causes.of(sentence)) if shown else ()
            for link, sure in confirmed(parse, mine, theirs, home=grounds.home):
                settled = discourse.settle(valued(link), sentence)
                if settled is not None:
                    alone = _proposals(parse, sentence, with_deeds(cased.applied(settled)), seen)
                    mine.extend(replace(proposal, witness=Taggers.name, sure=sure) for proposal in alone)
            found.append((sentence.index, mine))
        discourse.close(sentence)
    return [one for index, mine in found for one in grounds.weighed(mine, index)]


def _asks(sentence: Sentence) -> bool:
    """Whether the sentence ends as a question, which states nothing."""
    return next((word.text for word in reversed(sentence.words) if word.text not in EDGE - {"?"}), "") == "?"


class _Cases:
    """Takes the capital off a variable's first word where it only begins a sentence."""

    def __init__(self, parse: Parse) -> None:
        self._lower = {word.text for sentence in parse.sentences for word in sentence.words if word.text.islower()}

    def applied(self, link: Link) -> Link:
        return replace(
            link,
            causes=[self._thing(t, link.plain) for t in link.causes],
            effects=[self._thing(t, link.plain) for t in link.effects],
        )

    def _thing(self, thing: Thing, plain: bool) -> Thing:
        first = thing.words[0]
        name = thing.variable.split(" ", 1)[0]
        if not name[:1].isupper() or not name[1:].islower() or (first.i > 0 and not first.text[0].isupper()):
            return thing
        bare = name.removesuffix("'s").removesuffix("'")
        if lookup(bare) is not None:
            return thing
        named = next((word for word in thing.words if word.text == bare), first)
        common = plain and thing.variable == bare and name.endswith("s") and named.ent != "GPE"
        known = (not common and named.ent in ("GPE", "NORP", "LOC", "PERSON", "ORG", "FAC")) or (
            named.pos == "PROPN" and not common
        )
        if named.i > 0 or (known and bare.lower() not in self._lower):
            return thing
        return replace(thing, variable=thing.variable[0].lower() + thing.variable[1:])


def _by_tree(sentence: Sentence, lent: list[Thing]) -> Iterator[Link]:
    yield from by_verbs(sentence, lent)
    yield from _of_clauses(by_connectives(sentence))
    yield from _of_clauses(by_results(sentence))
    yield from by_conditions(sentence)
    yield from _of_clauses(by_motives(sentence))
    yield from by_nouns(sentence)
    yield from _of_clauses(by_sequence(sentence))
    yield from by_salvage(sentence)


def _of_clauses(links: Iterable[Link]) -> Iterator[Link]:
    """Links between clauses: what a clause negates has turned its thing's direction, so only "not because" negates the link."""
    return (replace(link, negated=bool(link.negated)) for link in links)


def _proposals(parse: Parse, sentence: Sentence, link: Link, seen: set[tuple[str, str]]) -> Iterator[Proposal]:
    for cause in link.causes:
        for effect in link.effects:
            key = (cause.variable.lower(), effect.variable.lower())
            if key in seen or key[0] == key[1]:
                continue
            spans = (f"{cause.words[0].start}-{cause.words[-1].end}", f"{effect.words[0].start}-{effect.words[-1].end}")
            if spans in seen:
                continue
            seen |= {key, spans}
            sign = MARKS[link.sign * cause.direction * effect.direction]
            body = Influence(cause.term(parse), effect.term(parse), sign, link.words_of_signal(parse))
            yield Proposal(
                body,
                sentence,
                (sentence.start, sentence.end),
                predicate=link.predicate,
                modality=link.modality,
                negated=link.negated,
                resolved=cause.resolved + effect.resolved,
                partial=cause.partial or effect.partial,
            )
