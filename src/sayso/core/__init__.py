"""The shared types of every stage. This package imports nothing else of sayso and does no input or output."""
