"""The verdict on a finding and its reason in words. The rules stand in ``lexicon/data/admiralty.toml``, in their order.

Invariant: nothing is corroborated by fewer than two named origins independent beyond doubt, nor by passages that credit them
together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.core.claim import Modality
from sayso.core.finding import Verdict
from sayso.lexicon.table import table
from sayso.weigh.card import Card
from sayso.weigh.traced import Traced

_PLAIN = frozenset({Modality.ASSERTED, Modality.DENIED})
_SOUND = frozenset("ABC")


@dataclass(frozen=True, slots=True)
class Judged:
    verdict: Verdict
    credibility: int
    reason: str
    likelihood: str | None


def judge(
    cards: Sequence[Card], traced: Traced, against: Sequence[Card], other: Traced, letters: dict[str, str]
) -> Judged:
    """The verdict on the claims ``cards``, traced, with those against them. ``letters`` rates names."""
    documents = sorted({card.document for card in cards})
    verdict = _verdict(len(documents), traced, apart=_apart(cards, traced), contested=bool(against))
    plain = {name for card in cards if card.modality in _PLAIN for name in traced.origin[card.id]}
    facts = {
        "verdict": verdict.value,
        "named": traced.named,
        "plain": len(plain) >= min(2, len(traced.origins)),
        "sound": sum(letters.get(name, "F") in _SOUND for name in traced.origins) >= 2,
        "outnumbered": len(other.origins) > len(traced.origins) if against else False,
    }
    credibility = next(
        rule["credibility"]
        for rule in table("admiralty")["rule"]
        if traced.sure >= rule.get("origins", 0) and all(facts[name] == rule[name] for name in facts if name in rule)
    )
    likelihood = icd203(cards)
    return Judged(
        verdict,
        credibility,
        _reason(verdict, documents, traced, against, other, letters) + _put(likelihood),
        likelihood,
    )


def _apart(cards: Sequence[Card], traced: Traced) -> bool:
    """Whether two passages have origins of their own. One passage that credits several sources is one writer's word for all of
    them, and which of them says what it does not tell; so are two passages of a document that have it from one carrier."""
    origins: dict[tuple[str, int], set[str]] = {}
    carriers: dict[tuple[str, int], set[str]] = {}
    for card in cards:
        place = card.document, card.start
        origins.setdefault(place, set()).update(traced.origin[card.id])
        carriers.setdefault(place, set()).update(name for chain in card.chains for name, _ in chain[:-1])
    alike = {  # thousands of passages may have one origin
        (frozenset(names), place[0], frozenset(carriers[place])): place for place, names in origins.items() if names
    }
    if len({names for names, _, _ in alike}) < 2:
        return False
    return any(
        origins[one].isdisjoint(origins[other]) and not (one[0] == other[0] and carriers[one] & carriers[other])
        for one, other in combinations(alike.values(), 2)
    )


def _verdict(documents: int, traced: Traced, *, apart: bool, contested: bool) -> Verdict:
    if contested:
        return Verdict.CONTESTED
    if traced.sure > 1 and apart:
        return Verdict.CORROBORATED
    return Verdict.ECHOED if documents > 1 else Verdict.SINGLE


def _reason(
    verdict: Verdict,
    documents: Sequence[str],
    traced: Traced,
    against: Sequence[Card],
    other: Traced,
    letters: dict[str, str],
) -> str:
    whose = listed(rated(traced.origins, letters))
    match verdict:
        case Verdict.CORROBORATED:
            return f"{len(traced.origins)} independent origins: {whose}{_doubted(traced)}; nobody against"
        case Verdict.ECHOED:
            copied = sorted({card.document for card, _ in traced.copies})
            how = (
                f"; {listed(copied)} {'rest' if len(copied) > 1 else 'rests'} on it without saying so" if copied else ""
            )
            if len(traced.origins) > 1:
                return f"{len(documents)} documents, {len(traced.origins)} origins: {whose}{_doubted(traced)}{how}"
            return f"{len(documents)} documents, one origin: {whose}{how}"
        case Verdict.SINGLE if len(traced.origins) > 1:
            return f"one document, which credits {whose} together"
        case Verdict.SINGLE:
            return f"one document, one origin: {whose}"
    contra = _counted(len({card.document for card in against}), "document")
    return (
        f"{_counted(len(traced.origins), 'origin')} for it ({whose}), "
        f"{len(other.origins)} against ({listed(rated(other.origins, letters))}, in {contra})"
    )


def _doubted(traced: Traced) -> str:
    """Which origins may be no witnesses of their own, in words."""
    silent = [name for name in traced.doubtful if name not in traced.nameless]
    tell = "does not tell where it has" if len(silent) == 1 else "do not tell where they have"
    words = f"; {listed(silent)} {tell} it from" if silent else ""
    if traced.nameless:
        words += f"; who is meant by {listed(traced.nameless)} is not told"
    return words


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def rated(names: Sequence[str], letters: dict[str, str]) -> list[str]:
    return [f"{name} [{letters[name]}]" if name in letters else name for name in names]


def listed(names: Sequence[str], most: int = 6) -> str:
    """Names as a sentence lists them."""
    shown = list(names[:most])
    if len(names) > most:
        shown.append(f"{len(names) - most} more")
    return ", ".join(shown[:-1]) + (" and " if len(shown) > 1 else "") + shown[-1] if shown else "nobody"


def _put(likelihood: str | None) -> str:
    return f"; put as {likelihood}" if likelihood else ""


def icd203(cards: Sequence[Card]) -> str | None:
    """The ICD 203 word for the probability the claims speak of, ``None`` where they speak of none or of several: "will" says
    that a thing lies ahead, and "may" that it is open, not how likely it is."""
    spoken = {card.certainty for card in cards if card.certainty not in {(1.0, 1.0), (0.0, 1.0)}}
    ranges = {(row["low"], row["high"]) for row in table("icd203")["word"]}
    return likelihood_word(sum(spoken.pop()) / 2) if len(spoken) == 1 and spoken <= ranges else None


def likelihood_word(probability: float) -> str:
    """The likelihood word of ICD 203 for a probability from 0 to 1."""
    rows = table("icd203")["word"]
    row = next((row for row in rows if probability < row["high"]), rows[-1])
    return f"{row['likelihood']} ({row['low'] * 100:.0f}–{row['high'] * 100:.0f} %)"
