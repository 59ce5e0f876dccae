"""Documents made from the sample edition."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from bulletin.blocks.findings.edit import FindingFigure, FindingRow, Findings
from bulletin.blocks.page_title.edit import PageTitle
from bulletin.edition import blocks
from bulletin.edition.blocks import Amount, Both, Page, Pair, Run
from bulletin.word import Source, write
from tests.writers.docx.sample_edition import EDITION, LEAD, charts

THEME = yaml.safe_load(Path("templates/theme.yaml").read_text("utf-8"))
CREATED = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
SOURCE = Source("content/jingchenglu.yaml", "ab" * 32)
COMMENTS = {
    fact: f"{fact}\n原文：“……”，第3行\nLine 3 of the article"
    for fact in ["first", "area", "visits", "found", "fixed", "flats", "only_drawn", "members", "cars", "unprinted"]
}
FINDINGS = Findings(
    LEAD.plates[0].plates[0].caption,
    (
        FindingRow(
            Both("杜甫路", "Dufulu"), Both("巩义市", "Gongyi"), Both("2016年", "2016"), "forest",
            Pair((Run("一句话。"),), (Run("One sentence."),), "rows.0.text"),
            (
                FindingFigure(
                    Amount("80", Both("户", "households"), "homes", 5), Both("搬迁", "moved"), Both("2016年", "2016")
                ),
            ),
        ),
    ),
)  # fmt: skip
SUMMARY_PAGE = Page(5, (PageTitle(Pair((Run("五份快照"),), (Run("Five snapshots"),), "title")), FINDINGS))


def written(edition: blocks.Edition = EDITION, comments: dict[str, str] | None = COMMENTS, **changes: Any) -> bytes:
    arguments = {
        "charts": charts(),
        "theme": THEME,
        "created": CREATED,
        "comments": comments,
        "source": SOURCE,
    } | changes
    return write(edition, **arguments)
