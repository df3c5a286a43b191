"""Outcomes in words: what an answer is, what it rests on, and what it is not."""

from collections.abc import Sequence

from sayso.core.outcome import Answer, Outcome, Scenario, Shares
from sayso.lexicon.table import table

NATURE = (
    "These are consequences of what the documents claim, not forecasts: the direction follows from the signs claimed, and "
    "no strength is assumed that no source states."
)


def verdict(shares: Shares) -> str:
    """``rises``, ``falls``, ``either`` or ``still``."""
    limits = table("running")["answer"]
    moving = shares.rises + shares.falls
    if moving < limits["thin"]:
        return "still"
    if shares.rises >= limits["leads"] * moving:
        return "rises"
    return "falls" if shares.falls >= limits["leads"] * moving else "either"


def answer_words(shares: Shares, *, reached: bool, pressed: bool = False) -> str:
    """An answer as half a sentence about its variable."""
    if not reached:
        return "does not move: no chain of claims leads to it from what is pressed"
    found = verdict(shares)
    lead, against = max(shares.rises, shares.falls), min(shares.rises, shares.falls)
    if pressed and lead == 1:
        return f"{found}, as it is pressed"
    if found == "still":
        moving = _percent(shares.rises + shares.falls)
        return f"hardly moves: the claims carry the press to it in only {moving} of the systems they allow"
    still = "" if shares.still < 0.005 else f", still in {_percent(shares.still)}"
    if found == "either":
        rises, falls = _percent(shares.rises), _percent(shares.falls)
        return f"goes either way: rises in {rises} of the systems the claims allow, falls in {falls}{still}"
    if not against:
        return f"{found} wherever it moves: in {_percent(lead)} of the systems the claims allow{still}"
    other = "falls" if found == "rises" else "rises"
    degree = _degree(lead / (lead + against))
    return (
        f"{degree} {found}: in {_percent(lead)} of the systems the claims allow, {other} in {_percent(against)}{still}"
    )


def outcome_words(scenario: Scenario, answers: tuple[Answer, ...], findings: int, origins: int) -> str:
    """What the outcome as a whole is."""
    if not any(
        answer.reached for answer in answers if answer.name not in {press.variable for press in scenario.presses}
    ):
        return f"The evidence is too thin to say anything: no claim leads from what is pressed to what is watched. {NATURE}"
    if not findings:
        return NATURE
    rests = f"They rest on {_count(findings, 'finding')} from {_count(origins, 'independent origin')}."
    thin = " All of it is the word of one origin." if origins == 1 else ""
    return f"{NATURE} {rests}{thin}"


def origin_notes(answers: Sequence[Answer]) -> list[str]:
    """Which answers would not stand without one origin, each origin once."""
    fallen: dict[str, list[str]] = {}
    for answer in answers:
        for one in answer.origins:
            if not one.stands:
                fallen.setdefault(one.origin, []).append(answer.name)
    return [f"without {origin} these would not stand: {'; '.join(names)}" for origin, names in fallen.items()]


def further_words(names: Sequence[str]) -> list[str]:
    """That more would follow if links that no source states were gone over, too."""
    if not names:
        return []
    most = ", ".join(names[:_FURTHER]) + (" and others" if len(names) > _FURTHER else "")
    return [
        f"links that no source states, implied by names, flows or bans, would lead further, to {most}: "
        "ask for them with implied = true"
    ]


_FURTHER = 5


def stands(base: Shares, left: Shares) -> bool:
    """Whether an answer is still the same one."""
    return verdict(base) == verdict(left)


def compared(outcomes: tuple[Outcome, ...], name: str) -> str:
    """Where perspectives agree or differ on one variable, in words."""
    says: dict[str, list[str]] = {}
    for outcome in outcomes:
        answer = next((answer for answer in outcome.variables if answer.name == name), None)
        kind = "does not know it" if answer is None else verdict(Shares(answer.rises, answer.falls, answer.still))
        says.setdefault(kind, []).append(outcome.perspective or outcome.scenario.name)
    if len(says) == 1:
        return f"all agree: {_MEANS[next(iter(says))]}"
    return "; ".join(f"{', '.join(names)}: {_MEANS[kind]}" for kind, names in says.items())


_MEANS = {
    "rises": "it rises",
    "falls": "it falls",
    "either": "it goes either way",
    "still": "it hardly moves",
    "does not know it": "does not speak of it",
}


def _degree(share: float) -> str:
    limits = table("running")["answer"]
    if share >= limits["nearly"]:
        return "nearly always"
    return "mostly" if share >= limits["mostly"] else "more often"


def _percent(share: float) -> str:
    if 0 < share < 0.005:
        return "under 1 %"
    if 0.995 <= share < 1:
        return "over 99 %"
    return f"{share * 100:.0f} %"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
