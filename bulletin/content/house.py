"""What is the same in every bulletin: the glossary and the publication."""

from __future__ import annotations

from typing import Literal

from bulletin.content.furniture import Count, Distribution, Logo
from bulletin.content.parts import Allowing, Both, Day, Filled, Name, Part

TypeScale = Literal["compact", "standard", "large"]
"""How large the type of a publication is: for as much as goes on a page, for the reader, for weak eyes."""
BAND = "band"
"""The theme of the house: what lies in templates/ itself."""


class Term(Allowing):
    """One Chinese term, one English term."""

    zh: Filled
    en: Filled
    also: list[Filled] = []  # other renderings that are right in some places
    zh_also: list[Filled] = []  # other forms of the Chinese: a short form, with and without 村
    explain: Both | None = None
    beside: bool = False  # the first mention in English carries the Chinese beside it
    omissible: bool = False  # so common that English may say it, they, or nothing
    kind: Literal["term", "name", "slogan"] = "term"


class Glossary(Allowing):
    """The house's renderings."""

    terms: list[Term]


class Shop(Part):
    """The print shop: `profile` is the ICC profile of its press, a path from the project's folder."""

    profile: Filled


class Publication(Allowing):
    """What is the same in every bulletin."""

    title: Both
    publisher: Both
    imprint: list[Both]
    issued: Day  # the files' date; pages print none
    draft: bool = False
    press: Shop | None = None
    type: TypeScale = "standard"
    theme: Name = BAND
    issuer: Both | None = None  # 编印单位
    notice: Both | None = None  # 内部资料，注意保存
    logo: Logo | None = None
    contents: bool | None = None  # 目录; by itself on eight pages or more unless it is given
    distribution: Distribution | None = None  # 报、送、发
    approved: Both | None = None  # 签发
    editor: Both | None = None  # 责任编辑
    contact: Both | None = None
    print_run: Count | None = None  # 印数
