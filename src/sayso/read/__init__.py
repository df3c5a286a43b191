"""Stage one: documents become claims and attributions. Deterministic and offline."""
