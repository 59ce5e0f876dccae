"""What a Chinese classifier counts, and the English nouns for it: 户 counts households and businesses, never people.

Nouns are known by their head: `stretch of road` is a stretch, `old courtyards` are courtyards.
"""

from __future__ import annotations

import re
from functools import cache

from bulletin.content.measures import MEASURES
from bulletin.messages import say

TODO = "TODO"
"""Stands where a curator has not written yet; another rule says so."""

_KINDS = """
person     person people individual man woman child adult youth elder senior baby member resident villager citizen
person     worker employee laborer staff personnel official cadre officer policeman soldier veteran leader secretary
person     volunteer cleaner student pupil teacher instructor trainee doctor nurse patient expert engineer visitor
person     tourist passenger graduate applicant candidate auxiliary guard representative player owner farmer trader
household  household family home
firm       business company enterprise firm shop store merchant vendor trader entity taxpayer tenant user customer
firm       subscriber farm farmer restaurant owner hotel bank factory plant supermarket manufacturer employer operator
firm       stall outlet account contractor breeder grower cooperative supplier retailer producer exporter importer
body       organization institution agency department bureau team group committee branch association school
body       kindergarten hospital clinic university college library museum squad brigade
building   building block tower house villa dormitory high-rise
room       flat apartment home house room suite dwelling residence unit office
floor      floor story storey level
train      train
vehicle    vehicle car truck bus taxi tricycle bicycle bike e-bike handcart motorcycle ambulance van
plant      tree sapling plant shrub flower seedling
animal     dog cat pig cow sheep goat horse bird chicken duck
event      time visit session event drill occasion meeting inspection patrol check trip show class course lecture
event      campaign consultation briefing performance training survey screening raid call review talk clinic
area       village community subdistrict town township city county district province neighborhood courtyard compound
area       street road lane bridge park square garden
spot       outlet inlet opening entrance exit gate leak source well pond booth stall stand
"""
_CLASSIFIERS = """
人 口 名 位              = person             = person people individual staff_member member
人次                     = event              = visit turn attendance trip ride treatment participation place case
户次                     = event              = visit
户                       ! household firm     = household family
家                       = firm body          = place establishment organization business employer unit
栋 幢                    = building           = building block tower
间                       = room building firm = room
套                       = room building      = flat apartment home set
层                       = floor              = floor layer
座                       = building area body = -
辆                       = vehicle            = vehicle car
列                       = train              = train
盏                       = -                  = lamp light lantern
台 架 艘                 = vehicle event      = machine vehicle car ship aircraft drone
株 棵                    = plant              = tree plant sapling
头 匹 羽                 = animal             = animal
次 场 场次 届 回 趟 轮   = event              = time session round activity operation
所                       = body building room = -
支                       = body               = team
条                       = area animal        = item
处                       = area building room spot = place site case spot property
项 件 起 宗              = event              = item piece case article
只                       = animal             = -
个                       = person household firm body building room floor plant event area spot = item piece
度                       ! -                  = degree kilowatt-hour
分 点                    ! -                  = point
方                       ! -                  = cubic_meter square_meter
"""
"""Classifiers; the kinds that they count, `!` those alone; the nouns that they say of themselves."""

_ODD = (
    "person people|child children|foot feet|tooth teeth|goose geese|mouse mice|ox oxen|criterion criteria|"
    "medium media|datum data|passer-by passers-by|human humans|German Germans|Roman Romans|"
    "half halves|shelf shelves|leaf leaves|loaf loaves|wolf wolves|calf calves|thief thieves|elf elves|self selves|"
    "knife knives|life lives|wife wives|potato potatoes|tomato tomatoes|hero heroes|echo echoes|veto vetoes"
)
_PLURALS = dict(pair.split() for pair in _ODD.split("|"))
_AFTER = re.compile(r" (?:of|per|in|with|for|at|on|under|from|to|by|without|who|that|whose)\b")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NOT_ALWAYS = {
    "person",
    "people",
    "persons",
    "peoples",
    "times",
    "point",
    "points",
    "quarter",
    "quarters",
}  # charging points, residential quarters
_MORE = (
    "degree degrees yuan renminbi dollar dollars tonne tonnes acre acres foot feet pound pounds inch inches Fahrenheit "
    "fortnight decade decades season seasons night nights weekend weekends metre metres kilometre kilometres"
)


