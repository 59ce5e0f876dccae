"""Where the words of a file stand in its article."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ARTICLE, CONTENT, GLOSSARY, small_project, workshop


@pytest.mark.parametrize("lead", ["", "在", "街道的"])
@pytest.mark.parametrize(("behind", "inside"), [("名人", True), ("个人", False)])
def test_a_number_is_part_of_a_name_also_where_the_article_begins_with_it(
    lead: str, behind: str, inside: bool, tmp_path: Path
) -> None:
    glossary = GLOSSARY + "  - {zh: 一百名人馆, en: Hall of a Hundred, kind: slogan}\n"
    small_project(tmp_path, CONTENT, f"{lead}一百{behind}馆。{ARTICLE}", glossary)
    shop = workshop(tmp_path)
    case = shop.case(*shop.library.contents["willow"])
    assert [case.in_name(one) for one in case.article.numerals if one.value == 100] == [inside]
