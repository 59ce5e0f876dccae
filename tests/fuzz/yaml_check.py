"""YAML → check: files of a sound project are edited by chance; what a check passes is built."""

from __future__ import annotations

import shutil
from pathlib import Path

from hypothesis import strategies as st

import bulletin.trial
from bulletin import gate
from bulletin.build import Builder
from bulletin.messages import say
from bulletin.problems import ContentError, UsageError, as_json, show_all
from bulletin.project import Project
from bulletin.remembered import Remembered
from bulletin.workshop import Checked, Workshop
from tests.conftest import ROOT
from tests.test_gate import sound

from .edits import EDITS, Edit, edited
from .ledger import Ledger, current, limited

BASES = ("gate",) * 6 + ("stranger",) * 2 + ("real",)
EXAMPLES = st.tuples(st.sampled_from(BASES), st.integers(0, 50), EDITS, st.integers(0, 19))
Example = tuple[str, int, list[Edit], int]


class Target:
    """One run: three sound projects, of which a file is edited for each example, and put back."""

    def __init__(self, folder: Path, ledger: Ledger):
        self.folder, self.ledger = folder, ledger
        self.projects = {
            "gate": sound(folder / "gate"),
            "stranger": _stranger(folder / "stranger"),
            "real": _real(folder),
        }
        self.remembered = Remembered(folder / "sound")
        self.unforeseen: list[BaseException] = []
        for project in self.projects.values():
            self._check(project, [])
        bulletin.trial.say = self._listening  # type: ignore[assignment]

    def _listening(self, name: str, **values: object) -> str:
        """What the gate takes for a problem of its own is a raise here."""
        if name == "gate.unforeseen":
            self.unforeseen.append(current())
        return say(name, **values)

    def __call__(self, example: Example, name: str) -> None:
        project, file = self._file(example)
        before = file.read_bytes()
        text = edited(before.decode(), example[2])
        try:
            file.write_bytes(text.encode("utf-8", "surrogatepass"))
            with limited():
                end = self._end(project, file, built=example[3] == 0)
            self.ledger.ends[end] += 1
            raised: list[BaseException] = self.unforeseen
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            self.ledger.ends["raised"] += 1
            raised = [error]
        finally:
            data = file.read_bytes()
            file.write_bytes(before)
        for one in raised:
            self.ledger.note(
                one, f"{name}, {file.relative_to(self.folder)}", lambda kept: (kept / file.name).write_bytes(data)
            )
        self.unforeseen = []

    def _file(self, example: Example) -> tuple[Path, Path]:
        project = self.projects[example[0]]
        files = sorted([*(project / "content").glob("*.yaml"), *(project / "content").glob("*.yaml")])
        files += sorted((project / "seeds").glob("*.txt"))
        return project, files[example[1] % len(files)]

    def _end(self, project: Path, file: Path, *, built: bool) -> str:
        names = [file.stem] if (project / "content").joinpath(f"{file.stem}.yaml") == file else []
        names = [name for name in names if name not in ("glossary", "publication")] if project.name == "real" else []
        try:
            findings = self._check(project, names)
        except (ContentError, UsageError) as error:
            return type(error).__name__
        if findings.errors():
            return "refused"
        if built or project.name == "gate":
            for name in names or Workshop(Project.at(project)).all_names:
                assert Builder(Workshop(Project.at(project))).make(name, ("docx", "evidence", "csv")).files
            return "passed and built"
        return "passed"

    def _check(self, project: Path, names: list[str]) -> Checked:
        findings = gate.check(Workshop(Project.at(project), names), self.remembered)
        shown = "\n".join([*show_all(findings.problems, findings.sources), as_json(findings.problems)])
        shown.encode()  # a terminal takes it
        assert not any(char in shown for char in "\x00\x1b\u202e"), "raw on the terminal"
        return findings


def _stranger(folder: Path) -> Path:
    case = ROOT / "tests" / "cases" / "stranger"
    shutil.copytree(ROOT / "templates", folder / "templates")
    for part, name in (("seeds", "hospital.txt"), ("content", "hospital.yaml")):
        (folder / part).mkdir()
        shutil.copy(case / name, folder / part / name)
    (folder / "content" / "glossary.yaml").write_text("terms: []\n", encoding="utf-8")
    shutil.copy(ROOT / "content" / "publication.yaml", folder / "content")
    return folder


def _real(folder: Path) -> Path:
    for name in ("content", "seeds", "templates"):
        shutil.copytree(ROOT / name, folder / "real" / name)
    return folder / "real"
