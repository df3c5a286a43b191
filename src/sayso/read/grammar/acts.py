"""Acts: who did what to whom, as PLOVER event types, from verbs and from nouns that name what is done."""

from sayso.core.claim import Act
from sayso.read.grammar.actors import Actors
from sayso.read.grammar.actors_frame import Frame, after, frame, named, obliques_of, parties
from sayso.read.grammar.acts_nouns import of_noun
from sayso.read.grammar.acts_rules import Deed, Rule, light, rules
from sayso.read.grammar.flows_draft import is_money
from sayso.read.grammar.phrase import child
from sayso.read.parse import Parse, Word
from sayso.read.proposal import Proposal

_WHERE = frozenset({"in", "at", "near", "around", "across"})
_OPINIONS = frozenset({"accuse", "reject", "support"})
_MOST = 12  # acts out of one word


def acts(parse: Parse, actors: Actors) -> list[Proposal]:
    """The acts the document states, in order of the text."""
    if "acts" not in actors.said:
        actors.said["acts"] = _read_all(parse, actors)
    return list(actors.said["acts"])


def _read_all(parse: Parse, actors: Actors) -> list[Proposal]:
    found: list[Proposal] = []
    for sentence in parse.sentences:
        seen: set[Act] = set()
        for word in sentence.words:
            for deed in _read(word, actors)[:_MOST]:
                act = Act(deed.actor, deed.action, deed.target)
                if deed.actor != deed.target and act not in seen:
                    seen.add(act)
                    negated = False if deed.held else None
                    spoken = deed.action in light("spoken")  # a charge is none of what is charged
                    whole = deed.word if spoken else sentence
                    found.append(Proposal(act, sentence, (whole.start, whole.end), deed.word, negated=negated))
    return found


def _read(word: Word, actors: Actors) -> list[Deed]:
    if word.pos == "VERB":
        chosen = rules("verbs").get(word.lemma.lower())
        return _of_verb(word, chosen, actors) if chosen else []
    if word.pos == "NOUN":
        chosen = rules("nouns").get(word.lemma.lower())
        return of_noun(word, chosen, actors) if chosen else []
    return _together(word, actors) if word.lower in light("together") else []


def _of_verb(verb: Word, choices: list[Rule], actors: Actors) -> list[Deed]:
    around = frame(verb, actors)
    doers = parties(actors, around.agents)
    if not doers or _figurative(verb, around) or _priced(verb, around):
        return []
    for rule in choices:
        targets = [] if _told_of_more(verb, rule) else _targets(rule, around, verb, actors)
        if targets:
            return [Deed(doer, rule.action, target, verb) for doer in doers for target in targets]
    if len(doers) == 2 and verb.lemma in light("trading") and (traded := _traded(around)) is not None:
        return [Deed(a, traded.action, b, verb) for a, b in (doers, doers[::-1])]
    if len(doers) == 2 and any(rule.mutual for rule in choices):  # "the two states cooperate"
        return [Deed(doers[0], choices[0].action, doers[1], verb)]
    return []


def _told_of_more(verb: Word, rule: Rule) -> bool:
    """``abuses in Mali, which Chad dismissed``: what one thinks of is what happened there, not the place."""
    stands = verb.dep == "relcl" and verb.head.dep == "pobj" and verb.head.head.lower in _WHERE
    return stands and rule.action in _OPINIONS and child(verb, "dobj") is not None


def _traded(around: Frame) -> Rule | None:
    """What two do to each other when they trade blame, accusations or threats."""
    return next((rule for one in around.patients for rule in rules("nouns").get(one.lemma, [])), None)


def _figurative(verb: Word, around: Frame) -> bool:
    """``stabs A in the back`` is no act of violence."""
    return any(f"{verb.lemma} {word.lemma}" in light("figures_of_speech") for _, word in around.obliques)


def _priced(verb: Word, around: Frame) -> bool:
    """``charged A 240 dollars`` for something is no accusation."""
    near = (kid for one in (verb, *around.patients) for kid in one.children)
    return verb.lemma == "charge" and any(map(is_money, near))


def _targets(rule: Rule, around: Frame, verb: Word, actors: Actors) -> list[str]:
    if rule.bare and (rule.action in {"consult", "yield"} or verb.lemma in light("direct")):
        met = named(actors, around.patients)  # one meets or frees somebody, not what is theirs
        return met if met == named(actors, around.patients[:1]) or len(met) > 1 else []
    if rule.bare:
        found = parties(actors, around.patients)
        if found or rule.action != "sanction":
            return found
        inside = [
            pair
            for patient in around.patients
            for one in patient.children
            if one.dep == "prep"
            for pair in obliques_of(one)
        ]
        return parties(
            actors,
            after((*inside, *around.obliques), {"to", "on", "against"}),
        )
    heads = after(around.obliques, rule.prepositions)
    if verb.lemma in light("alone"):  # no "on A, B called C"
        heads = [] if around.patients else [head for head in heads if head.i > verb.i]
    if "to" in rule.prepositions:
        heads += around.recipients
    if any(one.dep == "prt" and one.lower in rule.prepositions for one in verb.children):
        heads += around.patients
    return named(actors, heads) if verb.lemma in light("direct") else parties(actors, heads)


def _together(word: Word, actors: Actors) -> list[Deed]:
    """``together with A, B …``: the two act as one."""
    near = [*word.children, word.head, *(one for one in word.head.children if one.i == word.i + 1)]
    fellows = [one for kid in near if kid.lower == "with" for _, one in obliques_of(kid)]
    verb = next((one for one in word.ancestors() if one.pos in {"VERB", "AUX"}), None)
    if not fellows or verb is None:
        return []
    agents = named(actors, frame(verb, actors).agents)
    return [Deed(a, "cooperate", b, word) for a in agents for b in named(actors, fellows)]
