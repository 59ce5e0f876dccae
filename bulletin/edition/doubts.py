"""What is printed behind a label: the house's sign of doubt, and that the end that it names is to come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bulletin.content.model import Project
from bulletin.content.prose import references
from bulletin.edition.text import Both, Pair, Run, plain
from bulletin.edition.words import Words
from bulletin.evidence.coming import COMING, names_its_end
from bulletin.evidence.rules.doubt import in_doubt
from bulletin.evidence.verify import Proof


class Doubts:
    """Signs labels. What carries the sign already is left as it is."""

    def __init__(self, proofs: Mapping[str, Proof], words: Words):
        self.facts, self.sign = {id: proof.fact for id, proof in proofs.items()}, words.phrase("in_doubt")
        self.state_of = words.state

    def both(self, label: Both, ids: Iterable[str], *, doubted: bool = False, marked: bool = False) -> Both:
        """The label, with the sign where one of these facts is in doubt, or what it names is `doubted`.

        `marked`: what stands beside it says already how far it has come.
        """
        ids = list(ids)
        label, sign = label if marked else self._coming(label, ids), self.sign
        if sign.zh in label.zh or not (doubted or any(in_doubt(id, self.facts) for id in ids)):
            return label
        return Both(f"{label.zh}（{sign.zh}）", f"{label.en} ({sign.en})")

    def _coming(self, label: Both, ids: list[str]) -> Both:
        """完工, of works that are expected to be finished, says so: 完工（预计）."""
        facts = [self.facts[id] for id in ids if id in self.facts]
        if not facts or not names_its_end(label.zh) or any(fact.status not in COMING for fact in facts):
            return label
        state = self.state_of(facts[0].status)
        known = state.zh in label.zh or re.search(rf"\b{state.en}", label.en)
        return label if known else Both(f"{label.zh}（{state.zh}）", f"{label.en} ({state.en})")

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
