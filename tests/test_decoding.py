"""What is not UTF-8 is told with its encoding and the command that converts it; what is damaged, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.decoding import UNKNOWN, NotUTF8, decoded, guessed
from bulletin.evidence.features import pairs
from bulletin.evidence.passages import passages
from tests.conftest import ARTICLE, CONTENT, workshop

PROSE = "柳林街道今年新建了三个游园，居民可以在家门口散步。社区党委说，明年还要继续建设。"
TRADITIONAL = "這個街道今年對老舊樓院進行了改造，居民們說，經過整治，環境發生了變化。"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (PROSE.encode("gb18030"), "GB18030"),
        (PROSE.encode("gbk")[:41], "GB18030"),  # cut inside a character
        (TRADITIONAL.encode("big5"), "BIG5"),
        (PROSE.encode("utf-16"), "UTF-16"),
        (PROSE.encode("utf-16-le"), "UTF-16LE"),
        (PROSE.encode("utf-16-be"), "UTF-16BE"),
        (PROSE.encode("utf-32"), "UTF-32"),
        ("name: caf\xe9 na\xefve".encode("cp1252"), "WINDOWS-1252"),
    ],
)
def test_the_encoding_is_recognised(data: bytes, encoding: str) -> None:
    with pytest.raises(NotUTF8) as told:
        decoded(data)
    assert told.value.encoding == encoding


@pytest.mark.parametrize("data", [PROSE.encode(), b"\xef\xbb\xbf" + PROSE.encode(), b"", b"name: willow\n"])
def test_utf8_is_read(data: bytes) -> None:
    assert decoded(data) == data.decode("utf-8-sig")


def test_a_damaged_byte_is_told_with_its_line_and_column() -> None:
    data = f"{PROSE}\n{PROSE}".encode().replace("游园".encode(), b"\xff" + "游园".encode()[1:], 2)
    with pytest.raises(NotUTF8) as told:
        decoded(data)
    assert (told.value.encoding, told.value.line, told.value.column) == (UNKNOWN, 1, PROSE.index("游") + 1)


def test_what_would_lose_characters_as_chinese_is_not_called_chinese() -> None:
    assert guessed(PROSE.encode("gb18030") + b"\xff\xff" * 40) == UNKNOWN


@pytest.mark.parametrize(("file", "text"), [("content/willow.yaml", CONTENT), ("seeds/willow.txt", ARTICLE)])
def test_the_message_has_the_command_that_converts(small: Path, file: str, text: str) -> None:
    (small / file).write_bytes(text.encode("gb18030"))
    found = [problem for problem in workshop(small).check().problems if problem.rule == "read"]
    assert "GB18030" in found[0].message
    assert f"iconv -f GB18030 -t UTF-8 {file}" in dict(found[0].notes)["help"]


def test_a_passage_that_shares_next_to_nothing_beside_the_best_one_is_not_meant() -> None:
    text = passages("街道新建游园三个,植树一万株。学校扩建操场,街道提供场地。")
    words = pairs("新建游园植树") | pairs("街道")
    assert text.closest(words) == [0]  # the second one shares 街道 alone
    both = passages("东区新建游园。西区新建公园。")
    assert sorted(both.closest(pairs("新建"))) == [0, 1]
