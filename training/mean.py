"""The mean of the weights of networks trained on from each other: ``python -m training.mean ONE.pt TWO.pt --out FILE.pt``.

Runs of one start lie in one basin, and their mean generalises better than either (Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    states = [torch.load(path) for path in options.weights]
    torch.save({name: sum(one[name].float() for one in states) / len(states) for name in states[0]}, options.out)


if __name__ == "__main__":
    main()
