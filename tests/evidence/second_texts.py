"""The second planter's kinds of texts: words, names and clauses, in one language or in both."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from bulletin.content.yaml_text import Path
from tests.evidence import second_words as words
from tests.evidence.plant import Lie, Sheet
from tests.evidence.second_kinds import KINDS, apart, kind, lie, outside

Text = tuple[Path, str, str]
_SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|uang|iong|ang|eng|ing|ong|ian|uan|iao|uai|ai|ei|ao|ou|an|en|in|un|"
    "ia|ie|iu|ua|uo|ui|ue|üe|ü|a|o|e|i|u|er)"
)
_SPELLED = re.compile(rf"(?:{_SYLLABLE}){{2,4}}", re.I)
_NO_NAMES = frozenset(["China", "Zone", "Banker", "Line", "Anger", "Singapore", "Pagan", "Mao", "Dunce"])


def texts(sheet: Sheet) -> list[Text]:
    return [(at, one["zh"], one["en"]) for at, one in sheet.parts if _is_text(one)]


def _is_text(part: dict[str, object]) -> bool:
    return isinstance(part.get("zh"), str) and isinstance(part.get("en"), str)


def is_prose(path: Path) -> bool:
    of_story = path[0] in ("stories", "briefs") and "plates" not in path
    told = of_story and ("paragraphs" in path or path[-1] == "text")
    return told or path[0] == "findings" or (path[0] == "sections" and "rows" in path)


def telling(sheet: Sheet) -> Iterator[Text]:
    """Prose, titles, the tracker's cells and notes."""
    for path, zh, en in texts(sheet):
        cell = path[0] == "projects" and path[-1] in ("done", "plan")
        if is_prose(path) or path[-1] in ("title", "note") or cell or path[0] == "notes":
            yield path, zh, en


def in_text(sheet: Sheet, text: Text, *, zh: str = "", en: str = "") -> Lie:
    path, was_zh, was_en = text
    edits = {(*path, key): new for key, new in (("zh", zh), ("en", en)) if new}
    told = " | ".join(apart(was, new) for was, new in ((was_zh, zh), (was_en, en)) if new)
    return lie(sheet, told, path, edits)


