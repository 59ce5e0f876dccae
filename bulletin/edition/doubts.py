"""The house's sign of doubt, printed behind the words for whatever is in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bulletin.content.model import Project
from bulletin.content.prose import references
from bulletin.edition.text import Both, Pair, Run, plain
from bulletin.edition.words import Words
from bulletin.evidence.rules.doubt import in_doubt
from bulletin.evidence.verify import Proof


class Doubts:
    """Signs labels. What carries the sign already is left as it is."""

    def __init__(self, proofs: Mapping[str, Proof], words: Words):
        self.facts, self.sign = {id: proof.fact for id, proof in proofs.items()}, words.phrase("in_doubt")

    def both(self, label: Both, ids: Iterable[str], *, doubted: bool = False) -> Both:
        """The label, with the sign where one of these facts is in doubt, or what it names is `doubted`."""
        sign = self.sign
        if sign.zh in label.zh or not (doubted or any(in_doubt(id, self.facts) for id in ids)):
            return label
        return Both(f"{label.zh}（{sign.zh}）", f"{label.en} ({sign.en})")

    def pair(self, label: Pair, ids: Iterable[str]) -> Pair:
        """As `both`, for a label with runs."""
        said = Both(plain(label.zh), plain(label.en))
        signed = self.both(said, ids)
        if signed == said:
            return label
        zh, en = Run(signed.zh.removeprefix(said.zh)), Run(signed.en.removeprefix(said.en))
        return replace(label, zh=(*label.zh, zh), en=(*label.en, en))

    def state(self, state: Both, project: Project, before: str = "") -> Both:
        """A project's stage: in doubt itself, or by a figure of its cells. `before`: the file's name and a dot."""
        texts = [text for text in (project.size, project.done, project.plan) if text]
        ids = [before + ref.id for text in texts for ref in references(text.zh)]
        return self.both(state, ids, doubted=project.doubt is not None)
