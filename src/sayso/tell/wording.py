"""Claims in words for people: what is claimed, on whose word, how sure. Says what a claim says and nothing more."""

from calendar import monthrange
from collections.abc import Sequence

from sayso.core.claim import Act, Claim, Figure, Flow, Influence, Modality, Statement, Tie, Voice, When
from sayso.core.outcome import Taken
from sayso.lexicon.sentences import influence_sentence, stated
from sayso.lexicon.values import ranged

GLYPHS = {"figure": "■", "influence": "▲", "flow": "➜", "tie": "∞", "act": "●", "statement": "❝"}  # a shape a kind
_TELLING_NOTHING = ((1.0, 1.0), (0.0, 1.0))  # certainties: quite sure, as asserted words are, and not known at all


def gist(claim: Claim) -> str:
    """What is claimed, in one line."""
    match claim.body:
        case Figure() as body:
            return f"{body.subject}: {amount(body)}" if body.subject else amount(body)
        case Influence(cause, effect, sign):
            return influence_sentence(cause.variable, sign, effect.variable)
        case Flow(goods, origin, via, destination) as body:
            return f"{goods}: {passed(origin, via, destination, parallel=body.parallel)}"
        case Tie(a, relation, b):
            return f"{a} — {relation} — {b}"
        case Act(actor, action, target):
            return f"{actor}: {action}" + (f" → {target}" if target else "")
        case Statement(content):
            return stated(content.text)


def passed(origin: str | None, via: Sequence[str], destination: str | None, *, parallel: bool) -> str:
    """Who hands on to whom: ``A → B → C → D``, and ``A → B or C → D`` where the intermediaries stand side by side."""
    between = [" or ".join(via)] if parallel and via else via
    return " → ".join([origin or "?", *between, destination or "?"])


def amount(figure: Figure) -> str:
    """The figure's range with its unit: ``about 800 million EUR``, ``at least 3 days``, ``10 to 20 percent``."""
    unknown = figure.low is None and figure.high is None
    text = figure.span.text if unknown else ranged(figure.low, figure.high, figure.unit)
    return f"about {text}" if figure.approximate else text


def whose(claim: Claim, speaker: str) -> str:
    """Whose word a claim is: every chain it rests on."""
    if not claim.also:
        return chain(claim.attribution, speaker)
    return "; also ".join(chain(voices, speaker) for voices in (claim.attribution, *claim.also))


def chain(voices: tuple[Voice, ...], speaker: str) -> str:
    """Whose word it is, the origin first: ``Oryx, cited by ISW, in Kyiv Post``."""
    if not voices:
        return speaker
    origin, *carriers = [_voice(voice) for voice in reversed(voices)]
    return ", ".join([origin, *(f"cited by {carrier}" for carrier in carriers), f"in {speaker}"])


def _voice(voice: Voice) -> str:
    return f"{voice.name} ({voice.date})" if voice.date else voice.name


def origin(claim: Claim, speaker: str) -> str:
    return claim.attribution[-1].name if claim.attribution else speaker


def stance(claim: Claim) -> str:
    """Modality, negation, certainty and time, as far as they say anything."""
    parts = []
    if claim.modality is not Modality.ASSERTED:
        parts.append(claim.modality.value)
    if claim.negated:
        parts.append("said not to be so")
    if claim.spoken not in _TELLING_NOTHING:
        low, high = (round(100 * bound) for bound in claim.spoken)
        parts.append(f"certainty {low}–{high} %")
    if claim.stated < 1:
        parts.append(f"read by {' and '.join(claim.witnesses)}, right in {percent(claim.stated)}")
    if dated := period(claim.when):
        parts.append(dated)
    parts += [f"“{words}” taken as {meant}" for words, meant in claim.resolved]
    return " · ".join(parts)


def period(when: When) -> str:
    """A time in words, a whole month or year as one; empty where none is known."""
    start, end = when.start, when.end
    if start and end:
        for short in (4, 7):
            if start == f"{start[:short]}{_FIRST[short]}" and end == _last(end[:short]):
                start, end = start[:short], end[:short]
        return start if start == end else f"{start} to {end}"
    if start:
        return f"from {start}"
    return f"until {end}" if end else ""


_FIRST = {4: "-01-01", 7: "-01"}


def _last(span: str) -> str:
    """The last day of a year or month."""
    if len(span) == 4:
        return f"{span}-12-31"
    year, _, month = span.partition("-")
    whole = year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12 and int(year) > 0
    return f"{span}-{monthrange(int(year), int(month))[1]}" if whole else ""


def percent(share: float) -> str:
    """A share as people read it, kept on one line; neither 0 nor 100 % unless it is."""
    if 0 < share < 0.005:
        return "under\u00a01\u00a0%"
    return "over\u00a099\u00a0%" if 0.995 <= share < 1 else f"{share * 100:.0f}\u00a0%"


def taken_words(one: Taken) -> str:
    """What an analyst's words were taken for."""
    return f"“{one.words}” is taken as {'less of ' if one.less else ''}“{one.variable}”"
