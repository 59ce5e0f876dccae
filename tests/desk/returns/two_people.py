"""Two people in one story: one edits the content file, the other the draft that was made from it before.

`python -m tests.desk.returns.two_people` prints what comes of 50 pairs of edits, held against the same edits made one
after the other.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bulletin.content.yaml_text import parse
from bulletin.desk.returns.spans import YamlText
from bulletin.desk.returns.tokens import likeness
from bulletin.word.ox import name
from tests.desk.returns.orders import NAMES, draft, home_of, source
from tests.desk.returns.word import Editor, texts

_ZH = ("社区为老人送饭上门。", "志愿者每周入户走访。", "居民代表参与验收。")
_EN = ("Meals are brought to the old.", "Volunteers call every week.", "Residents took part in the check.")


@dataclass(frozen=True)
class Edit:
    """The same edit of a paragraph, made in the content file and in the draft."""

    told: str
    of: int
    in_file: Callable[[YamlText], None]
    in_draft: Callable[[Editor], None]


def story(chance: random.Random) -> tuple[str, int, list[Any]]:
    """A publication, the number of a story of two paragraphs or more, and these."""
    found = [
        (edition, n, one["paragraphs"])
        for edition in NAMES[:-1]
        for n, one in enumerate(parse(source(edition), edition).data["stories"])
        if len(one["paragraphs"]) > 1
    ]
    return chance.choice(found)


def plain(text: str, lang: str) -> list[str]:
    """Words that stand once in a text and beside no reference."""
    pattern = r"[\u4e00-\u9fff]{2}" if lang == "zh" else r"\b[a-z]{4,}\b"
    found = list(re.finditer(pattern, re.sub(r"<[^>]*>", lambda ref: " " * len(ref[0]), text)))
    return [one[0] for one in found if text.count(one[0]) == 1 and one.start() > 12]


def edit(chance: random.Random, at: int, paragraphs: list[Any], n: int) -> Edit:
    """An edit of paragraph `n`: a word of it, a sentence behind it, the paragraph gone, or one behind it."""
    lang = chance.choice(("zh", "en"))
    own, container = paragraphs[n][lang], ("stories", at, "paragraphs")

    def place(yaml: YamlText) -> tuple[str | int, ...]:
        """Where the paragraph stands now. Raises LookupError where it is gone."""
        items = yaml.value(container)
        return *container, next(k for k, one in enumerate(items) if _shared(one, paragraphs[n]))

    def behind(yaml: YamlText) -> int:
        """Where a paragraph behind it stands; where it stood itself, if it is gone."""
        try:
            return int(place(yaml)[-1]) + 1
        except StopIteration:
            return n

    words = plain(own, lang)
    kind = chance.choice(("word", "word", "word", "sentence", "gone", "new"))
    anchor = _anchor(paragraphs[n])
    if kind == "word" and words:
        old = chance.choice(words)
        new = chance.choice(("街区", "现场", "居民")) if lang == "zh" else chance.choice(("local", "recent", "further"))
        return Edit(
            f"{n} {lang} {old} → {new}",
            n,
            lambda yaml: yaml.set((*place(yaml), lang), yaml.value((*place(yaml), lang)).replace(old, new, 1)),
            lambda editor: _in_row(editor, anchor, lang, lambda text: text.replace(old, new, 1)),
        )
    k = chance.randrange(3)
    if kind == "sentence":
        more = _ZH[k] if lang == "zh" else f" {_EN[k]}"
        return Edit(
            f"{n} {lang} + {more}",
            n,
            lambda yaml: yaml.set((*place(yaml), lang), yaml.value((*place(yaml), lang)) + more),
            lambda editor: _append(editor, anchor, lang, more),
        )
    if kind == "gone":
        return Edit(
            f"{n} gone",
            n,
            lambda yaml: void(yaml.delete_item(place(yaml))),
            lambda editor: editor.row(anchor).getparent().remove(editor.row(anchor)),
        )
    return Edit(
        f"new behind {n}",
        n,
        lambda yaml: yaml.insert_item(container, behind(yaml), {"zh": _ZH[k], "en": _EN[k]}),
        lambda editor: editor.insert_row(anchor, _ZH[k], _EN[k]),
    )


def _shared(one: Any, other: Any) -> bool:
    """Have two paragraphs a text in common, or almost?"""
    return any(one.get(lang) == other[lang] for lang in ("zh", "en")) or likeness(one["zh"], other["zh"]) > 0.7


def void(_: object) -> None:
    """For a function that gives something nobody wants."""


def _anchor(paragraph: Any) -> str:
    """Words of the Chinese text by which its row is found."""
    pieces = re.split(r"<[^>]*>|\*\*|“|”", paragraph["zh"])
    return max(pieces, key=len)[:40]


def _cell(editor: Editor, anchor: str, lang: str) -> Any:
    return list(editor.row(anchor).iter(name("w:tc")))[0 if lang == "zh" else 1]


def _in_row(editor: Editor, anchor: str, lang: str, change: Callable[[str], str]) -> None:
    for node in texts(next(_cell(editor, anchor, lang).iter(name("w:p")))):
        if change(node.text or "") != node.text:
            node.text = change(node.text or "")
            return
    raise LookupError(anchor)


def _append(editor: Editor, anchor: str, lang: str, more: str) -> None:
    last = texts(next(_cell(editor, anchor, lang).iter(name("w:p"))))[-1]
    last.text = (last.text or "") + more


def pair(seed: int) -> tuple[str, str]:
    """What came of two edits: `same` as one after the other, a `conflict` that was told, or `wrong`.

    A conflict between edits of two paragraphs is a false one.
    """
    chance = random.Random(seed)
    while True:
        edition, at, paragraphs = story(chance)
        mine = edit(chance, at, paragraphs, chance.randrange(len(paragraphs)))
        theirs = edit(chance, at, paragraphs, chance.randrange(len(paragraphs)))
        editor = Editor(draft(edition))
        try:
            theirs.in_draft(editor)
        except (AssertionError, LookupError, StopIteration, ValueError):
            continue  # the words lie in two runs
        break
    told = f"{edition} stories.{at}: {mine.told} | {theirs.told}"
    one = YamlText(source(edition), edition)
    mine.in_file(one)
    _, home = home_of(edition, editor.save(), one.text)
    _, alone = home_of(edition, editor.save())
    after = YamlText(alone.yaml.text, edition)
    if any(state.state != "applied" for state in home.outcomes):
        return told, "conflict" if mine.of == theirs.of else "false conflict"
    try:
        mine.in_file(after)
    except (KeyError, StopIteration):
        return told, "wrong"  # what one took out stands there for the other
    return told, "same" if home.yaml.parsed.data == after.parsed.data else "wrong"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    whole: Counter[str] = Counter()
    for seed in range(count):
        told, what = pair(seed)
        whole[what] += 1
        if what != "same":
            print(f"{what}: {told}", flush=True)
    print(f"{count} pairs of edits in one story: {dict(whole)}")


if __name__ == "__main__":
    main()
