"""Edits that people make, in steps that two editors understand, and what each is to bring home.

A step is (verb, anchor, …): the anchor is words of the paragraph that the step is about.
"""

from __future__ import annotations

from dataclasses import dataclass, field

P0, P1, P2 = (f"stories.0.paragraphs.{n}" for n in range(3))


@dataclass(frozen=True)
class Edit:
    """`found`: kind and place of every operation; `reads`: what the content file says afterwards."""

    name: str
    steps: tuple[tuple[str, ...], ...]
    found: tuple[str, ...]
    reads: dict[str, object] = field(default_factory=dict)
    told: tuple[str, ...] = ()


EDITS = (
    Edit("nothing", (), ()),
    Edit(
        "a word in Chinese",
        (("replace", "居民傍晚常来散步", "傍晚", "清晨"),),
        (f"Set {P0} zh",),
        {f"{P0}.zh": "<since>，街道新建游园<parks>，植树<trees>，投资<spent>。居民清晨常来散步。"},
    ),
    Edit(
        "a word in English",
        (("replace", "Volunteers sweep", "regularly", "every week"),),
        ("Set stories.1.paragraphs.1 en",),
        {
            "stories.1.paragraphs.1.en": "Volunteers sweep the stairs every week "
            "and look after old people who live alone."
        },
    ),
    Edit(
        "beside a reference with a form",
        (("replace", "families; old courtyards", "families", "homes"),),
        (f"Set {P1} en",),
        {
            f"{P1}.en": "<communities> hold <households:number> homes; old courtyards make up <old>. "
            "Renewal starts with old courtyards."
        },
    ),
    Edit(
        "a sentence at the end",
        (("append", "志愿者定期清扫楼道", "街坊都说好。"),),
        ("Set stories.1.paragraphs.1 zh",),
        {"stories.1.paragraphs.1.zh": "志愿者定期清扫楼道，并照看独居老人。街坊都说好。"},
    ),
    Edit(
        "a headline in both languages",
        (("replace", "老旧楼院更新", "更新", "焕新"), ("replace", "Old courtyards renewed", "renewed", "made new")),
        ("Set stories.1.title zh", "Set stories.1.title en"),
        {"stories.1.title.zh": "老旧楼院焕新", "stories.1.title.en": "Old courtyards made new"},
    ),
    Edit(
        "a caption",
        (("replace", "社区与游园对照", "与", "和"),),
        ("Set stories.0.plates.0.title zh",),
        {"stories.0.plates.0.title.zh": "社区和游园对照"},
    ),
    Edit(
        "the note of a plate, behind the program's own words",
        (("replace", "社区与游园并非一类", "并非", "不是"),),
        ("Set stories.0.plates.0.note zh",),
        {"stories.0.plates.0.note.zh": "社区与游园不是一类"},
    ),
    Edit(
        "a run-in heading",
        (("replace", "communities hold", "Communities", "Neighborhoods"),),
        (f"Set {P1}.head en",),
        {f"{P1}.head.en": "Neighborhoods"},
    ),
    Edit(
        "a paragraph typed over",
        (("overtype", "游园沿河而建", "沿河的绿道把几处公园串了起来，市民出门就能走进树荫。"),),
        (f"Set {P2} zh",),
        {f"{P2}.zh": "沿河的绿道把几处公园串了起来，市民出门就能走进树荫。"},
    ),
    Edit(
        "a label of a key figure",
        (("replace", "trees planted", "planted", "set"),),
        ("Set facts.trees.label en",),
        {"facts.trees.label.en": "trees set"},
    ),
    Edit(
        "a cell of a table",
        (("replace", "行道树", "行道树", "行道绿树"),),
        ("Set projects.1.name zh",),
        {"projects.1.name.zh": "行道绿树"},
    ),
    Edit(
        "bold",
        (("bold", "志愿者定期清扫楼道", "独居老人"),),
        ("Set stories.1.paragraphs.1 zh",),
        {"stories.1.paragraphs.1.zh": "志愿者定期清扫楼道，并照看**独居老人**。"},
    ),
    Edit(
        "a figure changed in Chinese",
        (("replace", "新建游园3个", "3个", "4个"),),
        (f"Figure {P0} zh parks 3个 4个",),
        {
            f"{P0}.zh": "<since>，街道新建游园<parks>，植树<trees>，投资<spent>。居民傍晚常来散步。",
            "facts.parks.value": 3,
        },
    ),
    Edit(
        "a figure and the words behind it",
        (("replace", "改造先从老旧", "25%", "30%"), ("replace", "改造先从老旧", "先从", "从")),
        (f"Set {P1} zh", f"Figure {P1} zh old 25% 30%"),
        {f"{P1}.zh": "<communities>社区有居民<households>，老旧楼院占<old>。改造从老旧楼院做起。"},
    ),
    Edit(
        "a key figure",
        (("overtype_figure", "new pocket parks", "3", "7"),),
        ("Figure facts.parks en parks 3 7",),
    ),
    Edit(
        "a paragraph split in both languages",
        (("split", "居民傍晚常来散步", "居民傍晚"), ("split", "Residents often come", "Residents often")),
        (f"Split {P0}",),
        {
            f"{P0}.zh": "<since>，街道新建游园<parks>，植树<trees>，投资<spent>。",
            f"{P1}.zh": "居民傍晚常来散步。",
            f"{P1}.en": "Residents often come for a walk in the evening.",
            "stories.0.paragraphs.2.head.zh": "社区",
        },
    ),
    Edit(
        "a paragraph split in Chinese only",
        (("split", "居民傍晚常来散步", "居民傍晚"),),
        (),
        told=("split in Chinese only",),
    ),
    Edit(
        "two notes joined in both languages",
        (("join", "文中未说明树种"), ("join", "does not name the kinds")),
        ("Merge notes.0",),
        {
            "notes": [
                {
                    "zh": "文中未说明树种。游园的面积未见于原文。",
                    "en": "The article does not name the kinds of trees. The size of the parks is not in the article.",
                    "unstated": ["树种", "品种"],
                }
            ]
        },
    ),
    Edit(
        "a new note in both languages",
        (
            ("insert", "文中未说明树种", "照片由街道提供。"),
            ("insert", "does not name the kinds", "The subdistrict gave the photos."),
        ),
        ("Insert notes.0",),
        {
            "notes.1": {"zh": "照片由街道提供。", "en": "The subdistrict gave the photos."},
            "notes.2.zh": "游园的面积未见于原文。",
        },
    ),
    Edit(
        "a new note in Chinese only",
        (("insert", "游园的面积未见于原文", "照片由街道提供。"),),
        ("Insert notes.1",),
        {"notes.2": {"zh": "照片由街道提供。"}},
    ),
    Edit(
        "a new row of paragraphs",
        (
            (
                "insert_row",
                "楼院的管网和照明",
                "街道为楼院加装扶手。",
                "The subdistrict added handrails.",
            ),
        ),
        ("Insert stories.1.paragraphs.0",),
        {
            "stories.1.paragraphs.1": {
                "zh": "街道为楼院加装扶手。",
                "en": "The subdistrict added handrails.",
            }
        },
    ),
    Edit(
        "a row of paragraphs taken out",
        (("delete_row", "游园沿河而建"),),
        (f"Delete {P2}",),
        {"stories.0.paragraphs.1.head.zh": "社区"},
    ),
    Edit(
        "a note taken out in both languages",
        (("delete", "文中未说明树种"), ("delete", "does not name the kinds")),
        ("Delete notes.0",),
        {"notes": [{"zh": "游园的面积未见于原文。", "en": "The size of the parks is not in the article."}]},
    ),
    Edit(
        "a project taken out",
        (("delete_row", "行道树"),),
        ("Delete projects.1",),
        {"projects.0.name.zh": "沿河游园"},
    ),
    Edit(
        "a row of paragraphs moved up",
        (("move_row", "游园沿河而建", "居民傍晚常来散步"),),
        (f"Move {P2} stories.0.paragraphs -1",),
        {
            f"{P0}.zh": "游园沿河而建，道路两旁的绿地连成一线。",
            f"{P1}.zh": "<since>，街道新建游园<parks>，植树<trees>，投资<spent>。居民傍晚常来散步。",
            f"{P2}.head.zh": "社区",
        },
    ),
    Edit(
        "words of the program",
        (("replace", "街道的春天", "春天", "夏天"),),
        (),
        told=("words that the program sets were changed",),
    ),
)
