"""The time a claim is about: the date in its own clause, not the day its source was published."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.core.claim import When
from sayso.lexicon.table import words as vocabulary
from sayso.read.grammar.dates import DateMention, dates
from sayso.read.parse import Parse, Sentence, Word

__all__ = ["DateMention", "dates", "is_publication", "reference", "when"]

_PUBLICATIONS = vocabulary("publications", "nouns")
_PUBLISHING = vocabulary("publications", "verbs")
_CUES = vocabulary("publications", "cues")
_OPENS = frozenset({"since", "from", "after"})
_CLOSES = frozenset({"until", "till", "by", "before", "through"})
_JOINING = frozenset({"to", "until", "through", "till", "-", "–", "—"})
_PRESENT = frozenset({"VBZ", "VBP"})
_UPWARD = frozenset({"relcl", "advcl", "acl", "amod", "xcomp", "conj", "pcomp", "dep", "ccomp"})
_BACK = 30  # sentences to look back for the year of a month that names none
_CLAUSE, _FAR = 10, 1000


def when(parse: Parse, sentence: Sentence, anchor: tuple[int, int], predicate: Word | None) -> When:
    """The dates nearest to the anchor in the clause of the predicate or one it hangs from; open where the words are
    ("since 2022"); ``When()`` where the sentence gives none."""
    mentions = dates(sentence, parse.document.published, reference(parse, sentence))
    if not mentions:
        return _of_row(parse, sentence) if sentence.cell else When()
    target = predicate if predicate is not None else _top(sentence, anchor)
    ranked = [
        (cost, _gap(sentence, mention, anchor), mention)
        for mention in mentions
        if not _of_the_start(sentence, mention, anchor) and (cost := _cost(sentence, mention, target)) < _FAR
    ]
    if not ranked:
        return When()
    mention = min(ranked, key=lambda one: one[:2])[2]
    return _bounded(sentence, mention)


def _gap(sentence: Sentence, mention: DateMention, anchor: tuple[int, int]) -> int:
    """Characters between a date and the words it may be of; of two as near, the one behind ("4 million in 2021 to 2 in 2024")."""
    start, end = sentence.words[mention.first].start, sentence.words[mention.last].end
    if start >= anchor[1]:
        return start - anchor[1]
    return anchor[0] - end + 1 if end <= anchor[0] else abs(start - anchor[0])


def _of_the_start(sentence: Sentence, mention: DateMention, anchor: tuple[int, int]) -> bool:
    """Whether a date is only that of what something changed from: "fell to 3 from 9 in 2021" says when it was 9."""
    for above in sentence.words[mention.first].ancestors():
        if above.pos in {"VERB", "AUX"}:
            return False
        if above.lower == "from":
            under = above.subtree()
            states = any(child.dep == "pobj" and child.ent != "DATE" for child in above.children)
            return states and not under[0].start <= anchor[0] < under[-1].end
    return False


def _of_row(parse: Parse, sentence: Sentence) -> When:
    """The time a table gives a cell: the date in its column's header, else in its row's first cell."""
    block = parse.document.blocks[sentence.block]
    header = (
        [one for one in parse.by_block.get(block.parent, []) if one.cell == sentence.cell]
        if block.parent is not None
        else []
    )
    label = [one for one in parse.by_block[sentence.block] if one.cell == 0]
    for other in header + label:
        for mention in dates(other, parse.document.published):
            if not is_publication(other, mention):
                return When(mention.start, mention.end)
    return When()


def reference(parse: Parse, sentence: Sentence) -> str | None:
    """The date from which a date without a year counts: the document's own, else the year the text gave last."""
    if parse.document.published:
        return parse.document.published
    for index in range(sentence.index, max(-1, sentence.index - _BACK), -1):
        given = [one for one in dates(parse.sentences[index]) if one.start[:4] == one.end[:4]]
        if given:
            return given[-1].start[:4]
    return None


