"""Planted systems come back: written out as sentences, read, weighed and compiled."""

from planted_system import scores
from sayso.core.outcome import Press, Scenario
from sayso.run import press


def test_most_planted_links_come_back_with_their_sign() -> None:
    total = [one for _, _, one in scores(8)]
    assert sum(one.found for one in total) >= 0.9 * sum(one.planted for one in total)
    assert sum(one.found for one in total) >= 0.9 * sum(one.compiled for one in total)


def test_presses_give_the_planted_signs() -> None:
    for planted, system, _ in scores(2):
        names = {variable.name.lower(): variable.name for variable in system.variables}
        direct = [(pair, sign) for pair, sign in planted.items() if sum(cause == pair[0] for cause, _ in planted) == 1]
        for (cause, effect), sign in direct:
            if cause in names and effect in names and (effect, cause) not in planted:
                found = press(
                    system, Scenario("x", (Press(names[cause], 1.0),), watch=(names[effect],), draws=400), hinges=False
                )
                (answer,) = found.variables
                lead = answer.rises - answer.falls
                assert lead * (1 if sign == "+" else -1) > 0, (cause, sign, effect)
