"""What a person did to a draft, as the editor would say it, with the place in the content file."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.messages import listed, say
from bulletin.word.look import Lang

from .entry_operations import EntryOperation
from .lines import changed, lines, place
from .story_operations import StoryOperation
from .tokens import steps, tokens


def language(lang: str) -> str:
    """The name of a language of the content."""
    return say("change.zh" if lang == "zh" else "change.en")


@dataclass(frozen=True, slots=True)
class Set:
    """A text was changed. Texts are written with `<id>` for figures, as in the baseline."""

    path: str
    lang: Lang
    old: str
    new: str

    def told(self) -> str:
        return say("change.changed", path=self.path, lang=self.lang) + f"\n{words_changed(self.old, self.new)}"


@dataclass(frozen=True, slots=True)
class Insert:
    """A new item of a list, behind item `after` of the baseline (-1: at its head). A language may be missing.

    `at`: its paragraph in the draft; of several behind one item, the first there stands first.
    """

    container: str
    after: int
    zh: str
    en: str
    at: int = 0

    @property
    def path(self) -> str:
        return f"{self.container}.{max(0, self.after)}"

    def told(self) -> str:
        where = place(self.container, self.after)
        told = say("change.inserted", where=where)
        if not (self.zh and self.en):
            told = say("change.inserted-half", where=where, lang=language("en" if self.zh else "zh"))
        return told + changed((self.zh, self.en))


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says: `field` is its name in the content file; a language may be missing."""

    field: str
    zh: str = ""
    en: str = ""

    def told(self) -> str:
        return f"{self.field}: {' / '.join(filter(None, (self.zh, self.en)))}"


@dataclass(frozen=True, slots=True)
class Add:
    """A new row or box, behind item `after` of the baseline (-1: at the head). `at` as in Insert."""

    container: str
    after: int
    cells: tuple[Cell, ...]
    at: int = 0

    @property
    def path(self) -> str:
        return f"{self.container}.{max(0, self.after)}"

    def told(self) -> str:
        where = place(self.container, self.after)
        return say("change.inserted", where=where) + changed(cell.told() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Fill:
    """A cell that the program set says something else now; `was`: what the program set."""

    path: str
    cell: Cell
    was: tuple[str, ...] = ()

    def told(self) -> str:
        path = f"{self.path}.{self.cell.field}"
        old = " / ".join(self.was)
        return say("change.filled", path=path) + lines([f"- {old}", f"+ {self.cell.told().partition(': ')[2]}"])


@dataclass(frozen=True, slots=True)
class Delete:
    """An item of a list, or an optional text in both languages, was taken out."""

    path: str
    texts: tuple[tuple[str, Lang, str], ...]  # path, language and text of everything that goes

    def told(self) -> str:
        return say("change.deleted", path=self.path) + lines(f"- {text}" for _, _, text in self.texts)


@dataclass(frozen=True, slots=True)
class Split:
    """An item became several, in both languages."""

    path: str
    old: tuple[str, str]
    parts: tuple[tuple[str, str], ...]

    def told(self) -> str:
        rows = (f"{n}. {zh}\n       {en}" for n, (zh, en) in enumerate(self.parts, 1))
        return say("change.split", path=self.path, count=len(self.parts)) + lines(rows)


@dataclass(frozen=True, slots=True)
class Merge:
    """The items `gone` were joined to the item at `path`, in both languages."""

    path: str
    gone: tuple[str, ...]
    old: tuple[str, str]
    old_gone: tuple[tuple[str, str], ...]
    new: tuple[str, str]

    def told(self) -> str:
        return say("change.joined", gone=listed(self.gone), path=self.path) + lines(self.new)


@dataclass(frozen=True, slots=True)
class Move:
    """An item stands elsewhere: in `container`, behind its item `after` of the baseline (-1: at its head).

    `at` as in Insert: the two share their places.
    """

    path: str
    container: str
    after: int
    text: str
    at: int = 0

    def told(self) -> str:
        head = say("change.to-head", list=self.container)
        where = say("change.behind", item=f"{self.container}.{self.after}") if self.after >= 0 else head
        return say("change.moved", path=self.path, where=where) + lines([self.text])


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that the program printed reads otherwise now; empty `typed`: it was taken out."""

    fact: str
    printed: str
    typed: str
    path: str
    lang: Lang

    def told(self) -> str:
        known = {"path": self.path, "lang": self.lang, "printed": self.printed, "fact": self.fact}
        return say("change.figure", typed=self.typed, **known) if self.typed else say("change.figure-gone", **known)


@dataclass(frozen=True, slots=True)
class Report:
    """Something that was seen and is not taken over by itself, and why; `where` it stands in the draft."""

    what: str
    path: str = ""
    text: str = ""
    where: str = ""

    def told(self) -> str:
        head = say("change.at", what=self.what, path=self.path) if self.path else self.what
        return head + lines([*self.text.splitlines(), *filter(None, [self.where])])


Operation = Set | Insert | Add | Fill | Delete | Split | Merge | Move | Figure | StoryOperation | EntryOperation


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that was found in a draft: what comes home, and what is only told."""

    operations: tuple[Operation, ...]
    reports: tuple[Report, ...]
    found: float = 1.0  # which share of the baseline's texts is in the draft


def words_changed(old: str, new: str, around: int = 12) -> str:
    """Old and new in one line: `[-old-]{+new+}`, with a few signs around each change."""
    out = ""
    made = steps(tokens(old), tokens(new))
    for n, step in enumerate(made):
        before, after = "".join(step.before), "".join(step.after)
        if not step.same:
            out += (f"[-{before}-]" if before else "") + (f"{{+{after}+}}" if after else "")
        elif len(before) <= 2 * around + 1:
            out += before
        else:
            left = before[:around] if n else ""
            right = before[-around:] if n < len(made) - 1 else ""
            out += f"{left}…{right}"
    return "    " + out.replace("\n", "↵").replace("\u2029", "¶")
