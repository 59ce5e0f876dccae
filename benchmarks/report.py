"""What was measured, as a page of docs/ with tables and a plot."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.meter import Cost, median

WARM = "a sentence changed, `watch` open"
BESIDE = {
    "six": "six, plain script",
    "six, one process": "six, plain script",
    "six PDFs": "six PDFs, Typst",
    "one": "one, plain script",
}
"""What a row is held against."""
CHINESE = {
    "six": "六份",
    "six, one process": "六份，一个进程",
    "nothing changed": "没有改动，六份",
    "a comment changed": "改一处注释",
    "check": "检查六份",
    "six, plain script": "六份，普通脚本",
    "six PDFs": "六份 PDF",
    "six PDFs, Typst": "六份 PDF，Typst",
    "six PDFs, Chromium": "六份 PDF，Chromium",
    "one": "一份",
    "one, plain script": "一份，普通脚本",
    WARM: "改一句话，`watch` 开着",
}
PAGE = """\
# 多快，用多少内存 · How fast, and how much memory

[中文](#中文) · [English](#english)

`make bench OUT=docs` writes this page. 本页由 `make bench OUT=docs` 写成。

## 中文

整条命令从头做起，各做 {runs} 遍，轮流做，取中位数；{cores} 个核。“普通脚本”是 [plain.py](../benchmarks/plain.py)：
pyplot、WeasyPrint、python-docx，一个循环，什么都不检查，排的是本程序已经排好的版。“倍”是与右边那一项之比。

{zh}

![从头做起的处理器时间、内存，随份数 · processor time and memory from nothing, by number of publications](speed.svg)

{zh_grown}

## English

Whole commands from nothing, {runs} runs of each, in turn, medians; {cores} cores. The plain script is
[plain.py](../benchmarks/plain.py): pyplot, WeasyPrint and python-docx in one loop, without any check, of pages that
this program has laid out before. The ratios are to what stands beside them.

{en}

![Processor time and memory from nothing, by number of publications](speed.svg)

{en_grown}
"""


def page(raced: Mapping[str, Sequence[Cost]], grown: Mapping[int, tuple[Cost, Cost]], runs: int) -> str:
    """The page, in both languages."""
    heads = ["做什么", "秒", "处理器秒", "MiB", "与之比", "时间，倍", "处理器，倍"]
    zh = table({CHINESE[name]: costs for name, costs in raced.items()}, heads, _in_chinese(BESIDE))
    heads = ["work", "wall s", "processor s", "MiB", "held against", "wall, times", "processor, times"]
    en = table(raced, heads, BESIDE)
    zh_grown = growth(grown, ["份数", "秒", "处理器秒", "每份处理器秒", "MiB", "再来一遍，秒", "MiB"])
    en_grown = growth(
        grown, ["publications", "wall s", "processor s", "each, processor s", "MiB", "again, wall s", "MiB"]
    )
    told = {"zh": zh, "en": en, "zh_grown": zh_grown, "en_grown": en_grown}
    return PAGE.format(runs=runs, cores=os.cpu_count(), **told)


def _in_chinese(beside: Mapping[str, str]) -> dict[str, str]:
    return {CHINESE[name]: CHINESE[other] for name, other in beside.items()}


def table(raced: Mapping[str, Sequence[Cost]], heads: Sequence[str], beside: Mapping[str, str] = BESIDE) -> str:
    """Markdown: medians, and their ratios to what stands beside them."""
    rows = [heads, ["---"] * len(heads)]
    for name, costs in raced.items():
        other = raced.get(beside.get(name, ""))
        told = [f"{median(costs, of):.2f}" for of in (_wall, _processor)]
        ratios = [f"{median(costs, of) / median(other, of):.2f}" if other else "" for of in (_wall, _processor)]
        peak = f"{median(costs, lambda one: one.peak):.0f}"
        rows.append([name, *told, peak, beside[name] if other else "", *ratios])
    return _rows(rows)


def growth(grown: Mapping[int, tuple[Cost, Cost]], heads: Sequence[str]) -> str:
    """Markdown: what so many publications cost from nothing, and again."""
    rows = [heads, ["---"] * len(heads)]
    for size, (first, again) in grown.items():
        made = [f"{first.wall:.1f}", f"{first.processor:.1f}", f"{first.processor / size:.2f}", f"{first.peak:.0f}"]
        rows.append([str(size), *made, f"{again.wall:.2f}", f"{again.peak:.0f}"])
    return _rows(rows)


def _rows(rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _wall(one: Cost) -> float:
    return one.wall


def _processor(one: Cost) -> float:
    return one.processor


def plot(grown: Mapping[int, tuple[Cost, Cost]], path: Path) -> None:
    """Seconds and memory against the number of publications, as SVG."""
    from matplotlib.figure import Figure

    sizes, figure = list(grown), Figure(figsize=(7, 3), layout="constrained")
    seconds, memory = figure.subplots(1, 2)
    made = [(first.processor, first.peak) for first, _ in grown.values()]
    again = [(again.wall, again.peak) for _, again in grown.values()]
    for marker, label, costs in (("o", "from nothing, processor", made), ("s", "nothing changed, wall", again)):
        seconds.loglog(sizes, [cost for cost, _ in costs], marker=marker, label=label)
        memory.semilogx(sizes, [peak for _, peak in costs], marker=marker, label=label.partition(",")[0])
    for axes, what in ((seconds, "s"), (memory, "MiB, largest process")):
        axes.set(xlabel="publications", title=what)
        axes.legend()
    memory.set_ylim(0, None)
    figure.savefig(path, metadata={"Date": None})
