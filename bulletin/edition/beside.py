"""The Chinese beside a term's first mention in the English: “Six Ones” (六个一). Only for terms that ask for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bulletin.content.model import Both, Term

_BEHIND = re.compile(r"(?P<inside>[,.]?)(?P<quote>”?)")


class Beside:
    """Knows which terms a reader has met already, in the order in which texts are set."""

    def __init__(self, terms: Iterable[Term] = ()):
        self._waiting = {term.zh: term for term in terms if term.beside}

    def add(self, text: Both) -> Both:
        """The text with the Chinese behind each term that is met here first; as it is where the curator typed it."""
        en = text.en
        for zh, term in list(self._waiting.items()):
            form = next((form for form in (term.zh, *term.zh_also) if form in text.zh), None)
            mention = _mention(term, en) if form else None
            if form is None or mention is None:
                continue
            del self._waiting[zh]
            if not _is_typed(term, en):
                en = _with(en, mention.end(), form)
        return text if en == text.en else text.model_copy(update={"en": en})


def _mention(term: Term, en: str) -> re.Match[str] | None:
    forms = sorted((term.en, *term.also), key=len, reverse=True)
    return re.search(rf"\b(?:{'|'.join(map(re.escape, forms))})s?(?!\w)", en, re.IGNORECASE)


def _is_typed(term: Term, en: str) -> bool:
    return any(re.search(rf"[(（][^()（）]*{re.escape(form)}", en) for form in (term.zh, *term.zh_also))


def _with(en: str, at: int, zh: str) -> str:
    """“Six Ones,” becomes “Six Ones” (六个一), — the mark moves out of the quotation, behind the parenthesis."""
    behind = _BEHIND.match(en, at)
    assert behind is not None
    chinese = f" ({zh.strip('“”')})"
    if not behind["quote"]:
        return en[:at] + chinese + en[at:]
    return en[:at] + behind["quote"] + chinese + behind["inside"] + en[behind.end() :]
