"""Words that were selected in the article → an entry of the content file, as `new` writes it; and into the file."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from bulletin.content.characters import without_faults
from bulletin.content.model import Glossary
from bulletin.content.yaml_text import Parsed, Path, parse
from bulletin.desk.returns.spans import CannotEdit
from bulletin.desk.watch.places import extent
from bulletin.desk.worksheet.facts import blank_case, rests_on
from bulletin.desk.worksheet.lines import written
from bulletin.desk.worksheet.quotes import Quote
from bulletin.desk.worksheet.sheet import Worksheet, sheet
from bulletin.evidence.article import Article
from bulletin.evidence.case import Span
from bulletin.messages import say
from bulletin.problems import ContentError, UsageError
from bulletin.project import SUMMARY, Project, write
from bulletin.workshop import Workshop

LISTS = ("projects", "honours", "left_out")
LONGEST = 400
"""Characters that may be selected; a quote is a clause or two."""
_MORE = 3
"""Characters beside a number that make a selection a quote; with fewer the number alone was meant."""
_MARKS = "，。；：！？、,.;:!? "
_UNPRINTED = re.compile(r"^ +unprinted: .*\n", re.MULTILINE)
_INDENT = re.compile(r" *")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Entries for one key of a content file: `facts`, `honours`, `projects`, `left_out`.

    `text` is to stand under that key; `digest` is that of the file for which it was made.
    """

    file: str
    key: str
    text: str
    digest: str


def propose(project: Project, name: str, start: int, end: int) -> Proposal:
    """For the characters `start` to `end` of the articles' text. Raises UsageError where they make no entry."""
    if name == SUMMARY:
        raise UsageError(say("watch.summary_has_none"))
    if not 0 <= start < end or end - start > LONGEST:
        raise UsageError(say("watch.selection", most=LONGEST))
    workshop = Workshop(project, [name])
    if name not in workshop.library.contents:
        raise ContentError(workshop.library.problems)
    parsed, content = workshop.library.contents[name]
    glossary = workshop.library.glossary
    article = workshop.article(name)
    origin = article.bare.origin
    span = bisect_left(origin, start), bisect_left(origin, end)
    made = _as_selected(sheet(article, glossary, content.dated.value), glossary, article, span, (start, end))
    text = written(name, article.name, made, workshop.words.told_by(), "")
    worksheet = parse(without_faults(text), "worksheet")
    key, entries = _met(worksheet, made, article, span)
    if not entries:
        raise UsageError(say("watch.nothing_there"))
    text = "".join(_entry(worksheet, path, parsed) for path in entries)
    return Proposal(parsed.file, key, text, _digest(parsed.text))


def _as_selected(made: Worksheet, glossary: Glossary, article: Article, span: Span, at: Span) -> Worksheet:
    """The worksheet, in which the selected words are the quote of each number in them that they prove by themselves."""
    words, case = "".join(article.text[slice(*at)].split()).strip(_MARKS), blank_case(article, glossary)
    facts = dict(made.facts)
    for id, stub in made.facts.items():
        numeral = stub.numeral
        if _meet((numeral.start, numeral.end), span) and len(words) >= len(numeral.text) + _MORE:
            other = replace(stub, quote=Quote(words))
            facts[id] = other if rests_on(case, other.fact(), numeral) else stub
    return replace(made, facts=facts)


def _met(worksheet: Parsed, made: Worksheet, article: Article, span: Span) -> tuple[str, list[Path]]:
    """The entries that the selected words are for: numbers first, then projects, honours, what is left out."""
    facts = [("facts", id) for id, one in made.facts.items() if _meet((one.numeral.start, one.numeral.end), span)]
    if facts:
        return "facts", list(facts)
    for key in LISTS:
        for n, entry in enumerate(worksheet.data.get(key) or ()):
            found = article.find(entry["quote"], entry.get("prefix", ""), entry.get("suffix", ""))
            if any(_meet(one, span) for one in found):
                return key, [(key, n)]
    return "", []


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _entry(worksheet: Parsed, path: Path, parsed: Parsed) -> str:
    """The lines of an entry; a fact gets an id that the file does not have yet."""
    first, last = extent(worksheet, path)
    text = "\n".join(worksheet.text.split("\n")[first - 1 : last]) + "\n"
    if path[0] != "facts":
        return text
    id, text = str(path[1]), _UNPRINTED.sub("", text)  # who selects words means to print them
    return text.replace(f"{id}:", f"{_free(id, parsed.data.get('facts') or {})}:", 1)


def _free(id: str, taken: Any) -> str:
    return next(one for one in _names(id) if one not in taken)


def _names(id: str) -> Iterator[str]:
    yield id
    n = 2
    while True:
        yield f"{id}_{n}"
        n += 1


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def insert(project: Project, proposal: Proposal) -> int:
    """Writes a proposal into its file, whose other lines stay byte for byte; gives the line where it stands.

    Raises UsageError where the file has changed since, CannotEdit where it cannot be put there, CannotWrite.
    """
    path = project.root / proposal.file
    raw = project.read_bytes(path)
    text = project.read(path)
    if _digest(text) != proposal.digest:
        raise UsageError(say("import.changed", file=proposal.file))
    new, line = added(parse(text, proposal.file), proposal.key, proposal.text)
    if b"\r\n" in raw:
        new = new.replace("\n", "\r\n")
    write(path, (b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b"") + new.encode())
    return line


def added(parsed: Parsed, key: str, entry: str) -> tuple[str, int]:
    """The text with the entry behind all others under `key`, or under that key at the end; and its line.

    Raises CannotEdit where the result would not read as the old data and the entry.
    """
    lines = parsed.text.split("\n")
    held = parsed.data.get(key)
    if held:
        items = list(held) if isinstance(held, dict) else range(len(held))
        first, last = (key, items[0]), extent(parsed, (key, items[-1]))[1]
        own = lines[extent(parsed, first)[0] - 1]
        block, at = _indented(entry, len(_INDENT.match(own)[0])), last  # type: ignore[index]  # it matches anything
    elif key in parsed.data:
        raise CannotEdit(say("import.empty-list", path=key))
    else:
        while lines and not lines[-1].strip():
            lines.pop()
        block, at = f"\n{key}:\n{entry}", len(lines)
    made = "\n".join([*lines[:at], *block.rstrip("\n").split("\n"), *lines[at:]])
    made = made if made.endswith("\n") else made + "\n"
    _check(parsed, key, made)
    return made, at + 1 + (0 if held else 2)


def _indented(entry: str, wanted: int) -> str:
    lines = entry.rstrip("\n").split("\n")
    own = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(" " * wanted + line[own:] if line[:own].isspace() else line for line in lines)


def _check(parsed: Parsed, key: str, made: str) -> None:
    try:
        data = parse(made, parsed.file).data
    except ContentError as error:
        raise CannotEdit(str(error)) from error
    old, new = parsed.data.get(key), data.get(key)
    kept = all(data.get(other) == value for other, value in parsed.data.items() if other != key)
    grown = old is None or (
        list(new.items())[: len(old)] == list(old.items()) if isinstance(old, dict) else new[: len(old)] == old
    )
    if not (kept and grown and len(data) == len(parsed.data) + (old is None) and len(new) > len(old or ())):
        raise CannotEdit(say("import.cannot-insert", path=key))
