"""One gate: what `check` lets pass is built, and what it refuses it names at the file and line that are wrong.

Each case of tests/cases/gate/mutations.yaml breaks a sound project of three publications in one place.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bulletin import gate, glyphs
from bulletin.build import Builder
from bulletin.charts.draw import Chart, draw
from bulletin.edition.specs import ChartSpec
from bulletin.faces import FAMILIES, opened_face
from bulletin.messages import speak
from bulletin.problems import ContentError, MissingTool, Problem
from bulletin.remembered import EACH, MOST, Remembered
from bulletin.variant import OFFICE, Variant
from bulletin.workshop import Checked
from tests.conftest import ARTICLE, CONTENT, ROOT, small_project, workshop

BED = ROOT / "tests" / "cases" / "gate"
CASES = yaml.safe_load((BED / "mutations.yaml").read_text(encoding="utf-8"))
REFUSED = [(group, case) for group, cases in CASES.items() for case in cases if case.get("refused")]
BUILT = [(group, case) for group, cases in CASES.items() for case in cases if not case.get("refused")]


def some(cases: list[tuple[str, Any]]) -> list[Any]:
    """Every fourth is quick."""
    return [
        pytest.param(group, case, id=f"{group}: {case['name']}", marks=pytest.mark.slow if at % 4 else ())
        for at, (group, case) in enumerate(cases)
    ]


def sound(folder: Path) -> Path:
    """The project as it is before anything is done to it."""
    shutil.copytree(BED / "project", folder)
    shutil.copytree(ROOT / "templates", folder / "templates")
    return folder


def break_(folder: Path, case: dict[str, Any]) -> int:
    """Does what the case says; gives the line that was changed."""
    for old, new in case.get("rename", {}).items():
        (folder / old).rename(folder / new)
    for name in case.get("without", ()):
        (folder / name).unlink()
    path = folder / case["in"]
    if case.get("delete"):
        path.unlink()
    elif "bytes" in case:
        path.write_bytes(bytes.fromhex(case["bytes"]))
    elif "link" in case:
        path.unlink()
        (folder.parent / "outside").write_text("secret", encoding="utf-8")
        path.symlink_to(folder.parent / "outside")
    else:
        text = path.read_text(encoding="utf-8")
        at = text.index(case["old"]) if "old" in case else len(text)
        new = case["new"] if "old" in case else case["append"]
        path.write_text(text[:at] + new + text[at + len(case.get("old", "")) :], encoding="utf-8")
        if "and" in case:
            break_(folder, case["and"])
        return text.count("\n", 0, at) + 1 + case.get("below", "append" in case)
    return 1


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is remembered of the sound project, for the office and for the press."""
    folder = sound(tmp_path_factory.mktemp("known") / "project")
    assert checked(folder, press=True).errors() == []
    return folder.parent / "sound"


def checked(folder: Path, *, press: bool = False) -> Checked:
    """With what is remembered beside the folder, nothing at first."""
    return gate.check(workshop(folder), Remembered(folder.parent / "sound"), press=press)


def named(case: dict[str, Any], line: int, errors: list[Problem]) -> Iterator[Problem]:
    """The errors at the place that the case is about: the changed line, or any line of `at`."""
    for error in errors:
        if "at" in case:
            yield from [error] if error.place.file.startswith(case["at"]) else []
        elif (error.place.file, error.place.line) == (case["in"], line):
            yield error


@pytest.mark.parametrize(("group", "case"), some(REFUSED))
def test_what_a_build_would_refuse_check_names_at_its_line(
    group: str, case: dict[str, Any], known: Path, tmp_path: Path
) -> None:
    """Where the project was found sound before: what has changed since is looked at all the same."""
    folder = sound(tmp_path / "project")
    shutil.copytree(known, tmp_path / "sound")
    line = break_(folder, case)
    errors = checked(folder, press=case.get("press", False)).errors()
    assert errors, "check lets it pass"
    assert list(named(case, line, errors)), [f"{error.place} {error.message}" for error in errors]


