"""Which tests can meet the faults of which code."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Group:
    """Files and folders of code, and of tests; `tables`: the files of tests whose slow ones are not asked."""

    code: list[str]
    tests: list[str]
    tables: list[str] = field(default_factory=list)


# Not those that build: each of their cases takes seconds, and what it meets the others meet.
CHECKED = [f"tests/test_{name}.py" for name in ("frozen", "workshop", "messages", "decoding")]
SET = [*CHECKED, "tests/test_theme.py"]
PUBLISHED = ("publish", "transaction", "workers", "lock", "run", "making", "project", "workshop", "decoding")
RULES = ("article", "articles", "bounds", "coverage", "disturbed", "english", "lies", "numerals", "parity", "promises",
         "rules", "signs", "stages", "statement", "summary_rules", "unsound", "approved_verdicts", "turned",
         "taken_apart", "edges", "retold", "retelling", "aligned", "matched", "places", "periods",
         "label", "unit", "contrasts", "chinese_dates", "case", "bare_unit", "passages", "silence", "relative_years",
         "names", "market", "article_date", "borne", "second")  # fmt: skip
EVIDENCE = [
    *(f"tests/evidence/test_{name}.py" for name in RULES),
    "tests/test_unfitted_words.py",
]  # the others plant slips by the hundred, for minutes
# Their slow tests try long tables. To measure what they reach takes as long as all others together, and few fit into
# the time of a mutant: without them a score is at most lower.
TABLES = [
    *(f"tests/evidence/test_{name}.py" for name in ("lies", "turned", "taken_apart")),
    "tests/test_unfitted_words.py",
]
DRAFTS = ("docx", "native", "approved_drafts")
WORD = [f"tests/writers/docx/test_{name}.py" for name in DRAFTS]  # a room has its form in Word
TOGETHER = ("tests/test_articles_together.py", "tests/test_later_issue.py")  # articles and issues beside each other
ROOMS = ("tests/test_rooms.py", "tests/plates", "tests/blocks")
READ = [f"tests/writers/test_{name}.py" for name in ("audit", "evidence_page", "facts_csv")]
KINDS = ("tests/content/test_model.py", "tests/content/test_refusals.py")  # what a room's model refuses

GROUPS = {
    "publish": Group(
        [f"bulletin/{name}.py" for name in ("publish", "transaction", "workers", "lock", "run", "build", "project")],
        [f"tests/test_{name}.py" for name in PUBLISHED],
    ),
    "returns": Group(["bulletin/desk/returns"], ["tests/desk/returns"]),
    "content": Group(["bulletin/content"], ["tests/content", *EVIDENCE, "tests/edition", *CHECKED], TABLES),
    "evidence": Group(
        ["bulletin/evidence"], [*EVIDENCE, "tests/content", "tests/edition", *CHECKED, *TOGETHER], TABLES
    ),
    "edition": Group(
        ["bulletin/edition", "bulletin/blocks"],
        ["tests/edition", "tests/charts", "tests/test_themes.py", *ROOMS, *READ, *WORD, *SET, *KINDS],
    ),
    "charts": Group(
        ["bulletin/charts", "bulletin/plates"],
        ["tests/charts", "tests/edition", "tests/photographs/test_crop.py", *ROOMS, *WORD, *SET, *KINDS],
    ),
}
