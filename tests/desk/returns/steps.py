"""Edits of a draft that may follow one another in any order: each does nothing where it finds nothing to do."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from bulletin.manifest import Manifest
from bulletin.publish import publish
from bulletin.word.ox import name
from tests.conftest import ARTICLE, small_project
from tests.desk.returns.meadow import MEADOW, SAID, draft_of
from tests.desk.returns.word import Editor, blank, texts

Step = Callable[[Editor], None]
Node = etree._Element

NEW = (
    ("社区干部上门走访老人。", "Community officials call on the old."),
    ("河边新添了路灯。", "New lamps stand by the river."),
    ("孩子们放学后在游园玩耍。", "Children play in the parks after school."),
)
"""What is put in: paragraphs, notes, briefs."""
TITLES = (
    ("走访老人", "Calls on the old"),
    ("河边的路灯", "Lamps by the river"),
    ("孩子们在游园", "Children in the parks"),
)
_MORE = "社区干部上门走访老人。河边新添了路灯。孩子们放学后在游园玩耍。沿河游园由街道管护。\n"


def root(folder: Path) -> Path:
    """The meadow without pages by hand; its article says what is put in, and when the honor was won."""
    text = MEADOW[: MEADOW.index("pages:\n")].replace("quote: 2018年\n", "quote: 2018年,柳林街道\n")
    article = (ARTICLE + SAID + _MORE).replace("街道荣获", "2018年街道荣获")
    made = small_project(folder, text, article)
    publish(made / "reports", Manifest(), "willow", "1", {"willow.docx": draft_of(made)})
    return made


# ---------------------------------------------------------------------------------------------- finding


def said(node: Node) -> str:
    return "".join(t.text or "" for t in node.iter(name("w:t")))


def saying(editor: Editor, words: str) -> Node | None:
    found = (p for p in editor.root.iter(name("w:p")) if words in "".join(t.text or "" for t in texts(p)))
    return next(found, None)


def row(editor: Editor, words: str) -> Node | None:
    found = saying(editor, words)
    return None if found is None else next(found.iterancestors(name("w:tr")), None)


def rows_of_story(one: Node) -> list[Node]:
    """All rows of the table that a row stands in."""
    return list(next(one.iterancestors(name("w:tbl"))).findall(name("w:tr")))


def styled(editor: Editor, *styles: str) -> list[Node]:
    found = []
    for p in editor.root.iter(name("w:p")):
        style = p.find(f"{name('w:pPr')}/{name('w:pStyle')}")
        if style is not None and style.get(name("w:val")) in styles:
            found.append(p)
    return found


def kickers(editor: Editor) -> list[Node]:
    return styled(editor, "Kicker")


def story(editor: Editor, n: int) -> list[Node]:
    """A story from its line to the last of its tables and plates; empty where there is none."""
    lines = kickers(editor)
    if not lines:
        return []
    first = lines[n % len(lines)]
    nodes = [first]
    ends = {"Kicker", "BoxTitle", "TableCaption", "BoxHeading", "Heading1"}
    for node in first.itersiblings():
        style = [str(one.get(name("w:val"))) for one in node.iter(name("w:pStyle"))][:1]
        title = node.tag == name("w:p") and len(nodes) < 3
        if style and style[0] in ends and not title:
            break
        nodes.append(node)
    while nodes[-1].tag == name("w:p") and not said(nodes[-1]):
        nodes.pop()
    return nodes


# ---------------------------------------------------------------------------------------------- words


def word(zh: tuple[str, str, str], en: tuple[str, str, str]) -> Step:
    """A word in both languages, there and back again: where it stands, what it is and what it becomes."""

    def step(editor: Editor) -> None:
        for anchor, one, other in (zh, en):
            if (found := saying(editor, anchor)) is not None:
                old, new = (one, other) if one in said(found) else (other, one)
                if old in said(found):
                    editor.replace(anchor, old, new)

    return step


WORDS: tuple[Step, ...] = (
    word(("清扫楼道", "定期", "经常"), ("sweep the stairs", "regularly", "often")),
    word(("步道连通游园", "沿途", "沿线"), ("A path joins", "along the way", "along it")),
    word(("楼院更新", "老旧楼院更新", "老旧楼院的更新"), ("Old courtyards", "renewed", "made new")),
    word(("对照", "社区与游园对照", "游园与社区对照"), ("compared", "Communities and parks", "Parks and communities")),
    word(("并非一类", "并非", "不是"), ("differ in", "in kind", "in their kind")),
    word(("游园的面积", "未见于", "不见于"), ("The size of the parks", "is not in", "does not stand in")),
    word(("项目进展", "进展", "近况"), ("of projects", "Progress", "State")),
)


def bold(editor: Editor) -> None:
    found = saying(editor, "独居老人")
    if found is not None and any("独居老人" in (t.text or "") and t.text != "独居老人" for t in texts(found)):
        editor.bold("独居老人", "独居老人")


# ---------------------------------------------------------------------------------------------- items


def row_moved(words: tuple[str, ...], one: int, other: int) -> Step:
    """A row before another of the same table."""

    def step(editor: Editor) -> None:
        here, there = row(editor, words[one % len(words)]), row(editor, words[other % len(words)])
        if here is not None and there is not None and here is not there and here.getparent() is there.getparent():
            there.addprevious(here)

    return step


def row_gone(words: str) -> Step:
    """A row is taken out, if another is left."""

    def step(editor: Editor) -> None:
        found = row(editor, words)
        if found is not None and len(rows_of_story(found)) > 1:
            found.getparent().remove(found)

    return step


def row_put_in(new: int, behind: str) -> Step:
    """A paragraph more, unless it stands somewhere already."""

    def step(editor: Editor) -> None:
        found = row(editor, behind)
        if found is not None and saying(editor, NEW[new][0]) is None:
            editor.insert_row(behind, *NEW[new])

    return step


def split(editor: Editor) -> None:
    for anchor, at in (("管网和照明", "居民参与"), ("Pipes and lights", "and residents")):
        found = saying(editor, anchor)
        if found is not None and any(at in (t.text or "") and not (t.text or "").startswith(at) for t in texts(found)):
            editor.split(anchor, at)


NOTES = (("文中未说明树种", "does not name the kinds"), ("游园的面积", "The size of the parks"))


def notes_swapped(editor: Editor) -> None:
    """The second note goes before the first, in both columns."""
    for n in (0, 1):
        one, other = saying(editor, NOTES[0][n]), saying(editor, NOTES[1][n])
        if one is not None and other is not None and one is not other:
            first, second = (one, other) if other in one.itersiblings() else (other, one)
            first.addprevious(second)


def note_put_in(new: int, behind: int) -> Step:
    def step(editor: Editor) -> None:
        if saying(editor, NEW[new][0]) is None and saying(editor, NOTES[behind][0]) is not None:
            for anchor, text in zip(NOTES[behind], NEW[new], strict=True):
                editor.insert(anchor, text)

    return step


def brief_put_in(new: int) -> Step:
    """A box more, behind the last."""

    def step(editor: Editor) -> None:
        found = saying(editor, "步道连通游园")
        if found is None or saying(editor, NEW[new][0]) is not None or saying(editor, TITLES[new][0]) is not None:
            return
        line = next(found.iterancestors(name("w:tr")))
        cell = line.findall(name("w:tc"))[-1]
        made = copy.deepcopy(cell)
        old = made.findall(name("w:p"))
        for one, text in zip(old, ("  ".join(TITLES[new]), *NEW[new]), strict=True):
            one.addprevious(blank(one, text))
            made.remove(one)
        cell.addnext(made)

    return step


def briefs_swapped(editor: Editor) -> None:
    one, other = (saying(editor, words) for words in ("新树成行", "河边步道"))
    if one is not None and other is not None:
        a, b = (next(p.iterancestors(name("w:tc"))) for p in (one, other))
        first, second = (a, b) if b in a.itersiblings() else (b, a)
        first.addprevious(second)


def _cell(editor: Editor, words: str, column: int, lines: tuple[str, ...]) -> None:
    found = row(editor, words)
    if found is None:
        return
    cell = found.findall(name("w:tc"))[column]
    old = cell.findall(name("w:p"))
    for n, text in enumerate(lines):
        old[0].addprevious(blank(old[min(n, len(old) - 1)], text))
    for one in old:
        cell.remove(one)


def year(editor: Editor) -> None:
    _cell(editor, "郑州市文明单位", 2, ("2018",))


def size(editor: Editor) -> None:
    """Both projects: a column is printed as soon as one of them fills it."""
    _cell(editor, "行道树", 1, ("街道两侧", "Along the streets"))
    _cell(editor, "沿河游园", 1, ("沿河", "Along the river"))


# ---------------------------------------------------------------------------------------------- stories


def story_moved(one: int, other: int) -> Step:
    def step(editor: Editor) -> None:
        lines = kickers(editor)
        if not lines or one % len(lines) == other % len(lines):
            return
        place = lines[other % len(lines)]
        for node in story(editor, one):
            place.addprevious(node)

    return step


def story_gone(editor: Editor) -> None:
    """The story of the courtyards, which shows no figures, unless it is the only one or part of another."""
    for n in range(len(kickers(editor))):
        nodes = story(editor, n)
        whole = "".join(map(said, nodes))
        if "楼院的管网" in whole and "居民傍晚" not in whole:
            for node in nodes:
                node.getparent().remove(node)
            return


def story_put_in(new: int, before: int) -> Step:
    """A story more, of one paragraph, under the line of the one that it is put before."""

    def step(editor: Editor) -> None:
        lines = kickers(editor)
        if not lines or saying(editor, TITLES[new][0]) is not None or saying(editor, NEW[new][0]) is not None:
            return
        nodes = story(editor, before)
        table = copy.deepcopy(next(one for one in nodes if one.tag == name("w:tbl")))
        first, *rest = table.findall(name("w:tr"))
        for one in rest:
            table.remove(one)
        for cell, text in zip(first.iter(name("w:tc")), NEW[new], strict=True):
            for old in cell.findall(name("w:p")):
                cell.replace(old, blank(old, text))
        heads = [blank(one, text) for one, text in zip(nodes[1:3], TITLES[new], strict=True)]
        for made in [blank(nodes[0], said(nodes[0])), *heads, table]:
            nodes[0].addprevious(made)

    return step


def story_cut(editor: Editor) -> None:
    """A title before the second paragraph of the second story."""
    found = row(editor, "清扫楼道")
    if found is None or saying(editor, "志愿者照看老人") is not None:
        return
    table = next(found.iterancestors(name("w:tbl")))
    above = table.findall(name("w:tr"))
    if found is above[0]:
        return
    nodes = next(story(editor, n) for n in range(len(kickers(editor))) if table in story(editor, n))
    lower = copy.deepcopy(table)
    for one in lower.findall(name("w:tr")):
        lower.remove(one)
    lower.extend([found, *found.itersiblings(name("w:tr"))])
    heads = [
        blank(one, text)
        for one, text in zip(nodes[1:3], ("志愿者照看老人", "Volunteers look after the old"), strict=True)
    ]
    for made in [lower, *reversed(heads), blank(nodes[0], said(nodes[0]))]:
        table.addnext(made)


def story_joined(editor: Editor) -> None:
    """The title of the second story is taken out with the line over it, joining the story above."""
    found = saying(editor, "老旧楼院更新")
    if found is None:
        return
    lines = kickers(editor)
    over = [n for n, one in enumerate(lines) if found in one.itersiblings()][-1:]
    if over and over[0]:
        above, own = story(editor, over[0] - 1), story(editor, over[0])
        table = next(one for one in above if one.tag == name("w:tbl"))
        for one in [one for one in reversed(own) if one.tag == name("w:tbl")]:
            table.addnext(one)
        for node in own[:3]:
            node.getparent().remove(node)


STEPS: dict[str, tuple[Step, ...]] = {
    "a word": WORDS,
    "bold": (bold,),
    "a paragraph moved": tuple(
        row_moved(words, one, other)
        for words in (
            ("居民傍晚常来散步", "改造先从老旧楼院做起", "游园沿河而建"),
            ("楼院的管网和照明", "定期清扫楼道"),
        )
        for one in range(len(words))
        for other in range(len(words))
        if one != other
    ),
    "a paragraph taken out": (row_gone("游园沿河而建"), row_gone("清扫楼道")),
    "a paragraph put in": tuple(
        row_put_in(n, words) for n in range(3) for words in ("居民傍晚", "清扫楼道", "管网和照明")
    ),
    "a paragraph split": (split,),
    "a project moved": (row_moved(("沿河游园", "行道树"), 0, 1), row_moved(("沿河游园", "行道树"), 1, 0)),
    "a cell filled": (year, size),
    "notes in another order": (notes_swapped,),
    "a note put in": tuple(note_put_in(n, behind) for n in range(3) for behind in range(2)),
    "a brief put in": tuple(map(brief_put_in, range(3))),
    "briefs in another order": (briefs_swapped,),
    "a story moved": tuple(story_moved(*pair) for pair in ((0, 2), (2, 0), (2, 1), (1, 2), (1, 0))),
    "a story taken out": (story_gone,),
    "a story put in": tuple(story_put_in(n, before) for n in range(3) for before in range(2)),
    "a story cut": (story_cut,),
    "a story joined": (story_joined,),
}
"""Every kind of edit that comes home whole, each with what may be done of it."""
