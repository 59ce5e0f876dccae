"""Prose is words, references, bold and breaks; nothing else is markup."""

from __future__ import annotations

import pytest

from bulletin.content.prose import LineBreak, PlainWords, Ref, is_balanced, pieces, references


def test_a_text_is_cut_into_its_pieces_in_order_with_their_places() -> None:
    assert pieces("建<parks>，**植<trees:number>**\n完") == (
        PlainWords("建", 0),
        Ref("<parks>", 1, "parks"),
        PlainWords("，", 8),
        PlainWords("植", 11, bold=True),
        Ref("<trees:number>", 12, "trees", "number", bold=True),
        LineBreak(28),
        PlainWords("完", 29),
    )


@pytest.mark.parametrize(
    ("text", "id", "form"),
    [
        ("<a>", "a", "full"),
        ("<a:number>", "a", "number"),
        ("<a:value>", "a", "value"),
        ("<x.a_1:value>", "x.a_1", "value"),
        ("<a:other>", "", "full"),
        ("<A>", "", "full"),
        ("<a b>", "", "full"),
        ("<>", "", "full"),
        ("<x.y.a>", "", "full"),
    ],
)
def test_what_is_no_reference_has_no_id(text: str, id: str, form: str) -> None:
    (ref,) = references(f"字{text}字")
    assert (ref.source, ref.start, ref.id, ref.form, ref.bold) == (text, 1, id, form, False)


@pytest.mark.parametrize("text", ["a < b", "a > b", "<a\nb>", "*a*"])
def test_other_signs_are_words(text: str) -> None:
    assert references(text) == ()
    assert "".join(piece.text if isinstance(piece, PlainWords) else "\n" for piece in pieces(text)) == text


def test_only_the_references_of_a_text_are_its_references() -> None:
    assert [ref.id for ref in references("<a>字**<b>**\n<c>")] == ["a", "b", "c"]
    assert [ref.bold for ref in references("<a>字**<b>**\n<c>")] == [False, True, False]


@pytest.mark.parametrize(("text", "balanced"), [("", True), ("**a**", True), ("**a", False), ("**a** **", False)])
def test_bold_ends_where_it_is_told_to(text: str, balanced: bool) -> None:
    assert is_balanced(text) is balanced
    assert pieces("**a")[0] == PlainWords("a", 2, bold=True), "an unpaired sign makes the rest bold"
