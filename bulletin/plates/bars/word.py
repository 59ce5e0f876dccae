"""Bars as a chart of Word's own: its part, and the workbook that "Edit data" opens (21.2).

Only where a curator asks for it, `native: true`: a picture looks the same in every office program, this can be edited.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from lxml import etree

from bulletin.edition.specs import Datum
from bulletin.edition.text import Both, Mark
from bulletin.plates.bars.edit import BarsSpec
from bulletin.word.charts import DATA
from bulletin.word.form import NativeChart
from bulletin.word.look import Look
from bulletin.word.ox import NAMESPACES, Node, clean, element, name, serialise
from bulletin.word.workbook import workbook

_NAMES, _VALUES = "1", "2"  # ids of the axes
_LABEL = "key_label_zh"  # the size of type

# The patterns of the pictures, in Word's own (20.1.10.55); a mark that is not here has an outline and no fill.
_PATTERNS: dict[Mark, str] = {"under_way": "wdUpDiag", "standing": "narHorz", "unstated": "pct10"}
# By how much a printed number is smaller than the value, and what says so in a format (18.8.31).
_SCALES = (
    (Fraction(1), ""),
    (Fraction(10**3), ","),
    (Fraction(10**6), ",,"),
    (Fraction(10**9), ",,,"),
    (Fraction(1, 100), "%"),
)


def native(spec: BarsSpec, head: str, look: Look, marks: Mapping[Mark, Both]) -> tuple[bytes, bytes]:
    """The chart part and its workbook; `head` names the series: unit and period."""
    names, values = categories(spec, marks), [decimal(bar.value) for bar in spec.bars]
    return _part(spec, head, names, values, look), workbook(head, names, values)


def categories(spec: BarsSpec, marks: Mapping[Mark, Both]) -> list[str]:
    """The names of the bars in both languages; where bars differ in status each says its own, as there is no legend."""
    words = {**marks, **dict(spec.legend)}
    differ = len({bar.mark for bar in spec.bars}) > 1

    def named(bar: Datum) -> str:
        zh, en = bar.label.zh, bar.label.en
        if differ:
            zh, en = f"{zh}（{words[bar.mark].zh}）", f"{en} ({words[bar.mark].en})"
        return f"{zh} {en}".strip()

    return [named(bar) for bar in spec.bars]


def decimal(value: Fraction) -> str:
    """The value as a cell holds it."""
    return str(value.numerator) if value.denominator == 1 else repr(float(value))


def number_format(bar: Datum) -> str | None:
    """The format that prints the value as the pages do: 5,400+, ≈ 25.11 million, 83%. None where there is none."""
    found = re.search(r"\d[\d,]*(?:\.(\d+))?", bar.shown)
    if found is None:
        return None
    number, places = Fraction(found[0].replace(",", "")), len(found[1] or "")
    before, after = bar.shown[: found.start()], bar.shown[found.end() :]
    for factor, sign in _SCALES:
        if sign == "%" and not after.startswith("%"):
            continue
        if round(bar.value / factor * 10**places) == number * 10**places:
            digits = ("#,##0" if "," in found[0] else "0") + ("." + "0" * places if places else "")
            return _literal(before) + digits + sign + _literal(after.removeprefix(sign) if sign == "%" else after)
    return None


def _literal(words: str) -> str:
    return f'"{words}"'.replace("\\", "") if words.replace('"', "") else ""


# ---------------------------------------------------------------------------------------------- the part


def _part(spec: BarsSpec, head: str, names: list[str], values: list[str], look: Look) -> bytes:
    """21.2.2.27; the order of elements is the schema's."""
    bars = element(
        "c:barChart",
        _val("barDir", "bar"),
        _val("grouping", "clustered"),
        _val("varyColors", 0),
        _series(spec, head, names, values, look),
        _val("gapWidth", 60),
        _val("axId", _NAMES),
        _val("axId", _VALUES),
    )
    plot = element(
        "c:plotArea", element("c:layout"), bars, _name_axis(look), _value_axis(), _shape(element("a:noFill"))
    )
    data = element("c:externalData", _val("autoUpdate", 0))
    data.set(name("r:id"), DATA)
    root = element(
        "c:chartSpace",
        _val("date1904", 0),
        _val("lang", "zh-CN"),
        _val("roundedCorners", 0),
        element("c:chart", _val("autoTitleDeleted", 1), plot, _val("plotVisOnly", 1), _val("dispBlanksAs", "gap")),
        _shape(element("a:noFill"), element("a:ln", element("a:noFill"))),
        _type(look),
        data,
    )
    etree.cleanup_namespaces(root, top_nsmap={prefix: NAMESPACES[prefix] for prefix in ("c", "a", "r")})
    return serialise(root)


def _series(spec: BarsSpec, head: str, names: list[str], values: list[str], look: Look) -> Node:
    last = len(names) + 1
    marks = {bar.mark for bar in spec.bars}
    solid: set[Mark] = {"done", "standing"} if marks == {"standing"} else {"done"}
    points = [_point(place, bar.mark) for place, bar in enumerate(spec.bars) if bar.mark not in solid]
    labels = [_label(place, bar, look) for place, bar in enumerate(spec.bars)]
    return element(
        "c:ser",
        _val("idx", 0),
        _val("order", 0),
        element("c:tx", element("c:strRef", _said("f", "Sheet1!$B$1"), _cache("strCache", [head]))),
        _shape(_solid("accent1")),
        _val("invertIfNegative", 0),
        points,
        element("c:dLbls", labels, _formatted("General"), _type(look, wrap="none"), _shows()),
        element("c:cat", element("c:strRef", _said("f", f"Sheet1!$A$2:$A${last}"), _cache("strCache", names))),
        element("c:val", element("c:numRef", _said("f", f"Sheet1!$B$2:$B${last}"), _cache("numCache", values))),
    )