def _one_language(name: str, key: str, rows: tuple[words.Two, ...]) -> None:
    @kind(name)
    def lies(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
        for text in telling(sheet):
            for was, new in rows:
                for turned in list(outside(text[1] if key == "zh" else text[2], was, new))[:1]:
                    if name != "en when" or not _before_amount(sheet, text[2], turned):
                        yield in_text(sheet, text, **{key: turned})


def _before_amount(sheet: Sheet, was: str, now: str) -> bool:
    """Does the reference behind the change print no date?"""
    start = next((i for i, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), 0)
    behind = re.match(r"[^<]*<(\w+)", now[start:])
    return bool(behind and "date" not in sheet.facts.get(behind[1], {}))


def _both_languages(name: str, rows: tuple[words.Four, ...]) -> None:
    @kind(name)
    def lies(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
        for text in telling(sheet):
            for was_zh, new_zh, was_en, new_en in rows:
                zh, en = list(outside(text[1], was_zh, new_zh)), list(outside(text[2], was_en, new_en))
                if len(zh) == len(en) == 1:
                    yield in_text(sheet, text, zh=zh[0], en=en[0])


for _name, _rows in {
    "en verb": words.VERBS, "en stage to done": words.TO_DONE, "en stage undone": words.UNDONE,
    "en denial lost": words.DENIAL_LOST, "en hedge lost": words.HEDGE_LOST, "en scope": words.SCOPES,
    "en place widened": words.WIDER, "en subject": words.SUBJECTS, "en ordinal": words.ORDINALS,
    "en frequency": words.OFTEN, "en frequency lost": words.OFTEN_LOST, "en when": words.WHEN,
    "en adjective": words.ADJECTIVES, "en year words": words.YEARS,
}.items():  # fmt: skip
    _one_language(_name, "en", _rows)
for _name, _rows in {
    "zh stage": words.STAGES_ZH, "zh denial": words.DENIALS_ZH, "zh scope": words.SCOPES_ZH, "zh verb": words.VERBS_ZH,
}.items():  # fmt: skip
    _one_language(_name, "zh", _rows)
for _name, _four in {
    "both verb": words.VERBS_BOTH, "both stage": words.STAGES_BOTH, "both scope": words.SCOPES_BOTH,
    "both denial": words.DENIALS_BOTH, "both noun": words.NOUNS_BOTH, "both time": words.TIMES_BOTH,
}.items():  # fmt: skip
    _both_languages(_name, _four)


_AUXILIARY = r"\b(is|are|was|were|has|have|had|can|could|may|must|does|do|did)\b(?! not)(?! never)(?! no)(?= [a-z]|,)"
_DONE = re.compile(
    r"\b(was|were|been|is being|are being|have been|has been) "
    r"(\w+ed|built|set up|put in|found|held|given|sold|met)\b(?! by)(?! up)"
)


def denied(en: str) -> list[str]:
    return list(outside(en, _AUXILIARY, r"\1 not"))


def _by_somebody(en: str) -> list[str]:
    actor = words.ACTORS
    found = enumerate(_DONE.finditer(en))
    return [f"{en[: m.end()]} by {actor[(len(en) + i) % len(actor)]}{en[m.end() :]}" for i, m in found]


def _one_of(name: str, turns: Callable[[str], list[str]]) -> None:
    @kind(name)
    def lies(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
        for text in telling(sheet):
            if found := turns(text[2]):
                yield in_text(sheet, text, en=chance.choice(found))


_one_of("en denial added", denied)
_one_of("en actor by", _by_somebody)


def names_of(en: str) -> list[str]:
    """Names in pinyin that do not begin a sentence."""
    found = re.findall(r"(?<![.“:] )(?<!^)\b[A-Z][a-zü]{3,}\b", en)
    return [name for name in found if _SPELLED.fullmatch(name) and name not in _NO_NAMES]


@kind("en name of another")
def _another_name(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    known = {name for *_, en in texts(sheet) for name in names_of(en)}
    for text in telling(sheet):
        own = names_of(text[2])
        if own and (others := sorted(known - set(own))):
            yield in_text(sheet, text, en=re.sub(rf"\b{own[0]}\b", chance.choice(others), text[2]))


@kind("en names swapped")
def _two_names(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for text in telling(sheet):
        one, other, *_ = *dict.fromkeys(names_of(text[2])), "", ""
        if other:
            new = {one: other, other: one}
            yield in_text(sheet, text, en=re.sub(rf"\b({one}|{other})\b", lambda m: new[m[0]], text[2]))  # noqa: B023


@kind("en clause invented")
def _clause(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for text in ended(sheet):
        yield in_text(sheet, text, en=f"{text[2].rstrip()[:-1]}{chance.choice(words.CLAUSES)}.")


@kind("both clause invented")
def _clause_in_both(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for text in ended(sheet):
        zh, en = chance.choice(words.CLAUSES_BOTH)
        yield in_text(sheet, text, zh=f"{text[1].rstrip()[:-1]}{zh}。", en=f"{text[2].rstrip()[:-1]}{en}.")


def ended(sheet: Sheet) -> Iterator[Text]:
    """Prose that ends in a full stop in both."""
    for path, zh, en in texts(sheet):
        if is_prose(path) and zh.rstrip().endswith("。") and en.rstrip().endswith("."):
            yield path, zh, en


@kind("en sentence lost")
def _sentence(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for text in texts(sheet):
        if is_prose(text[0]) and (stop := re.search(r"(?<=[a-z>])\. (?=[A-Z<])", text[2])):
            yield in_text(sheet, text, en=text[2][: stop.end()].strip())


_CAPTIONED = (
    "en verb", "en stage undone", "en denial added", "refs swapped both", "refs replaced both", "both stage",
    "both verb", "en name of another", "en scope", "both noun",
)  # fmt: skip


@kind("caption: prose lie")
def _captions(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    """A paragraph under a photograph, once as it is, once with a lie."""
    for name in _CAPTIONED:
        for one in KINDS[name](sheet, chance):
            (path,) = one.parts
            if path[0] == "stories" and is_prose(path) and "plates" in sheet.data["stories"][path[1]]:
                true = {key: sheet.at(path)[key] for key in ("zh", "en")}
                false = true | {str(at[-1]): new for at, new in one.edits.items()}
                plates = ("stories", path[1], "plates")
                shown: list[dict[Path, object]] = [
                    {plates: [*sheet.at(plates), _photo(caption)]} for caption in (false, true)
                ]
                yield lie(sheet, f"{name} {one.what}", (*plates, len(sheet.at(plates))), shown[0], true=shown[1])


def _photo(caption: dict[str, object]) -> dict[str, object]:
    by = {"zh": "资料图片", "en": "File photo"}
    return {
        "kind": "photo",
        "file": "park.jpg",
        "alt": {"zh": "街景", "en": "A street"},
        "credit": by,
        "caption": caption,
    }
