"""Every key of every file that an editor writes is described in both languages, and an editor finds the schema."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from bulletin import cli
from bulletin.desk.schema import OF, _of_plates, meaning, meanings, schema

HAN = re.compile("[\u4e00-\u9fff]")


def parts(of: str) -> dict[str, dict[str, Any]]:
    """The kinds of parts of a kind of file, by name, with the file itself."""
    made = json.loads(schema(of))
    return {**made.get("$defs", {}), OF[of].__name__: made}


def keys(part: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {key: value for one in (part, *part.get("anyOf", [])) for key, value in one.get("properties", {}).items()}


@pytest.mark.parametrize("of", OF)
def test_every_key_and_every_kind_of_part_is_described_in_both_languages(of: str) -> None:
    described = [part for name, part in parts(of).items() if keys(part) and name != "Unit"]
    described += [value for part in parts(of).values() for value in keys(part).values()]
    assert len(described) > 10
    for one in described:
        chinese, _, english = one["description"].partition("\n\n")
        assert HAN.search(chinese), one
        assert re.search("[a-z]", english), one


def test_no_word_on_a_key_is_idle() -> None:
    words, every = meanings(), {name: part for of in OF for name, part in parts(of).items()}
    assert {meaning(words.keys, name, key) for name, part in every.items() for key in keys(part)} == set(words.keys)
    assert set(words.kinds) | set(_of_plates()) == set(every)


def test_a_key_says_of_its_own_kind_what_it_is_for_there() -> None:
    assert keys(parts("content")["Subdistrict"])["since"]["description"].startswith("上一期的内容文件")
    assert keys(parts("content")["Period"])["since"]["description"] == "从何时起。\n\nFrom when on."


def test_the_command_gives_the_schema_of_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--messages", "zh", "schema", "poem"]) == 2
    assert "没有 poem 这种文件；有 content、summary、glossary或publication" in capsys.readouterr().err
    for of in OF:
        assert cli.main(["--messages", "en", "schema", of]) == 0
        assert capsys.readouterr().out == schema(of)
    assert (cli.main(["schema", "--summary"]), capsys.readouterr().out) == (0, schema("summary"))


def test_an_editor_finds_one_schema_for_every_file_of_content(root: Path) -> None:
    found = json.loads((root / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    for path in sorted((root / "content").glob("*.yaml")):
        of = path.stem if path.stem in OF else "content"
        assert [one for one, globs in found.items() if meant(f"content/{path.name}", globs)] == [
            f"./docs/{of}.schema.json"
        ]
    assert all((root / name).is_file() for name in found)


def meant(file: str, globs: list[str]) -> bool:
    """Is the file among those of the globs? One with ! in front takes files away."""
    return any(fnmatch(file, glob) for glob in globs) and not any(fnmatch(file, glob[1:]) for glob in globs)
