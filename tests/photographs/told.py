"""docs/photographs.md: what `check` says of each kind of photograph that cannot be printed, in both languages.

`python -m tests.photographs.told` writes it from the program's own messages.
"""

from __future__ import annotations

from typing import Any

from bulletin.messages import say, speak
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "photographs.md"
KINDS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "file.missing": ("不在", "not there", {}),
    "read.picture_outside": ("不在 photos/ 里", "outside photos/, or a link that leads out", {"file": "a.jpg"}),
    "file.pipe": ("管道", "a pipe", {}),
    "file.large": ("文件太大", "too many bytes", {"most": 60_000_000}),
    "photo.huge": ("像素太多", "too many pixels", {"most": 100}),
    "photo.tiny": ("像素太少", "hardly any pixels", {"wide": 15, "high": 400}),
    "photo.broken": ("残缺", "cut short or damaged", {}),
    "photo.animated": ("动画", "animated", {}),
    "photo.pages": ("几页", "several pages", {}),
    "photo.cmyk": ("四色", "CMYK", {}),
    "photo.deep": ("16 位", "16 bits a colour", {}),
    "photo.colours": ("别的色彩模式", "other colours", {"colours": "LAB"}),
    "photo.profile": ("ICC 文件读不了", "a profile that cannot be read", {}),
    "photo.no_profile": ("Adobe RGB，没有 ICC 文件", "Adobe RGB without a profile", {}),
    "photo.no_picture": ("不是图", "no picture", {}),
    "photo.coarse": ("太粗（只提醒）", "too coarse (a notice)", {"dpi": 179, "fine": 300, "wide": 1004, "high": 670}),
}  # fmt: skip
HEAD = """# 印不了的照片 Photographs that cannot be printed

`check` 在写着这张照片的那一行说下面的话。`check` says this in the line that names the photograph.

| 照片 photograph | 中文 | English |
|---|---|---|
"""


def page() -> str:
    """The whole file."""
    return HEAD + "".join(f"| {zh} {en} | {told['zh']} | {told['en']} |\n" for zh, en, told in rows())


def rows() -> list[tuple[str, str, dict[str, str]]]:
    """Each kind and what is said of it, by language."""
    found: dict[str, dict[str, str]] = {name: {} for name in KINDS}
    try:
        for language in ("zh", "en"):
            speak(language)  # type: ignore[arg-type]
            for name, (*_, values) in KINDS.items():
                found[name][language] = say(name, **values)
    finally:
        speak("en")
    return [(zh, en, found[name]) for name, (zh, en, _) in KINDS.items()]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
