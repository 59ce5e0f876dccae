"""A second look for numbers that knows nothing of the reader: every run of digits, every run of number characters."""

from __future__ import annotations

import re

from bulletin.evidence.article import Article
from bulletin.evidence.case import Span
from bulletin.evidence.number_words import FOLDED
from bulletin.evidence.numerals import words

_WRITTEN = "〇○零一二两三四五六七八九十百千万亿萬億兩壹贰叁肆伍陆柒捌玖拾佰仟廿卅"
_COUNTED = "公里|[个個名位人户戶家年天月岁歲日项項条條座处處里米亩畝吨噸元次倍成折度间間]"
_RUN = re.compile(
    rf"[0-9０-９\u2460-\u249b\u24ea-\u24ff\u2776-\u2793][0-9０-９.,，．]*"
    rf"|[{_WRITTEN}]*[〇○零二两三四五六七八九十百千万亿萬億兩][{_WRITTEN}]+"
    rf"|(?<![0-9０-９一])[零二两三四五六七八九十百千万亿萬億兩半][多余餘来來]?(?:{_COUNTED})"
)


def unseen(article: Article, names: tuple[Span, ...] = ()) -> list[Span]:
    """What looks like a number, and the reader neither read nor set aside, and is no word and no name. Bare places."""
    text = article.bare.text
    known = [*((n.start, n.end) for n in article.numerals), *words(text.translate(FOLDED)), *names]
    runs = [(match.start(), match.start() + len(match[0].rstrip(".,，．"))) for match in _RUN.finditer(text)]
    return [run for run in runs if not any(run[0] < end and start < run[1] for start, end in known)]
