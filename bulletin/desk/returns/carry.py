"""A change of a text as it was printed → the same change of the text as the content file has it.

The page puts quotation marks right and the baseline drops the forms of references (`<id:number>`); what the person did
not touch keeps the curator's own signs and forms.
"""

from __future__ import annotations

from bulletin.content.prose import LineBreak, Ref, pieces
from bulletin.edition import typography
from bulletin.word.look import Lang
from bulletin.word.ox import clean

from .figures import markup
from .shares import Weighed
from .tokens import REFERENCE, steps, tokens


def project(source: str, lang: Lang, *, prose: bool) -> str:
    """A text of the content file as the baseline would write it."""
    mend = typography.chinese if lang == "zh" else typography.english
    items: Weighed = []
    for piece in pieces(source):
        if isinstance(piece, LineBreak):
            items.append(("\n", False))
        elif isinstance(piece, Ref):
            items.append((REFERENCE.sub(r"<\1>", piece.source), piece.bold))
        else:
            items.append((clean(mend(piece.text)), piece.bold))
    return markup(items, prose or "**" in source)


def carry(source: str, before: str, after: str) -> str:
    """`source` with what changed from `before` to `after`; `before` is the projection of `source`."""
    olds, news = tokens(before), tokens(after)
    own = _sources(source, olds)
    out = []
    for step in steps(olds, news):
        if not step.same:
            out += list(step.after)
            continue
        at, end = step.start, step.start + len(step.before)
        while at < end:
            text, width = own[at] if at in own else (olds[at], 1)
            fits = at + width <= end
            out.append(text if fits else "".join(olds[at:end]))
            at = at + width if fits else end
    return "".join(out)


def _sources(source: str, olds: list[str]) -> dict[int, tuple[str, int]]:
    """For tokens of the projection: the source text that they stand for, and how many tokens that takes."""
    mine = tokens(source)
    out: dict[int, tuple[str, int]] = {}
    left = ""
    for step in steps([REFERENCE.sub(r"<\1>", token) for token in mine], olds):
        raw = mine[step.start : step.start + len(step.before)]
        if step.same:
            for n, token in enumerate(raw):
                out[step.at + n] = (left + token, 1)
                left = ""
        elif step.after:
            out[step.at] = (left + "".join(raw), len(step.after))
            left = ""
        else:
            left += "".join(raw) if "".join(raw).strip("* ") else ""
    return out
