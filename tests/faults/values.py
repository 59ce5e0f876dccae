"""Values that a content file must not have; each is named where it stands."""

from __future__ import annotations

from tests.faults.stand import Fault, edited

HEAD = "key_figures:\n  - of: [parks]"


def _sum(id: str, terms: str) -> str:
    """A fact of our own calculation."""
    label = "label: {zh: 合计, en: in all}"
    return f"  {id}:\n    derived: {{sum: [{terms}]}}\n    {label}\n    status: achieved\n\n"


# name: (what stands there, what is given instead, what must be said)
GIVEN = {
    "29 February of no leap year": ('dated: {value: "2018"', 'dated: {value: "2018-02-29"', "2018-02-29"),
    "the 13th month": ('dated: {value: "2018"', 'dated: {value: "2018-13"', "2018-13"),
    "a date in words": ('dated: {value: "2018"', "dated: {value: 2018年", "2018"),
    "a date of another calendar": ('dated: {value: "2018"', 'dated: {value: "107"', "107"),
    "a year of the far future": (
        "period: {year: 2018}\n    status: achieved\n  trees",
        "period: {year: 20180}\n    status: achieved\n  trees",
        "",
    ),
    "a period that ends before it begins": (
        "    period: {year: 2018}\n    status: achieved\n  trees",
        '    period: {since: "2018-09", until: "2018-03"}\n    status: achieved\n  trees',
        "",
    ),
    "a period on 31 June": (
        "    period: {year: 2018}\n    status: achieved\n  trees",
        '    period: {at: "2018-06-31"}\n    status: achieved\n  trees',
        "2018-06-31",
    ),
    "a fact's date that is none": ('    date: "2018"', '    date: "2018-00"', "2018-00"),
    "no value and no date": ("    value: 3\n", "", ""),
    "a value and a date": ("    value: 3\n", '    value: 3\n    date: "2018"\n', ""),
    "another value": ("    value: 3\n", "    value: 4\n", "3"),
    "a value in words": ("    value: 3\n", "    value: three\n", "number"),
    "a value below zero": ("    value: 3\n", "    value: -3\n", "3"),
    "another unit": ("{zh: 株, en: {one: tree, other: trees}}", "{zh: 棵, en: {one: tree, other: trees}}", "株"),
    "a unit without English": ("{zh: 株, en: {one: tree, other: trees}}", "{zh: 株}", "en"),
    "an approximation that is none": ("approx: over", "approx: circa", "circa|over"),
    "the wrong approximation": ("approx: over", "approx: about", "余"),
    "a status that is none": ("    status: achieved\n  trees", "    status: acheived\n  trees", "acheived|achieved"),
    "a quote that is not there": ("quote: 新建游园3个", "quote: 新建公园3个", "公|游"),
    "an empty quote": ("quote: 新建游园3个", 'quote: ""', ""),
    "a fact that is not there": ("植树<trees>", "植树<treees>", "treees"),
    "a form that is none": ("植树<trees>", "植树<trees:words>", "words"),
    "an angle bracket left open": ("植树<trees>", "植树<trees", ""),
    "one star too few": ("街道新建游园", "**街道新建游园", "\\*\\*"),
    "a typed number": ("，植树<trees>", "，植树1.2万余株", "1.2"),
    "a theme that is none": ("theme: environment", "theme: weather", "weather"),
    "a kind of plate that is none": ("kind: bars", "kind: pie", "pie"),
    "bars of two units": ("          - of: parks\n", "          - of: trees\n", ""),
    "a plate without bars": (
        "        bars:\n          - of: communities\n          - of: parks\n",
        "        bars: []\n",
        "",
    ),
    "a bar that names no fact": ("          - of: parks\n", "          - of: gardens\n", "gardens"),
    "a page that names no block": ("[key_figures, green]", "[key_figures, greens]", "greens"),
    "a block on two pages": ("[honours, evidence, notes]", "[honours, green, evidence, notes]", "green"),
    "a story without a title": (
        "    title:\n      zh: 街边多了游园\n      en: More pocket parks by the street\n",
        "",
        "title",
    ),
    "a story on no page": ("[key_figures, green]", "[key_figures]", "green"),
    "an accent that is none": ("article: willow.txt\n", "article: willow.txt\naccent: pink\n", "pink"),
    "an article that is not there": ("article: willow.txt", "article: poplar.txt", "poplar.txt"),
    "an article outside the project": ("article: willow.txt", "article: ../../../etc/passwd", "outside"),
    "an article by an absolute path": ("article: willow.txt", "article: /etc/passwd", "outside"),
    "a name with a slash": ("name: willow", "name: ../willow", "name"),
    "a name that is not the file's": ("name: willow", "name: poplar", ""),
    "a level that the words do not have": ("level: municipal", "level: national", "national|全国|municipal"),
    "a title that compares": (
        "zh: 街边多了游园\n      en: More pocket parks by the street",
        "zh: 游园比社区多\n      en: More parks than communities",
        "claim",
    ),
    "a sum of a fact that is not there": (HEAD, _sum("all", "parks, benches") + HEAD, "benches"),
    "a sum of itself": (HEAD, _sum("all", "parks, all") + HEAD, "all"),
    "two sums of each other": (HEAD, _sum("all", "parks, more") + _sum("more", "all, parks") + HEAD, "more"),
    "a sum of a date": (HEAD, _sum("all", "parks, since") + HEAD, "since"),
    "a number left out": (
        "      - zh: <communities>社区有居民<households>，老旧楼院占<old>。\n        en: <communities> hold <households>; old courtyards make up <old>.\n",
        "",
        "",
    ),
}


def _given(name: str, old: str, new: str, says: str) -> Fault:
    prepare, place = edited(old, new)
    moved = name in MOVED
    return Fault("value", name, prepare, says=says, place="content/willow.yaml" if moved else place)


MOVED = {
    "no value and no date",
    "a value and a date",
    "a story on no page",
    "a number left out",
    "a story without a title",
    "another unit",
    "another value",
    "a period that ends before it begins",
    "a block on two pages",
    "a name with a slash",
    "a unit without English",
    "bars of two units",
    "an angle bracket left open",
    "a value below zero",
    "an accent that is none",
    "a sum of a fact that is not there",
    "a sum of itself",
    "two sums of each other",
    "a sum of a date",
}
"""What is told at the part rather than in its line."""

FAULTS = [_given(name, *row) for name, row in GIVEN.items()]
