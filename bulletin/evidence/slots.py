"""A word that stands in a text where the article has another in the same slot: 成人读物 for its 少儿读物.

Of nouns the slot is what stands before the word, and the head behind it, with which the phrase ends: the article has
the one there and the other nowhere. Of territories and years it is how much of what follows the article has, too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from bulletin.evidence.article import bare
from bulletin.evidence.contrasts import mentioned
from bulletin.evidence.features import concepts
from bulletin.evidence.how_far import words_of
from bulletin.evidence.segments import words_at

Turned = tuple[str, str]
"""The word of the text, and the article's own."""
_NUMBER = re.compile("(?:约占?|近|超过?|不[足到]|达到?|共有?|至少|最多)?[0-9][0-9.,%万亿]*[余多]?")
_REF = re.compile("<[^>]*>")
_HAN = "[\u4e00-\u9fff]"
_ENDS = "(?:[^\u4e00-\u9fff]|[的占共达有为和约])"
_SLOT = re.compile(f"(?=(?P<lead>[^。]{{2}})(?P<word>{_HAN}{{2}})(?P<head>{_HAN}{{1,2}}?){_ENDS})")
_PLAIN = frozenset(
    "的了是在有和与及由为把被对从到以就都也已均将正要可能会让使给如当之不更并而或其此该各每本某个只仅还又再因所于等"
)
_DOES = re.compile(
    "开展|举[办行]|组织|进行|实施|推[进行动广出]|提供|发放|设[立置有]|安排|接待|服务|利用|使用|采[用取]|引[进入导]|开[设放办]|建[设立成]|新[建增]"
    "|参[加与]|现在|如今|目前|近年|今后|以来|全部|所有|通过|围绕|针对|根据|按照|包括|涉及|覆盖|负责|管理|工作|情况|问题|方面|相关|主要|重点"
)
"""What acts, or says when and how much, is told in other words."""


@lru_cache(maxsize=32)
def _plain(article: str) -> str:
    return f"^{_NUMBER.sub('#', article)}^"


def other_noun(zh: str, article: str) -> Iterator[Turned]:
    """户籍人口 for 常住人口: the same before it and behind it, and 户籍 nowhere in the article."""
    text, there = f"^{_NUMBER.sub('#', bare(_REF.sub('#', zh)).text)}^", _plain(article)
    starts = frozenset(words_at(text))
    for slot in _SLOT.finditer(text):
        word = slot["word"]
        if word in article or slot.start("word") not in starts or not _names(word):
            continue
        for its in re.findall(f"{re.escape(slot['lead'])}({_HAN}{{2}}){slot['head']}{_ENDS}", there):
            if _names(its) and not set(its) & set(word) and not alike(word, its):
                yield word, its
                break


def alike(word: str, its: str) -> bool:
    """Do both name the same: 住户, 群众?"""
    who = [{member for *_, member in mentioned(one)} for one in (word, its)]
    return bool(who[0] & who[1] or concepts(word, 0) & concepts(its, 0))


def _names(word: str) -> bool:
    return _PLAIN.isdisjoint(word) and not _DOES.search(word) and not words_of(word).keys() - {"is"}


_FAMILIES = (
    re.compile("全[国省市区县镇乡村]|全街道|全社区"),
    re.compile("今年|去年|明年|前年|上年"),
)
_MORE, _MUCH = 2, 4
"""How many more characters behind it the article has behind another, and how many at least."""


def other_member(zh: str, article: str) -> Iterator[Turned]:
    """全省公共文化服务满意度测评, where the article has that, letter for letter, behind 全市 alone."""
    text, there = f"{_NUMBER.sub('#', bare(_REF.sub('#', zh)).text)}^", _plain(article)
    for family in _FAMILIES:
        for found in family.finditer(text):
            alike = dict[str, int]()
            for its in family.finditer(there):
                alike[its[0]] = max(alike.get(its[0], 0), _shared(text[found.end() :], there[its.end() :]))
            own = alike.pop(found[0], 0)
            best = max(alike, key=lambda member: alike[member], default="")
            if best and alike[best] >= max(own + _MORE, _MUCH):
                yield found[0], best


def _shared(one: str, other: str) -> int:
    """How many Chinese characters two texts begin alike with."""
    found = 0
    for mine, its in zip(one, other, strict=False):
        if mine != its or not re.match(_HAN, mine):
            break
        found += 1
    return found


_TITLE = (
    "(?:局|主|书|镇|区|市|县|馆|院|校|站|所|队|会|处|科|部|组|厅|乡|村|园|厂|社|行|台|店|班|厨)(?:长|任|记)|经理|主席"
)
_OFFICE = re.compile(
    f"(?P<of>{_HAN}*?)(?P<titles>(?:(?:常务)?副?(?:{_TITLE})[兼、]?)+)"
    f"(?=(?P<name>{_HAN}{{2}})(?P<given>(?![说表介告坦认在是带率主称]){_HAN})?)"
)
_OFFICES = re.compile(f"副?(?:{_TITLE})")
_LEVELS = re.compile("[省市区县镇乡]")


@lru_cache(maxsize=32)
def _held(article: str) -> tuple[dict[str, set[str]], dict[str, list[str]]]:
    """By the first two characters of a name: its offices, and what stands before them."""
    held, bodies = defaultdict[str, set[str]](set), defaultdict[str, list[str]](list)
    for its in _OFFICE.finditer(article):
        held[its["name"]].update(_OFFICES.findall(its["titles"]))
        bodies[its["name"]].append(its["of"])
    return dict(held), dict(bodies)


def other_office(zh: str, article: str) -> Iterator[Turned]:
    """局长郑岚 of 副局长郑岚, 社区主任 of 社区书记, 市城管局局长 of 区城管局局长."""
    held, bodies = _held(article)
    for found in _OFFICE.finditer(_REF.sub("#", zh)):
        who, its = f"{found['name']}{found['given'] or ''}", held.get(found["name"])
        wrong = next((one for one in _OFFICES.findall(found["titles"]) if its and one not in its), "")
        if its and wrong:
            yield wrong + who, min(its) + who
        elif its and (level := _other_level(found["of"], bodies[found["name"]])):
            yield level


def _other_level(here: str, bodies: list[str]) -> Turned | None:
    """市城市管理局, where the article has 区城市管理局."""
    for there in bodies:
        same = 0
        while same < min(len(here), len(there)) and here[-1 - same] == there[-1 - same]:
            same += 1
        mine, its = here[: len(here) - same][-1:], there[: len(there) - same][-1:]
        if same >= _MORE and _LEVELS.fullmatch(mine) and _LEVELS.fullmatch(its):
            tail = here[len(here) - same :]
            return mine + tail, its + tail
    return None
