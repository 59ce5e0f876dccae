"""How large the type of finished PDFs is: `python -m benchmarks.sizes FOLDER…`, a line a file.

Visible characters; the shares under 7.5 and 8 pt, the smallest of Chinese and Latin, and the two sizes that most
characters of each have.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pikepdf

from bulletin.proofing.inks import read_inks
from bulletin.proofing.sizes import Sizes, below

MOST = 2


def _common(counts: Mapping[float, int]) -> str:
    return "/".join(f"{size:g}" for size, _ in Counter(counts).most_common(MOST)) or "-"


def row(name: str, sizes: Sizes) -> str:
    """A line of the table."""
    shares = (100 * below(sizes.all, bound) for bound in (7.5, 8.0))
    least = f"{min(sizes.han, default=0):g}/{min(sizes.latin, default=0):g}"
    share = " ".join(f"{each:5.1f}" for each in shares)
    return (
        f"{name:38} {sum(sizes.all.values()):6} {share} {least:>10} {_common(sizes.han):>11} {_common(sizes.latin):>11}"
    )


def main(folders: list[str]) -> None:
    print(f"{'':38} {'chars':>6} {'<7.5':>5} {'<8 %':>5} {'least':>10} {'Chinese':>11} {'Latin':>11}")
    for folder in folders:
        all_of = Sizes()
        for path in sorted(Path(folder).glob("*.pdf")):
            with pikepdf.open(path) as pdf:
                sizes = read_inks(pdf).sizes
            all_of = Sizes(Counter(all_of.han) + Counter(sizes.han), Counter(all_of.latin) + Counter(sizes.latin))
            print(row(f"{Path(folder).name}/{path.stem}", sizes), flush=True)
        print(row(f"{Path(folder).name}, all", all_of), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