def head(noun: str) -> str:
    """Its last word before a preposition, in lower case."""
    words = _WORD.findall(_AFTER.split(noun)[0])
    return words[-1].lower() if words else ""


@cache
def plurals(word: str) -> frozenset[str]:
    """The forms that its plural may have, and the word itself."""
    if word in _PLURALS:
        return frozenset({word, _PLURALS[word]})
    forms = {word, word + "s"}
    if word.endswith("man"):
        forms = {word, word[:-3] + "men"}
    elif re.search(r"[^aeiou]y$", word):
        forms = {word, word[:-1] + "ies"}
    elif re.search(r"(?:s|x|z|ch|sh)$", word):
        forms |= {word + "es", word + word[-1] + "es", re.sub(r"is$", "es", word)}
    elif re.search(r"[^aeiouv]o$|(?:ar|oo)f$", word):  # cargos or cargoes, scarfs or scarves
        forms.add(word + "es" if word[-1] == "o" else word[:-1] + "ves")
    return frozenset(forms)


def plural(noun: str) -> str:
    """The likeliest plural: community → communities, stretch of road → stretches of road."""
    core = _AFTER.split(noun)[0]
    first, _, last = core.rpartition(" ")
    regular = (last + "s",) if last.endswith(("o", "f")) else ()
    forms = sorted(
        plurals(last) - {last},
        key=lambda form: (form not in regular, not form.endswith(("ies", "es", "men")), len(form)),
    )
    return f"{first} {forms[0]}".strip() + noun[len(core) :]


def is_plural(one: str, other: str) -> bool:
    """Are they one noun in its two numbers? `stretch of road`, `stretches of road`; not `household`, `buildings`."""
    words, more = one.split(), other.split()
    return len(words) == len(more) and all(b in plurals(a) for a, b in zip(words, more, strict=True))


_VAGUE = "person individual member place site case spot item piece article time unit establishment employer"
VAGUE = frozenset(form for word in _VAGUE.split() for form in plurals(word))
"""Heads that say no more than the classifier: a label says better what is counted."""

HEADS = {form for m in MEASURES.values() for form in (*plurals(head(m.one)), head(m.other))} | {*_MORE.lower().split()}
HEADS -= _NOT_ALWAYS
NAMES = {name.lower() for m in MEASURES.values() for name in (m.one, m.other, m.short) if name} - {"times"}
"""Heads on which the noun behind a classifier may not end, and the names that it may not be."""


@cache
def _kinds() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for kind, *words in map(str.split, _KINDS.strip().splitlines()):
        for word in words:
            for form in plurals(word):
                found.setdefault(form, set()).add(kind)
    return found


@cache
def _classifiers() -> dict[str, tuple[bool, set[str], set[str]]]:
    """Is it for nothing else, the kinds that it counts, and the nouns of its own, in both numbers."""
    found: dict[str, tuple[bool, set[str], set[str]]] = {}
    for line in _CLASSIFIERS.strip().splitlines():
        names, sign, counts, nouns = re.match(r"(.*?)\s+([=!])\s*(.*?)\s*=\s*(.*)", line).groups()  # type: ignore[union-attr]
        mine = {form for noun in nouns.split() for form in plurals(noun.replace("_", " "))}
        found |= dict.fromkeys(names.split(), (sign == "!", {*counts.split()}, mine))
    return found


def kinds(noun: str) -> set[str]:
    """What kinds of things the noun may be; none where the table does not know it."""
    return _kinds().get(head(noun), set())


def own(classifier: str, noun: str) -> bool:
    """Does the classifier itself say as much, so that no label needs to name it: 户 household, 次 time, 处 case?"""
    nouns = _classifiers().get(classifier, (False, set(), set()))[2]
    return noun.lower() in nouns or head(noun) in nouns


def refusal(classifier: str, noun: str) -> str:
    """Why the noun cannot stand behind the classifier; "" where it can."""
    if TODO in noun:
        return ""
    only, counts, _ = _classifiers().get(classifier, (False, set(), set()))
    last, known = head(noun), kinds(noun)
    if own(classifier, noun) or known & counts:
        return ""
    if last in HEADS or noun.lower() in NAMES or re.search(r"\d", noun):
        return say("model.noun_measures", classifier=classifier, noun=noun)
    if classifier in _classifiers() and (only or known):
        return say("model.noun_not_counted", classifier=classifier, noun=noun)
    return ""
