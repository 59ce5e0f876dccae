"""Which edition of a publication: for the office or for the press, in two languages or in one, in which type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from bulletin.content.house import TypeScale

Output = Literal["office", "press"]
Language = Literal["bilingual", "zh", "en"]
OUTPUTS: tuple[Output, ...] = get_args(Output)
LANGUAGES: tuple[Language, ...] = get_args(Language)
TYPES: tuple[TypeScale, ...] = get_args(TypeScale)
FILES = {"pdf": "{}.pdf", "docx": "{}.docx", "evidence": "{}.evidence.html", "csv": "{}.facts.csv"}
"""What the publication itself may be written as, and what the files are called."""
FORMATS = tuple(FILES)
SCREENS = {"html": "{}.html", "wechat": "{}.wechat.html"}
"""What it may be written as besides, for who asks: a page for phones, a fragment for the editor of WeChat."""
ASKED = (*FORMATS, *SCREENS)
ARCHIVE = "{}.archive.html"
"""The issues of a place, beside the evidence of one that goes on from another."""


@dataclass(frozen=True, slots=True)
class Variant:
    """The office edition in two languages and its own type is the publication itself; the others are named after it.

    `type` is None, `theme` empty where it is the publication's own, which publication.yaml says.
    """

    output: Output = "office"
    language: Language = "bilingual"
    type: TypeScale | None = None
    theme: str = ""

    @property
    def tag(self) -> str:
        """The language that the document is marked with (BCP 47)."""
        return "en" if self.language == "en" else "zh-Hans"

    @property
    def is_whole(self) -> bool:
        """The publication itself: with a Word draft, which comes home, and with its facts as a table."""
        return self == Variant()

    def stem(self, name: str) -> str:
        """NAME, NAME.zh, NAME.large, NAME.zh.large.red.press: also of the entry in the manifest."""
        language = f".{self.language}" if self.in_one_language else ""
        type = f".{self.type}" if self.type else ""
        theme = f".{self.theme}" if self.theme else ""
        return f"{name}{language}{type}{theme}{'.press' if self.output == 'press' else ''}"

    @property
    def in_one_language(self) -> bool:
        return self.language != "bilingual"

    @property
    def template(self) -> str:
        """What its pages are set by."""
        return "single.html.j2" if self.in_one_language else "bulletin.html.j2"

    def imposed(self, name: str) -> str:
        """NAME.a3.pdf: the press pages, as sheets."""
        return f"{self.stem(name).removesuffix('.press')}.a3.pdf"

    def files(self, name: str) -> list[str]:
        """The PDFs of this edition."""
        return [f"{self.stem(name)}.pdf", *([self.imposed(name)] if self.output == "press" else [])]


OFFICE = Variant()
"""What is built unless something else is asked for."""
