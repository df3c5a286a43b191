"""Which findings come first: those that are corroborated, then the contested, the echoed and the single."""

from sayso.core.finding import Finding, Verdict

MEANINGS = {
    Verdict.CORROBORATED: "two or more independent origins say so, none says otherwise",
    Verdict.CONTESTED: "at least one origin speaks against it",
    Verdict.ECHOED: "several documents, but on one origin, or on some that may have it from one another",
    Verdict.SINGLE: "one document, one origin",
}
ORDER = {verdict: at for at, verdict in enumerate(MEANINGS)}


def foremost(one: Finding) -> tuple[int, bool, int, int, bool, str, str]:
    """Sorts findings: by verdict, then those that most documents say on the word of most origins. Plain statements come
    behind all else, since they are brought together by their words alone; ties behind what happens or drives something."""
    support = -min(len(one.documents), len(one.origins)), -len(one.origins)
    return ORDER[one.verdict], one.kind == "statement", *support, one.kind == "tie", one.proposition, one.id
