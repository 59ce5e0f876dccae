"""In which order the summary shows its places: as its file says, or in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bulletin.content.model import Subdistrict, Summary
from bulletin.wording.dates import Moment


def ordered(summary: Summary, names: Iterable[str], contents: Mapping[str, Subdistrict]) -> Summary:
    """The summary with its order: as given, or else all content files from the earliest article to the latest.

    Articles of one date stand by their names, those of which no date is known last. `names` are all content files,
    `contents` those that could be read.
    """
    if summary.order:
        return summary
    return summary.model_copy(update={"order": sorted(names, key=lambda name: (_when(contents.get(name)), name))})


def _when(content: Subdistrict | None) -> tuple[bool, float]:
    """The middle of what is known of the article's date, doubled: only the order counts."""
    moment = Moment.parse(content.dated.value) if content else Moment()
    return (True, 0.0) if moment.year is None else (False, sum(moment.span()))
