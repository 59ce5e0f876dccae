"""The page for phones: what a view says, what a tap shows, that nothing is loaded, that everybody can read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import axe_core_python
import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bulletin.build import Builder, Made
from bulletin.manifest import Manifest
from bulletin.proofing.audit import AuditError
from bulletin.proofing.screens import audit_screen, read_screen
from bulletin.publish import publish, start
from bulletin.screen import LANGUAGES, View, entries
from bulletin.screen.palette import contrast, dark
from bulletin.screen.wechat import ATTRIBUTES, TAGS
from bulletin.screens import _charts
from bulletin.shelf import PAGE, shelve
from tests.browser import chromium
from tests.conftest import workshop
from tests.writers.reviewed import reviewed_project

AXE = next(Path(axe_core_python.__file__).parent.rglob("axe*.js"))
PHONE, DESK = (390, 844), (1400, 900)
SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])


@pytest.fixture(scope="module")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    return Builder(workshop(reviewed_project(tmp_path_factory.mktemp("screen") / "project")))


@pytest.fixture(scope="module")
def made(builder: Builder) -> Made:
    return builder.make("willow", ("html", "wechat"))


@pytest.fixture(scope="module")
def folder(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    there = tmp_path_factory.mktemp("written")
    for name, data in made.files.items():
        (there / name).write_bytes(data)
    return there


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


def opened(context: BrowserContext, file: Path) -> Page:
    """The page; whatever it asks for but itself, or says on the console, fails the test that closes it."""
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(message.text))
    page.on("pageerror", lambda error: asked.append(str(error)))
    asked: list[str] = []
    page.goto(file.as_uri())
    assert [one for one in asked if one.partition("#")[0] != file.as_uri() and not one.startswith("data:")] == []
    return page


def look(
    browser: Browser, size: tuple[int, int], *, night: bool = False, script: bool = True, axe: bool = False
) -> BrowserContext:
    """A window; the page's own policy holds, except where axe-core has to act in it."""
    return browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if night else "light",
        reduced_motion="reduce",
        java_script_enabled=script,
        bypass_csp=axe,
    )


@SIZES
@pytest.mark.parametrize("night", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["willow.html", "willow.wechat.html"])
def test_everybody_can_read_it(browser: Browser, folder: Path, size: tuple[int, int], night: bool, name: str) -> None:
    context = look(browser, size, night=night, axe=True)
    page = opened(context, folder / name)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for view in ("both", "zh", "en"):
        page.locator(f"label[for=view-{view}]").click()
        found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") == size[0]
    context.close()


@SIZES
def test_a_tap_shows_the_quote_and_the_keyboard_closes_it(
    browser: Browser, folder: Path, builder: Builder, size: tuple[int, int]
) -> None:
    context = look(browser, size)
    page = opened(context, folder / "willow.html")
    link = page.locator(".both a.fig").first
    fact = str(link.get_attribute("data-facts"))
    link.focus()
    page.keyboard.press("Enter")
    tap = page.locator("#tap")
    expect(tap).to_be_visible()
    proof = builder.verified("willow").proofs[fact]
    assert "".join(tap.locator("blockquote").inner_text().split()) == "".join((proof.fact.quote or "").split())
    assert str(proof.line) in tap.locator(".line").inner_text()
    page.keyboard.press("Escape")
    expect(tap).not_to_be_visible()
    expect(link).to_be_focused()
    context.close()


def test_without_a_script_a_figure_leads_to_its_evidence_and_the_switch_works(browser: Browser, folder: Path) -> None:
    context = look(browser, PHONE, script=False)
    page = opened(context, folder / "willow.html")
    expect(page.locator(".view.both")).to_be_visible()
    expect(page.locator(".view.zh")).not_to_be_visible()
    link = page.locator(".both a.fig").first
    link.click()
    assert page.url.endswith(f"#v-{link.get_attribute('data-facts')}")
    page.locator("label[for=view-zh]").click()
    expect(page.locator(".view.zh")).to_be_visible()
    expect(page.locator(".view.both")).not_to_be_visible()
    context.close()


