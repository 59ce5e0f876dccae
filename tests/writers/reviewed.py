"""The small project with one of everything that a reviewer meets: planned, applied for, derived, left out, a slogan."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ARTICLE, CONTENT, GLOSSARY, small_project

MORE_FACTS = """  toilets:
    value: 2
    unit: {zh: 座, en: {one: public toilet, other: public toilets}}
    label: {zh: 新建公厕, en: new public toilets}
    quote: 计划2019年新建公厕2座
    period: {year: 2019}
    status: planned
  fund:
    value: 3000000
    approx: about
    unit: 元
    label: {zh: 申请资金, en: funds applied for}
    quote: 申请上级资金约300万元
    status: applied_for
    unprinted: nobody has granted it
  per_park:
    derived: {ratio: [parks, communities]}
    label: {zh: 游园与社区之比, en: pocket parks to communities}
    status: standing

key_figures:
"""
MORE_ARTICLE = """街道常态化开展“两学一做”，计划2019年新建公厕2座，申请上级资金约300万元，悬挂横幅16条。
<script>alert(7)</script>
"""
LEFT_OUT = """left_out:
  - quote: 悬挂横幅16条
    why: 'not <b>material</b> to "readers"'
  - quote: alert(7)
    why: markup in the file as received
  - quote: 计划2019年
    why: the year of a plan that the bulletin words as a period

pages:
"""


def reviewed_project(folder: Path) -> Path:
    content = CONTENT.replace("key_figures:\n", MORE_FACTS, 1).replace("pages:\n", LEFT_OUT, 1)
    content = content.replace("占<old>。\n", "占<old>；将建公厕<toilets>，游园与社区之比为<per_park>。\n", 1)
    content = content.replace(
        "make up <old>.\n",
        "make up <old>; <toilets> are planned, and the ratio of parks to communities is <per_park>.\n",
        1,
    )
    assert content.count("<per_park>") == 2
    return small_project(folder, content, ARTICLE + MORE_ARTICLE, GLOSSARY)
