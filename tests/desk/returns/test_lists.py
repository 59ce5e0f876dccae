"""However items were moved, joined, put in and taken out: the content file comes to read like the draft."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.home import bring_home
from tests.desk.returns.slate import came, found, kept, told

PAIRS = (
    ("文中没有写树的种类。", "The article does not name the kinds of trees."),
    ("游园的面积未见于原文。", "The size of the parks is not in the article."),
    ("照片由街道办事处提供。", "The subdistrict office gave the photos."),
    ("志愿者的人数各处说法不一。", "Sources differ on how many volunteers there are."),
    ("改造的工期原文没有交代。", "How long the works took is left unsaid."),
)
NEW = (
    ("居委会另有一份名册。", "The committee keeps a register of its own."),
    ("地图见街道网站首页。", "A map is on the first page of the website."),
    ("采访时间为上周五下午。", "Talks were held last Friday afternoon."),
)
ALL = range(len(PAIRS))
BEFORE = kept(
    *((f"notes.{n}", "zh", PAIRS[n][0]) for n in ALL),
    *((f"notes.{n}", "en", PAIRS[n][1]) for n in ALL),
)
FILE = "notes:\n" + "".join(f"  - zh: {zh}\n    en: {en}\n    own: {n}\n" for n, (zh, en) in enumerate(PAIRS))
Note = tuple[str, str, int | None]
"""Chinese, English, and the item whose other keys it has; None: it is new."""
NOTES: tuple[Note, ...] = tuple((*pair, n) for n, pair in enumerate(PAIRS))
FRESH: tuple[Note, ...] = tuple((*pair, None) for pair in NEW)


def rows(notes: list[Note] | tuple[Note, ...]) -> list[tuple[str, str]]:
    return [("zh", zh) for zh, _, _ in notes] + [("en", en) for _, en, _ in notes]


def holds(notes: list[Note], *, keys: bool = False) -> None:
    """A draft of these notes comes home as these notes; with `keys`, each with those that were its own."""
    changes = compare(BEFORE, came(*rows(notes)))
    home = bring_home(BEFORE, FILE, "x.yaml", changes.operations)
    items = [(item.get("zh", ""), item.get("en", ""), item.get("own")) for item in home.yaml.value(("notes",))]
    assert [item[:2] for item in items] == [note[:2] for note in notes], told(changes)
    assert items == notes or not keys
    assert [one.state for one in home.outcomes] == ["applied"] * len(changes.operations)
    assert changes.reports == ()


def test_every_order_of_five_notes() -> None:
    for order in permutations(ALL):
        holds([NOTES[n] for n in order], keys=True)


@pytest.mark.parametrize("way", ["put in", "take out"])
@pytest.mark.parametrize("seed", range(4))
def test_notes_are_moved_and_others_put_in_or_taken_out(seed: int, way: str) -> None:
    chance = random.Random(seed)
    for _ in range(40):
        notes, fresh = list(NOTES), list(FRESH)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(notes))
            if chance.random() < 0.5:
                one = notes.pop(at)
                notes.insert(chance.randint(0, len(notes)), one)
            elif way == "put in":
                notes.insert(at, fresh.pop())
            elif len(notes) > 3:
                notes.pop(at)
        holds(notes, keys=True)


def joined(*notes: Note) -> Note:
    return "".join(zh for zh, _, _ in notes), " ".join(en for _, en, _ in notes), notes[0][2]


A, B, C, D, E = NOTES
X, Y, _ = FRESH


@pytest.mark.parametrize(
    "notes",
    [
        [joined(A, B), C, D, E],
        [A, B, C, joined(D, E)],
        [joined(A, B, C), D, E],
        [A, joined(B, C, D, E)],
        [joined(*NOTES)],
        [joined(A, B), C, joined(D, E)],
        [joined(A, B), X, C, D, E],
        [X, joined(A, B), C, D, E],
        [X, Y, A, B, C, D, E],
        [A, B, C, D, E, X, Y],
        [C, joined(A, B), D, E],
        [E, X, A, D, B, Y, C],
    ],
)
def test_notes_joined(notes: list[Note]) -> None:
    holds(notes)


def test_a_note_that_was_cut_in_three() -> None:
    zh = ("志愿者的人数，", "各处的说法，", "其实并不一致。")
    en = ("The number of volunteers,", "as told in several places,", "is not the same in all.")
    before = kept(("notes.0", "zh", "".join(zh)), ("notes.0", "en", " ".join(en)))
    draft = came(*(("zh", part) for part in zh), *(("en", part) for part in en))
    file = f"notes:\n  - zh: {''.join(zh)}\n    en: {' '.join(en)}\n"
    home = bring_home(before, file, "x.yaml", compare(before, draft).operations)
    assert home.yaml.value(("notes",)) == [{"zh": a, "en": b} for a, b in zip(zh, en, strict=True)]


@pytest.mark.parametrize("cut", range(1, 4))
def test_wherever_a_note_is_cut_no_word_is_lost(cut: int) -> None:
    """Short parts are found before and behind the longest one."""
    zh, en = PAIRS[3]
    parts = [zh[:cut], zh[cut : cut + 6], zh[cut + 6 :]]
    words = en.split(" ")
    halves = [" ".join(words[:cut]), " ".join(words[cut : cut + 3]), " ".join(words[cut + 3 :])]
    file = f"notes:\n  - zh: {zh}\n    en: {en}\n"
    before = kept(("notes.0", "zh", zh), ("notes.0", "en", en))
    draft = came(*(("zh", part) for part in parts), *(("en", part) for part in halves))
    home = bring_home(before, file, "x.yaml", compare(before, draft).operations)
    items = home.yaml.value(("notes",))
    assert [item["zh"] for item in items] == parts
    assert [item["en"] for item in items] == halves


# ---------------------------------------------------------------------------------------------- what is only told


def swapped(lang: str) -> list[tuple[str, str]]:
    """The rows with the last note first, in one language."""
    own = [row for row in rows(NOTES) if row[0] == lang]
    own = [own[-1], *own[:-1]]
    return [*own, *rows(NOTES)[len(PAIRS) :]] if lang == "zh" else [*rows(NOTES)[: len(PAIRS)], *own]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_was_moved_in_one_language_only_is_told(lang: str) -> None:
    assert found(BEFORE, *swapped(lang)) == [
        "moved in one language only, or to where it cannot stand; not taken over at notes.4"
    ]


def test_what_was_moved_to_two_places_is_told() -> None:
    zh, en = [A, B, E, C, D], [A, E, B, C, D]
    assert found(BEFORE, *(("zh", one[0]) for one in zh), *(("en", one[1]) for one in en)) == [
        "moved in one language only, or to where it cannot stand; not taken over at notes.4"
    ]


def without(lang: str, *notes: Note) -> list[tuple[str, str]]:
    return [
        row for row in rows(NOTES) if not (row[0] == lang and row[1] in [text for one in notes for text in one[:2]])
    ]


@pytest.mark.parametrize(("lang", "name"), [("zh", "Chinese"), ("en", "English")])
def test_what_was_taken_out_in_one_language_only_is_told(lang: str, name: str) -> None:
    assert found(BEFORE, *without(lang, C)) == [
        f"the {name} was taken out; not taken over, as it has to be there at notes.2"
    ]


@pytest.mark.parametrize(("lang", "name"), [("zh", "Chinese"), ("en", "English")])
def test_what_was_joined_in_one_language_only_is_told(lang: str, name: str) -> None:
    one = joined(B, C)[0 if lang == "zh" else 1]
    draft = [(lang, one) if row == (lang, B[0 if lang == "zh" else 1]) else row for row in without(lang, C)]
    assert found(BEFORE, *draft) == [
        f"joined to its neighbour in {name} only; not taken over: join the other language, too at notes.2"
    ]


@pytest.mark.parametrize(("lang", "name"), [("zh", "Chinese"), ("en", "English")])
def test_what_was_cut_in_one_language_only_is_told(lang: str, name: str) -> None:
    text, at = (B[0], 5) if lang == "zh" else (B[1], 21)
    draft = [
        part for row in rows(NOTES) for part in ([(lang, text[:at]), (lang, text[at:])] if row[1] == text else [row])
    ]
    assert found(BEFORE, *draft) == [
        f"split in {name} only; kept as one paragraph: split the other language at the same place, too at notes.1"
    ]


def test_what_is_new_in_one_language_only_comes_home_with_a_note() -> None:
    zh, en = rows(NOTES)[: len(PAIRS)], rows(NOTES)[len(PAIRS) :]
    assert found(BEFORE, *zh, ("zh", X[0]), *en) == ["inserted behind notes.4  (no English yet)"]
    assert found(BEFORE, *zh, ("en", X[1]), *en) == ["inserted at the head of notes  (no Chinese yet)"]


def test_a_paragraph_where_no_list_is_has_no_place() -> None:
    place = "a new paragraph, for which the content file has no place; not taken over"
    assert found(BEFORE, ("", X[0]), *rows(NOTES)) == [place]
    title = kept(("stories.0.title", "zh", "街边多了游园"), ("stories.0.title", "en", "More parks by the street"))
    assert found(title, ("zh", "街边多了游园"), ("zh", X[0]), ("en", "More parks by the street")) == [place]