def test_the_language_is_remembered(browser: Browser, folder: Path) -> None:
    context = look(browser, PHONE)
    page = opened(context, folder / "willow.html")
    page.locator("label[for=view-en]").click()
    page.reload()
    expect(page.locator(".view.en")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"
    context.close()


def test_a_chart_has_its_data_behind_a_disclosure(browser: Browser, folder: Path) -> None:
    context = look(browser, PHONE)
    page = opened(context, folder / "willow.html")
    charts = page.locator(".view.both .chart svg")
    assert charts.count() > 0
    assert charts.first.get_attribute("role") == "img"
    data = page.locator(".view.both details.data").first
    expect(data.locator("table")).not_to_be_visible()
    data.locator("summary").click()
    expect(data.locator("table")).to_be_visible()
    context.close()


def test_the_same_content_gives_the_same_bytes(builder: Builder, made: Made) -> None:
    assert Builder(builder.workshop).make("willow", ("html",)).files["willow.html"] == made.files["willow.html"]


def test_a_fragment_for_wechat_has_only_what_the_editor_keeps(made: Made) -> None:
    page = html.document_fromstring(made.files["willow.wechat.html"].decode())
    views = page.xpath("//div[contains(@class, 'view ')]")
    assert len(views) == len(LANGUAGES)
    nodes = [node for view in views for node in view.iterdescendants()]
    assert {node.tag for node in nodes} <= TAGS
    assert {name for node in nodes for name in node.attrib} <= ATTRIBUTES
    assert all(node.get("src").startswith("data:image/") for node in nodes if node.tag == "img")
    assert not any("position" in node.get("style", "") or "var(" in node.get("style", "") for node in nodes)


@pytest.mark.parametrize("name", ["willow.html", "willow.wechat.html"])
def test_a_number_without_a_fact_and_a_lost_one_are_found(builder: Builder, made: Made, name: str) -> None:
    edition, _ = builder.edition("willow")
    drawn = {language: View(language, _charts(builder, edition, language)).charts for language in LANGUAGES}
    shown = None
    if name == "willow.html":
        shown = entries(edition, builder.evidence("willow"), builder.register(edition), builder.workshop.words)
    data = made.files[name]
    audit_screen(name, data, edition, drawn, shown)
    foot = edition.foot.zh.encode()
    with pytest.raises(AuditError, match="7391"):
        audit_screen(name, data.replace(foot, b"7391 " + foot), edition, drawn, shown)
    text = read_screen(data)["both"]
    number = next(found for found in re.findall(r"\d[\d,]{2,}", text))
    with pytest.raises(AuditError):
        audit_screen(name, data.replace(number.encode(), b""), edition, drawn, shown)


def test_what_the_article_says_is_escaped(made: Made) -> None:
    page = html.document_fromstring(made.files["willow.html"].decode())
    assert [node.get("class") for node in page.iter("script") if node.get("src")] == []
    assert not [name for node in page.iter() if isinstance(node.tag, str) for name in node.attrib if name[:2] == "on"]
    assert not [node for node in page.iter() if isinstance(node.tag, str) and "style" in node.attrib]
    ids = [node.get("id") for node in page.iter() if isinstance(node.tag, str) and node.get("id")]
    assert len(ids) == len(set(ids))
    led = {node.get("href")[1:] for node in page.iter("a") if (node.get("href") or "").startswith("#")}
    assert led <= set(ids)


@pytest.mark.parametrize("accent", ["teal", "plum", "forest", "bronze", "indigo"])
def test_colours_in_the_dark_are_far_enough_apart(builder: Builder, accent: str) -> None:
    night = dark(builder.workshop.theme, accent)
    for name in ("ink", "grey", "deep", "flag", "red"):
        assert contrast(night[name], night["paper"]) >= 7
        assert contrast(night[name], night["pale"]) >= 4.5


def test_the_list_has_what_stands_and_is_left_alone_when_nothing_changed(
    builder: Builder, made: Made, browser: Browser
) -> None:
    folder = builder.workshop.project.reports
    folder.mkdir(parents=True, exist_ok=True)
    manifest, _ = start(folder, set())
    publish(folder, manifest, "willow", made.inputs, made.files)
    assert [one.path.name for one in shelve(builder.workshop, manifest)] == [PAGE]
    assert shelve(builder.workshop, manifest) == []
    assert manifest.entries.keys() == {"willow", "index"}
    before = (folder / PAGE).read_bytes()
    opened(plain := look(browser, PHONE), folder / PAGE)
    plain.close()
    context = look(browser, PHONE, axe=True)
    page = opened(context, folder / PAGE)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    assert [one["id"] for one in found["violations"]] == []
    assert {link.get_attribute("href") for link in page.locator(".files a").all()} == set(made.files)
    context.close()
    (folder / PAGE).unlink()
    assert shelve(builder.workshop, manifest)
    assert (folder / PAGE).read_bytes() == before
    assert shelve(builder.workshop, Manifest()) == []
