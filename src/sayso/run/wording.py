"""Outcomes in words: what an answer is, what it rests on, and what it is not."""

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


def answer_words(shares: Shares, *, reached: bool) -> str:
    """An answer as half a sentence about its variable."""
    if not reached:
        return "does not move: no chain of claims leads to it from what is pressed"
    found = verdict(shares)
    moving = shares.rises + shares.falls
    if found == "still":
        return f"hardly moves: the claims carry the press to it in only {_percent(moving)} of the systems they allow"
    often = "" if shares.still < 0.005 else f"; it stays still in {_percent(shares.still)}"
    if found == "either":
        return f"goes either way: it rises in {_percent(shares.rises)} of the systems and falls in {_percent(shares.falls)}{often}"
    lead = shares.rises if found == "rises" else shares.falls
    degree = _degree(lead / moving)
    how = f"{found}, {degree} where it moves" if often else f"{degree} {found}"
    return f"{how}: in {_percent(lead)} of the systems the claims allow{often}"


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


def origin_words(answer: Answer, origins: int) -> str | None:
    """That an answer stands on one origin, if it does."""
    if origins == 1 and answer.reached:
        return f"{answer.name}: all claims behind this answer rest on one origin"
    alone = [one.origin for one in answer.origins if not one.stands]
    return f"{answer.name}: this answer would not stand without {', nor without '.join(alone)}" if alone else None


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
