"""The end of the last page in Word: paragraphs between two rules, to be read and edited as they stand."""

from __future__ import annotations

from bulletin.blocks.colophon.edit import Colophon, ColophonLine
from bulletin.word.draft import Draft
from bulletin.word.form import WordBlock
from bulletin.word.inline import GAP, both, paragraph, run, tab
from bulletin.word.look import TEXT
from bulletin.word.ox import Node
from bulletin.word.styles import Style, Styles


def write(block: Colophon, draft: Draft) -> list[Node]:
    """Who is sent it, who answers for it, and how many there are; a rule over the first and under the last."""
    people = [_line(one) for one in block.people]
    if block.print_run:
        people = [*people[:-1], [*(people[-1] if people else []), tab(), *both(block.print_run)]]
    groups = [group for group in ([_line(one) for one in block.receivers], people) if group]
    nodes: list[Node] = []
    for at, group in enumerate(groups):
        for n, line in enumerate(group):
            last = at == len(groups) - 1 and n == len(group) - 1
            ruled = "ColophonTop" if n == 0 and not last else "ColophonOnly" if n == 0 else "Colophon"
            nodes.append(paragraph("ColophonLast" if last and n else ruled, line))
    return nodes


def _line(one: ColophonLine) -> list[Node]:
    zh = [run(f"{one.label.zh}：", "zh", bold=True), run(one.text.zh, "zh")]
    return [*zh, run(f"{GAP}{one.label.en}: {one.text.en}", "en")]


_TOP, _LAST = ("top", 8, "ink", 3), ("bottom", 8, "ink", 3)
_TABS = (("right", TEXT),)
WORD = WordBlock(write)
STYLES = Styles(
    (
        Style("Colophon", "Colophon", "colophon", "serif", tabs=_TABS),
        Style("ColophonTop", "Colophon Top", "colophon", "serif", before=8, borders=(_TOP,), tabs=_TABS, keep=True),
        Style("ColophonLast", "Colophon Last", "colophon", "serif", borders=(_LAST,), tabs=_TABS),
        Style("ColophonOnly", "Colophon Only", "colophon", "serif", before=8, borders=(_TOP, _LAST), tabs=_TABS),
    ),
    {"colophon": (9.5, 15)},
)
