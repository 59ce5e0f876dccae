"""`generate.py export-review`: every text of a content file in a DOCX table for the translator.

The table carries a baseline like a draft's, so that `import` reads it back by the same means. References stand in it as
the content file writes them (`<hazards_found:number>`), to be kept and placed by the translator.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from docx import Document

from bulletin.content.prose import LineBreak, Ref, pieces
from bulletin.content.translations import hashes
from bulletin.content.yaml_text import Parsed, Path
from bulletin.edition import typography
from bulletin.edition.blocks import Both, Break, Figure, Line
from bulletin.edition.blocks import Run as Words
from bulletin.lock import locked
from bulletin.manifest import digest
from bulletin.messages import say
from bulletin.problems import ContentError
from bulletin.project import SUMMARY
from bulletin.publish import Untouched, publish, read_manifest
from bulletin.word.base import base
from bulletin.word.baseline import Baseline, Source, attach
from bulletin.word.inline import bookmarked, line_break, paragraph, run
from bulletin.word.look import Lang, look
from bulletin.word.ox import Node
from bulletin.word.pack import pack
from bulletin.word.package import unpack
from bulletin.word.tables import cell, row, table, widths
from bulletin.workshop import Workshop

_SHARES = (22, 34, 44, 12)
_HEADS = (Both("位置", "Place"), Both("中文", "Chinese"), Both("英文", "English"), Both("状态", "Status"))
_STATES = {
    "looked_at": Both("已核对", "checked"),
    "stale": Both("中文已改", "Chinese changed"),
    "new": Both("未核对", "not yet checked"),
}
_TITLE = Both("译文核对表", "Table for the translator")


def export_review(workshop: Workshop, name: str, untouched: Untouched) -> list[str]:
    """Writes reports/NAME.review.docx; one that a person has edited is left alone. Gives lines for the terminal."""
    data = review(workshop, name)
    folder = workshop.project.reports
    with locked(folder):
        manifest = read_manifest(folder)
        files = {f"{name}.review.docx": data}
        done = publish(folder, manifest, f"review-{name}", digest(data), files, untouched=untouched)
    kept = [say("review.kept", file=workshop.project.shown(one.kept)) for one in done if one.kept]
    return [*(workshop.project.shown(one.path) for one in done), *kept]


def review(workshop: Workshop, name: str) -> bytes:
    """The bytes of the table. Raises ContentError where the content file cannot be read."""
    parsed = _parsed(workshop, name)
    style = look(workshop.theme, str(parsed.data.get("accent", "teal")))
    header = paragraph("Header", [run(f"{_TITLE.zh} {parsed.file}", "zh")])
    document = Document(io.BytesIO(base(style, [header], [paragraph("Footer", [run(_TITLE.en, "en")])])))
    baseline, ids = Baseline(), iter(range(1, 1_000_000))
    states = _states(workshop, name)
    grid = widths(_SHARES)
    rows = [row(*(cell(w, paragraph("TableHead", _both(one))) for w, one in zip(grid, _HEADS, strict=True)), head=True)]
    for path, zh, en in texts(parsed.data):
        state = _STATES[states.get(hashes(zh, en), "new")]
        place = ".".join(map(str, path))
        halves: list[tuple[Lang, str]] = [("zh", zh), ("en", en)]
        cells = [_text(baseline, next(ids), place, lang, text) for lang, text in halves]
        contents = [paragraph("TableEN", [run(place, "en")]), *cells, paragraph("TableZH", _both(state))]
        rows.append(row(*(cell(w, one) for w, one in zip(grid, contents, strict=True))))
    body = document.element.body
    for node in (table("BulletinTable", grid, rows, _TITLE), paragraph("Spacer")):
        body[-1].addprevious(node)
    return _finished(document, baseline, workshop, name, parsed)


def _finished(document: Any, baseline: Baseline, workshop: Workshop, name: str, parsed: Parsed) -> bytes:
    core = document.core_properties
    core.title = f"{_TITLE.zh} {_TITLE.en}: {name}"
    core.author = core.last_modified_by = workshop.publication.publisher.zh
    core.created = core.modified = datetime.fromisoformat(workshop.publication.issued)
    attach(document, baseline.entries, name, Source(parsed.file, digest(parsed.text.encode())))
    buffer = io.BytesIO()
    document.save(buffer)
    return pack(unpack(buffer.getvalue()))


def _parsed(workshop: Workshop, name: str) -> Parsed:
    library = workshop.library
    found = library.summary[0] if name == SUMMARY and library.summary else None
    if found is None and name in library.contents:
        found = library.contents[name][0]
    if found is None:
        raise ContentError(library.problems)
    return found


def texts(data: Any, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Every text in two languages, in the order of the file: its place, Chinese, English."""
    if isinstance(data, dict):
        if isinstance(data.get("zh"), str) and isinstance(data.get("en"), str) and path[-1:] != ("unit",):
            yield path, data["zh"], data["en"]
        for key, value in data.items():
            yield from texts(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from texts(value, (*path, number))


def _states(workshop: Workshop, name: str) -> dict[tuple[str, str], str]:
    """What the lock of translations knows of each pair of texts, by their hashes."""
    found = next((one for known, one in workshop.all_texts() if known == name), None)
    if found is None:
        return {}
    states = workshop.library.lock.states(found.entries)
    return {(entry.zh, entry.en): str(state) for entry, state in zip(found.entries, states, strict=True)}


def _both(words: Both) -> list[Node]:
    return [run(words.zh, "zh"), run(f" {words.en}", "en")]


def _text(baseline: Baseline, number: int, place: str, lang: Lang, source: str) -> Node:
    """One text with its references as they are typed, between the ends of its bookmark."""
    mend = typography.chinese if lang == "zh" else typography.english
    line: Line = ()
    nodes: list[Node] = []
    for piece in pieces(source):
        if isinstance(piece, LineBreak):
            line, nodes = (*line, Break()), [*nodes, line_break()]
            continue
        words = piece.source if isinstance(piece, Ref) else mend(piece.text)
        made = Figure(words, piece.id, bold=piece.bold) if isinstance(piece, Ref) else Words(words, piece.bold)
        line, nodes = (*line, made), [*nodes, run(words, lang, bold=piece.bold or None)]
    return paragraph(f"Body{lang.upper()}", bookmarked(nodes, number, baseline.add(place, lang, line)))
