"""Measures the weighing on planted cases, and how it grows. Run: ``python benchmarks/weigh.py [--read] [--cases 300]``.

``--read`` lets the reader find the claims in the documents' text; without it the claims are those a reader without fault
would give. ``--grow`` times 20,000 and 200,000 claims.
"""

import argparse
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterable

import planted_hand
import planted_wire
from planted_cases import Case, cases
from sayso.core.claim import Claim
from sayso.core.finding import Finding, Verdict, Weighed
from sayso.weigh import weigh


class Tally:
    """Counts what was right over many cases."""

    def __init__(self) -> None:
        self.sides = self.right = self.found = 0
        self.wrong: Counter[str] = Counter()
        self.contradictions = self.hits = self.false = 0
        self.falsely_corroborated = 0
        self.misses: list[str] = []

    def add(self, case: Case, claims: Iterable[Claim], weighed: Weighed) -> None:
        told = {
            (one.document, one.start, one.end): (event, one.side)
            for event, e in enumerate(case.events)
            for one in e.told
        }
        by_claim = {claim.id: _fact(claim, told) for claim in claims}
        for number, event in enumerate(case.events):
            for side, origins in sorted(event.origins.items()):
                if side == 1 and event.against == "denial":
                    continue
                self._side(case, (number, side), len(origins), by_claim, weighed)
        self._contradiction(case, by_claim, weighed)

    def _side(self, case: Case, fact: tuple[int, int], origins: int, by_claim: dict, weighed: Weighed) -> None:
        figure = any(c.kind == "figure" and _at(c, case, fact) for c in case.claims)
        kinds = {"figure"} if figure else {"statement", "flow", "act", "tie", "influence"}
        if not case.claims:
            kinds |= {"figure"}
        about = [
            (finding, sum(by_claim.get(id_) == fact for id_ in finding.claims))
            for finding in weighed.findings
            if finding.kind in kinds
        ]
        best = max(about, key=lambda row: (row[1], -len(row[0].claims)), default=(None, 0))
        self.sides += 1
        finding: Finding | None = best[0] if best[1] else None
        got = len(finding.origins) if finding else 0
        self.found += finding is not None
        self.right += got == origins
        if got != origins:
            self.wrong[f"{origins} taken for {got}"] += 1
            documents = {one.document for one in case.events[fact[0]].told if one.side == fact[1]}
            self.misses.append(
                f"case {case.seed} fact {fact}: {origins} for {got}; in {len(documents)} documents; {finding}"
            )
        for finding, hits in about:
            if hits and finding.verdict is Verdict.CORROBORATED and _all_origins(case, finding, by_claim) == 1:
                self.falsely_corroborated += 1
                self.misses.append(f"case {case.seed} fact {fact}: FALSELY CORROBORATED {finding}")

    def _contradiction(self, case: Case, by_claim: dict, weighed: Weighed) -> None:
        wanted = {number for number, event in enumerate(case.events) if event.against}
        hit = set()
        for one in weighed.contradictions:
            facts = [
                Counter(by_claim.get(id_) for id_ in side.claims).most_common(1)[0][0] for side in (one.one, one.other)
            ]
            events = {fact[0] if fact else None for fact in facts}
            sides = {fact[1] if fact else None for fact in facts}
            if len(events) == 1 and sides == {0, 1} and (events & wanted):
                hit |= events
            else:
                self.false += 1
                self.misses.append(f"case {case.seed}: FALSE {one.kind}: {one.one.words} || {one.other.words}")
        self.contradictions += len(wanted)
        self.hits += len(hit)
        for number in sorted(wanted - hit):
            event = case.events[number]
            texts = {document.path: document.text for document in case.documents}
            sides = [next(texts[t.document][t.start : t.end] for t in event.told if t.side == side) for side in (0, 1)]
            self.misses.append(f"case {case.seed}: MISSED {event.against}: {sides[0]} || {sides[1]}")

    def lines(self) -> list[str]:
        precision = self.hits / max(self.hits + self.false, 1)
        recall = self.hits / max(self.contradictions, 1)
        share = self.right / max(self.sides, 1)
        return [
            f"origins right        {self.right}/{self.sides} = {share:.3f}   {dict(self.wrong.most_common(8))}",
            f"contradictions       precision {precision:.3f} recall {recall:.3f} ({self.contradictions} planted)",
            f"falsely corroborated {self.falsely_corroborated}",
        ]


