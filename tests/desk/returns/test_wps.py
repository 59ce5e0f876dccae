"""Drafts as WPS saves them: nothing was changed where nobody changed anything, and an edit comes home."""

from __future__ import annotations

import pytest

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.home import bring_home
from bulletin.desk.returns.opened import open_draft
from bulletin.desk.returns.operations import Set
from tests.desk.returns.as_wps import as_wps
from tests.desk.returns.orders import NAMES, baseline, draft, source
from tests.desk.returns.word import Editor


def unedited(edition: str) -> None:
    changes = compare(baseline(edition)[0], open_draft(as_wps(draft(edition))))
    assert changes.operations == ()
    assert changes.reports == ()


def test_an_unedited_draft_saved_by_wps() -> None:
    unedited("dufulu")


@pytest.mark.slow
@pytest.mark.parametrize("edition", [one for one in NAMES if one != "dufulu"])
def test_every_unedited_draft_saved_by_wps(edition: str) -> None:
    unedited(edition)


def test_it_is_another_file() -> None:
    saved = open_draft(as_wps(draft("dufulu")))
    assert saved.program.startswith("WPS")
    assert len(as_wps(draft("dufulu"))) != len(draft("dufulu"))


@pytest.mark.parametrize("saved_first", [True, False])
def test_a_word_comes_home_from_wps(saved_first: bool) -> None:
    """Edited there, or in Word before."""
    editor = Editor(as_wps(draft("dufulu")) if saved_first else draft("dufulu"))
    editor.replace("规划先行", "兼顾", "并重")
    package = editor.save() if saved_first else as_wps(editor.save())
    kept, _ = baseline("dufulu")
    changes = compare(kept, open_draft(package))
    assert [(type(one), one.path) for one in changes.operations] == [(Set, "stories.1.paragraphs.0")]
    assert changes.reports == ()
    home = bring_home(kept, source("dufulu"), "x.yaml", changes.operations)
    assert home.yaml.text == source("dufulu").replace("规划先行，兼顾专业技术", "规划先行，并重专业技术")
