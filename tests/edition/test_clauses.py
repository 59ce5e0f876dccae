"""The evidence of a page is cut to the clauses that prove its figures."""

from __future__ import annotations

from types import SimpleNamespace as Some
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.blocks.evidence import edit
from bulletin.blocks.evidence.edit import CUT, WORTH, QuotePiece, _marked, _quote, clauses


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


@pytest.mark.parametrize("between", range(8))
def test_little_is_not_worth_an_ellipsis_before_between_or_behind(between: int) -> None:
    """Words stay where they and their mark are no longer than what stands for them."""
    idle = "好" * between + "，" * bool(between)
    kept = idle if len(idle) <= WORTH else None
    assert cut(f"{idle}楼院<174>个") == ("" if kept is None else kept) + "楼院174个"
    whole = f"楼院174个，{idle}小区135个，"
    parts = cut(f"楼院<174>个，{idle}小区<135>个，{idle}").split("|")
    assert parts == ([f"{whole}{idle}"] if kept is not None else ["楼院174个", "小区135个"])


@pytest.mark.parametrize(("said", "alone"), [("", True), ("年", True), ("年初", False), ("年初起", False)])
def test_a_clause_of_a_number_and_next_to_nothing_brings_the_next_along(said: str, alone: bool) -> None:
    assert cut(f"<2018>{said}，街道种了许多许多的树，群众都说很好") == (
        f"2018{said}，街道种了许多许多的树" if alone else f"2018{said}"
    )


_QUOTE = st.lists(
    st.tuples(st.text("甲乙丙丁", max_size=6), st.sampled_from(["", "<7>", "<1234>"]), st.sampled_from("，。；、")),
    min_size=1,
    max_size=6,
).filter(lambda rows: any(number for _, number, _ in rows))


@given(_QUOTE)
def test_every_number_is_kept_in_its_order_and_only_ends_of_clauses_are_cut(rows: list[tuple[str, str, str]]) -> None:
    quote = "".join(map("".join, rows))
    bare = quote.replace("<", "").replace(">", "")
    parts = cut(quote).split("|")
    assert "".join(c for part in parts for c in part if c.isdigit()) == "".join(c for c in bare if c.isdigit())
    at = 0
    for part in parts:
        start = bare.index(part, at)
        assert start == 0 or bare[start - 1] in "，。；！？"
        assert start - at == 0 or start - at > WORTH or not at
        at = start + len(part)
    assert at == len(bare) or len(bare) - at >= WORTH
    assert len(parts) == 1 or all(CUT not in part for part in parts)


def quoted(*quotes: str, whole: bool, monkeypatch: pytest.MonkeyPatch) -> str:
    """The quotes of a row, each with a figure; the pieces between strokes, numerals between < and >."""
    proofs = list[Any]()
    for quote in quotes:
        bare = quote.replace("<", "").replace(">", "")
        for n, numeral in enumerate(part.partition(">")[0] for part in quote.split("<")[1:]):
            start = quote.replace(">", "").split("<")
            at = sum(map(len, start[: n + 1]))
            proofs.append(Some(fact=Some(quote=bare), span=(at, at + len(numeral))))
    monkeypatch.setattr(edit, "marked_quote", lambda proof: proof.span)
    return "|".join(f"<{piece.text}>" if piece.marked else piece.text for piece in _quote(proofs, whole=whole))


ONE, TWO = "近年来街道大力推进，楼院<174>个，群众都说好得很，小区<135>", "<9>月，群众都说好得很"


@pytest.mark.parametrize(("quotes", "whole", "said"), [
    ((ONE,), True, "近年来街道大力推进，楼院|<174>|个，群众都说好得很，小区|<135>"),
    ((ONE,), False, "……|楼院|<174>|个|……|小区|<135>"),
    ((TWO,), False, "<9>|月，群众都说好得很"),
    ((ONE, "楼<1>处"), True, "近年来街道大力推进，楼院|<174>|个，群众都说好得很，小区|<135>|……|楼|<1>|处"),
    ((ONE, "楼<1>处"), False, "……|楼院|<174>|个|……|小区|<135>|……|楼|<1>|处"),
    (("楼<1>处，群众都说好得很", ONE), False, "楼|<1>|处|……|楼院|<174>|个|……|小区|<135>"),
    (("楼<1>处，群众都说好得很", "小区<2>个，群众都说好得很"), False, "楼|<1>|处|……|小区|<2>|个|……"),
    (("楼<1>处",), False, "楼|<1>|处"),
])  # fmt: skip
def test_an_ellipsis_stands_where_words_are_left_out_and_never_twice(
    quotes: tuple[str, ...], whole: bool, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert quoted(*quotes, whole=whole, monkeypatch=monkeypatch) == said


@pytest.mark.parametrize(("spans", "pieces"), [
    ([], "甲乙丙丁"),
    ([(0, 2)], "<甲乙>丙丁"),
    ([(2, 4)], "甲乙<丙丁>"),
    ([(0, 1), (1, 2)], "<甲><乙>丙丁"),
    ([(0, 3), (1, 2), (1, 3)], "<甲乙丙>丁"),
    ([(0, 2), (1, 3)], "<甲乙><丙>丁"),
])  # fmt: skip
def test_numerals_that_share_signs_are_marked_once(spans: list[tuple[int, int]], pieces: str) -> None:
    made = _marked("甲乙丙丁", spans)
    assert "".join(f"<{one.text}>" if one.marked else one.text for one in made) == pieces
    assert QuotePiece("") not in made and QuotePiece("", marked=True) not in made
