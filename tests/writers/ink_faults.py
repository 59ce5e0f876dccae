"""Inputs that make ink meet ink, or once did: long names, words and numbers in the content, mistakes in a style sheet.

Each is planted into a copy of a real bulletin and built in several editions.
"""

# ruff: noqa: E501  one case a line

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from bulletin.build import Builder
from bulletin.problems import CannotSet, ContentError
from bulletin.project import Project
from bulletin.variant import OFFICE, Variant
from bulletin.workshop import Workshop
from tests.conftest import ROOT

WORD = ("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 6)[:300]
ADDRESS = (
    "https://www.zhengzhou.example.cn/xinwen/zhengwu/gongshi/tongzhi/jiedao/dufulu/wenmingchengshi/chuangjian/baodao"
)
LONG_ZH = "杜甫路西黄河南岸文化旅游融合发展示范街道"
LONG_EN = "Western Henan Yellow River South Bank Culture-and-Tourism Demonstration Subdistrict"

BOTH, ZH, EN = OFFICE, Variant("office", "zh"), Variant("office", "en")
PRESS = Variant("press", "bilingual")


@dataclass(frozen=True, slots=True)
class Fault:
    """One planted input: texts to change in a file of the project, or rules added to the style sheets."""

    id: str
    name: str = "dufulu"
    edits: tuple[tuple[str, str, str], ...] = ()  # file, old, new
    css: str = ""
    variants: tuple[Variant, ...] = (BOTH, EN)


def content(id: str, old: str, new: str, name: str = "dufulu", variants: tuple[Variant, ...] = (BOTH, EN)) -> Fault:
    """A text of the content, changed."""
    return Fault(id, name, ((f"content/{name}.yaml", old, new),), variants=variants)


def place(id: str, zh: str, en: str, name: str = "dufulu", variants: tuple[Variant, ...] = (BOTH, ZH, EN)) -> Fault:
    """The place's name, in its content, its article and the glossary."""
    old = {"dufulu": ("杜甫路街道", "Dufulu Subdistrict"), "xidajie": ("西大街街道", "Xidajie Subdistrict")}[name]
    article = {"dufulu": "004_1f5be98b5adc7a5e", "xidajie": "000_3dd7dd343d579a2f"}[name]
    files = (f"content/{name}.yaml", f"seeds/{article}.txt", "content/glossary.yaml", f"content/{name}.yaml")
    swaps = ((old[0], zh), (old[0], zh), (f"zh: {old[0]}, en: {old[1]}", f"zh: {zh}, en: {en}"), (old[1], en))
    edits = tuple((file, before, after) for file, (before, after) in zip(files, swaps, strict=True))
    return Fault(id, name, edits, variants=variants)


def style(id: str, css: str, name: str = "dufulu", variants: tuple[Variant, ...] = (BOTH, EN)) -> Fault:
    """A mistake in a style sheet."""
    return Fault(id, name, css=css, variants=variants)


FAULTS = (
    place("a place of 20 characters and 83 letters", LONG_ZH, LONG_EN, variants=(BOTH, ZH, EN, PRESS)),
    place(
        "a place of 12 characters", "杜甫路高新技术产业开发街道", "Dufulu High-tech Industrial Development Subdistrict"
    ),
    place("a place of one English word", "杜甫路街道", f"{WORD[:90]} Subdistrict"),
    place("a place of 62 characters and 339 letters", LONG_ZH * 3 + "街道", f"{LONG_EN} " * 4 + "End"),
    place("a place of one word of 200 letters", "杜甫路街道", WORD[:200]),
    content("300 letters in a paragraph", "Worn signboards", f"Worn {WORD} signboards", variants=(BOTH, EN, PRESS)),
    content("300 letters in a story's title", "Back-street cleaning is", f"Back-street {WORD} is"),
    content("300 letters in the lead's title", "Renovation of old", f"Renovation {WORD} of old"),
    content("300 letters in a run-in head", "en: Frontages", f"en: {WORD}"),
    content("300 letters in a brief", "LED screens of shops", f"LED {WORD} screens of shops"),
    content("300 letters as a brief's title", "en: Paper-cut Village}", f"en: Paper-cut Village {WORD}}}"),
    content("300 letters as a bar's label", 'en: "Pingzhuang, first batch"', f"en: {WORD}", "jingchenglu"),
    content("60 letters as a bar's label", 'en: "Pingzhuang, first batch"', f"en: {WORD[:60]}", "jingchenglu"),
    content(
        "a bar's label of 30 characters",
        'zh: 平庄组首批, en: "Pingzhuang, first batch"',
        'zh: 平庄村平庄组已经完成回迁并办完网签手续的首批安置住房套数, en: "Pingzhuang, first batch"',
        "jingchenglu",
        variants=(BOTH, ZH),
    ),
    content(
        "300 letters as a list's label", "en: land cleared of illegal structures", f"en: {WORD} illegal structures"
    ),
    content("300 letters in a caption", "What was removed", f"What {WORD} was removed"),
    content("300 letters in a caption's line", "One square is one compound", f"One {WORD} square is one compound"),
    content("300 letters in a project's cell", "Gongyi’s first, begun", f"Gongyi’s {WORD} first, begun"),
    content("300 letters as a project's name", "en: Sunken-pit park}", f"en: {WORD} sunken-pit park}}"),
    content("40 letters as a stage", "en: opened", f"en: {WORD[:40]}"),
    content("an address in a note", "not Zhengzhou.", f"not Zhengzhou ({ADDRESS})."),
    content("300 letters in the headline", "giving the city a new look", f"giving the {WORD} a new look"),
    content("300 letters in the byline", "of Gongyi Times", f"of {WORD} Gongyi"),
    content("300 letters in the place's district", "Gongyi, Zhengzhou", f"{WORD} Gongyi, Zhengzhou"),
    content("300 letters in the date's reason", "from “compounds of", f"from “{WORD} of"),
    content(
        "300 Latin letters in a Chinese paragraph",
        "主干道和小区的破旧广告牌",
        f"主干道{WORD}和小区的破旧广告牌",
        variants=(BOTH, ZH),
    ),
    content(
        "300 Latin letters in a Chinese title",
        "背街小巷请专业公司管",
        f"背街小巷{WORD}请专业公司管",
        variants=(BOTH, ZH),
    ),
    content(
        "a Chinese label of a key figure, 60 characters",
        "zh: 改水农户,",
        f"zh: {'改水农户家庭' * 10},",
        variants=(BOTH, ZH),
    ),
    content(
        "300 letters as a key figure's label", "en: households with water upgrades}\n  - of", f"en: {WORD}}}\n  - of"
    ),
    content(
        "key figures of two amounts of money",
        "  - of: [water]\n    label: {zh: 改水农户, en: households with water upgrades}",
        "  - of: [funds, cleared]\n    label: {zh: 资金与土地, en: funds and land}",
    ),
    content(
        "a list of long units",
        "one: cash-crop forest, other: cash-crop forests",
        f"one: {WORD[:40]}, other: {WORD[:41]}",
    ),
    content("300 letters as an event", "en: First metro train", f"en: {WORD}", "jingchenglu"),
    content(
        "a long event",
        "en: First metro train",
        "en: The very first metro train of the line leaves the works of the company to applause",
        "jingchenglu",
    ),
    content(
        "a Chinese event of 40 characters",
        "zh: 首辆地铁列车下线",
        f"zh: {'首辆地铁列车下线' * 5}",
        "jingchenglu",
        (BOTH, ZH),
    ),
    content("300 letters over a strip's figure", "en: Home visits", f"en: {WORD}", "jingchenglu"),
    content("300 letters as an honor", "en: Zhengzhou Model Unit", f"en: {WORD}", "xidajie"),
    content("300 letters in a finding", "Xiyanglou project affects", f"{WORD} affects", "summary"),
    content("300 letters under a finding's figure", "en: illegal structures removed", f"en: {WORD}", "summary"),
    content("300 letters in a panel's title", "en: Cleaners added", f"en: {WORD}", "summary"),
    content("300 letters as a span", "en: street clean-ups", f"en: {WORD}", "summary"),
    content("300 letters in a summary's page title", "Figures shown side by side", f"Figures {WORD} side", "summary"),
    Fault("an address in the imprint", edits=(("content/publication.yaml", "Not an official publication.", ADDRESS),)),
    Fault(
        "300 letters in the publisher's name", edits=(("content/publication.yaml", "en: The editors", f"en: {WORD}"),)
    ),
    style("briefs over their titles", ".brief p { position: relative; top: -14pt }"),
    style("columns of 30 pt", ".pairs .zh, .pairs .en { width: 30pt } .cols { columns: 9 }"),
    style("paragraphs that do not wrap", ".pairs p, .cols p { white-space: nowrap }"),
    style("titles that do not wrap", ".story h2, .head h2 { white-space: nowrap; font-size: 38pt !important }"),
    style("a plate of 12 mm", ".plate { height: 12mm }"),
    style("terms in a box of 10 mm", ".terms { height: 10mm }"),
    style("terms cut at 12 mm", ".terms { height: 12mm; overflow: hidden }"),
    style("a table wider than the page", ".proof { width: 270mm }"),
    style("a caption under its chart", "figcaption { margin-top: -8mm }"),
    style("a chart over its caption", "img.chart { margin-top: -9mm }"),
    style("lines over lines", ".pairs p, .cols p { line-height: 5pt !important }"),
    style("figures of 60 pt", ".figures .n { font-size: 60pt !important }"),
    style("a tint over text", ".terms { margin-top: -20mm; position: relative }"),
    style("letters over letters", ".gloss p { letter-spacing: -.45em }"),
    style("a masthead over its rule", ".mast h1 { position: relative; top: 9mm }"),
    style("a foot in the margin", ".foot { margin-left: -12mm }"),
    style("numbers over labels", ".list td { position: relative; left: -28mm }"),
    style("a tracker's column of 8 pt", ".track .c1 { width: 8pt } .track { word-break: keep-all }"),
    style("text beside its tint", ".brief > * { position: relative; left: 30mm }"),
    style("a body in the margin", "body { margin-left: -9mm }"),
    style("a foot of the page without room", "@page { margin-bottom: 3mm }"),
    style("raised numbers of 14 pt", ".r.r.r.r { font-size: 14pt !important }"),
    style(
        "a rule through the captions",
        ".cap { position: relative } .cap::after { content: ''; position: absolute; left: 0; right: 0; top: 9pt; border-top: .6pt solid var(--ink) }",
    ),
    style(
        "a box over the captions",
        ".cap { position: relative } .cap::after { content: ''; position: absolute; left: 20mm; width: 20mm; top: 0; height: 9mm; background: var(--deep) }",
    ),
    style(
        "white over the briefs",
        ".brief { position: relative } .brief::after { content: ''; position: absolute; left: 0; width: 20mm; top: 0; height: 9mm; background: var(--paper) }",
    ),
    style(
        "a running head of large type",
        ".head .name, .running .name { font-size: 26pt !important; line-height: 26pt !important }",
    ),
    style("a page number over the foot", ".foot { width: 178mm; text-align: right }"),
    Fault(
        "chart labels of 14 pt",
        edits=(
            ("templates/theme.yaml", "label_zh: {compact: 7.4, standard: 8.2", "label_zh: {compact: 7.4, standard: 14"),
        ),
        name="jingchenglu",
    ),
    Fault(
        "English chart labels of 12 pt",
        edits=(
            ("templates/theme.yaml", "label_en: {compact: 6.7, standard: 8,", "label_en: {compact: 6.7, standard: 12,"),
            (
                "templates/theme.yaml",
                "label_en_alone: {compact: 7.3, standard: 8.2",
                "label_en_alone: {compact: 7.3, standard: 12",
            ),
        ),
        name="jingchenglu",
    ),
    Fault(
        "chart numbers of 22 pt",
        edits=(
            ("templates/theme.yaml", "number: {compact: 8.5, standard: 9.4", "number: {compact: 8.5, standard: 22"),
        ),
        name="jingchenglu",
    ),
)
"""What must be seen, or must not happen any more."""

HARMLESS = (
    place("a place of 8 characters", "杜甫路中心街道", "Dufulu Central Subdistrict"),
    content("a word more in a title", "Back-street cleaning is", "Back-street cleaning work is"),
    content("a longer Chinese title", "背街小巷请专业公司管", "背街小巷的清扫保洁请专业公司来管", variants=(BOTH, ZH)),
    content(
        "a longer label in a list",
        "en: land cleared of illegal structures",
        "en: land cleared of all kinds of illegal structures by the road",
    ),
    content("a longer bar label", 'en: "Pingzhuang, first batch"', 'en: "Pingzhuang, first batch back"', "jingchenglu"),
    content("a long cell", "Gongyi’s first, begun", "The first of Gongyi city, begun in one old compound here"),
    content("a longer brief", "LED screens of shops show", "Along the streets, LED screens of the shops show"),
    content("a long term of English", "dead-end roads", "counter-intuitively-numbered dead-end roads"),
    content("another accent", "accent: forest", "accent: plum"),
    content("italics of marks", "“one-sentence pledge.”", "“one-sentence ‘pledge’.”"),
    *(
        style(
            f"type of {size} %",
            f"body {{ font-size: {8.6 * size / 100:.2f}pt }} .pairs p:lang(en) {{ font-size: {8.6 * size / 100:.2f}pt !important }}",
            variants=(BOTH,),
        )
        for size in (94, 97, 102)
    ),
    *(
        style(f"letters {space} em apart", f"h2, h3 {{ letter-spacing: {space}em }}")
        for space in ("-.02", ".02", ".05")
    ),
    style("more room between lines", ".pairs p { line-height: 16.5pt !important }", variants=(BOTH,)),
    style("tighter English", ".pairs p:lang(en) { line-height: 10.2pt !important }", variants=(BOTH,)),
    style("other accents for the rule", ".story { border-top: 2pt double var(--deep) }"),
    style("round tints", ".terms, .brief { border-radius: 3mm }"),
    style("a frame around the terms", ".terms { border: .6pt solid var(--deep) }"),
    style("a dotted frame around plates", ".plate { border-bottom: 1pt dotted var(--rule); padding-bottom: 2mm }"),
    style("underlined links", "a { text-decoration: none } h2 { border-bottom: .3pt solid var(--rule) }"),
    style("larger raised numbers", ".r.r.r { font-size: 5.8pt }"),
    style("white boxes behind notes", ".note { background: var(--paper) }"),
    style(
        "stripes in the table",
        ".proof tbody tr:nth-child(even) td, .proof tbody tr:nth-child(even) th { background: var(--pale) }",
    ),
    style("a dark head of the table", ".proof thead th { background: var(--deep); color: var(--paper) !important }"),
    style("a bold foot", ".foot { font-weight: 700 }"),
    Fault(
        "larger chart numbers",
        edits=(
            ("templates/theme.yaml", "number: {compact: 8.5, standard: 9.4", "number: {compact: 8.5, standard: 9.9"),
        ),
        name="jingchenglu",
    ),
    Fault(
        "smaller chart labels",
        edits=(
            (
                "templates/theme.yaml",
                "label_zh: {compact: 7.4, standard: 8.2",
                "label_zh: {compact: 7.4, standard: 7.8",
            ),
        ),
        name="jingchenglu",
    ),
    Fault("pale tints", edits=(("templates/theme.yaml", 'pale: "#eef3f5"\n  flag', 'pale: "#f8f4e8"\n  flag'),)),
)
"""What is right, and must not be said to be wrong."""


def plant(fault: Fault, folder: Path) -> Path:
    """A copy of the project with the fault in it."""
    for part in ("content", "seeds", "templates"):
        shutil.copytree(ROOT / part, folder / part)
    (folder / "reports").mkdir()
    for file, old, new in fault.edits:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{fault.id}: {old} is not in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")
    for sheet in ("bulletin.css", "single.css") if fault.css else ():
        path = folder / "templates" / "styles" / sheet
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{fault.css}\n", encoding="utf-8")
    return folder


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it: built, refused by the pages (with what was said), or refused before there were any."""

    how: str
    lines: tuple[str, ...] = ()


def outcome(folder: Path, name: str, variant: Variant) -> Outcome:
    """Builds the PDF as `build` does."""
    shop = Workshop(Project.at(folder), [name])
    try:
        if shop.library.problems:
            raise ContentError(shop.library.problems)
        Builder(shop, variant).make(name, ("pdf",))
    except ContentError as error:
        how = "pages" if all(one.rule == "page" for one in error.problems) else "content"
        return Outcome(how, tuple(f"{one.place}: {one.rule}: {one.message}" for one in error.problems))
    except CannotSet as error:
        return Outcome("pages", tuple(re.split(r"\n", str(error))))
    return Outcome("built")
