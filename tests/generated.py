"""What is generated and committed: the schemas, VS Code's snippets, the tables of kinds in the guide, drawings.

`python -m tests.generated` writes all but drawings anew, and how the sample of a new kind of chart is drawn; what was
approved before is left as it is.
"""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from bulletin import rooms
from bulletin.content.arrangement import in_order
from bulletin.content.plates import kind
from bulletin.content.sections import sections
from bulletin.desk.schema import OF, schema
from bulletin.problems import ContentError
from tests.charts import test_approved
from tests.snippets import snippets

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "curating.md"
SCHEMAS = {of: ROOT / "docs" / f"{of}.schema.json" for of in OF}
SNIPPETS = ROOT / ".vscode" / "bulletin.code-snippets"
_HEADS = {"zh": "想说的", "en": "to say"}
_BLOCKS = re.compile(r"(<!-- blocks: (\S+) -->\n).*?(<!-- / -->)", re.DOTALL)
_THEMES = re.compile(r"(<!-- themes: (zh|en) -->\n).*?(<!-- / -->)", re.DOTALL)
_TABLE = re.compile(r"(<!-- (summary )?kinds: (zh|en) -->\n).*?(<!-- / -->)", re.DOTALL)


def guide() -> str:
    """The guide with its tables of plates and its lists of blocks as the rooms have them."""
    text = _BLOCKS.sub(lambda match: match[1] + _blocks(match[2]) + match[3], GUIDE.read_text(encoding="utf-8"))
    text = _THEMES.sub(lambda match: match[1] + _themes(match[2]) + match[3], text)
    return _TABLE.sub(lambda match: match[1] + _table(bool(match[2]), match[3]) + match[4], text)


def _themes(language: str) -> str:
    """What each theme of a story prints over its title."""
    words = yaml.safe_load((ROOT / "templates" / "words.yaml").read_text(encoding="utf-8"))["themes"]
    gap, stop = {"zh": ("、", "。"), "en": ("; ", ".")}[language]
    return gap.join(f"`{name}` {both[language]}" for name, both in sorted(words.items())) + f"{stop}\n"


def _blocks(between: str) -> str:
    """In the order in which the program places them."""
    gap = between if between == "、" else f"{between} "
    return gap.join(f"`{name}`" for name in in_order(list(sections()))) + "\n"


def _table(summary: bool, language: str) -> str:
    rows = [f"| {_HEADS[language]} | kind |", "|---|---|"]
    for name in rooms.PLATES.kinds():
        if kind(name).in_summary if summary else kind(name).in_bulletins:
            rows.append(f"| {getattr(kind(name), language)} | `{name}` |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    for of, path in SCHEMAS.items():
        path.write_text(schema(of), encoding="utf-8")
    SNIPPETS.write_text(snippets(), encoding="utf-8")
    GUIDE.write_text(guide(), encoding="utf-8")
    try:
        test_approved.write(test_approved.new())
    except ContentError as refused:
        raise SystemExit(str(refused)) from None
