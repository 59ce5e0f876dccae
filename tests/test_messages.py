"""Every message that code names is in the catalogue, in both languages, with the same values; and none is idle."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from typer.main import get_group

from bulletin import messages
from bulletin.cli import app
from bulletin.content import parts
from bulletin.desk.returns import account, contents, looks
from bulletin.desk.worksheet import left, sheet
from bulletin.evidence import numerals, parity_units, set_aside
from bulletin.evidence.notation import Naming
from bulletin.messages import catalogue, chosen, say, speak

PARTS = 2  # AREA.NAME


def calls(root: Path) -> list[tuple[str, ast.Call]]:
    """Every call of `say`, with the module that it stands in."""
    paths = sorted((root / "bulletin").rglob("*.py"))
    return [
        (path.name, node)
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and "say" in (getattr(node.func, "id", ""), getattr(node.func, "attr", ""))
        if node.args and isinstance(node.args[0], ast.Constant) and "." in str(node.args[0].value)
    ]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_message_has_both_languages_with_the_same_values() -> None:
    assert len(catalogue()) > PARTS
    for name, text in catalogue().items():
        assert len(name.split(".")) == PARTS, name
        assert set(text) == {"zh", "en"}, name
        assert fields(text["zh"]) == fields(text["en"]), name
        assert re.search("[\u4e00-\u9fff：]", text["zh"]), f"{name} has no Chinese"
        assert not re.search("[\u4e00-\u9fff]", re.sub("[“「{].*?[”」}]", "", text["en"])), (
            f"{name}: Chinese in the English"
        )


def test_code_names_messages_that_are_there_and_gives_their_values(root: Path) -> None:
    for module, call in calls(root):
        name = call.args[0].value  # type: ignore[attr-defined]
        assert name in catalogue(), f"{module}: {name}"
        given = {keyword.arg for keyword in call.keywords}
        assert None in given or given == fields(catalogue()[name]["en"]), f"{module}: {name}"


def test_no_message_is_idle(root: Path) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in (root / "bulletin").rglob("*.py")).replace("'", '"')
    chosen_by_value = re.findall(r'say\(\s*f"([\w-]+\.)\{', text)
    idle = [name for name in catalogue() if f'"{name}"' not in text and not name.startswith(tuple(chosen_by_value))]
    assert idle == []


KINDS = {"cardinal", "percent", "fraction", "multiple", "date", *get_args(Naming)} - {"unreadable"}
CHOSEN = {
    "held": {*get_args(contents.Kind)},
    "look": {*get_args(looks.Look), "paragraph"},
    "whom": {*get_args(account.Whom)},
    "status": {*get_args(parts.Status), "nothing"},
    "levels": {*get_args(parts.Level)},
    "approx": {*get_args(parts.Approx), "exact"},
    "number-kind": {*KINDS, "time", "half", "decade", "discount", "ratio"},
    "counted": {name for name, *_ in parity_units._CLASSES} | {"business"},
    "when": {"year", "month", "day", "part", "since", "until"},
    "doctor-state": {"there", "missing", "differs"},
    "key-figure": {"result", "now", "headline", "people", "first", "early"},
    "left-out": {
        re.sub("[^a-z]+", "_", why.partition(":")[0])
        for why in (
            *(why for _, why, *_ in set_aside._FORMS if why),
            *(set_aside.ORDER, set_aside.GRADE, set_aside.MARK, numerals._NONE),
            *(numerals._SIZE_ONCE, left.SLOGAN, left.FURNITURE, sheet.AGAIN, sheet.UNREAD, sheet.OWN_DATE),
            *("a date that no fact can hold", "names no one value", "a share whose sign no unit has"),
            "no quote proves this number by itself",
        )
    },
}
"""Areas whose messages are chosen by a value of the program, and all values that there can be."""


@pytest.mark.parametrize("area", CHOSEN)
def test_every_value_that_chooses_a_message_has_one(area: str) -> None:
    assert {name.partition(".")[2] for name in catalogue() if name.startswith(f"{area}.")} == CHOSEN[area]


def test_every_command_and_option_has_its_help_and_none_is_idle() -> None:
    told = set[str]()
    for name, command in get_group(app).commands.items():
        told.add(f"command.{name}")
        for param in command.params:
            own = f"option.{name}-{param.name}"
            told.add(own if own in catalogue() else f"option.{param.name}")
    assert told | {"command.bulletin"} == {n for n in catalogue() if n.startswith(("command.", "option."))}


def test_a_form_is_chosen_by_the_number() -> None:
    assert [say("count.errors", n=n) for n in (0, 1, 2)] == ["0 errors", "1 error", "2 errors"]


def test_both_languages_are_spoken() -> None:
    try:
        speak("zh")
        assert say("count.errors", n=2) == "2 个错误"
    finally:
        speak("en")


@pytest.mark.parametrize(
    ("asked", "environment", "language"),
    [
        (None, {"LANG": "zh_CN.UTF-8"}, "zh"),
        (None, {"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        (None, {"LANG": "en_GB.UTF-8", "BULLETIN_LANG": "zh"}, "zh"),
        ("en", {"LANG": "zh_CN.UTF-8", "BULLETIN_LANG": "zh"}, "en"),
        (None, {"LANG": "de_DE.UTF-8", "BULLETIN_LANG": "klingon"}, "en"),
    ],
)
def test_the_option_comes_before_the_variable_and_that_before_the_locale(
    asked: str | None, environment: dict[str, str], language: messages.Language
) -> None:
    assert chosen(asked, environment) == language


COUNTED = [key for key, text in catalogue().items() if key.startswith(("taken.", "todo.")) and "{n}" in text["en"]]


@pytest.mark.parametrize("key", COUNTED)
def test_one_of_a_kind_is_no_plural(key: str) -> None:
    """What `new` and `status` count: one piece of code, two pieces of code; Chinese has one form."""
    speak("en")
    given = dict.fromkeys(("file", "source", "seed", "kinds", "most"), "x")
    one, two = (str(say(key, n=n, **given)) for n in (1, 2))
    assert len(COUNTED) > 10
    assert key in SAME or one.replace("1", "2") != two
    assert "{n:" not in catalogue()[key]["zh"]


SAME = ("todo.head", "taken.pages")
"""Where the number counts nothing that is named, or is never one."""
