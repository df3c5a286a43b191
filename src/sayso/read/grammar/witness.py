"""The grammar as a witness: each part reads the parse by itself and proposes what it sees."""

from sayso.read.grammar.actors import Actors
from sayso.read.grammar.acts import acts
from sayso.read.grammar.attributions import attributions
from sayso.read.grammar.figures import figures
from sayso.read.grammar.flows import flows
from sayso.read.grammar.influences import influences
from sayso.read.grammar.ties import ties
from sayso.read.parse import Parse
from sayso.read.proposal import Reading


class Grammar:
    """Claims by dependency grammar and vocabulary."""

    name = "grammar"
    version = "1"

    def read(self, parse: Parse) -> Reading:
        actors = Actors(parse)
        proposals = figures(parse)
        proposals += influences(parse, actors)
        proposals += flows(parse, actors)
        proposals += ties(parse, actors)
        proposals += acts(parse, actors)
        return Reading(proposals, attributions(parse, actors))
