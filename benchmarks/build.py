"""How quick a build is: words a second against the bare spaCy pipeline, two workers against one, a rebuild against a build.

    python benchmarks/build.py [--documents 1000] [--words 300] [--folder DIR] [--rounds 1]

Without a folder the documents are made by a small grammar of sentences (seeded, so everybody measures the same text) about
some 200 actors and variables each, so that documents now and then speak of one thing, as reports on one situation do.
Everything is timed in processes of its own, in turn, so that a busy machine slows all alike; the best round counts. Times
are wall clock, with the time the processors worked beside it (that of workers is not known), which a busy machine
changes less. Change nothing in sayso while it runs: a changed reader reads everything again.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from sayso.case import folder
from sayso.case.settings import DEFAULT_PIPELINE, open_case


def listed(words: str) -> list[str]:
    return words.split(",")


PLACES = listed(
    "Velmar,Tolland,Norland,Kessin,Orvale,Brennick,Saltmouth,Drayholt,Pellin,Vastergate,Imberley,Cordova,Marrick,Ostrand,"
    "Fenwold,Hallow,Quessel,Rookhaven,Sundry,Tarn,Ulmstead,Wexcombe,Yarrow,Zellin,Ashmere,Birchwold"
)
BODIES = listed("Harbour Board,Ministry of Trade,Ferry Union,Water Company,Grain Council,Port Police,Chamber")
ACTORS = [*PLACES, *(f"the {place} {body}" for place in PLACES for body in BODIES)]
FIRST = listed("Ines,Pavel,Marta,Owen,Lida,Tomas,Greta,Anton")
LAST = listed("Koval,Osk,Brandt,Vey,Lorne,Sadler,Quist,Marr")
SOURCES = [
    *(f"the {place} {paper}" for place in PLACES for paper in ("Gazette", "Herald", "Water Institute")),
    *(f"{title} {one} {other}" for title in ("Minister", "Mayor") for one in FIRST for other in LAST),
]
GOODS = listed(
    "grain,coal,machine parts,timber,diesel,spare turbines,fertiliser,cement,copper wire,salt,wool,barley,steel pipe,"
    "fish meal,bricks,glass,apples,lorries,cranes,pumps"
)
THINGS = listed("freight,barge,grain,timber,diesel,harbour,ferry,water,fish,housing,rail,steel,wool,brick,lock,canal")
MEASURES = listed("prices,wages,traffic,exports,taxes,shortages,rates,stocks,losses,investment,demand,delays")
VARIABLES = [f"{thing} {measure}" for thing in THINGS for measure in MEASURES]
SENTENCES = (
    "{S} said that {A} had shipped {n},{m}00 tonnes of {g} to {B} in {y}.",
    "Higher {v} reduce {w}, while {u} stayed flat in {y}.",
    "According to {S}, {A} delivered {g} worth €{n} million to {B} via {C}.",
    "{A} accused {B} of blocking {g}, and {B} denied it on {n} May {y}.",
    "If {v} rise, {w} may fall by {n} percent, {S} warned.",
    "The quarrel over {g} has led to lower {v} and, in turn, to weaker {w}.",
    "{A} owns {n} percent of the terminal that {B} depends on.",
    "“We will not sign,” {A} told {S}, citing a report by {T}.",
    "Nobody in the town expected the winter to be so long, and the quays were empty for weeks.",
    "{A} and {B} met in {y} to talk about {g}, but left without an agreement.",
)


def document(number: int, words: int) -> str:
    """A made document: paragraphs of a few sentences under a heading."""
    chance = random.Random(number)
    parts, count = [f"Report {number}: {chance.choice(GOODS)} and {chance.choice(VARIABLES)}"], 0
    while count < words:
        paragraph = " ".join(_sentence(chance) for _ in range(chance.randint(3, 6)))
        parts.append(paragraph)
        count += len(paragraph.split())
    return "\n\n".join(parts) + "\n"


def _sentence(chance: random.Random) -> str:
    a, b, c = chance.sample(ACTORS, 3)
    s, t = chance.sample(SOURCES, 2)
    u, v, w = chance.sample(VARIABLES, 3)
    made = chance.choice(SENTENCES).format(
        A=a, B=b, C=c, S=s, T=t, u=u, v=v, w=w, g=chance.choice(GOODS), n=chance.randint(2, 90), m=chance.randint(1, 9),
        y=chance.randint(2015, 2025),
    )  # fmt: skip
    return made[0].upper() + made[1:]


@dataclass(frozen=True, slots=True)
class Took:
    """``wall`` and ``work`` in seconds: by the clock, and of all processors together."""

    wall: float
    work: float


def timed(*command: str) -> Took:
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    wall, after = time.monotonic() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    return Took(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


BARE = """
import sys, spacy
from pathlib import Path
texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.txt"))]
for doc in spacy.load(sys.argv[2]).pipe(texts):
    pass
"""


def build(case: Path, workers: int, *, anew: bool) -> Took:
    if anew:
        (case / "case.db").unlink(missing_ok=True)
    return timed("-m", "sayso", "build", str(case), "--quiet", "--workers", str(workers))


def best(one: Took | None, other: Took) -> Took:
    return other if one is None or other.wall < one.wall else one


def measure(place: Path, rounds: int) -> dict[str, Took]:
    case = open_case(place)
    files = sorted(case.documents.rglob("*.txt"))
    changing = files[len(files) // 2]
    found: dict[str, Took] = {}
    for _ in range(rounds):
        found["bare"] = best(found.get("bare"), timed("-c", BARE, str(case.documents), DEFAULT_PIPELINE))
        found["one"] = best(found.get("one"), build(place, 1, anew=True))
        found["two"] = best(found.get("two"), build(place, 2, anew=True))
        changing.write_text(changing.read_text("utf-8") + "\nTolland raised its tolls by 4 percent in 2024.\n", "utf-8")
        found["rebuild"] = best(found.get("rebuild"), build(place, 1, anew=False))
        found["nothing"] = best(found.get("nothing"), build(place, 1, anew=False))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--words", type=int, default=300, help="in each made document")
    parser.add_argument("--folder", type=Path, help="measure on the .txt files of this folder instead")
    parser.add_argument("--rounds", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary, "case")
        folder.init(place)
        for number in range(0 if chosen.folder else chosen.documents):
            (place / "documents" / f"{number:05}.txt").write_text(document(number, chosen.words), "utf-8")
        if chosen.folder:
            folder.add(open_case(place), [chosen.folder])
        texts = [path.read_text("utf-8") for path in (place / "documents").rglob("*.txt")]
        words = sum(len(text.split()) for text in texts)
        found = measure(place, chosen.rounds)
        report(len(texts), words, found)


def report(documents: int, words: int, found: dict[str, Took]) -> None:
    print(f"{documents:,} documents, {words:,} words, {os.cpu_count()} cores")
    for name, took in found.items():
        print(
            f"{name:8} {took.wall:8.2f} s by the clock, {took.work:8.2f} s of work, {words / took.wall:8,.0f} words/s"
        )
    bare, one, two, rebuild = (found[name] for name in ("bare", "one", "two", "rebuild"))
    print(json.dumps({
        "against bare, by the clock": round(bare.wall / one.wall, 3),
        "against bare, by work": round(bare.work / one.work, 3),
        "two workers against one": round(one.wall / two.wall, 3),
        "rebuild against build": round(rebuild.wall / one.wall, 4),
    }, indent=1))  # fmt: skip


if __name__ == "__main__":
    main()
