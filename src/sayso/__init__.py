"""sayso: on whose say-so? Claims, whose word they rest on, and the system they describe."""

__version__ = "0.1.0"