@pytest.mark.parametrize(("group", "case"), some(BUILT))
def test_what_check_lets_pass_is_built(group: str, case: dict[str, Any], known: Path, tmp_path: Path) -> None:
    folder = sound(tmp_path / "project")
    shutil.copytree(known, tmp_path / "sound")
    break_(folder, case)
    is_press = case.get("press", False)
    assert [f"{error.place} {error.message}" for error in checked(folder, press=is_press).errors()] == []
    builder = Builder(workshop(folder), Variant("press") if is_press else OFFICE)
    for name in case.get("of", ["willow"]):
        assert len(builder.make(name).files) > 1


def test_there_are_cases_of_each_kind() -> None:
    assert len(REFUSED) + len(BUILT) > 120
    assert len(BUILT) > 10


def test_the_sound_project_passes_and_is_tried_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bulletin.trial import Trial

    tried: list[str] = []
    look = Trial.problems

    def noted(self: Trial, name: str) -> list[Problem]:
        tried.append(name)
        return look(self, name)

    monkeypatch.setattr(Trial, "problems", noted)
    folder = sound(tmp_path / "project")
    for _ in range(2):
        assert checked(folder).errors() == []
    assert sorted(tried) == ["poplar", "summary", "willow"]
    content = folder / "content" / "poplar.yaml"
    for old, new, rests in (
        ("zh: 白杨街道植树", "zh: 白杨街道种树", ["poplar"]),
        ("zh: 植树, en: trees planted", "zh: 种树, en: trees planted", ["poplar", "summary"]),
    ):
        tried.clear()
        content.write_text(content.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        checked(folder)
        assert sorted(tried) == rests, f"{old}: what does not rest on it is not tried again"


def test_a_chart_is_drawn_once_and_anew_when_what_is_remembered_of_it_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[ChartSpec] = []

    def noted(spec: ChartSpec, *more: Any) -> Chart:
        drawn.append(spec)
        return draw(spec, *more)

    monkeypatch.setattr("bulletin.sketch.draw", noted)
    folder = sound(tmp_path / "project")
    assert checked(folder).errors() == []
    first = len(drawn)
    content = folder / "content" / "willow.yaml"
    content.write_text(
        content.read_text(encoding="utf-8").replace("新建游园<parks>，", "建游园<parks>，"), encoding="utf-8"
    )
    assert checked(folder).errors() == []
    assert len(drawn) == first > 6, "a sentence is in no chart"
    content.write_text(
        content.read_text(encoding="utf-8").replace("en: hazards fixed at once", "en: hazards fixed"), encoding="utf-8"
    )
    assert checked(folder).errors() == []
    again = len(drawn) - first
    assert 0 < again < first / 2, "a label is in some"
    for kept in (tmp_path / "sound").iterdir():
        kept.write_bytes(kept.read_bytes() and b"{}")
    content.write_text(
        content.read_text(encoding="utf-8").replace("建游园<parks>，", "新建游园<parks>，"), encoding="utf-8"
    )
    assert checked(folder).errors() == []
    assert len(drawn) > first + again, "what cannot be read is not known"


# What the draft prints and the page does not, and the audit of the draft once took for numbers out of nowhere.


def test_a_bulletin_of_many_figures_is_built(tmp_path: Path) -> None:
    folder = sound(tmp_path / "project")
    content = folder / "content" / "willow.yaml"
    head, plates, rest = content.read_text(encoding="utf-8").partition("    plates:\n")
    first = rest[: rest.index("      - kind", 1)]
    content.write_text(head + plates + first * 45 + rest, encoding="utf-8")
    assert checked(folder).errors() == []
    assert Builder(workshop(folder)).make("willow", ("docx",)).files


@pytest.mark.parametrize("name", ["figure", "table"])
def test_captions_without_a_word_before_their_numbers_are_built(name: str, tmp_path: Path) -> None:
    folder = sound(tmp_path / "project")
    words = folder / "templates" / "words.yaml"
    text, count = re.subn(rf"(?m)^  {name}: .*$", f'  {name}: {{zh: "", en: ""}}', words.read_text(encoding="utf-8"))
    assert count == 1
    words.write_text(text, encoding="utf-8")
    assert checked(folder).errors() == []
    for publication in ("willow", "summary"):
        assert Builder(workshop(folder)).make(publication, ("docx",)).files


def test_what_is_broken_is_told_again(tmp_path: Path) -> None:
    folder = sound(tmp_path / "project")
    break_(folder, next(case for _, case in REFUSED if case["name"] == "a negative bar"))
    first, second = (checked(folder).errors() for _ in range(2))
    assert first == second != []


def test_what_is_sound_in_one_language_is_still_tried_in_the_others(tmp_path: Path) -> None:
    """A build tries the language that it makes; what it remembers of that is no verdict on the other two."""
    project, known = sound(tmp_path / "project"), Remembered(tmp_path / "known")
    page = project / "templates" / "single.html.j2"
    page.write_text(page.read_text("utf-8") + "{{ edition.nothing_of_that_name.zh }}", "utf-8")
    assert gate.check(workshop(project), known, languages=("bilingual",)).errors() == []
    assert gate.check(workshop(project), known).errors() != []
    assert gate.check(workshop(project), known, languages=("zh",)).errors() != []


def test_what_was_asked_for_is_remembered_longest(tmp_path: Path) -> None:
    known = Remembered(tmp_path / "sound")
    known.add(["first"], b"words")
    known.add(f"{number:04}" for number in range(MOST - 1))
    for age, path in enumerate(sorted(known.folder.iterdir(), reverse=True)):
        os.utime(path, (age, age))  # "first" is the oldest, then the highest numbers
    assert known.recall("first") == b"words"
    Remembered(known.folder).add(["another"])
    assert known.recall("first") == b"words"
    assert f"{MOST - 2:04}" not in known
    assert "0000" in known
    assert len(list(known.folder.iterdir())) == MOST, "nothing half written is left"


def test_a_memory_that_cannot_be_written_stops_nothing_and_a_long_one_forgets(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "sound"):
        Remembered(folder).add(["a"])
        assert "a" not in Remembered(folder)
    for number in range(MOST + 5):
        Remembered(tmp_path / "sound").add([f"{number:03}"])
    assert len(list((tmp_path / "sound").iterdir())) == MOST
    assert "004" not in Remembered(tmp_path / "sound")
    assert "005" in Remembered(tmp_path / "sound")


def test_a_memory_has_room_for_every_publication_of_a_project(tmp_path: Path) -> None:
    known = Remembered(tmp_path / "sound", publications=50)
    known.add(str(number) for number in range(50 * EACH + 5))
    assert len(list(known.folder.iterdir())) == 50 * EACH > MOST


def test_what_builds_side_by_side_find_sound_is_all_remembered(tmp_path: Path) -> None:
    """Each had read what there was before any of them wrote."""
    several = [Remembered(tmp_path / "sound") for _ in range(5)]
    assert not any("x" in one for one in several)
    for number, one in enumerate(several):
        one.add([str(number)])
    assert all(str(number) in one for number in range(5) for one in several)


def test_common_characters_are_in_every_chinese_face() -> None:
    """Only for others is a font opened."""
    common = [chr(code) for code in range(0x20, 0x10000) if code != 0x7F and glyphs._common(chr(code))]
    assert len(common) > 7000
    for family in FAMILIES[2:]:
        face = opened_face(family, 400)
        assert [char for char in common if not face.get_char_index(ord(char)) and glyphs._is_seen(char)] == []


def test_a_character_is_missed_where_it_is_not() -> None:
    assert glyphs.lacking("龘𠮷Łódź№—\u2060\ufe0f") == []
    assert glyphs.lacking("a𱍐b𱍐ཀ") == ["𱍐", "ཀ"]
    assert glyphs.lacking("ཀ", glyphs.CHARTS) == ["ཀ"]


def test_a_place_too_long_for_the_summary_is_shortened_by_its_file(tmp_path: Path) -> None:
    folder = sound(tmp_path / "project")
    case = next(case for _, case in REFUSED if case["name"] == "a place too long for a chart of the summary")
    break_(folder, case)
    content = folder / "content" / "poplar.yaml"
    text = content.read_text(encoding="utf-8")
    content.write_text(text.replace("\nwithin:", "\nshort: {zh: 白杨, en: Baiyang}\nwithin:"), encoding="utf-8")
    assert [error for error in checked(folder).errors() if error.place.file != "content/poplar.yaml"] == []


def test_what_only_a_finished_page_can_tell_has_its_place_in_the_content(tmp_path: Path) -> None:
    folder = sound(tmp_path / "project")
    content = folder / "content" / "willow.yaml"
    text = content.read_text(encoding="utf-8")
    content.write_text(text.replace("parks by the street\n", f"parks by the {'street' * 50}\n"), encoding="utf-8")
    line = text.count("\n", 0, text.index("More pocket parks")) + 1
    with (folder / "templates" / "styles" / "bulletin.css").open("a", encoding="utf-8") as sheet:
        sheet.write("h2, h3, h2 *, h3 * { white-space: nowrap !important; overflow-wrap: normal !important }\n")
    assert checked(folder).errors() == []
    with pytest.raises(ContentError) as refused:
        Builder(workshop(folder)).make("willow", ("pdf",))
    assert {(one.rule, one.place.file, one.place.line) for one in refused.value.problems} == {
        ("page", "content/willow.yaml", line)
    }


def test_without_fonts_the_content_is_checked_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bulletin.trial import Trial

    def missing(self: Trial, name: str) -> list[Problem]:
        raise MissingTool("apt-get install fonts-noto-cjk")

    monkeypatch.setattr(Trial, "problems", missing)
    found = checked(sound(tmp_path / "project"))
    assert found.errors() == []
    assert any("fonts-noto-cjk" in problem.message for problem in found.problems)
    assert len(found.shares) == 2


def test_what_nobody_has_foreseen_is_told_with_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> object:
        raise KeyError("surprise")

    monkeypatch.setattr("bulletin.editions.edit", broken)
    errors = checked(sound(tmp_path / "project")).errors()
    assert {error.place.file for error in errors} == {"content/poplar.yaml", "content/willow.yaml"}
    assert all("surprise" in error.message for error in errors)


def test_what_jinja_and_the_engine_say_in_english_is_quoted_as_theirs(tmp_path: Path) -> None:
    folder = sound(tmp_path / "project")
    for name in ("a name that is none", "a property that is none"):
        break_(folder, next(case for _, case in REFUSED if case["name"] == name))
    speak("zh")
    try:
        said = [error.message for error in checked(folder).errors()]
    finally:
        speak("en")
    assert any(message.startswith("Jinja 报告：“UndefinedError: ") for message in said), said
    assert any(message.startswith("WeasyPrint 报告：“Ignored ") for message in said), said


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("templates/words.yaml", "zh: 数字依据", "zh: 三十八条数字依据"),
        ("content/poplar.yaml", "article: poplar.txt", "article: nowhere.txt"),
    ],
)
def test_what_keeps_an_article_from_being_read_is_told_alone(file: str, old: str, new: str, tmp_path: Path) -> None:
    """The summary is not asked for words of articles that nobody could look into."""
    path = sound(tmp_path / "project") / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert [error.place.file for error in checked(tmp_path / "project").errors()] == [file]


def test_a_day_that_names_an_event_stands_typed_in_a_finished_file(tmp_path: Path) -> None:
    """What the rules let pass, the audit of the finished files lets pass, too."""
    article = ARTICLE.replace("党员参加", "“7·20”特大暴雨后,街道植树。党员参加")
    content = CONTENT.replace(
        "make up <old>.\n",
        "make up <old>.\n      - zh: “7·20”特大暴雨后，街道植树。\n"
        "        en: After the rainstorm of July 20 the subdistrict planted trees.\n",
    )
    root = small_project(tmp_path / "project", content, article)
    assert gate.check(workshop(root), Remembered(tmp_path / "sound")).problems == []
