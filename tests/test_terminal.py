"""Nothing that others wrote steers a terminal, and no terminal ends the program."""

from __future__ import annotations

import io
import json
import sys
import unicodedata

import pytest

from bulletin.terminal import prepare, shown, tell, word


def test_every_control_and_format_sign_is_made_visible() -> None:
    wanted = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    signs = [chr(n) for n in range(sys.maxunicode + 1) if unicodedata.category(chr(n)) in wanted]
    assert [sign for sign in signs if shown(sign) == sign] == ["\t", "\n"]


def test_words_stay_as_they_are() -> None:
    text = "郑州 Zhengzhou “𬭎” é\u0301 👍🏽\n\t"
    assert shown(text) == text


def test_in_json_it_means_the_same_sign() -> None:
    text = "a\u202eb\u009b\U000e0041"
    assert json.loads(shown(json.dumps(text, ensure_ascii=False))) == text


def test_a_name_stays_on_its_line() -> None:
    assert word("a\nb\x1b") == "a\\u000ab\\u001b"


def test_what_is_told_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    tell("\x1b[31m", "\u2066")
    assert capsys.readouterr().out == "\\u001b[31m\n\\u2066\n"


@pytest.mark.parametrize(("encoding", "text"), [("gbk", "街\\ud872\\udf4e"), ("ascii", "\\u8857\\ud872\\udf4e")])
def test_a_sign_that_the_terminal_lacks_is_written_as_its_number(encoding: str, text: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    prepare([stream])
    tell("街𬭎", file=stream)
    stream.flush()
    assert stream.buffer.getvalue().decode(encoding) == f"{text}\n"  # type: ignore[attr-defined]
