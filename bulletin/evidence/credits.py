"""Who wrote an article, and where it stood: the byline and the paper as the article has them, the same in English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.model import Both
from bulletin.evidence.article import Article
from bulletin.evidence.readings import readings

_PIECE = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]+")
_TITLED = re.compile("《([^》]+)》|第[0-9]+版")
_PAPER = re.compile("[\u4e00-\u9fff]{2}(?:[日晚晨早时周快]报|周刊)")
_ROLES = (
    ("记者", r"reporters?|journalists?"),
    ("通讯员", r"correspondents?"),
    ("图|摄|照|影", r"photo(?:s|graphs|graphers?|graphy)?|pictures?|images?"),
    ("绘|画|插图", r"draw(?:n|ings?)|illustrat\w+|painted|paintings?"),
    ("编|责编", r"edit(?:ed|ors?)"),
    ("日报|每日", r"daily"),
    ("晚报", r"evening"),
    ("晨报|早报", r"morning"),
    ("周报|周刊", r"weekly"),
    ("月刊", r"monthly"),
    ("时报", r"times"),
)
"""What the imprint of a paper says, in Chinese and in English."""
_NO_NAME = re.compile(
    "(?:本报|[\u4e00-\u9fff]{2}融媒)?(?:特约)?记者|通讯员|实习生|摄影|[\u4e00-\u9fff]{2}[日晚晨早时]报|^[文图]$"
)


def unsaid(article: Article, text: Both, is_byline: bool) -> Iterator[str]:
    """Pieces of the Chinese that the article has not: 主编姚辉常 of a byline, what a paper is called, 第9版."""
    if is_byline:
        found = [piece for piece in _PIECE.findall(text.zh) if piece not in ("文", "图", "摄影")]
    else:
        titles = [match[1] or match[0] for match in _TITLED.finditer(text.zh)]
        found = [piece for title in titles for piece in re.split(r"[\s：:，,]+", title)]
        found = [re.sub("…+$", "", piece) for piece in found] + _PAPER.findall(text.zh)
    gone = [piece for piece in found if not article.find(piece)]
    if is_byline and not any(article.find(piece[-n:]) for piece in found for n in range(2, len(piece) + 1)):
        return  # the article was taken without its authors
    yield from gone


_LEVELS = (
    ("街道|办事处", r"subdistricts?"),
    ("镇", r"(?<!new )towns?(?!ship)"),
    ("乡(?!村)", r"townships?"),
    ("社区", r"communit(?:y|ies)"),
    ("村(?!镇)", r"villages?"),
    ("(?<![社小片园新])区", r"districts?"),
    ("县", r"count(?:y|ies)"),
    ("省", r"provinces?"),
)
"""What kind of place it is."""


def misrendered(text: Both, *, of_place: bool = False) -> Iterator[tuple[str, str]]:
    """Roles, kinds of papers or of places that one language has and the other has not: (zh, en)."""
    for zh, en in _LEVELS if of_place else _ROLES:
        here, there = re.search(zh, text.zh), re.search(rf"\b(?:{en})\b", text.en, re.I)
        if there and not here:
            yield "", there[0]
        elif here and not there and not of_place:
            yield here[0], ""


def unnamed(byline: Both) -> Iterator[str]:
    """Names of the Chinese that the English does not spell."""
    spelled = re.sub("[^a-zü]", "", byline.en.lower())
    for piece in _PIECE.findall(byline.zh):
        name = _NO_NAME.sub("", piece)
        known = 1 < len(name) < 5 and all(char in readings() for char in name)
        if known and not re.search("".join(f"(?:{'|'.join(readings()[char])})" for char in name), spelled):
            yield name
