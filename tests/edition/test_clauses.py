"""The evidence of a page is cut to the clauses that prove its figures."""

from __future__ import annotations

import pytest

from bulletin.blocks.evidence.edit import clauses


def cut(quote: str) -> str:
    """Numerals between < and > are those that the figures rest on."""
    spans, bare = [], ""
    for part in quote.split("<"):
        numeral, _, rest = part.partition(">") if ">" in part else ("", "", part)
        if numeral:
            spans.append((len(bare), len(bare) + len(numeral)))
        bare += numeral + rest
    return "|".join(bare[start:end] for start, end in clauses(bare, spans))


@pytest.mark.parametrize(
    ("quote", "kept"),
    [
        ("街道共有楼院<174>个", "街道共有楼院174个"),
        ("近年来街道大力推进，街道共有楼院<174>个，成效显著明显", "街道共有楼院174个"),
        ("街道共有楼院<174>个，改造老旧小区<135>个，群众都说好", "街道共有楼院174个，改造老旧小区135个"),
        ("楼院<174>个，群众都说好得很，小区<135>个。", "楼院174个|小区135个。"),
        ("好，楼院<174>个，行。", "好，楼院174个，行。"),
        ("他说：“很好很好。”楼院<174>个", "楼院174个"),
        ("<2018年>，对名门天隆商场旧片区进行了改造，群众很满意", "2018年，对名门天隆商场旧片区进行了改造"),
        ("<2018年>，街道种树<12>棵，群众都说好得很", "2018年，街道种树12棵"),
    ],
)
def test_what_has_no_numeral_goes_where_it_is_worth_an_ellipsis(quote: str, kept: str) -> None:
    assert cut(quote) == kept
