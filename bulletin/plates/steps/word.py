"""The steps of a procedure in Word."""

from __future__ import annotations

from bulletin.edition.blocks import StripItem
from bulletin.plates.steps.edit import ShownStep, StepsPlate
from bulletin.word.draft import Draft
from bulletin.word.form import Frame, WordForm
from bulletin.word.inline import paragraph, run
from bulletin.word.ox import Node, twips
from bulletin.word.plates import large
from bulletin.word.styles import Style, Styles
from bulletin.word.tables import cell, row, table, title_of, widths


def body(item: StepsPlate, draft: Draft, frame: Frame) -> list[Node]:
    """A step to a row: its number, what is done, and a figure over its name."""
    grid = widths([8, 52, 40], twips(frame.mm))
    rows = [row(*_step(number, step, draft, grid)) for number, step in enumerate(item.steps, 1)]
    return [table("BulletinListing", grid, rows, title_of(item.caption.title))]


def _step(number: int, step: ShownStep, draft: Draft, grid: list[int]) -> list[Node]:
    title = draft.stacked(step.title, "StepZH", "StepEN")
    figure = _figure(step.figure, draft) if step.figure else []
    return [cell(grid[0], paragraph("StepNumber", run(str(number), "en"))), cell(grid[1], title), cell(grid[2], figure)]


def _figure(item: StripItem, draft: Draft) -> list[Node]:
    return [*large(item.amount, draft), *draft.stacked(item.label, "KeyLabelZH", "KeyLabelEN")]


WORD = WordForm(body)
STYLES = Styles(
    (
        Style("StepNumber", "Step Number", "amount", "serif", "grey", True),
        Style("StepZH", "Step ZH", "step_zh", bold=True, before=1),
        Style("StepEN", "Step EN", "key_label_en", colour="grey"),
    ),
    {"step_zh": (8.2, 11)},
)
