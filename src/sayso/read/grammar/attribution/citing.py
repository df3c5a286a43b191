"""Sources behind sources: "the Herald, citing police, said …", and the citation in brackets, "(Ruiz, 2021)"."""

from collections.abc import Iterator, Sequence

from sayso.read.grammar.attribution.contents import trimmed
from sayso.read.grammar.attribution.nouns import SPEECH
from sayso.read.grammar.attribution.relation import Relation
from sayso.read.grammar.attribution.speakers import QUOTING, Kind, fellows, kind_of, source_words
from sayso.read.grammar.phrase import child
from sayso.read.parse import Sentence, Word

_OPENS = frozenset('"“„«')
_LONGEST = 16  # words between the brackets of a citation


def citing(found: Sequence[Relation]) -> list[Relation]:
    """The relations of one sentence, a source that is only cited taking over what is said on the strength of it."""
    result: list[Relation] = []
    _take_up(found)
    for relation in _passed_on(found):
        anchor = relation.anchor
        if anchor.lemma not in QUOTING or anchor.tag != "VBG":
            result.append(relation)
            continue
        thing = child(anchor, "dobj")
        over = _over(relation, found)
        if thing is None or over is None or kind_of(thing) is Kind.THING or over.head is None:
            continue
        if any(one.anchor is anchor for one in result):
            continue  # one source cited by several carriers
        for fellow in fellows(thing):
            source = source_words(fellow, relation.sentence)
            result.append(
                Relation(
                    relation.sentence,
                    fellow,
                    source,
                    relation.cue,
                    over.content,
                    anchor,
                    beside=True,
                    carriers=[over.head],
                )
            )
    return result


def carried(found: Sequence[Relation], text: str) -> list[Relation]:
    """The relations without those that only tell through whom a quotation came: "“No,” Ana said, according to the radio"."""
    quoting: dict[int, list[Relation]] = {}
    for one in found:
        if one.content is not None and text[one.content[0]] in _OPENS:
            quoting.setdefault(id(one.anchor), []).append(one)
    kept: list[Relation] = []
    for relation in found:
        said = quoting.get(id(relation.anchor.head), []) if relation.beside and relation.head is not None else []
        kept.extend([] if said else [relation])
        for one in said:
            one.carriers.extend([relation.head] if relation.head is not None else [])
    return kept


def _take_up(found: Sequence[Relation]) -> None:
    """ "Ana said the lake shrank, a claim that Jon denied": both speak of what stands between "said" and the comma."""
    for relation in found:
        if relation.anchor.dep not in ("acl", "relcl") or relation.anchor.head.lemma not in SPEECH:
            continue
        start, end = relation.content or (0, 0)
        for other in found:
            if other.content is not None and start <= other.cue[0] < other.content[0] < end < relation.cue[0]:
                other.content = (other.content[0], min(end, other.content[1]))
                relation.content = other.content


def _passed_on(found: Sequence[Relation]) -> list[Relation]:
    """ "According to the ministry, as cited by the Herald, …": who cites a source beside the sentence carries it."""
    kept: list[Relation] = []
    for relation in found:
        words = relation.sentence.words
        source = next(
            (
                one
                for one in found
                if one is not relation
                and one.beside
                and relation.beside
                and one.source
                and relation.head is not None
                and words[one.source[-1].i].end <= relation.cue[0] <= one.source[-1].end + 3
            ),
            None,
        )
        if source is None or relation.head is None:
            kept.append(relation)
            continue
        source.carriers.append(relation.head)
        start, end = source.content or (0, 0)
        after = next(
            (word.start for word in words if word.start > relation.source[-1].end and word.pos != "PUNCT"), end
        )
        if start <= relation.cue[0] < end and after < end:
            source.content = (after, end)
    return kept


def _over(relation: Relation, found: Sequence[Relation]) -> Relation | None:
    """The relation on whose side the cited source stands."""
    above = {id(word) for word in relation.anchor.ancestors()}
    for other in found:
        if (
            other.anchor is not relation.anchor
            and other.content is not None
            and (other.head is relation.head or id(other.anchor) in above)
        ):
            return other
    return None


def by_citations(sentence: Sentence) -> Iterator[Relation]:
    """A name and a year in brackets stand behind the words before them."""
    words, since = sentence.words, 0
    for bracket in words:
        if bracket.text != "(":
            continue
        inside = _inside(bracket, words)
        name = _name(inside)
        if name and bracket.i - since >= 2:
            content = trimmed(words[since : bracket.i])
            cue = (bracket.start, inside[-1].end)
            yield Relation(sentence, name[-1], name, cue, (content[0].start, content[-1].end), inside[-1], beside=True)
        if inside:
            since = inside[-1].i + 2


def _inside(bracket: Word, words: Sequence[Word]) -> list[Word]:
    found: list[Word] = []
    for word in words[bracket.i + 1 : bracket.i + 1 + _LONGEST]:
        if word.text == ")":
            return found
        found.append(word)
    return []


def _name(inside: Sequence[Word]) -> list[Word]:
    """The name a citation opens with, if it ends with a year and says nothing else."""
    if len(inside) < 2 or not _year(inside[-1]) or any(word.pos in ("VERB", "AUX") for word in inside):
        return []
    name: list[Word] = []
    for word in inside:
        if word.text == "," or word.ent == "DATE" or word.pos == "NUM":
            break
        name.append(word)
    if not name or name[-1].pos != "PROPN" or any(word.ent in ("GPE", "LOC", "FAC", "EVENT") for word in name):
        return []
    return name


def _year(word: Word) -> bool:
    return len(word.text) == 4 and word.text.isdigit() and word.text[:2] in ("19", "20")
