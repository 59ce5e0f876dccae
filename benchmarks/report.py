"""What was measured, as a table and as a plot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.meter import Cost, median

BESIDE = {
    "six": "six, plain script",
    "six, one process": "six, plain script",
    "six PDFs": "six PDFs, Typst",
    "one": "one, plain script",
}
"""What a row is held against."""


def table(raced: Mapping[str, Sequence[Cost]], grown: Mapping[int, tuple[Cost, Cost]]) -> str:
    """Markdown: medians, and their ratios to what stands beside them."""
    rows = ["| work | wall s | processor s | MiB | held against | wall | processor |", "|---|---|---|---|---|---|---|"]
    for name, costs in raced.items():
        beside = BESIDE.get(name, "")
        ratios = ["", ""]
        if beside in raced:
            ratios = [
                f"{median(costs, of) / median(raced[beside], of):.2f}"
                for of in (lambda one: one.wall, lambda one: one.processor)
            ]
        told = [f"{median(costs, of):.2f}" for of in (lambda one: one.wall, lambda one: one.processor)]
        peak = f"{median(costs, lambda one: one.peak):.0f}"
        rows.append(f"| {' | '.join([name, *told, peak, beside if beside in raced else '', *ratios])} |")
    rows += ["", "| publications | wall s | processor s | a publication | MiB | again, wall s | again, MiB |"]
    rows.append("|---|---|---|---|---|---|---|")
    for size, (first, again) in grown.items():
        each = f"{first.processor / size:.2f}"
        told = [str(size), f"{first.wall:.1f}", f"{first.processor:.1f}", each, f"{first.peak:.0f}"]
        rows.append(f"| {' | '.join([*told, f'{again.wall:.2f}', f'{again.peak:.0f}'])} |")
    return "\n".join(rows) + "\n"


def plot(grown: Mapping[int, tuple[Cost, Cost]], path: Path) -> None:
    """Seconds and memory against the number of publications, as SVG."""
    from matplotlib.figure import Figure

    sizes = list(grown)
    figure = Figure(figsize=(7, 3), layout="constrained")
    seconds, memory = figure.subplots(1, 2)
    seconds.loglog(sizes, [first.processor for first, _ in grown.values()], marker="o", label="from nothing, processor")
    seconds.loglog(sizes, [again.wall for _, again in grown.values()], marker="s", label="again, wall")
    seconds.set(xlabel="publications", ylabel="s")
    seconds.legend()
    memory.semilogx(sizes, [first.peak for first, _ in grown.values()], marker="o", label="from nothing")
    memory.semilogx(sizes, [again.peak for _, again in grown.values()], marker="s", label="again")
    memory.set(xlabel="publications", ylabel="MiB, largest process", ylim=(0, None))
    memory.legend()
    figure.savefig(path)
