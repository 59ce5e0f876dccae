"""What is told of a content file that somebody damaged, word for word: each key, each sign, each character.

`python -m tests.content.test_refusals` writes tests/cases/refusals anew; read what has changed before it is committed.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import groupby

import pytest

from bulletin.content import characters
from bulletin.content.model import Glossary, Publication, Subdistrict, Summary
from bulletin.content.validate import validate
from bulletin.content.yaml_text import Parsed, Path, parse
from bulletin.problems import ContentError, Problem
from tests.conftest import ROOT
from tests.evidence.plant import planted

BED = ROOT / "tests" / "cases" / "gate" / "project" / "content"
APPROVED = ROOT / "tests" / "cases" / "refusals"
MODELS = {"willow": Subdistrict, "summary": Summary, "glossary": Glossary, "publication": Publication}
WRONG: tuple[object, ...] = (None, "", "word", -1, [7], {"zh": "甲"})


def _text(name: str) -> str:
    return (BED / f"{name}.yaml").read_text(encoding="utf-8")


def _told(name: str, text: str) -> list[str]:
    try:
        validate(MODELS[name], parse(text, f"{name}.yaml"))
    except ContentError as error:
        return [_line(problem) for problem in error.problems]
    return []


def _line(problem: Problem) -> str:
    notes = "".join(f" ({label}: {text})" for label, text in problem.notes)
    return (
        f"  {problem.place.line}:{problem.place.column}+{problem.place.length} {problem.rule}: {problem.message}{notes}"
    )


# ------------------------------------------------------------------------------------------------ each key


def _kinds(parsed: Parsed) -> Iterator[Path]:
    """A path of each kind: of the parts of a list or of a map of facts the first."""
    seen = set[tuple[str, ...]]()
    for path in parsed.values:
        kind = tuple("*" if isinstance(step, int) or (at and path[at - 1] == "facts") else str(step)
                     for at, step in enumerate(path))  # fmt: skip
        if path and kind not in seen:
            seen.add(kind)
            yield path


def _without(parsed: Parsed, path: Path) -> str:
    """The file without a key."""
    data = json.loads(json.dumps(parsed.data, default=float))
    value = data
    for step in path[:-1]:
        value = value[step]
    del value[path[-1]]
    return planted(parsed, {(path[0],): data[path[0]]}) if len(path) > 1 else _line_gone(parsed, path)


def _line_gone(parsed: Parsed, path: Path) -> str:
    start, end = parsed.keys[path].start, parsed.values[path].end
    return parsed.text[:start] + parsed.text[end:].lstrip(" ")


def keys(name: str) -> str:
    """Every key taken away, unknown, and with a value of another kind; what is accepted is left out."""
    parsed, rows = parse(_text(name), f"{name}.yaml"), list[str]()
    for path in _kinds(parsed):
        where = ".".join(map(str, path))
        if isinstance(path[-1], str) and (said := _told(name, _without(parsed, path))):
            rows += [f"without {where}", *said]
        for value in WRONG:
            if said := _told(name, planted(parsed, {path: value})):
                rows += [f"{where}: {json.dumps(value, ensure_ascii=False)}", *said]
    return "\n".join([*rows, ""])


# ------------------------------------------------------------------------------------------------ each sign

SIGNS = re.compile(r"[\[\]{}:,\"'<>*|-]|^ +|(?<=:) |\n")
WIDE = str.maketrans(':,[]{}"<>*- ', "：，【】｛｝“〈〉＊—　")


def signs() -> str:
    """Every sign of small files gone, doubled, and as a Chinese keyboard gives it."""
    rows = list[str]()
    changes: dict[str, Callable[[str], str]] = {
        "without": lambda sign: "",
        "twice": lambda sign: sign * 2,
        "wide": lambda sign: sign.translate(WIDE),
    }
    for name in ("glossary", "publication", "summary"):
        text = _text(name)
        for match in list(SIGNS.finditer(text))[:: 3 if name == "summary" else 1]:
            line = text.count("\n", 0, match.start()) + 1
            for how, change in changes.items():
                new = text[: match.start()] + change(match[0]) + text[match.end() :]
                if new != text and (said := _told(name, new)):
                    rows += [f"{name} {line}: {how} {match[0]!r}", *said]
    return "\n".join([*rows, ""])


# ------------------------------------------------------------------------------------------------ each character

WITHIN = {"alone": "{}", "among ideographs": "街{}道", "in an English word": "pa{}k", "in a number": "20{}18"}


def _verdict(text: str, at: int) -> str:
    found = [fault for fault in characters.faults(text) if fault.at <= at < fault.at + len(fault.char)]
    if not found:
        return ""
    usual = found[0].meant == unicodedata.normalize("NFKC", text[at])
    return f"{found[0].why}{' → its plain form' if usual else ' → ' + found[0].meant if found[0].meant else ''}"


def alphabet() -> str:
    """Every character of Unicode 3.2, which no Python changes, in four surroundings: stretches of one verdict."""
    known = [c for c in map(chr, range(0x20, 0x20000)) if unicodedata.ucd_3_2_0.category(c) not in ("Cn", "Cs")]
    rows = []
    for name, form in WITHIN.items():
        at = form.index("{")
        told = ((ord(char), _verdict(form.format(char), at)) for char in known if char not in "{}")
        rows.append(f"== {name}")
        for verdict, some in groupby(told, key=lambda row: row[1]):
            codes = [code for code, _ in some]
            if verdict:
                rows.append(f"{codes[0]:04X}–{codes[-1]:04X} ({len(codes)}) {verdict}")
    return "\n".join([*rows, ""])


TRANSCRIPTS: dict[str, Callable[[], str]] = {
    **{f"keys-{name}": lambda name=name: keys(name) for name in MODELS},  # type: ignore[misc]
    "signs": signs,
    "alphabet": alphabet,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", TRANSCRIPTS)
def test_what_is_told_of_damage_is_what_somebody_found_right(name: str) -> None:
    assert TRANSCRIPTS[name]() == (APPROVED / f"{name}.txt").read_text(encoding="utf-8")


def write() -> None:
    APPROVED.mkdir(exist_ok=True)
    for name, transcript in TRANSCRIPTS.items():
        (APPROVED / f"{name}.txt").write_text(transcript(), encoding="utf-8")


if __name__ == "__main__":
    write()
