"""Vocabularies, names and thresholds: data with a source, read once. A leaf: imports nothing of the stages."""