def _point(place: int, mark: Mark) -> Node:
    """A bar whose pattern says how things stand (21.2.2.52)."""
    fill = element("a:noFill")
    if mark in _PATTERNS:
        ground = element("a:fgClr", _colour("accent1")), element("a:bgClr", _colour("bg1"))
        fill = element("a:pattFill", *ground, prst=_PATTERNS[mark])
    edge = element("a:ln", _solid("accent1"), w=8890)
    return element("c:dPt", _val("idx", place), _val("invertIfNegative", 0), _val("bubble3D", 0), _shape(fill, edge))


def _label(place: int, bar: Datum, look: Look) -> Node:
    """The number as printed, by a format, so that it follows the data; as words where no format prints it so."""
    code = None if bar.shown_zh else number_format(bar)
    if code is not None:
        return element("c:dLbl", _val("idx", place), _formatted(code), _type(look, wrap="none"), _shows())
    words = element("a:r", element("a:rPr", lang="zh-CN"), _said("t", _in_words(bar), "a"))
    rich = element("c:rich", element("a:bodyPr", wrap="none"), element("a:lstStyle"), element("a:p", words))
    return element("c:dLbl", _val("idx", place), element("c:tx", rich), _type(look, wrap="none"), _shows())


def _in_words(bar: Datum) -> str:
    """The number in both languages: 820万元 8.2 million yuan."""
    return f"{bar.shown_zh} {bar.shown}".strip()


def _formatted(code: str) -> list[Node]:
    clear = _shape(element("a:noFill"), element("a:ln", element("a:noFill")))
    return [element("c:numFmt", formatCode=code, sourceLinked=0), clear]


def _shows() -> list[Node]:
    """The value alone, beyond the end of the bar (21.2.2.189)."""
    others = ("showCatName", "showSerName", "showPercent", "showBubbleSize")
    return [
        _val("dLblPos", "outEnd"),
        _val("showLegendKey", 0),
        _val("showVal", 1),
        *(_val(other, 0) for other in others),
    ]


def _name_axis(look: Look) -> Node:
    """The first bar on top, as in the picture."""
    return element(
        "c:catAx",
        _val("axId", _NAMES),
        element("c:scaling", _val("orientation", "maxMin")),
        _val("delete", 0),
        _val("axPos", "l"),
        element("c:numFmt", formatCode="General", sourceLinked=0),
        _ticks(),
        _shape(element("a:ln", _solid("tx2"), w=7620)),
        _type(look),
        _val("crossAx", _VALUES),
        _val("crosses", "autoZero"),
        _val("auto", 1),
        _val("lblAlgn", "ctr"),
        _val("lblOffset", 100),
        _val("noMultiLvlLbl", 0),
    )


def _value_axis() -> Node:
    """From zero, and not shown: each bar has its number."""
    return element(
        "c:valAx",
        _val("axId", _VALUES),
        element("c:scaling", _val("orientation", "minMax"), _val("min", 0)),
        _val("delete", 1),
        _val("axPos", "t"),
        element("c:numFmt", formatCode="General", sourceLinked=0),
        _ticks(),
        _val("crossAx", _NAMES),
        _val("crosses", "autoZero"),
        _val("crossBetween", "between"),
    )


def _ticks() -> list[Node]:
    return [_val("majorTickMark", "none"), _val("minorTickMark", "none"), _val("tickLblPos", "nextTo")]


def _val(tag: str, value: str | int) -> Node:
    return element(f"c:{tag}", val=value)


def _said(tag: str, words: str, prefix: str = "c") -> Node:
    node = element(f"{prefix}:{tag}")
    node.text = clean(words)
    return node


def _cache(kind: str, values: list[str]) -> Node:
    """What the workbook says, for readers that do not open it."""
    points = [element("c:pt", _said("v", value), idx=place) for place, value in enumerate(values)]
    form = _said("formatCode", "General") if kind == "numCache" else None
    return element(f"c:{kind}", form, _val("ptCount", len(values)), points)


def _shape(*parts: Node) -> Node:
    return element("c:spPr", parts)


def _colour(role: str) -> Node:
    return element("a:schemeClr", val=role)


def _solid(role: str) -> Node:
    return element("a:solidFill", _colour(role))


def _type(look: Look, wrap: str = "square") -> Node:
    """The labels' face in both scripts, in ink; numbers do not `wrap` (21.1.2.1.1)."""
    letters = element(
        "a:defRPr",
        _solid("tx2"),
        element("a:latin", typeface=look.sans.en),
        element("a:ea", typeface=look.sans.zh),
        sz=round(look.sizes[_LABEL][0] * 100),
        b=0,
    )
    end = element("a:endParaRPr", lang="zh-CN", altLang="en-US")
    return element(
        "c:txPr", element("a:bodyPr", wrap=wrap), element("a:lstStyle"), element("a:p", element("a:pPr", letters), end)
    )


NATIVE = NativeChart(native, lambda spec: len(spec.bars))
