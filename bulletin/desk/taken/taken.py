"""What a reader of a format gives back."""

from __future__ import annotations

from dataclasses import dataclass, field

from bulletin.messages import say

EXAMPLE = 24
"""Characters of what was taken away that are shown."""


@dataclass(frozen=True, slots=True)
class Away:
    """What was no part of the article: a kind of messages.yaml under `taken`, how often, and one of them."""

    kind: str
    count: int
    example: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """The text of an article: a line a paragraph. `source` names the format or the encoding it came in."""

    text: str
    source: str
    away: list[Away] = field(default_factory=list)

    def told(self, file: str, seed: str) -> list[str]:
        """Lines for a person: where the text stands now, and what is not in it."""
        said = [say("taken.kept", file=file, seed=seed, n=len("".join(self.text.split())), source=self.source)]
        for one in self.away:
            shown = one.example[:EXAMPLE] + "…" * (len(one.example) > EXAMPLE)
            what = say(f"taken.{one.kind}", n=one.count)
            said.append(say("taken.away_example", what=what, example=shown) if shown else say("taken.away", what=what))
        return said if self.away else [*said, say("taken.nothing")]
