"""What of a laid-out page is filled, and what does not fit its place. Reads WeasyPrint's boxes, changes none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any
from unicodedata import category

from weasyprint.formatting_structure import boxes

from bulletin.messages import say
from bulletin.pages.typeset import PageFill

SLACK = 0.75
"""CSS px (1/96 in) by which a box may stick out before it counts: Pango rounds, and 0.2 mm is not seen."""


def fill(pages: Sequence[Any]) -> tuple[PageFill, ...]:
    """How far down each page is filled, by lines and pictures: a block that goes on overleaf reaches the foot anyway.

    Boxes out of the flow and running heads do not count.
    """
    return tuple(PageFill(number, _used(page)) for number, page in enumerate(pages, 1))


def _used(page: Any) -> float:
    top = float(page.content_box_y())
    bottoms = [_bottom(box) for box, _ in _in_flow(page) if _visible(box)]
    return min(1.0, max(0.0, (max(bottoms, default=top) - top) / float(page.height)))


def overflow(pages: Sequence[Any]) -> tuple[str, ...]:
    """One sentence for each box that leaves the page's content box."""
    lines = []
    for number, page in enumerate(pages, 1):
        right = page.content_box_x() + page.width
        bottom = page.content_box_y() + page.height
        for box, holder in _in_flow(page):
            for name, by in beyond(box, right, bottom):
                lines.append(say(f"fit.{name}", page=number, box=name_of(box, holder), by=millimetres(by)))
    return tuple(dict.fromkeys(lines))


def beyond(box: Any, right: float, bottom: float) -> Iterator[tuple[str, float]]:
    if not _visible(box):
        if _painted(box) and (by := float(box.border_box_x() + box.border_width() - right)) > SLACK:
            yield "page_right", by
        return
    if (by := float(box.position_x + box.margin_width() - right)) > SLACK:
        yield "page_right", by
    elif (by := _bottom(box) - bottom) > SLACK and not _empty(box):
        yield "page_below", by


def _visible(box: Any) -> bool:
    """Lines and pictures are seen, and so is a block that was given a size instead of content; others hold these."""
    return isinstance(box, (boxes.LineBox, boxes.ReplacedBox)) or not getattr(box, "children", ())


def _empty(box: Any) -> bool:
    """A block without content, height or paint, such as the caption of no note: nothing of it is seen."""
    return not isinstance(box, (boxes.LineBox, boxes.ReplacedBox)) and not box.height and not _painted(box)


def _painted(box: Any) -> bool:
    """Has it a tint or a rule of its own, which are seen whatever it holds?"""
    if isinstance(box, boxes.InlineBox) or box.style["visibility"] != "visible":
        return False
    sides = (box.border_left_width, box.border_right_width, box.border_top_width, box.border_bottom_width)
    return any(sides) or box.style["background_color"].alpha > 0


def _in_flow(page: Any) -> Iterator[tuple[Any, Any]]:
    """Every line and every block under <body>, each with the block that holds it."""
    for child in page.children:
        if not isinstance(child, boxes.MarginBox):
            yield from inside(child, page)


def inside(box: Any, holder: Any) -> Iterator[tuple[Any, Any]]:
    if not isinstance(box, boxes.Box) or not (box.is_in_normal_flow() or box.is_floated()):
        return
    if isinstance(box, boxes.TextBox):
        return
    if box.element_tag not in ("html", "body"):
        yield box, holder
    if isinstance(box, boxes.ParentBox):
        within = holder if isinstance(box, (boxes.LineBox, boxes.InlineBox)) else box
        for child in box.children:
            yield from inside(child, within)


def _bottom(box: Any) -> float:
    """The lower border edge, in px from the top of the page."""
    if isinstance(box, (boxes.LineBox, boxes.InlineBox)):
        return float(box.position_y + box.height)
    return float(box.border_box_y() + box.border_height())


def name_of(box: Any, holder: Any) -> str:
    """The element and the first words, enough to find the place in the template."""
    owner = holder if isinstance(box, boxes.LineBox) else box
    words = "".join(part.text for part in box.descendants() if isinstance(part, boxes.TextBox))
    return _element(owner.element, owner.element_tag) + _words(words)


def _element(element: Any, tag: str) -> str:
    kind = f" class={element.attrib['class']}" if element is not None and "class" in element.attrib else ""
    return f"<{tag}{kind}>"


def _words(text: str) -> str:
    return f" “{text[:24]}”" if text else ""


def lost(root: Any, pages: Sequence[Any]) -> tuple[str, ...]:
    """One line for each element below <body> of which some text is on no page.

    A float or an inline block that is taller than the page is cut at its foot, and WeasyPrint says nothing. The
    running head (`head` or `running`, a child of the body) stands from page 2 on: one page alone has none.
    """
    shown: Counter[Any] = Counter()
    for page in pages:
        for box in page.descendants(placeholders=True):
            if isinstance(box, boxes.TextBox) and box.element is not None:
                shown[box.element] += len(_bare(box.text))
    wanted = [(element, text) for element in root.iter("body") for element, text in _own_texts(element)]
    if len(pages) == 1:
        heads = {part for head in root.iterfind(".//body/*[@class]") if _is_head(head) for part in head.iter()}
        wanted = [(element, text) for element, text in wanted if element not in heads]
    cut = [(element, text) for element, text in wanted if shown[element] < len(_bare(text))]
    names = [_element(element, element.tag) + _words(text.strip()) for element, text in cut]
    return tuple(say("fit.lost", box=name) for name in names)


def _is_head(element: Any) -> bool:
    return not {"head", "running"}.isdisjoint(element.attrib["class"].split())


def _own_texts(element: Any) -> Iterator[tuple[Any, str]]:
    """Each element with the text that is its own and not its children's. A drawing's text is drawn, not set."""
    if not isinstance(element.tag, str) or element.tag.endswith("}svg"):
        return
    yield element, (element.text or "") + "".join(child.tail or "" for child in element)
    for child in element:
        yield from _own_texts(child)


def _bare(text: str) -> str:
    """`text` without white space and without what has no width of its own, such as a soft hyphen."""
    return "".join(char for char in text if not char.isspace() and category(char) != "Cf")


def millimetres(px: float) -> str:
    """A length of the engine's, as it is told."""
    return f"{px * 25.4 / 96:.1f} mm"
