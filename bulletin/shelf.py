"""reports/index.html: made anew where the ledger has changed since, from the files that stand and the content files."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pypdfium2

from bulletin.alone import MANY
from bulletin.content.model import Both as Words
from bulletin.edition import typography
from bulletin.edition.comparing import dating_of
from bulletin.edition.lines import Numbering, Setter
from bulletin.edition.text import Both
from bulletin.files import read_file
from bulletin.manifest import Manifest, fingerprint
from bulletin.project import SUMMARY
from bulletin.publish import LARGEST, Published, is_current, publish, stands
from bulletin.screen import FileLink, Publication, index_page
from bulletin.variant import ARCHIVE, FILES, SCREENS
from bulletin.workshop import Workshop

INDEX = "index"
PAGE = "index.html"
MOST = 10_000
"""Publications of a list, which has 12 MB then; of more there is none."""
WIDTH = 640  # pixels of a picture: two for one on a phone
QUALITY = 72
NOTHING = Both("", "")
_FACT = re.compile(r"<(?!places>)[^<>]*>")


Described = Callable[[str], Publication]
"""A publication as its content file has it, without its files."""


def shelve(workshop: Workshop, manifest: Manifest, described: Described | None = None) -> list[Published]:
    """Writes the list where a publication has changed; it opens no article and proves nothing. Raises CannotWrite.

    `described`: what the content files say, where the workshop has not read them. A project that has a publication of
    this name has no list. A list of many has no pictures: with them it would be too large to be looked at.
    """
    folder, entries = workshop.project.reports, {k: v for k, v in manifest.entries.items() if k != INDEX}
    if INDEX in workshop.all_names or not entries:
        return []
    parts = [(name, entry.inputs) for name, entry in entries.items()]
    parts += [(f"{name}/{file}", digest) for name, entry in entries.items() for file, digest in entry.files.items()]
    inputs = fingerprint(parts)
    if is_current(folder, manifest, INDEX, inputs, [PAGE]):
        return []
    described = described or partial(describe, workshop)
    there, names = _written(manifest), workshop.all_names
    found = [replace(described(name), files=tuple(_files(workshop, there.get(name, []), name))) for name in names]
    found = [one for one in found if one.files]
    if len(found) > MOST:
        return []
    if len(names) < MANY:
        found = [_with_picture(one, folder, manifest) for one in found]
    title = typography.both(workshop.publication.title)
    data = index_page(found, title, workshop.project.templates, workshop.theme, workshop.words)
    return publish(folder, manifest, INDEX, inputs, {PAGE: data})


def describe(workshop: Workshop, name: str) -> Publication:
    """As its content file says."""
    library, words = workshop.library, workshop.words
    if name == SUMMARY and library.summary:
        summary = library.summary[1]
        places = [
            typography.both(library.contents[each][1].place) for each in summary.order if each in library.contents
        ]
        title = _counted(summary.title, len(summary.order))
        within = NOTHING if summary.within is None else typography.both(summary.within)
        return Publication(name, title, within, NOTHING, NOTHING, tuple(places), ())
    if name not in library.contents:
        return Publication(name, Both(name, name), NOTHING, NOTHING, NOTHING, (), ())
    content = library.contents[name][1]
    named = workshop.publication.title
    return Publication(
        name,
        typography.both(
            content.place.model_copy(update={"zh": content.place.zh + named.zh, "en": f"{content.place.en} {named.en}"})
        ),
        typography.both(content.within),
        dating_of(content.dated, words),
        typography.both(content.source.headline),
        tuple(dict.fromkeys(words.theme(story.theme) for story in content.stories)),
        (),
    )


def _with_picture(one: Publication, folder: Path, manifest: Manifest) -> Publication:
    first, size = _first(folder, manifest, f"{one.name}.pdf")
    return replace(one, first=first, size=size)


def _written(manifest: Manifest) -> dict[str, list[str]]:
    """The files that the ledger has of each publication, in all its editions."""
    found = dict[str, list[str]]()
    for key, entry in sorted(manifest.entries.items()):
        found.setdefault(key.partition(".")[0], []).extend(entry.files)
    return found


def _counted(title: Words, places: int) -> Both:
    """The title of a summary, its articles counted; what it says of facts is left out: nothing is proved here."""
    zh, en = (_FACT.sub("…", text) for text in (title.zh, title.en))
    setter = Setter({}, Numbering({}, []), places)
    return setter.both(title.model_copy(update={"zh": zh, "en": en}), prose=True)


def _files(workshop: Workshop, there: list[str], name: str) -> Iterator[FileLink]:
    """Those that stand as they were written, a draft also where a person has edited it: for readers first."""
    words = workshop.words
    usual = {
        SCREENS["html"]: words.reviewing("on_phone"),
        FILES["pdf"]: Both("PDF", "PDF"),
        FILES["docx"]: Both("Word", "Word"),
        FILES["evidence"]: words.reviewing("title"),
        FILES["csv"]: Both("CSV", "CSV"),
        ARCHIVE: words.reviewing("archive"),
        SCREENS["wechat"]: words.reviewing("for_wechat"),
    }
    own = {form.format(name): said for form, said in usual.items()}
    folder = workshop.project.reports
    there = [*there, *(file for file in own if file not in there)]  # a lost ledger is no reason to leave a file out
    for file in sorted(there, key=lambda file: [*own].index(file) if file in own else len(own)):
        if (folder / file).is_file():
            other = file.removeprefix(f"{name}.")
            yield FileLink(file, own.get(file, Both(other, other)))


def _first(folder: Path, manifest: Manifest, file: str) -> tuple[bytes, tuple[int, int]]:
    """The first page as JPEG, and its size in pixels; nothing where the PDF is not the one that was written."""
    written = manifest.written(file)
    try:
        if written is not None and not stands(folder / file, written):
            return b"", (0, 0)
        return first_page(read_file(folder / file, LARGEST))
    except (OSError, pypdfium2.PdfiumError):
        return b"", (0, 0)


def first_page(pdf: bytes) -> tuple[bytes, tuple[int, int]]:
    """The first page of a PDF as JPEG, and its size in pixels. Raises PdfiumError."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        image = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
    finally:
        document.close()
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue(), image.size
