"""What two claims share does not hang on the order in which a process happens to keep its sets."""

from collections import Counter
from fractions import Fraction

from sayso.weigh.rarity import Weights


def test_weights_add_up_to_the_nearest_float_in_whatever_order() -> None:
    words = [f"word{at}" for at in range(300)]
    weights = Weights([Counter({word: at for at, word in enumerate(words)})], 5_000)
    for size in range(2, 60):
        said = frozenset(words[size : 3 * size])
        assert weights.of(said) == float(sum(Fraction(weights[word]) for word in said))
