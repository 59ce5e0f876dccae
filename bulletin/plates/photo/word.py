"""Photographs in Word: real pictures with their words, which people may replace."""

from __future__ import annotations

from bulletin.edition.text import Both, Pair
from bulletin.plates.photo.edit import GAP, PhotoPlate, Shot
from bulletin.problems import CannotWrite
from bulletin.word.draft import Draft
from bulletin.word.form import Frame, WordForm
from bulletin.word.inline import paragraph
from bulletin.word.ox import Node, twips
from bulletin.word.pictures import photograph
from bulletin.word.styles import Style, Styles
from bulletin.word.tables import cell, row, table, widths


def body(item: PhotoPlate, draft: Draft, frame: Frame) -> list[Node]:
    """The photograph, or some side by side in a table without lines; then what all of them are."""
    names = [name for name, _ in item.names()]
    if len(item.shots) == 1:
        return [*_shot(names[0], item.shots[0], item, draft, frame.mm), *_words(item.text, item.credit, draft)]
    grid = widths([1] * len(item.shots), twips(frame.mm))
    mm = (frame.mm - GAP * (len(grid) - 1)) / len(grid)
    cells = []
    for place, (name, shot) in enumerate(zip(names, item.shots, strict=True)):
        nodes = _shot(name, shot, item, draft, mm)
        cells.append(cell(grid[place], nodes, left=0, right=twips(GAP * (place < len(grid) - 1))))
    title = Both("；".join(shot.alt.zh for shot in item.shots), "; ".join(shot.alt.en for shot in item.shots))
    return [table("BulletinPlates", grid, [row(*cells)], title), *_words(item.text, item.credit, draft)]


def _shot(name: str, shot: Shot, item: PhotoPlate, draft: Draft, mm: float) -> list[Node]:
    data = draft.photos.get(name)
    if data is None or draft.embed_photo is None:
        raise CannotWrite(f"{draft.edition.name}: the photograph “{shot.file}” has not been made ready")
    shown = photograph(draft.embed_photo(data), item.mm, next(draft.ids), f"photo:{name}", shot.alt, mm)
    return [paragraph("PhotoPicture", shown), *_words(shot.text, shot.credit, draft)]


def _words(text: Pair | None, credit: Pair | None, draft: Draft) -> list[Node]:
    said = draft.stacked(text, "PhotoZH", "PhotoEN") if text else []
    return [*said, paragraph("PhotoCredit", draft.inline(credit))] if credit else said


WORD = WordForm(body)
STYLES = Styles(
    (
        Style("PhotoPicture", "Photo", "", keep=True, exact=False, before=3),
        Style("PhotoZH", "Photo Caption ZH", "photo_zh", keep=True, before=2, next="PhotoEN"),
        Style("PhotoEN", "Photo Caption EN", "photo_en", colour="grey", keep=True),
        Style("PhotoCredit", "Photo Credit", "photo_credit", colour="grey", after=3),
    ),
    {"photo_zh": (9, 13), "photo_en": (8.5, 11), "photo_credit": (7.5, 10)},
)
