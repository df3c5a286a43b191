"""Stage one: documents become claims and attributions. Deterministic and offline."""

import sys
from types import ModuleType

# spaCy imports its command line for the one function that tells what is installed, and with that a client for the web, a terminal
# and a third of all modules. Nobody calls that function here; where sayso is what imports spaCy, it is missing.
if "spacy" not in sys.modules:
    _absent = ModuleType("spacy.cli.info")
    _absent.__dict__["info"] = None
    sys.modules.setdefault(_absent.__name__, _absent)
