"""The grammar as a witness: each part reads the parse by itself, with what the trained taggers saw, and proposes what it sees."""

from sayso.read.grammar.actors import Actors
from sayso.read.grammar.acts import acts
from sayso.read.grammar.attributions import attributions
from sayso.read.grammar.figures import figures
from sayso.read.grammar.flows import flows
from sayso.read.grammar.influences import influences
from sayso.read.grammar.ties import ties
from sayso.read.parse import Parse
from sayso.read.proposal import Reading
from sayso.read.tagger.taggers import Sight, Taggers


class Grammar:
    """Claims by dependency grammar and vocabulary. What trained taggers propose it explains and completes."""

    name = "grammar"

    def __init__(self, taggers: Taggers | None = None) -> None:
        self._taggers = taggers

    def read(self, parse: Parse) -> Reading:
        sight = self._taggers.read(parse) if self._taggers else Sight()
        actors = Actors(parse)
        proposals = figures(parse)
        proposals += influences(parse, sight)
        proposals += flows(parse, actors)
        proposals += ties(parse, actors)
        proposals += acts(parse, actors)
        return Reading(proposals, attributions(parse, actors, sight.attributions), sight.faults)
