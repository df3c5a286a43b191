"""Documents to claims: asks every witness, joins what several saw, and adds whose word it is, how sure and when.

Invariant: every span of every claim stands in the document, character for character. A document in a language the
reader does not know is kept and yields nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.core.claim import Attribution, Body, Claim, Figure, Influence, Modality, Statement, Tie, When
from sayso.core.document import BlockKind, Document
from sayso.core.passage import Span, span_of
from sayso.read.grammar.modality import Stance, silent, stance, under
from sayso.read.grammar.time import when
from sayso.read.grammar.witness import Grammar
from sayso.read.identity import identified
from sayso.read.parse import Parse, Sentence, Word, parse
from sayso.read.pipeline import DEFAULT_PIPELINE
from sayso.read.proposal import Proposal, Reading, Witness
from sayso.read.tagger.taggers import Taggers
from sayso.read.voices import Voices

WITNESSES: tuple[Witness, ...] = (Grammar(Taggers()),)
_FEWEST = 5  # tokens of a sentence that says enough to be met elsewhere
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_FEWEST_TELLING = 3  # words of those kinds: "they know this" says nothing to be met elsewhere
_ASKING = frozenset({"whether", "if", "how", "what", "which", "who", "why", "where", "when"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_LANGUAGES = frozenset({None, "en"})


@dataclass(frozen=True, slots=True)
class Read:
    """What a document says: ``claims`` and ``attributions`` in order of the text; ``suggestions`` are claims that one witness
    alone saw on weak grounds, which count nowhere."""

    document: Document
    claims: tuple[Claim, ...]
    attributions: tuple[Attribution, ...]
    suggestions: tuple[Claim, ...] = ()


def read(document: Document, pipeline: str = DEFAULT_PIPELINE) -> Read:
    """Reads one document."""
    return next(read_all([document], pipeline))


def read_all(
    documents: Iterable[Document], pipeline: str = DEFAULT_PIPELINE, witnesses: Sequence[Witness] = WITNESSES
) -> Iterator[Read]:
    """Reads documents in order."""
    for document in documents:
        if document.language in _LANGUAGES:
            yield _read(next(parse([document], pipeline)), witnesses)
        else:
            yield Read(document, (), ())


def _read(parsed: Parse, witnesses: Sequence[Witness]) -> Read:
    readings = [witness.read(parsed) for witness in witnesses]
    attributions = _in_order(attribution for reading in readings for attribution in reading.attributions)
    said = [one for one in attributions if not one.stance]
    joined = _joined(readings)
    proposals = [one for one in joined if not one.suggested]
    proposals += _statements(parsed, said, proposals)
    proposals += _own_words(parsed, proposals, said)
    proposals.sort(key=lambda proposal: (proposal.sentence.index, proposal.anchor))
    voices = Voices(said)
    claims = identified((claim, one.amount) for one in proposals for claim in _claims(parsed, one, voices))
    suggestions = identified(
        (claim, one.amount) for one in joined if one.suggested for claim in _claims(parsed, one, voices)
    )
    faults = (*parsed.document.faults, *(fault for reading in readings for fault in reading.faults))
    return Read(replace(parsed.document, faults=faults), tuple(claims), tuple(attributions), tuple(suggestions))


def _in_order(attributions: Iterable[Attribution]) -> list[Attribution]:
    def place(one: Attribution) -> tuple[list[int], str]:
        return [span.start if span else -1 for span in (one.content, one.cue, one.source)], one.name or ""

    return sorted(dict.fromkeys(attributions), key=place)


def _joined(readings: Sequence[Reading]) -> list[Proposal]:
    """Every proposal once: what several witnesses see is one claim that names them all; the first's words stay. It is only
    suggested if all of them only suggest it."""
    found: dict[object, Proposal] = {}
    for reading in readings:
        for proposal in reading.proposals:
            first = found.setdefault((proposal.sentence.index, _key(proposal.body)), proposal)
            first.witness = "+".join(dict.fromkeys(f"{first.witness}+{proposal.witness}".split("+")))
            first.suggested = first.suggested and proposal.suggested
    return list(found.values())


def _key(body: Body) -> object:
    match body:
        case Influence(cause, effect, sign, _):
            return cause.start, effect.start, cause.variable, effect.variable, sign
        case Figure(span):
            return span
        case _:
            return body


def _statements(parsed: Parse, attributions: Sequence[Attribution], proposals: Sequence[Proposal]) -> list[Proposal]:
    """A statement for every attributed content that no finer claim stands in. A title in it says nothing of what it states."""
    finer = (one for one in proposals if not isinstance(one.body, Tie) or one.anchor == _stretch(one.sentence))
    anchors = sorted({proposal.anchor for proposal in finer})
    starts = [sentence.start for sentence in parsed.sentences]
    found: dict[Span, Proposal] = {}
    for attribution in attributions:
        content = attribution.content
        if content is None or content in found or _holds_one_of(content, anchors, attribution.source):
            continue
        sentence = parsed.sentences[max(0, bisect_right(starts, content.start) - 1)]
        if _asks(content.text) or _heads(parsed, sentence):
            continue
        inside = [word for word in sentence.words if content.covers(word.start, word.end)]
        predicate = next(filter(_predicate, inside), None)
        body = Statement(content, _clause(inside) or content.end > sentence.end)
        found[content] = Proposal(body, sentence, (content.start, content.end), predicate)
    return list(found.values())


def _stretch(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


def _predicate(word: Word) -> bool:
    return word.pos == "VERB" or (word.pos == "AUX" and word.dep not in {"aux", "auxpass"})


def _clause(words: Sequence[Word]) -> bool:
    """Whether words of a sentence say that something is so: a finite verb, a gerund or a perfect infinitive governs them."""
    if words and words[0].lower in _ASKING:
        return False
    places = {word.i for word in words}
    for word in words:
        if word.head.i in places and word.head is not word:
            continue
        helpers = [kid for kid in word.children if kid.dep in {"aux", "auxpass"}]
        if word.tag in _FINITE or any(kid.tag in _FINITE or kid.lower == "have" for kid in helpers):
            return True
        if word.tag == "VBG" and word.pos == "VERB" and not helpers:
            return True
    return False


def _own_words(parsed: Parse, proposals: Sequence[Proposal], attributions: Sequence[Attribution]) -> list[Proposal]:
    """A statement for every sentence of running text that states something in the document's own voice and holds no other
    claim: what is copied or denied elsewhere may be of no finer kind."""
    taken = {proposal.sentence.index for proposal in proposals}
    for proposal in proposals:
        if isinstance(proposal.body, Statement):
            taken.update(_whole(parsed, proposal.anchor))
    cues = {attribution.cue.start for attribution in attributions if attribution.cue}
    found = []
    for sentence in parsed.sentences:
        if sentence.root.start in cues or silent(sentence.root):
            continue  # it only says who speaks, or who does not
        if sentence.index in taken or _heads(parsed, sentence):
            continue
        if _says_something(sentence) and _states(sentence):
            start, end = sentence.start, sentence.end
            span = span_of(parsed.document.text, start, end)
            found.append(Proposal(Statement(span), sentence, (start, end), sentence.root))
    return found


def _whole(parsed: Parse, anchor: tuple[int, int]) -> Iterator[int]:
    """The indices of the sentences that stand whole in a stretch."""
    first = bisect_left(parsed.sentences, anchor[0], key=lambda one: one.start)
    for index in range(first, len(parsed.sentences)):
        if parsed.sentences[index].end > anchor[1]:
            return
        yield index


def _heads(parsed: Parse, sentence: Sentence) -> bool:
    """Whether a sentence is a heading: that says again, in short, what the text below it says."""
    return parsed.document.blocks[sentence.block].kind is BlockKind.HEADING


def _asks(text: str) -> bool:
    return text.rstrip("\"'“”‘’»)] ").endswith("?")


def _says_something(sentence: Sentence) -> bool:
    """Whether a sentence is long enough and whole: no question, and no stem that a list goes on with."""
    last = "".join(word.text for word in sentence.words[-2:])
    if len(sentence.words) < _FEWEST or _asks(last) or last.endswith(":"):
        return False
    return sum(word.pos in _TELLING for word in sentence.words) >= _FEWEST_TELLING


def _states(sentence: Sentence) -> bool:
    """Whether a sentence is a declarative one: a finite main verb with a subject of its own that is not the reader."""
    root = sentence.root
    subject = next((kid for kid in root.children if kid.dep in _SUBJECTS), None)
    if subject is None or subject.lower == "you" or root.pos not in {"VERB", "AUX"}:
        return False
    return root.tag in _FINITE or any(kid.tag in _FINITE for kid in root.children if kid.dep in {"aux", "auxpass"})


def _holds_one_of(content: Span, anchors: Sequence[tuple[int, int]], source: Span | None) -> bool:
    """Whether a content holds an anchor that does not only tell of its source."""
    first = bisect_left(anchors, (content.start, 0))
    last = bisect_left(anchors, (content.end, 0))
    inside = (anchor for anchor in anchors[first:last] if anchor[1] <= content.end)
    return any(source is None or not source.covers(*anchor) for anchor in inside)


def _counted(stood: Stance, attribution: Attribution) -> bool:
    """Whether the denial in the stance is the attribution's own ("denied sending arms"), which is not to be denied again."""
    if stood.modality is not Modality.DENIED or attribution.content is None:
        return False
    return under(Stance(), attribution.content.text).modality is not Modality.DENIED


