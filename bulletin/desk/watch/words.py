"""The words of the desk's page, in the language that is spoken."""

from __future__ import annotations

from html import escape
from string import Template

from bulletin.messages import catalogue, say, spoken

_AREA = "desk-page."


def words() -> dict[str, str]:
    """Every phrase of the page by its name."""
    names = [name.removeprefix(_AREA) for name in catalogue() if name.startswith(_AREA)]
    return {name: say(f"desk-page.{name}") for name in names}


def page(template: str) -> str:
    """The page with its words in their places."""
    tag = "zh-Hans" if spoken() == "zh" else "en"
    return Template(template).substitute(lang=tag, **{name: escape(text) for name, text in words().items()})
