"""What a project's own words complete to in VS Code: facts, terms, themes of stories, accents, themes.

A file of snippets, and no server beside the editor: VS Code reads it by itself and follows when it changes. It is
written by `snippets`, and from then on by `watch` with every save. `check`, which writes nothing, leaves it alone.
While a content file cannot be read, as in the middle of a line, the file stays as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bulletin.content.house import BAND
from bulletin.content.yaml_text import parse
from bulletin.edition.themes import read_theme, themes
from bulletin.edition.words import Words
from bulletin.problems import CannotWrite, ContentError, Place
from bulletin.project import Project, write

FILE = Path(".vscode/facts.code-snippets")
_SPECIAL = re.compile(r"[\\$}]")
_IN_CHOICE = re.compile(r"[\\,|$}]")

Snippets = dict[str, dict[str, object]]


def refresh(project: Project) -> bool:
    """Writes the file anew where it is there and something in it has changed. Was it written?"""
    path = project.root / FILE
    try:
        if not path.is_file() or path.read_text(encoding="utf-8") == (text := snippets(project)):
            return False
        write(path, text.encode())
    except (OSError, UnicodeDecodeError, ContentError, CannotWrite):
        return False
    return True


def snippets(project: Project) -> str:
    """The file. Raises ContentError where a file of the project cannot be read."""
    found: Snippets = {}
    for name in project.names():
        facts = _data(project, name).get("facts")
        for id, fact in (facts if isinstance(facts, dict) else {}).items():
            _add_fact(found, name, str(id), fact, project.summary.is_file())
    found |= dict(_terms(_data(project, "glossary").get("terms")))
    words = project.templates / "words.yaml"
    house = Words.of(project.read(words), project.shown(words))
    accents = read_theme(project, BAND, Place("content/publication.yaml"))["accents"]
    found["key theme of a story"] = _one(["theme"], f"theme: {_choice(house.themes)}", "栏目 · the word over a story")
    found["key accent"] = _one(["accent"], f"accent: {_choice(accents)}", "主色 · the leading colour")
    found["key theme"] = _one(["theme"], f"theme: {_choice(themes(project.templates))}", "版式主题 · how it looks")
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _data(project: Project, name: str) -> dict[str, Any]:
    path = project.content / f"{name}.yaml"
    if not path.is_file():
        return {}
    data = parse(project.read(path), project.shown(path)).data
    return data if isinstance(data, dict) else {}


def _add_fact(found: Snippets, name: str, id: str, fact: object, summary: bool) -> None:
    """By its id for a key, in angle brackets for prose; for the summary under its full name."""
    says = f"{name}: {_said(fact)}"
    for written in (id, f"<{id}>", *([f"<{name}.{id}>"] if summary else [])):
        known = found.setdefault(written, _one([written.rstrip(">")], _plain(written), says))
        if known["description"] != says:  # the same id in two content files
            known["description"] = f"{known['description']}\n{says}"


def _said(fact: object) -> str:
    """What a fact is, and the words of the article."""
    if not isinstance(fact, dict):
        return ""
    label = fact.get("label")
    words = [label.get("zh"), label.get("en")] if isinstance(label, dict) else []
    value = fact.get("value", fact.get("exact", fact.get("date")))
    shown = " · ".join(str(part) for part in (*words, value) if part is not None)
    return f"{shown} “{fact['quote']}”" if fact.get("quote") else shown


def _terms(terms: object) -> Iterator[tuple[str, dict[str, object]]]:
    """English by English or by Chinese."""
    for term in terms if isinstance(terms, list) else []:
        zh, en = (term.get("zh"), term.get("en")) if isinstance(term, dict) else (None, None)
        if zh and en:
            yield f"term {zh}", _one([str(en), str(zh)], _plain(str(en)), f"{zh} · {en}")


def _one(prefix: list[str], body: str, says: str) -> dict[str, object]:
    return {"scope": "yaml", "prefix": prefix, "body": body, "description": says}


def _plain(text: str) -> str:
    """The text as a body that has no stops."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def _choice(words: Mapping[str, object] | list[str]) -> str:
    chosen = (_IN_CHOICE.sub(r"\\\g<0>", word) for word in words)
    return f"${{1|{','.join(chosen)}|}}"
