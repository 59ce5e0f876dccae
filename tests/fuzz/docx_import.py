"""DOCX → import: a sound draft, or one that people have worked on, is broken by chance and brought home."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

from hypothesis import strategies as st
from lxml import etree

from bulletin.content.yaml_text import parse
from bulletin.desk.returns.importing import Wishes, import_draft, is_untouched
from bulletin.desk.update import update_draft
from bulletin.problems import CannotWrite, ContentError, UsageError
from bulletin.project import Project
from bulletin.word.pack import pack
from bulletin.word.package import unpack
from tests.desk.returns.meadow import draft_of, meadow
from tests.desk.returns.mutations import mutated

from .edits import AWKWARD
from .ledger import Ledger, limited

EXAMPLES = st.tuples(
    st.integers(0, 1),
    st.integers(0, 10**9),
    st.integers(0, 3),
    st.sampled_from(["told", "told", "applied", "rejected", "update", "untouched"]),
)
Example = tuple[int, int, int, str]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Target:
    """One run: a project with its draft and the clean copy of it."""

    def __init__(self, folder: Path, ledger: Ledger):
        self.root, self.ledger = meadow(folder / "project"), ledger
        self.content = self.root / "content" / "willow.yaml"
        self.text = self.content.read_bytes()
        self.drafts = [(self.root / "reports" / "willow.docx").read_bytes(), draft_of(self.root, comments=False)]
        self.path = folder / "willow.docx"

    def __call__(self, example: Example, name: str) -> None:
        which, seed, words, how = example
        data = _written_in(self.drafts[which], seed, words)
        if words != 3:  # some are only edited, as a person would
            data = mutated(data, seed)
        self.path.write_bytes(data)
        said = io.StringIO()
        try:
            with limited(), redirect_stdout(said):
                end = self._end(how, seed, data)
            assert not any(char in said.getvalue() for char in "\x00\x1b\u202e"), "raw on the terminal"
            self.ledger.ends[f"{how}: {end}"] += 1
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            self.ledger.ends["raised"] += 1
            self.ledger.note(error, f"{name}, {how}", lambda kept: (kept / "willow.docx").write_bytes(data))
        finally:
            self.content.write_bytes(self.text)

    def _end(self, how: str, seed: int, data: bytes) -> str:
        project = Project.at(self.root)
        try:
            if how == "untouched":
                return str(is_untouched(project, data))
            if how == "update":
                self.content.write_bytes(_changed(self.text, seed))
                return f"exit {update_draft(project, self.path)}"
            wishes = Wishes(apply=how == "applied", yes=True, revisions="reject" if how == "rejected" else "accept")
            code = import_draft(project, self.path, wishes, lambda _: True)
        except (UsageError, ContentError, CannotWrite) as error:
            assert str(error), "an error without a word"
            assert self.content.read_bytes() == self.text or how == "update", "content changed and an error told"
            return type(error).__name__
        if how == "applied":
            parse(self.content.read_text(encoding="utf-8"), "content/willow.yaml")  # what is written can be read
        else:
            assert self.content.read_bytes() == self.text, "content changed without --apply"
        return f"exit {code}"


def _changed(text: bytes, seed: int) -> bytes:
    """The content file of a later day."""
    return text.replace("绿地连成一线".encode(), f"绿地连成{seed % 7}片".encode() if seed % 2 else "绿带".encode())


def _written_in(data: bytes, seed: int, times: int) -> bytes:
    """A draft in which words were changed as people do: typed, cut, doubled, moved, tracked."""
    chance, parts = random.Random(seed + 1), unpack(data)
    root = etree.fromstring(parts["word/document.xml"])
    for _ in range(times):
        nodes = [one for one in root.iter(f"{W}t") if one.text]
        chance.choice(_TYPED)(chance.choice(nodes), chance)
    return pack(parts | {"word/document.xml": etree.tostring(root, xml_declaration=True, encoding="UTF-8")})


def _typed(node: etree._Element, chance: random.Random) -> None:
    text, at = node.text or "", chance.randrange(len(node.text or "") + 1)
    word = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", chance.choice(AWKWARD))
    node.text = text[:at] + word + text[at + chance.randint(0, 4) :]


def _swapped(node: etree._Element, chance: random.Random) -> None:
    """A figure becomes another."""
    node.text = re.sub(r"\d", lambda _: str(chance.randrange(10)), node.text or "")


def _tracked(node: etree._Element, chance: random.Random) -> None:
    """The run counts as inserted, or as deleted."""
    run = node.getparent()
    above = run.getparent() if run is not None else None
    if run is None or above is None or run.tag != f"{W}r":
        return
    tag = chance.choice(["ins", "del", "moveFrom", "moveTo"])
    mark = etree.Element(
        f"{W}{tag}", {f"{W}id": str(chance.randrange(99)), f"{W}author": chance.choice(["李", "", "\u202ex"])}
    )
    above.replace(run, mark)
    mark.append(run)
    if tag == "del" and chance.random() < 0.8:
        node.tag = f"{W}delText"


def _paragraph(node: etree._Element, chance: random.Random) -> None:
    """A paragraph is cut, doubled, moved to another place or joined with the next."""
    found = next(node.iterancestors(f"{W}p"), None)
    above = found.getparent() if found is not None else None
    if found is None or above is None:
        return
    way, after = chance.randrange(4), found.getnext()
    if way == 0:
        above.remove(found)
    elif way == 1:
        above.insert(chance.randrange(len(above)), etree.fromstring(etree.tostring(found)))
    elif way == 2:
        above.insert(chance.randrange(len(above)), found)
    elif after is not None:
        found.extend(list(after))
        above.remove(after)


_TYPED: list[Callable[[etree._Element, random.Random], None]] = [_typed, _typed, _swapped, _tracked, _paragraph]
