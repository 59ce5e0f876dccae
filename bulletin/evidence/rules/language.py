"""language: each text is in its own language, complete, and written as the house writes.

Passes:  zh: 门前“三包五不准”        en: “Three Guarantees and Five Prohibitions” (三包五不准) at shop fronts
Fails:   zh: 门前“三包五不准,TODO    en: The 街道 organises  it .

Chinese in English stands in parentheses, or is a word that the Chinese puts between quotation marks, because the text
speaks of the word. Spelling is American, as China Daily and gov.cn have it. Straight quotation
marks become curly by themselves as long as they are paired. A text much longer or shorter than its other language is a
warning: something may be missing, or added. What is marked TODO is not finished, in a unit or a reason as well; each
entry says so once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.keyboard import half_width_marks
from bulletin.content.model import Both
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import Texts
from bulletin.evidence.texts import UNFINISHED
from bulletin.messages import say
from bulletin.problems import Level, Problem

NAME = "language"

Found = tuple[str, str, str, int]
"""Message, needle, help, and where the needle begins."""

LEAST, MOST = 0.25, 1.2
"""English words to Han characters: outside these, one language says more than the other."""
SPARE = 4
"""English words that a short text may have beside: what Chinese leaves unsaid takes a clause."""
ENOUGH = 12
"""Han characters below which the ratio says nothing."""

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_ENTRIES = {"facts", "projects", "honours", "left_out"}
"""What is told of once: who fills in one gap of an entry sees the others."""
_THE_ARTICLES = {"article", "quote", "prefix", "suffix", "exact"}
_REF = re.compile(r"<[^<>\n]*>")
_PARENTHESES = re.compile(r"[(（][^()（）]*[)）]")
_CHINESE = re.compile(f"[{_HAN}\u3000-\u303f\uff00-\uffef]+")
_QUOTED = re.compile(r"[“‘《]([^“”‘’《》]*)[”’》]")
_LATIN_PASSAGE = re.compile(r"[A-Za-z]{2,}(?:[ ,.’']+[A-Za-z]{2,}){3,}")
_HALF_WIDTH = re.compile(f"(?<=[{_HAN}])[,.;:?!()](?=[{_HAN}])")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])’(?=[A-Za-z])")
_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
_BEFORE_MARK = re.compile(r"(?<=[^\s.]) +(?=[,.;:!?)\]”](?:\s|$))|(?<=[(\[“]) +")
_BEFORE_WIDE = re.compile(r" +(?=[，。；：！？、）》”])|(?<=[，。；：！？、（《“]) +")
_AFTER_MARK = re.compile(r"(?<=[a-z])[,;:!?](?=[A-Za-z])")
_TWICE = re.compile(r"\b(\w{2,})\s+\1\b", re.IGNORECASE)
_TWICE_WIDE = re.compile(r"([，。；：、])[，。；：、]|的的|了了")
_WORDS = re.compile(r"[A-Za-z0-9][A-Za-z0-9’'.,-]*")
_PAIRS = {"zh": ("“”", "‘’", "（）", "《》", "【】", "()", "[]"), "en": ("“”", "()", "[]")}

_ISE = (
    "organ|recogn|real|modern|mobil|standard|util|urban|industrial|special|central|optim|minim|maxim|priorit|summar|civil"
    "|popular|public|apolog|critic|final|formal|normal|regular|revital|privat|subsid|emphas|neutral|visual|stabil"
)
_SPELLINGS = {
    "metre": "meter", "litre": "liter", "centre": "center", "theatre": "theater", "fibre": "fiber", "colour": "color",
    "honour": "honor", "labour": "labor", "neighbour": "neighbor", "favour": "favor", "behaviour": "behavior",
    "harbour": "harbor", "endeavour": "endeavor", "programme": "program", "cheque": "check", "defence": "defense",
    "licence": "license", "offence": "offense", "grey": "gray", "kerb": "curb", "tyre": "tire", "storey": "story",
    "travell": "travel", "cancell": "cancel", "labell": "label", "modell": "model", "fulfil": "fulfill",
    "enrol": "enroll", "skilful": "skillful", "ageing": "aging", "mould": "mold", "plough": "plow", "whilst": "while",
    "analys": "analyz", "catalys": "catalyz", "paralys": "paralyz",
}  # fmt: skip
_WHOLE = {
    "programme": r"programmes?",
    "fulfil": r"fulfil(?:s|ment)?",
    "enrol": r"enrol(?:s|ment)?",
    "whilst": "whilst",
    "ageing": "ageing",
}
_DOUBLED = {"travell", "cancell", "labell", "modell"}


def _british() -> re.Pattern[str]:
    shapes = [rf"(?:{_ISE})is(?:e[ds]?|ing|ations?|ers?)"]
    for british in _SPELLINGS:
        if british in _WHOLE:
            shapes.append(_WHOLE[british])
        elif british in _DOUBLED:
            shapes.append(rf"{british}(?:ed|ing|ers?)")
        elif british.endswith("ys"):
            shapes.append(rf"{british}(?:e[ds]?|ing)")
        else:
            before = r"\w{0,9}" if british.endswith(("re", "our")) else ""
            shapes.append(rf"{before}{british}\w{{0,6}}")
    return re.compile(rf"\b(?:{'|'.join(shapes)})\b")


_BRITISH = _british()


def check(case: Texts) -> Iterator[Problem]:
    entries = set[Path]()
    for path, text in case.pairs:
        for problem in check_text(case, path, text):
            if problem.message != unfinished() or _is_first(path, entries):
                yield problem
    told = {(*path, language) for path, _ in case.pairs for language in ("zh", "en")}
    for path, value in _strings(case.parsed.data, ()):
        if path not in told and (found := UNFINISHED.search(value)) and _is_first(path, entries):
            yield case.problem(NAME, unfinished(), path, found[0])


def unfinished() -> str:
    """What is told of a TODO."""
    return say("language.unfinished")


def _is_first(path: Path, entries: set[Path]) -> bool:
    """Is nothing else known to be unfinished in this text, or in this entry of a list of facts, projects, honors …?"""
    entry = path[:2] if path[0] in _ENTRIES else path
    new = entry not in entries
    entries.add(entry)
    return new


def _strings(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Every string of the data but the article's own words."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in _THE_ARTICLES:
                yield from _strings(item, (*path, key))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from _strings(item, (*path, i))
    elif isinstance(value, str):
        yield path, value


def check_text(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    """What is amiss in one text in either language."""
    for language, written, find in (("zh", text.zh, _in_chinese), ("en", text.en, _in_english)):
        plain = _REF.sub(lambda match: "\x00" * len(match[0]), written)
        for message, needle, help, at in (*_in_both(plain, language), *find(plain, text.zh)):
            level: Level = "warning" if message == say("language.narrow") else "error"
            nth = written.count(needle, 0, at) if needle else 0
            yield case.problem(NAME, message, (*path, language), needle, level=level, help=help, nth=nth)
    yield from _length(case, path, text)


def _in_both(text: str, language: str) -> Iterator[Found]:
    if not text.strip():
        yield say("language.empty"), "", "", 0
    elif text != text.strip(" "):
        yield say("language.edge"), "", "", 0
    if found := UNFINISHED.search(text):
        yield unfinished(), found[0], "", found.start()
    if text.count('"') % 2:
        yield say("language.lone", mark='"'), '"', say("language.curly"), text.index('"')
    for pair in _PAIRS[language]:
        opening, closing = pair[0], pair[1]
        text = _APOSTROPHE.sub(" ", text) if closing == "’" else text
        if text.count(opening) != text.count(closing):
            lone = opening if text.count(opening) > text.count(closing) else closing
            yield say("language.lone", mark=lone), lone, "", text.index(lone)


def _in_chinese(text: str, zh: str) -> Iterator[Found]:
    for mark in _HALF_WIDTH.finditer(text):
        yield say("language.narrow"), mark[0], say("language.wide"), mark.start()
    if found := _BEFORE_WIDE.search(text):
        yield say("language.space_beside_wide"), text[found.start() : found.end() + 1], "", found.start()
    if found := _TWICE_WIDE.search(text):
        yield say("language.twice"), found[0], "", found.start()
    if found := _LATIN_PASSAGE.search(text):
        yield say("language.english"), found[0], "", found.start()


def _in_english(text: str, zh: str) -> Iterator[Found]:
    outside = _PARENTHESES.sub(lambda match: "\x00" * len(match[0]), text)
    spoken_of = _QUOTED.findall(zh)
    for foreign in _CHINESE.finditer(outside):
        if not any(foreign[0] in quoted for quoted in spoken_of):
            yield _chinese(foreign[0], foreign.start())
    for pattern, message in (
        (_SPACES, "language.spaces"),
        (_BEFORE_MARK, "language.space"),
        (_AFTER_MARK, "language.no_space"),
    ):
        if found := pattern.search(text):
            yield say(message), text[max(0, found.start() - 1) : found.end() + 1], "", max(0, found.start() - 1)
    if (found := _TWICE.search(text)) and found[1] not in ("had", "that") and not found[1][0].isupper():
        yield say("language.word_twice"), found[0], "", found.start()
    for match in _BRITISH.finditer(text.lower()):
        word = text[slice(*match.span())]
        yield say("language.british"), word, say("language.american", word=american(word)), match.start()


def _chinese(found: str, at: int) -> Found:
    """Chinese words have a place in English; a mark of the Chinese keyboard alone is another one typed."""
    marks = half_width_marks(found)
    if re.search(f"[{_HAN}]", found) or not marks:
        return say("language.chinese"), found, say("language.in_parentheses"), at
    return say("language.chinese_mark"), found, say("reference.type", meant=marks), at


def american(word: str) -> str:
    """organised → organized, centres → centers, travelled → traveled."""
    low = word.lower()
    for british, spelling in sorted(_SPELLINGS.items(), key=lambda pair: -len(pair[0])):
        if british in low:
            at = low.index(british)
            return word[:at] + (spelling.capitalize() if word[at].isupper() else spelling) + word[at + len(british) :]
    return re.sub(r"is(?=e|ing|ation)", "iz", word)


def _length(case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    zh, en = _REF.sub(" ", text.zh), _REF.sub(" ", text.en)
    han, words = len(re.findall(f"[{_HAN}]", zh)), len(_WORDS.findall(en))
    if han < ENOUGH or UNFINISHED.search(f"{zh} {en}") or LEAST * han <= words <= MOST * han + SPARE:
        return
    message = say("language.short" if words < LEAST * han else "language.long", words=words, characters=han)
    yield case.problem(NAME, message, (*path, "en"), level="warning", help=say("language.missing_or_added"))