def is_publication(sentence: Sentence, mention: DateMention) -> bool:
    """Whether the date is that of a report, statement or other publication named in the sentence."""
    words = sentence.words
    head = _head(words, mention)
    if head.lemma.lower() in _PUBLICATIONS and head.i > mention.last:
        return True
    after = words[mention.last + 1 : mention.last + 9]
    for word in after:
        if word.lemma.lower() in _PUBLICATIONS and word.pos in {"NOUN", "PROPN"}:
            return True
        if word.pos not in {"PROPN", "ADJ", "NOUN", "PART", "PUNCT"} or word.text == ";":
            break
    named = False  # goods go via "third parties", words via the Gazette
    for word in reversed(words[max(0, mention.first - 12) : mention.first]):
        named = named or word.pos == "PROPN"
        if (word.lower in _CUES and (named or word.lower != "via")) or (
            word.tag == "VBN" and word.dep != "amod" and word.lemma.lower() in _PUBLISHING
        ):
            return not any(child.dep in {"nsubj", "aux"} for child in word.children)
        if word.pos in {"VERB", "AUX"} or word.text in {";", "(", ")"}:
            return False
    return False


def _head(words: list[Word], mention: DateMention) -> Word:
    """The word outside the mention on which it hangs; prepositions are passed over."""
    inside = range(mention.first, mention.last + 1)
    word = next((word for word in words[mention.first : mention.last + 1] if word.head.i not in inside), None)
    word = word.head if word is not None else words[mention.first]
    while word.pos == "ADP" and word.head is not word:
        word = word.head
    return word


def _clauses(word: Word) -> Iterator[tuple[Word, str]]:
    """Every verb from the word upwards, with the label by which the walk left the verb below it."""
    label, at = "", word
    while True:
        if at.pos in {"VERB", "AUX"} and at.dep not in {"aux", "auxpass"}:
            yield at, label
            label = at.dep
        if at.head is at:
            if at.pos not in {"VERB", "AUX"}:
                yield at, label
            return
        at = at.head


def _cost(sentence: Sentence, mention: DateMention, target: Word) -> int:
    """How far a date is from a claim: clauses between them, or ``_FAR`` if it is a publication's or another clause's."""
    if is_publication(sentence, mention):
        return _FAR
    head = _head(sentence.words, mention)
    if head.pos in {"NOUN", "PROPN"} and (head is target or head in set(target.ancestors())):
        crossed = [label for _, label in _clauses(target)][: _crossed(target, head)]
        return max(0, _CLAUSE * len(crossed) - _CLAUSE // 2)
    clause = next(_clauses(target))[0]
    if clause.dep == "relcl" and clause.head.i < mention.first < clause.i and head.dep not in {"relcl"}:
        return _CLAUSE // 2
    own = next(_clauses(head))[0]
    if clause is not own and _lasting(clause) and own.tag == "VBD":
        return _FAR  # "cocoa fell in May in the belt where most of it is grown"
    for steps, (verb, label) in enumerate(_clauses(target)):
        if steps and label not in _UPWARD:
            break
        if verb is own:
            reported = label == "ccomp" and own.lemma in _PUBLISHING
            return _FAR if reported else steps * _CLAUSE
    below = [verb for verb, _ in _clauses(own)]
    return below.index(clause) * _CLAUSE + _CLAUSE // 2 if clause in below else _FAR


def _lasting(verb: Word) -> bool:
    """Whether a clause tells in the simple present what always holds: "most of it is grown there"."""
    first = next((child for child in verb.children if child.dep in {"aux", "auxpass"}), verb)
    return first.tag in _PRESENT and (first is verb or first.lemma == "be")


def _crossed(target: Word, head: Word) -> int:
    """How many verbs stand on the way up from the target to the head."""
    count, at = 0, target
    while at is not head and at.head is not at:
        count += at.pos in {"VERB", "AUX"} and at.dep not in {"aux", "auxpass"}
        at = at.head
    return count


def _top(sentence: Sentence, anchor: tuple[int, int]) -> Word:
    """The highest word of the anchor, or the sentence's root."""
    inside = [word for word in sentence.words if anchor[0] <= word.start and word.end <= anchor[1]]
    return next((word for word in inside if word.head not in inside or word.head is word), sentence.root)


def _bounded(sentence: Sentence, mention: DateMention) -> When:
    """The mention's days, open to one side behind a word that opens or closes."""
    words = sentence.words
    before = words[mention.first - 1].lower if mention.first else ""
    if before in {"the", "early", "late", "mid", "end", "start"} and mention.first > 1:
        before = words[mention.first - 2].lower
    if mention.start == mention.end[:4] or before not in _OPENS | _CLOSES:
        return When(mention.start, mention.end)
    if before in _CLOSES:
        return When(None, mention.end)
    joined = any(word.lower in _JOINING for word in words[mention.first + 1 : mention.last])
    if before == "from" and (joined or mention.end[:4] != mention.start[:4]):
        return When(mention.start, mention.end)
    return When(mention.start, None)
