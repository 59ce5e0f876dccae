"""The evidence of the figures in the margin, by python-docx; its date and its paragraphs' languages are set by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from .inline import run
from .ox import name, w

AUTHOR = "Bulletin"
_HAN = re.compile("[\u3400-\u9fff]")


def add_comments(document: Any, notes: Sequence[Sequence[str]], created: datetime) -> None:
    """One comment for each of `notes`, numbered from 0 in order; a line of text is a paragraph (17.13.4.2)."""
    for number, texts in enumerate(notes):
        comment = document.part._comments_part.comments.add_comment(author=AUTHOR, initials="B")
        assert comment.comment_id == number
        node = comment._comment_elm
        node.set(name("w:date"), created.strftime("%Y-%m-%dT%H:%M:%SZ"))
        for place, line in enumerate(line for text in texts for line in text.splitlines() if line.strip()):
            words = run(line, "zh" if _HAN.search(line) else "en")
            if place == 0:
                node[-1].append(words)
            else:
                node.append(w("p", w("pPr", w("pStyle", val="CommentText")), words))
