"""Templates, style sheets, theme and words that are broken, or that reach for what is not theirs."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.faults.files import link
from tests.faults.stand import Fault, without, written

STORY, WORDS, THEME = "templates/blocks/story.html.j2", "templates/words.yaml", "templates/theme.yaml"
CSS_TEXT = (ROOT / "templates" / "styles" / "bulletin.css").read_text(encoding="utf-8")
STORY_TEXT, WORDS_TEXT, THEME_TEXT = ((ROOT / file).read_text(encoding="utf-8") for file in (STORY, WORDS, THEME))


def _story(name: str, first: str, says: str = "story.html.j2") -> Fault:
    return Fault("template", name, written(STORY, first + STORY_TEXT), says=says)


def _theme(name: str, old: str, new: str, says: str) -> Fault:
    assert old in THEME_TEXT, old
    return Fault("theme", name, written(THEME, THEME_TEXT.replace(old, new, 1)), says=says)


def _words(name: str, old: str, new: str) -> Fault:
    assert old in WORDS_TEXT, old
    return Fault("words", name, written(WORDS, WORDS_TEXT.replace(old, new, 1)), says="words.yaml")


def _gadget(text: str) -> Fault:
    return Fault("template, hostile", text, written(STORY, "{{ " + text + " }}" + STORY_TEXT), says="story.html.j2")


def _gone(file: str) -> Fault:
    return Fault("template", f"{file} is gone", without(file), says=file.rpartition("/")[2])


def _plain(file: str, data: bytes | str, name: str) -> Fault:
    return Fault("template", f"{file} {name}", written(file, data), says=file.rpartition("/")[2])


FIRST_PHRASE = next(line for line in WORDS_TEXT.splitlines() if line.startswith("  ") and "{zh:" in line)
GADGETS = (
    "''.__class__.__mro__[1].__subclasses__()",
    "cycler.__init__.__globals__.os.popen('id').read()",
    "self._TemplateReference__context",
    "''|attr('__class__')",
    "'{0.__class__}'.format(1)",
    "edition.__class__.__init__.__globals__",
    "lipsum.__globals__['os'].system('id')",
)

FAULTS = [
    *(_gone(file) for file in (STORY, "templates/bulletin.html.j2", "templates/evidence.html.j2", THEME, WORDS)),
    *(_gone(file) for file in ("templates/styles/bulletin.css", "templates/single.html.j2")),
    _plain(STORY, STORY_TEXT.encode("utf-16"), "is UTF-16"),
    _plain(STORY, b"\xff\xfe\x00", "is not text"),
    _plain(THEME, THEME_TEXT.encode("utf-16"), "is UTF-16"),
    _plain("templates/styles/bulletin.css", b"\xff\xfe\x00", "is not text"),
    _story("a tag left open", "{% if edition %}"),
    _story("a brace left open", "{{ edition"),
    _story("an unknown name", "{{ editoin.name }}"),
    _story("an unknown filter", "{{ edition.name|shorten }}"),
    _story("an unknown attribute", "{{ edition.nmae }}"),
    _story("an unknown tag", "{% repeat 3 %}"),
    _story("a sum of text and number", "{{ edition.name + 1 }}"),
    _story("a division by zero", "{{ 1 / 0 }}"),
    _story("a template includes itself", "{% include 'blocks/story.html.j2' %}"),
    _story("a file that is not there is included", "{% include 'blocks/gone.html.j2' %}"),
    _story("an endless loop", "{% for a in range(100000) %}{% for b in range(100000) %}x{% endfor %}{% endfor %}"),
    _story("a product of 10 GB", "{{ 'x' * 10000000000 }}"),
    *(_gadget(text) for text in GADGETS),
    Fault("template, hostile", "a link out of the folder", link(STORY, "/etc/passwd"), says="story.html.j2"),
    Fault(
        "template, hostile",
        "a style sheet that is a link",
        link("templates/styles/bulletin.css", "/etc/passwd"),
        says="bulletin.css",
    ),
    *(
        Fault(
            "template",
            f"a style sheet loads {rule}",
            written("templates/styles/bulletin.css", f"{CSS_TEXT}\n{rule}"),
            says="bulletin.css.*not there",
        )
        for rule in (
            "body { background: url(http://127.0.0.1:9/x.png) }",
            'body { background: url("x.png") }',
            '@import "/etc/passwd";',
        )
    ),
    _theme("a colour that is none", '"#1a1a1a"', '"dark"', "theme.yaml"),
    _theme("a colour that closes the style", '"#1a1a1a"', '"red; } body { display: none"', "theme.yaml"),
    _theme("a width in words", "half: 85", "half: wide", "theme.yaml"),
    _theme("a width below zero", "half: 85", "half: -85", "theme.yaml"),
    _theme("no colours", "colours:", "colors:", "theme.yaml"),
    _theme("a face that is not there", "Noto Serif CJK SC", "Comic Sans", "Comic Sans|theme.yaml"),
    _theme("an accent without its pale", ', pale: "#eef3f5"}', "}", "theme.yaml"),
    Fault("theme", "a list", written(THEME, "- a\n"), says="theme.yaml"),
    Fault("theme", "bad YAML", written(THEME, "colours: {"), says="theme.yaml"),
    _words("a phrase without English", FIRST_PHRASE, FIRST_PHRASE.split(", en:")[0] + "}"),
    Fault("words", "all phrases gone", written(WORDS, "themes: {}\n"), says="words.yaml"),
    Fault("words", "GBK", written(WORDS, WORDS_TEXT.encode("gbk", "ignore")), says="words.yaml"),
]