def _times(spoken: tuple[float, float], stated: float) -> tuple[float, float]:
    """How sure the text puts it and how sure it is to say so, in one."""
    low, high = spoken
    return round(low * stated, 4), round(high * stated, 4)


def _claims(parsed: Parse, proposal: Proposal, voices: Voices) -> Iterator[Claim]:
    """The claim, still without its id; two where one source says what another denies ("…, a claim that Y disputed")."""
    over = voices.over(proposal.anchor)
    if not over and proposal.predicate is not None:  # an anchor may be as wide as the sentence that credits
        over = voices.over((proposal.predicate.start, proposal.predicate.end))
    inner = [one for one in over if one.content == over[-1].content]
    against = [
        one for one in inner if one.cue is not None and under(Stance(), one.cue.text).modality is Modality.DENIED
    ]
    if not 0 < len(against) < len(inner):
        yield _claim(parsed, proposal, voices, over)
        return
    yield _claim(parsed, proposal, voices, [one for one in over if one not in against])
    yield _claim(parsed, proposal, voices, [one for one in over if one not in inner or one in against])


def _undated(proposal: Proposal) -> bool:
    """Whether a tie is told in passing without a date of its own: those of its sentence are of what happens there."""
    passing = isinstance(proposal.body, Tie) and proposal.anchor != _stretch(proposal.sentence)
    word = proposal.predicate
    return passing and word is not None and not any(one.ent == "DATE" for one in word.subtree())


def _claim(parsed: Parse, proposal: Proposal, voices: Voices, over: Sequence[Attribution]) -> Claim:
    """The claim under these attributions, the widest content first."""
    stood = stance(proposal.sentence, proposal.predicate, proposal.anchor)
    if proposal.modality is not None:
        stood = replace(stood, modality=proposal.modality)
    for attribution in reversed(over):
        if attribution.cue is not None and not _counted(stood, attribution):
            stood = under(stood, attribution.cue.text)
    chains = voices.chains(over)
    return Claim(
        id="",
        document=parsed.document.path,
        passage=span_of(parsed.document.text, proposal.sentence.start, proposal.sentence.end),
        body=proposal.body,
        attribution=chains[0] if chains else (),
        also=tuple(chains[1:]),
        modality=stood.modality,
        certainty=_times(proposal.certainty or stood.certainty, proposal.stated),
        stated=proposal.stated,
        negated=stood.negated if proposal.negated is None else proposal.negated,
        when=When() if _undated(proposal) else when(parsed, proposal.sentence, proposal.anchor, proposal.predicate),
        witnesses=tuple(proposal.witness.split("+")),
        resolved=proposal.resolved,
    )
