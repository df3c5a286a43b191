"""Plain causal statements in invented words: every relation with its sign, none besides."""

import random

import pytest

from sayso.core.document import Block, BlockKind, Document
from sayso.read.grammar.influences import influences
from sayso.read.parse import parse

# A template and its relations: "ab+" is a raises b. {A} is the name at the beginning of a sentence, {a} elsewhere.
STATEMENTS = [
    ("Fewer {a} lead to more {b}.", "ab-"),
    ("More {a} lead to more {b}.", "ab+"),
    ("{A} raise {b}.", "ab+"),
    ("{A} lower {b}.", "ab-"),
    ("{A} raise {b}, which lower {c}.", "ab+ bc-"),
    ("{A} raise {b}, which in turn lower {c}.", "ab+ bc-"),
    ("{A} reduce {b}, which boost {c}, which weaken {d}.", "ab- bc+ cd-"),
    ("The more {a}, the less {b}.", "ab-"),
    ("The more {a}, the more {b}.", "ab+"),
    ("The fewer {a}, the fewer {b}.", "ab+"),
    ("The more {a} there are, the fewer {b} there are.", "ab-"),
    ("The higher the {a}, the lower the {b}.", "ab-"),
    ("When {a} fall, {b} rise.", "ab-"),
    ("When {a} rise, {b} rise.", "ab+"),
    ("If {a} rise, {b} fall.", "ab-"),
    ("As {a} rise, {b} fall.", "ab-"),
    ("Whenever {a} increase, {b} decrease.", "ab-"),
    ("{B} fall as {a} rise.", "ab-"),
    ("{B} rise when {a} fall.", "ab-"),
    ("{B} grow because {a} shrink.", "ab-"),
    ("A rise in {a} causes a drop in {b}.", "ab-"),
    ("An increase in {a} leads to an increase in {b}.", "ab+"),
    ("A decline in {a} triggers a surge in {b}.", "ab-"),
    ("A shortage of {a} means a shortage of {b}.", "ab+"),
    ("Higher {a} means fewer {b}.", "ab-"),
    ("Lower {a} means lower {b}.", "ab+"),
    ("{B} are driven by {a}.", "ab+"),
    ("{B} are caused by {a}.", "ab+"),
    ("{B} are reduced by {a}.", "ab-"),
    ("{B} are weakened by {a} and strengthened by {c}.", "ab- cb+"),
    ("{A} have a negative effect on {b}.", "ab-"),
    ("{A} have a positive effect on {b}.", "ab+"),
    ("The effect of {a} on {b} is negative.", "ab-"),
    ("With less {a} comes more {b}.", "ab-"),
    ("With more {a} come fewer {b}.", "ab-"),
    ("Because of {a}, {b} rise.", "ab+"),
    ("Due to {a}, {b} decline.", "ab-"),
    ("{B} fall because of {a}.", "ab-"),
    ("{B} rise due to fewer {a}.", "ab-"),
    ("Without {a}, {b} fall.", "ab+"),
    ("{A} cause {b} to fall.", "ab-"),
    ("{A} make {b} grow.", "ab+"),
    ("{A} and {b} reduce {c}.", "ac- bc-"),
    ("{A} raise {b} and {c}.", "ab+ ac+"),
    ("{A}, {b} and {c} weaken {d}.", "ad- bd- cd-"),
    ("{A} raise {b} but lower {c}.", "ab+ ac-"),
    ("{A} raise {b} and thereby lower {c}.", "ab+ bc-"),
    ("{A} lead to {b} and thereby to {c}.", "ab+ bc+"),
    ("{A} raise {b}, and {b} lower {a}.", "ab+ ba-"),
    ("{A} hinder {b}, {b} fuel {c}, and {c} curb {a}.", "ab- bc+ ca-"),
    ("{A} boost {b}; {b} boost {a}.", "ab+ ba+"),
    ("{A} reduce {b}. {B} in turn increase {c}. {C} boost {a}.", "ab- bc+ ca+"),
    ("{A} raise {b}. This lowers {c}.", "ab+ bc-"),
    ("{A} raise {b}. They also lower {c}.", "ab+ ac-"),
    ("{A} depend on {b}.", "ba+"),
    ("{A} stem from {b}.", "ba+"),
    ("{A} result from {b}.", "ba+"),
    ("{A} prevent {b}.", "ab-"),
    ("{A} are a cause of {b}.", "ab+"),
    ("{A} are a threat to {b}.", "ab-"),
    ("{B} are the result of {a}.", "ab+"),
    ("Rising {a} push up {b}.", "ab+"),
    ("Falling {a} bring about more {b}.", "ab-"),
    ("A lack of {a} weakens {b}.", "ab+"),
    ("Cutting {a} raises {b}.", "ab-"),
    ("Less {a} results in more {b}.", "ab-"),
    ("{A} affect {b}.", "ab?"),
    ("{A} inhibit {b} while {b} promote {a}.", "ab- ba+"),
    ("{A} would raise {b}.", "ab+"),
    ("{A} can reduce {b}.", "ab-"),
    ("{A} contribute to {b}.", "ab+"),
    ("Thanks to {a}, {b} grow.", "ab+"),
    ("If there are more {a}, there are fewer {b}.", "ab-"),
    ("When there are more {a}, {b} shrink.", "ab-"),
    ("More {a} means that {b} rise.", "ab+"),
    ("As {a} decline, so do {b}.", "ab+"),
    ("As the number of {a} increases, the number of {b} decreases.", "ab-"),
    ("The rise of {a} brought about a fall in {b}.", "ab-"),
    ("The presence of {a} hinders the growth of {b}.", "ab-"),
    ("{A} contribute to the decline of {b}.", "ab-"),
    ("{A} trigger {b}; {b}, in turn, dampen {a}.", "ab+ ba-"),
    ("{A} amplify {b}. As a result, {c} fall.", "ab+ bc-"),
    ("{A} help {b} grow.", "ab+"),
    ("{A} keep {b} low.", "ab-"),
    ("{A} push {b} up.", "ab+"),
    ("{A} are harmful to {b}.", "ab-"),
    ("{A} are responsible for {b}.", "ab+"),
    ("{A} limit {b} and thus raise {c}.", "ab- bc-"),
    ("{A} boost {b}, thereby weakening {c}.", "ab+ bc-"),
    ("{A} lead to {b}. This leads to {c}. This in turn reduces {a}.", "ab+ bc+ ca-"),
    ("{A} directly cause {b}, while {c} prevent them.", "ab+ cb-"),
    ("It is {a} that cause {b}.", "ab+"),
    ("What drives {b} is {a}.", "ab+"),
    ("Without {a} there would be no {b}.", "ab+"),
    ("A surge in {a} led to a collapse in {b}.", "ab-"),
    ("The more {a} rise, the more {b} fall.", "ab-"),
    ("{A} drive up {b}.", "ab+"),
    ("{A} drive {b} down.", "ab-"),
    ("{A} keep {b} high.", "ab+"),
    ("{B} fall whenever {a} rise.", "ab-"),
    ("{A} suppress {b}, and {b} in turn feed {a}.", "ab- ba+"),
    ("If {a} go up, so do {b}.", "ab+"),
    ("{A} and {b} both raise {c}.", "ac+ bc+"),
    ("{A} are good for {b} but bad for {c}.", "ab+ ac-"),
    ("{A} increase the risk of {b}.", "ab+"),
    ("{A} grow, so {b} shrink.", "ab-"),
    ("{A} grow; as a result, {b} shrink.", "ab-"),
    ("As a result of more {a}, {b} decline.", "ab-"),
    ("{B} increase in response to {a}.", "ab+"),
    ("{A} prevent {b} from rising.", "ab-"),
    ("{A} make {b} less likely.", "ab-"),
    ("{A}, which raise {b}, lower {c}.", "ab+ ac-"),
    ("{A}, not {b}, drive {c}.", "ac+"),
    ("{A} cause {b} and vice versa.", "ab+ ba+"),
    ("Too many {a} harm {b}.", "ab-"),
    ("{A} are to blame for {b}.", "ab+"),
    ("{A} come at the expense of {b}.", "ab-"),
    ("{A} raise {b}. The latter lower {c}.", "ab+ bc-"),
    ("{A} crowd out {b}.", "ab-"),
]
CONTROLS = [
    "{A} and {b} are blue.",
    "{A} followed {b}.",
    "{A} increased in 2020.",
    "{A} live near {b}.",
    "There are many {a} in the {b}.",
    "{A} are bigger than {b}.",
    "{A} met {b} on Monday.",
    "The {a} of {b} is old.",
    "{A} and {b} are friends of the {c}.",
    "{A} come before {b}.",
    "In 2020 there were more {a} than {b}.",
    "An increase in {a} is followed by a decrease in {b}.",
    "{A} rose in May and {b} fell in June.",
    "{B} fell after {a} rose.",
    "{A} and {b} are sold in the same market.",
    "{A} are counted every year.",
    "{A} and {b} rose.",
    "{A} are more common than {b}.",
]
_ONSETS = ["bl", "gr", "sn", "tw", "fl", "k", "v", "pl", "zw", "dr", "m", "gl", "tr", "n", "qu", "st"]
_RIMES = ["im", "orp", "ib", "unt", "esk", "ag", "elf", "ost", "up", "ick", "ozz", "ern", "alm", "ud"]
_WORDS = [onset + rime + "s" for onset in _ONSETS for rime in _RIMES]
_REAL = {
    "drags", "flags", "flicks", "glums", "grims", "kicks", "nags", "nibs", "nicks", "picks", "plums", "quicks", "snags",
    "sticks", "studs", "stunts", "trims", "vests",
}  # fmt: skip  # what the syllables make of English


def _names(seed: int) -> dict[str, str]:
    chosen = random.Random(seed).sample([word for word in _WORDS if word not in _REAL], 4)
    small = dict(zip("abcd", chosen, strict=True))
    return small | {key.upper(): word.capitalize() for key, word in small.items()}


def _read(text: str) -> set[tuple[str, str, str]]:
    whole = next(parse([Document("plain.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))]))
    found = influences(whole)
    return {(p.body.cause.variable.lower(), p.body.effect.variable.lower(), p.body.sign) for p in found}


@pytest.mark.parametrize(("template", "relations"), STATEMENTS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_relation_with_its_sign_and_none_besides(template: str, relations: str, seed: int) -> None:
    names = _names(seed)
    expected = {(names[cause], names[effect], sign) for cause, effect, sign in relations.split()}
    assert _read(template.format(**names)) == expected


@pytest.mark.parametrize("template", CONTROLS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_statements_without_a_cause_give_none(template: str, seed: int) -> None:
    assert _read(template.format(**_names(seed))) == set()
