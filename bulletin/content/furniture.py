"""What the office says of the paper itself: its masthead (报头), and the end of its last page (报尾).

Nothing here comes from the article, and no rule holds it against the article: the office states it.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from bulletin.content.parts import Both, Day, Filled, Part
from bulletin.messages import say

Count = Annotated[int, Field(ge=1, le=99999)]


class Stated(Part):
    """Words of the office in a content file, where every `Both` is the article's."""

    zh: Filled
    en: Filled


class Issue(Part):
    """Which issue a publication is: what differs from one to the next."""

    number: Count | None = None  # 期号: 第12期
    total: Count | None = None  # 总期号: 总第48期
    printed: Day | None = None  # 印发日期
    print_run: Count | None = None  # 印数, where it is not the publication's
    editor: Stated | None = None  # 责任编辑, where it is not the publication's
    contents: bool | None = None  # 目录, where it is not the publication's choice

    @model_validator(mode="after")
    def counts_up(self) -> Issue:
        if self.number and self.total and self.total < self.number:
            raise ValueError(say("model.issue_total", number=self.number, total=self.total))
        if self.total and not self.number:
            raise ValueError(say("model.issue_number"))
        return self


class Distribution(Part):
    """Who is sent the paper: 报 (above), 送 (beside), 发 (below); or 主送 and 抄送."""

    report: Both | None = None
    send: Both | None = None
    issue: Both | None = None
    to: Both | None = None
    copies: Both | None = None

    @model_validator(mode="after")
    def names_somebody(self) -> Distribution:
        if not (self.report or self.send or self.issue or self.to or self.copies):
            raise ValueError(say("model.nobody"))
        return self


class Logo(Part):
    """A drawing beside the name. `file`: an SVG, a path from the project's folder; `alt` says what it shows."""

    file: Filled
    alt: Both
