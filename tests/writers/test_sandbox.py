"""A template sees what it is given, comes to an end, and is refused with its line where it does not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bulletin.pages.sandbox import House, read
from bulletin.problems import ContentError, Problem


def refused(folder: Path, source: str, **given: object) -> Problem:
    (folder / "page.html.j2").write_text(f"<p>\n{source}", encoding="utf-8")
    with pytest.raises(ContentError) as error:
        House(folder).render("page.html.j2", given)
    (problem,) = error.value.problems
    return problem


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ value.__init__.__globals__ }}",
        "{{ value|attr('__class__') }}",
        "{{ value|map(attribute='__class__')|list }}",
        "{{ '{0.__class__}'.format(value) }}",
        "{{ '{0.__class__}'|format_map(value) }}",
        "{{ '%s'.__mod__(1) }}",
        "{{ self._TemplateReference__context }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ lipsum.__globals__ }}",
        "{{ value.items.append(1) }}",
        "{% for name, f in value.each.__globals__.items() %}{{ name }}{% endfor %}",
        "{% import 'os' as os %}",
        "{% include '../outside.j2' %}",
        "{% include '/etc/hostname' %}",
    ],
)
def test_nothing_inside_the_program_or_outside_the_folder_is_reached(tmp_path: Path, source: str) -> None:
    class Value:
        def __init__(self) -> None:
            self.items = [1]

        def each(self) -> None: ...

    (tmp_path / "outside.j2").write_text("secret", encoding="utf-8")
    folder = tmp_path / "templates"
    folder.mkdir()
    problem = refused(folder, source, value=Value())
    assert (problem.rule, problem.place.file, problem.place.line) == ("template", "templates/page.html.j2", 2)


@pytest.mark.slow
@pytest.mark.parametrize(
    "source",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
        "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
        "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = n.x|replace('x', 'xx') %}{% endfor %}",
        "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = [n.x, n.x]|join %}{% endfor %}",
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'x' * 10 ** 9 }}",
        "{{ [0] * 10 ** 9 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '{:>999999999}'.format(1) }}",
        "{{ '{:{}}'.format(1, 999999999) }}",
        "{{ 'x'.ljust(10 ** 9) }}",
        "{{ 'x'|center(10 ** 9) }}",
        "{{ range(10 ** 9)|list }}",
    ],
)
def test_what_does_not_come_to_an_end_is_stopped(tmp_path: Path, source: str) -> None:
    started = time.monotonic()
    assert refused(tmp_path, source).rule == "template"
    assert time.monotonic() - started < 20


def test_what_templates_need_is_there(tmp_path: Path) -> None:
    source = (
        "{% for row in rows|batch(2) %}{{ loop.index }}/{{ loop.length }}{% if not loop.last %},{% endif %}{% endfor %}"
        "{% for x in [] %}{% else %} none{% endfor %} {{ '{} of {}'.format(1, 2) }} {{ 'a' ~ 3 }} {{ '<' }}"
        " {{ '%s'|format('x') }}"
    )
    (tmp_path / "page.html.j2").write_text(source, encoding="utf-8")
    assert House(tmp_path).render("page.html.j2", {"rows": range(3)}) == "1/2,2/2 none 1 of 2 a3 &lt; x"


@pytest.mark.parametrize("source", ["[value]|map(attribute='__class__')|list", "[value]|groupby('__class__')"])
def test_a_filter_that_takes_an_attribute_by_name_finds_none(tmp_path: Path, source: str) -> None:
    (tmp_path / "page.html.j2").write_text(f"{{{{ {source} }}}}", encoding="utf-8")
    said = House(tmp_path).render("page.html.j2", {"value": 1})
    assert "class" not in said
    assert "int" not in said


@pytest.mark.parametrize("name", ["/etc/hostname", "../outside", "real/../../outside", "a\0b"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "outside").write_text("secret", encoding="utf-8")
    (tmp_path / "templates" / "real").mkdir(parents=True)
    with pytest.raises(ContentError):
        read(tmp_path / "templates", name)


@pytest.mark.parametrize("folder_too", [False, True])
def test_a_link_is_followed_nowhere(tmp_path: Path, folder_too: bool) -> None:
    inside = tmp_path / "templates"
    (inside / "real").mkdir(parents=True)
    (inside / "real" / "a.j2").write_text("a", encoding="utf-8")
    if folder_too:
        (inside / "linked").symlink_to(inside / "real")
    else:
        (inside / "linked").mkdir()
        (inside / "linked" / "a.j2").symlink_to(inside / "real" / "a.j2")
    assert read(inside, "real/a.j2") == "a"
    with pytest.raises(ContentError, match="links are not followed"):
        read(inside, "linked/a.j2")
