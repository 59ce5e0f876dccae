"""Characters that are drawn like others and are others: radicals, letters of other alphabets, kana, zeros, strokes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

# Radicals (CJK Radicals Supplement) and the ideographs that they are drawn like, as the Unicode Character Database has
# them (EquivalentUnifiedIdeograph.txt). Of the Kangxi Radicals NFKC knows it. Texts copied from a PDF are full of them.
_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛"
    "⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶"
    "⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
RADICALS = dict(zip(_RADICALS[::2], _RADICALS[1::2], strict=True))

_CYRILLIC = "аaсcеeоoрpхxуyіiјjѕsԁdһhӏlԛqԝwАAВBСCЕEНHІIЈJКKМMОOРPЅSТTХXУYԌGԚQԜW"
_GREEK = "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX"
_IN_WORDS = "гrкkпnтtмmвbзeαaοoνvρpιiκkυuγyηnωwɑaɡgıiſsɩiʀrᴏoᴄcᴠvᴢzՏSօoհhոnսuցg"
_ALONE = dict(zip(_CYRILLIC[::2], _CYRILLIC[1::2], strict=True)) | dict(zip(_GREEK[::2], _GREEK[1::2], strict=True))
LETTERS = _ALONE | dict(zip(_IN_WORDS[::2], _IN_WORDS[1::2], strict=True))
"""Letters of other alphabets that are drawn like Latin ones, and the phonetic ɑ and ɡ of pinyin."""

_BETWEEN_HAN = "カ力ロ口ニ二エ工タ夕ト卜ハ八ミ三チ千メ乂ー一ㄧ一〡一・·‧·∙·⋅·･·"
BETWEEN_HAN = dict(zip(_BETWEEN_HAN[::2], _BETWEEN_HAN[1::2], strict=True))
"""Kana, dots and strokes that a keyboard gives where Chinese has a character or mark of its own."""

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003fffd"
_NUMERALS = "〇零一二三四五六七八九"
_KANA = re.compile("[\u3040-\u30fa\u30fd-\u30ff]")
_IS_HAN = re.compile(f"[{_HAN}]")
_COMPATIBLE = re.compile("[\u2f00-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
_AMONG = re.compile(f"[○◯OoＯｏОоΟο0─━―](?=[{_HAN}])")


def among(text: str) -> Iterator[tuple[int, str, str]]:
    """What stands for 〇 within 二〇一八 (a ring, a letter, a nought) or for a dash, with what is meant."""
    for match in _AMONG.finditer(text):
        if match[0] in "─━―":
            run = re.search("[─━―]+$", text[max(0, match.start() - 80) : match.end()])
            start = match.end() - len(run[0]) if run else match.start()
            if start and _IS_HAN.match(text, start - 1):
                yield start, text[start : match.end()], "——"
        elif match.start() and text[match.start() - 1] in _NUMERALS and text[match.end()] in _NUMERALS:
            yield match.start(), match[0], "〇"


def meant(text: str, at: int) -> str:
    """The character that the one at `at` is drawn like, where it stands in for it; "" where it does not."""
    char = text[at]
    if char in LETTERS:
        return _letter(text, at)
    if char in BETWEEN_HAN:
        return _between_han(text, at)
    return ideograph(char)


@cache
def ideograph(char: str) -> str:
    """⻋ → 车, 﨎 → 﨎: of a radical or a compatibility ideograph the character that is meant; "" for every other."""
    if "\u2e80" <= char <= "\u2eff":
        return RADICALS.get(char, "")
    if _COMPATIBLE.match(char):
        plain = unicodedata.normalize("NFKC", char)
        return plain if plain != char else ""
    return ""


def _letter(text: str, at: int) -> str:
    """μg and β are what they are; Рark and СОР are not."""
    start = end = at
    while start and text[start - 1].isalpha() and not _is_wide(text[start - 1]):
        start -= 1
    while end < len(text) and text[end].isalpha() and not _is_wide(text[end]):
        end += 1
    word = text[start:end]
    passes = all(letter in LETTERS or _is_latin(letter) for letter in word)
    whole = all(letter in _ALONE for letter in word)
    mixed = passes and any(_is_latin(letter) for letter in word)
    is_unit = word[0] in "μΩΔ" or word[-1] in "ΩμΔ"
    return LETTERS[text[at]] if (whole or mixed) and not is_unit else ""


def _between_han(text: str, at: int) -> str:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if _KANA.match(before) or _KANA.match(after):
        return ""
    return BETWEEN_HAN[text[at]] if _IS_HAN.match(before) and (_IS_HAN.match(after) or not after.isalpha()) else ""


@cache
def _is_latin(char: str) -> bool:
    return "LATIN" in unicodedata.name(char, "") and char not in LETTERS


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"