def _all_origins(case: Case, finding: Finding, by_claim: dict) -> int:
    """How many origins the facts a finding is made of have. Only a figure must not mix two sides: whoever gives another
    number for the dead agrees that there were some."""
    told = Counter(by_claim[id_] for id_ in finding.claims if by_claim.get(id_))
    if finding.kind == "figure":
        told = Counter(dict(told.most_common(1)))
    names = {(event, side, name) for event, side in told for name in case.events[event].origins.get(int(side), ())}
    return len(names)


def _at(claim: Claim, case: Case, fact: tuple[int, int]) -> bool:
    return any(
        t.side == fact[1] and claim.document == t.document and claim.passage.start == t.start
        for t in case.events[fact[0]].told
    )


def _fact(claim: Claim, told: dict) -> tuple[int, int] | None:
    for (document, start, end), fact in told.items():
        if claim.document == document and claim.passage.start < end and start < claim.passage.end:
            return fact
    return None


def planted(number: int, seed: int, *, read: bool, verbose: bool = False, wire: bool = False) -> Tally:
    tally = Tally()
    for case in planted_wire.cases(number, seed) if wire else cases(number, seed):
        claims = _read(case) if read or wire else case.claims
        tally.add(case, claims, weigh(claims, case.documents))
    if verbose:
        print("\n".join(tally.misses))
    return tally


def by_hand(name: str, *, verbose: bool = False) -> Tally:
    """The cases written by hand, through the reader."""
    tally = Tally()
    for case in planted_hand.cases(name):
        claims = _read(case)
        tally.add(case, claims, weigh(claims, case.documents))
    if verbose:
        print("\n".join(tally.misses))
    return tally


def _read(case: Case) -> list[Claim]:
    from sayso.read.reader import read_all

    return [claim for one in read_all(case.documents) for claim in one.claims]


def grow(sizes: Iterable[int]) -> None:
    """Times the weighing of many planted cases laid side by side as one case."""
    from sayso.weigh import prepare

    for size in sizes:
        documents, claims = [], []
        for case in cases(10**9, 7):
            documents += [_renamed(document, case.seed) for document in case.documents]
            claims += [_moved(claim, case.seed) for claim in case.claims]
            if len(claims) >= size:
                break
        by_document = defaultdict(list)
        for claim in claims:
            by_document[claim.document].append(claim)
        begun = time.process_time()
        prepared = {document.path: prepare(by_document[document.path], document) for document in documents}
        middle = time.process_time()
        weighed = weigh(claims, documents, prepared=prepared)
        done = time.process_time()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(
            f"{len(claims):>7} claims in {len(documents)} documents: "
            f"prepared in {middle - begun:.1f} s of processor time, joined in {done - middle:.1f} s, "
            f"{len(weighed.findings)} findings, {memory:.1f} GB"
        )


def _renamed(document, seed):
    from dataclasses import replace

    return replace(document, path=f"{seed}/{document.path}")


def _moved(claim, seed):
    from dataclasses import replace

    return replace(claim, id=f"{seed}/{claim.id}", document=f"{seed}/{claim.document}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=300)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--read", action="store_true")
    options.add_argument("--wire", action="store_true", help="cases of the second, held-out pen, through the reader")
    options.add_argument("--hand", choices=("cases", "second"), help="the cases written by hand, through the reader")
    options.add_argument("--grow", action="store_true")
    options.add_argument("-v", "--verbose", action="store_true")
    chosen = options.parse_args()
    if chosen.grow:
        grow((20_000, 200_000))
        return
    if chosen.hand:
        print("\n".join(by_hand(chosen.hand, verbose=chosen.verbose).lines()))
        return
    print(
        "\n".join(
            planted(chosen.cases, chosen.seed, read=chosen.read, verbose=chosen.verbose, wire=chosen.wire).lines()
        )
    )


if __name__ == "__main__":
    main()
