"""Makes the weights that the taggers of :mod:`sayso.read.tagger` ship with. Not part of the installed product."""
