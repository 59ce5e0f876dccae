"""Words of a clause that claim something: each is held against the article once, and the longest of them."""

from __future__ import annotations

import pytest

from bulletin.evidence.rules.borne import claims


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("街道取消收费并免费停车", ["取消", "收费", "免费"]),
        ("率先建成全国首个公园", ["率先", "建成", "全国", "首个", "公园"]),
        ("居民何时取消收费", []),  # asked
        ("居民看看取不取消收费", []),
        ("道路打造成景观", []),  # 打造 and 成, no 造成
    ],
)
def test_what_a_clause_claims(clause: str, words: list[str]) -> None:
    assert [word for word, _ in claims(clause)] == words
