"""The command line. A command parses its words, calls one library function and prints.

Exit codes: 0 done, 1 the case has faults (all of them listed), 2 wrong usage, 130 broken off by the user.
"""

import os
import sys
from collections.abc import Sequence

from sayso.core.errors import SaysoError, UsageFault

DONE, FAULTS, USAGE, BROKEN_OFF = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    from sayso.cli.arguments import parser

    chosen = parser().parse_args(arguments)
    try:
        code: int = chosen.command(chosen)
        sys.stdout.flush()
    except SaysoError as fault:
        for text in str(fault).split("\n"):
            print(f"sayso: {text}", file=sys.stderr)
        return USAGE if isinstance(fault, UsageFault) else FAULTS
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read our words has gone
        return DONE
    except OSError as fault:  # a full disk, a folder that may not be written
        where = f"{fault.filename}: " if fault.filename else ""
        print(
            f"sayso: {where}{fault.strerror or fault}; make room, or check the path and its permissions",
            file=sys.stderr,
        )
        return FAULTS
    except KeyboardInterrupt:
        print("sayso: broken off; what was finished is kept, and the next build goes on from there", file=sys.stderr)
        return BROKEN_OFF
    return code
