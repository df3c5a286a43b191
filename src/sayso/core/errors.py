"""The one exception root. Every error names the value, what was allowed, and what to do."""


class SaysoError(Exception):
    """Anything sayso refuses to do; its text is one line for the person at the keyboard."""


class UsageFault(SaysoError):
    """The command or call was wrong: the caller must act (exit code 2)."""


class CaseFault(SaysoError):
    """The case folder is wrong: whoever keeps the case must act (exit code 1)."""


class DocumentFault(SaysoError):
    """One document cannot be read; it is reported by name and the rest is built."""


class LocateFault(SaysoError):
    """A passage does not stand in the document where it was said to stand."""
