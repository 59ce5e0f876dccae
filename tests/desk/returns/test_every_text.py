"""Every editable text, and every printed figure, of a draft: a change in it is found there and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from bulletin.desk.returns.home import bring_home
from bulletin.desk.returns.operations import Figure, Set
from bulletin.word import Entry, read
from bulletin.word.ox import name
from tests.desk.returns.conftest import found_in
from tests.desk.returns.meadow import content
from tests.desk.returns.word import Editor, without_bookmarks

pytestmark = pytest.mark.slow


def nodes_of(editor: Editor, entry: Entry) -> list[etree._Element]:
    """The texts between the ends of an entry's bookmark, without raised numbers."""
    starts = editor.root.iter(name("w:bookmarkStart"))
    start = next(node for node in starts if node.get(name("w:name")) == entry.bookmark)
    out, node = [], start.getnext()
    while not (node.tag == name("w:bookmarkEnd") and node.get(name("w:id")) == start.get(name("w:id"))):
        out += [text for text in node.iter(name("w:t")) if node.tag == name("w:r") and text.text]
        node = node.getnext()
    return out


def entries(draft: bytes) -> tuple[Entry, ...]:
    kept = read(draft)
    assert kept is not None
    return kept.entries


def test_a_word_put_into_any_text_is_found_there(project: Path, draft: bytes) -> None:
    kept = read(draft)
    assert kept is not None
    texts = [one for one in kept.entries if not re.fullmatch(r"<\w+>", one.text)]
    assert len(texts) > 45
    for entry in texts:
        editor = Editor(draft)
        node = next(one for one in reversed(nodes_of(editor, entry)) if one.text not in entry.figures)
        node.text = f"花朵{node.text}" if entry.lang == "zh" else f"{node.text} flower "
        for package in (editor.save(), without_bookmarks(editor.save())):
            changes = found_in(package, draft)
            assert [(type(one), one.path) for one in changes.operations] == [(Set, entry.path)], entry
            assert changes.reports == ()
            home = bring_home(kept, content(project), "x.yaml", changes.operations)
            assert [one.state for one in home.outcomes] == ["applied"], entry


def test_a_figure_changed_anywhere_names_its_fact_and_changes_no_words(draft: bytes) -> None:
    seen = 0
    for entry in entries(draft):
        facts = re.findall(r"<(\w+)>", entry.text)
        for fact, printed in zip(facts, entry.figures, strict=True):
            if not (digit := re.search(r"\d", printed)):
                continue
            editor = Editor(draft)
            node = next(one for one in nodes_of(editor, entry) if printed in (one.text or ""))
            other = f"{printed[: digit.start()]}{(int(digit[0]) + 1) % 10}{printed[digit.end() :]}"
            node.text = (node.text or "").replace(printed, other)
            for package in (editor.save(), without_bookmarks(editor.save())):
                changes = found_in(package, draft)
                assert changes.operations == (Figure(fact, printed, other, entry.path, entry.lang),)
            seen += 1
    assert seen > 15
