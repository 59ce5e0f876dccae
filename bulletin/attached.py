"""What the office PDF carries inside: the content file, the facts and the data of its charts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bulletin.charts.draw import Chart
from bulletin.csv_text import csv_bytes
from bulletin.edition.blocks import Edition
from bulletin.edition.register import RegisterRow
from bulletin.facts_csv import facts_csv
from bulletin.pages.typeset import Attachment
from bulletin.variant import FILES


def attachments(
    edition: Edition, text: str, charts: Mapping[str, Chart], rows: Sequence[RegisterRow]
) -> list[Attachment]:
    """`text` is that of the content file; `charts` by the ids of their plates."""
    source = Attachment(
        f"{edition.name}.yaml", text.encode(), "application/yaml", "Source", "内容文件 The content file"
    )
    table = FILES["csv"].format(edition.name)
    facts = Attachment(table, facts_csv(rows), "text/csv", "Data", "全部事实 All facts")
    return [source, facts] + [
        Attachment(f"{id}.csv", csv_bytes(chart.data), "text/csv", "Data", f"{chart.alt.zh} {chart.alt.en}"[:200])
        for id, chart in charts.items()
    ]
