"""What the rules take for printed is what the pages print."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bulletin.content.prose import references
from bulletin.edition.bulletin import edit
from bulletin.edition.register import shown
from bulletin.edition.summary import summarize
from bulletin.editions import Editions
from bulletin.evidence.rules import unused
from bulletin.evidence.texts import texts
from bulletin.evidence.verify import Verified, verify
from bulletin.workshop import Workshop
from tests.conftest import ROOT, workshop


@pytest.fixture(scope="module")
def bench() -> Workshop:
    return workshop(ROOT)


def verified(bench: Workshop, name: str) -> Verified:
    """With a reason wherever the rule thinks that a fact is not printed."""
    case = bench.case(*bench.library.contents[name])
    printed = unused.shown(case)
    facts = {
        id: fact.model_copy(update={"unprinted": None if id in printed else "not here"})
        for id, fact in case.content.facts.items()
    }
    return verify(replace(case, content=case.content.model_copy(update={"facts": facts}), known=facts))


def test_the_facts_of_each_bulletin(bench: Workshop) -> None:
    for name in bench.project.names():
        case = bench.case(*bench.library.contents[name])
        on_pages = shown(edit(verified(bench, name), bench.publication, bench.words))
        assert len(on_pages) > 10
        assert unused.shown(case) == on_pages, name


def test_the_facts_of_the_summary(bench: Workshop) -> None:
    assert bench.library.summary
    parts = {name: verified(bench, name) for name in bench.summary.order}
    edition = summarize(bench.summary, parts, bench.library.glossary, bench.publication, bench.words)
    by_code = {  # projects and dates are taken from the content files
        f"{name}.{ref.id}"
        for name, part in parts.items()
        for path, text in texts(part.content)
        if path[0] in ("projects", "dated")
        for ref in references(text.zh)
    }
    named = unused.shown(bench.texts(*bench.library.summary))
    assert len(named) > 10
    assert named <= shown(edition) | {*edition.labelled} <= named | by_code


def test_what_a_label_says_is_in_the_register(bench: Workshop) -> None:
    editions = Editions(bench)
    edition, _ = editions.summary()
    alone = {*edition.labelled} - shown(edition.pages)
    assert alone
    assert alone <= {row.id for row in editions.register(edition)}
