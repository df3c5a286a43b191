"""The demo case: short documents written for sayso that restate, in its own words, what public reports claim.

The claims are their sources'; sayso does not say that any of them is true.
"""

import shutil
from importlib.resources import as_file, files
from pathlib import Path

from sayso.core.errors import UsageFault


def write(folder: Path) -> None:
    """Writes the demo case into ``folder``. Raises ``UsageFault`` if something stands there already."""
    if folder.exists() and any(folder.iterdir()):
        raise UsageFault(f"'{folder}' is not empty; name a folder that is not there yet")
    with as_file(files("sayso.demo") / "case") as case:
        shutil.copytree(case, folder, dirs_exist_ok=True)
