"""The desk in a real browser: what is saved appears, what is broken is survived, what is clicked is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser import chromium
from tests.conftest import CONTENT, small_project
from tests.desk.test_desk_pages import ONE_LEFT
from tests.desk.test_watch import Running, start

pytestmark = pytest.mark.slow

LONG = 120_000  # ms; a machine that does other things as well
WIDE, NARROW = (1400, 900), (800, 900)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


def running(folder: Path, language: str) -> Iterator[Running]:
    """With an editor that writes down what it was asked to open."""
    (folder / "bin").mkdir()
    editor = folder / "bin" / "code"
    editor.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> {folder}/opened\n', encoding="utf-8")
    editor.chmod(0o755)
    desk = start(small_project(folder / "project"), language=language, VISUAL=str(editor))
    yield desk
    assert desk.end() == 0
    assert desk.process.stdout
    desk.process.stdout.close()


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    yield from running(tmp_path_factory.mktemp("desk"), "en")


@pytest.fixture
def page(browser: Browser, desk: Running) -> Iterator[Page]:
    """The desk, up to date; afterwards the content is as it was."""
    context = browser.new_context(viewport={"width": WIDE[0], "height": WIDE[1]}, reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(20_000)
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    save(desk, CONTENT)
    page.goto(desk.address)
    settle(page)
    expect(
        page.locator(".spot", has=page.locator("xpath=self::*[contains(@aria-label,'街边多了游园')]"))
    ).to_have_count(1, timeout=LONG)
    settle(page)
    yield page
    context.close()
    save(desk, CONTENT)
    assert wrong == []


def save(desk: Running, text: str) -> None:
    (desk.root / "content" / "willow.yaml").write_text(text, encoding="utf-8")


def settle(page: Page) -> None:
    page.wait_for_selector(".sheet[data-shown]", timeout=LONG)
    page.wait_for_selector("body:not(.busy)", timeout=LONG)


def spot(page: Page, words: str, kind: str = "text") -> object:
    return page.locator(f".spot.{kind}[aria-label*='{words}'] i").first


def lit(page: Page) -> str:
    return "".join(page.locator("#lines .lit").all_inner_texts())


def test_what_is_saved_appears_and_the_place_on_the_page_is_kept(page: Page, desk: Running) -> None:
    first = page.locator("#page-1").get_attribute("data-shown")
    second = page.locator("#page-2").get_attribute("data-shown")
    page.locator("#pages").evaluate("node => node.scrollTo(0, 333)")
    save(desk, CONTENT.replace("街边多了游园", "街边多了小游园"))
    page.wait_for_function("was => document.querySelector('#page-1').dataset.shown !== was", arg=first, timeout=LONG)
    assert page.locator("#pages").evaluate("node => node.scrollTop") == 333
    assert page.locator("#page-2").get_attribute("data-shown") == second
    expect(page.locator(".spot.new")).to_have_count(1)
    expect(page.locator(".spot.new")).to_have_attribute("aria-label", "Text: 街边多了小游园")
    expect(page.locator("#page-1 .tag")).to_have_text("changed: 1")
    shown = page.locator("#page-1 img")
    assert shown.evaluate("node => [node.complete, node.naturalWidth >= node.clientWidth]") == [True, True]


def test_broken_yaml_is_survived_and_mended(page: Page, desk: Running) -> None:
    save(desk, CONTENT.replace("quote: 新建游园3个", 'quote: "新建游园3个'))
    expect(page.locator("#banner")).to_be_visible(timeout=LONG)
    expect(page.locator("#problem-list button.error").first).to_contain_text("content/willow.yaml:")
    expect(page.locator(".sheet")).to_have_count(2)
    expect(page.locator("#page-1 img")).to_have_css("filter", re.compile("grayscale"), timeout=LONG)
    assert "nobody has foreseen" not in page.locator("#problem-list").inner_text()
    save(desk, CONTENT)
    expect(page.locator("#banner")).to_be_hidden(timeout=LONG)
    expect(page.locator("#no-problems")).to_be_visible(timeout=LONG)


def test_a_problem_is_marked_on_the_page_and_leads_there(page: Page, desk: Running) -> None:
    save(desk, CONTENT.replace("，老旧楼院占<old>。", "，老旧楼院占<old>，植树5000株。"))
    row = page.locator("#problem-list button", has_text="a number is typed here: 5000")
    expect(row).to_be_visible(timeout=LONG)
    settle(page)
    page.set_viewport_size({"width": 1400, "height": 420})
    page.locator("#pages").evaluate("node => node.scrollTo(0, node.scrollHeight)")
    marked = page.locator(".spot.error[aria-label*='老旧楼院占']")
    expect(marked.locator("i").first).not_to_be_in_viewport()
    row.click()
    expect(marked.locator("i").first).to_be_in_viewport()
    expect(page.locator("#found-source")).to_contain_text("植树5000株")
    assert "老旧楼院占25%" in lit(page)


def test_a_sentence_shows_its_line_and_its_quotes(page: Page) -> None:
    spot(page, "投资近90万元").click(position={"x": 80, "y": 5})  # type: ignore[attr-defined]
    line = CONTENT.split("\n").index("      - zh: <since>，街道新建游园<parks>，植树<trees>，投资<spent>。") + 1
    expect(page.locator("#found-place")).to_have_text(f"content/willow.yaml:{line}")
    expect(page.locator("#found-source")).to_contain_text("街道新建游园<parks>")


@pytest.mark.parametrize(
    ("kind", "words", "quote"),
    [
        ("number", "Figure: 1.2万余株", "植树1.2万余 株"),
        ("number", "Figure: 4,000 households", "5个社区共有居民4000户"),
        ("picture", "Bar chart", "新建游园3个5个社区共有居民4000户"),
        ("row", "近90万元", "投资近90万元"),
        ("row", "郑州市文明单位", "郑州市文明单位"),
    ],
)
def test_a_click_lights_the_quote(page: Page, kind: str, words: str, quote: str) -> None:
    spot(page, words, kind).click()  # type: ignore[attr-defined]
    expect(page.locator("#found")).to_be_visible()
    assert lit(page) == quote


def test_a_quote_leads_back_to_the_page(page: Page) -> None:
    page.locator("#lines .quoted", has_text="1.2万余").click()
    expect(page.locator(".spot.lit[aria-label*='1.2万余株']").first).to_be_attached()


def test_the_editor_is_opened_at_the_line(page: Page, desk: Running) -> None:
    spot(page, "Figure: 近90万元", "number").click()  # type: ignore[attr-defined]
    page.keyboard.press("o")
    opened = desk.root.parent / "opened"
    page.wait_for_timeout(100)
    for _ in range(100):
        if opened.exists() and opened.read_text():
            break
        page.wait_for_timeout(100)
    text = "      - zh: <since>，街道新建游园<parks>，植树<trees>，投资<spent>。"
    line, column = CONTENT.split("\n").index(text) + 1, text.index("<spent>") + 1
    assert opened.read_text().split() == ["-g", f"{desk.root}/content/willow.yaml:{line}:{column}"]


def test_pages_are_walked_through_by_keys(page: Page) -> None:
    page.locator("#page-1 .spot").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Text: Liulin Subdistrict Bulletin"
    page.keyboard.press("Enter")
    expect(page.locator("#found-place")).to_have_text(re.compile(r"content/willow\.yaml:2"))
    page.keyboard.press("Escape")
    expect(page.locator("#found")).to_be_hidden()
    assert page.locator(".spot[tabindex='0']").count() == 2  # one a page


def test_selected_words_become_a_fact_in_the_clipboard_and_with_consent_in_the_file(page: Page, desk: Running) -> None:
    save(desk, ONE_LEFT)
    expect(page.locator("#lines .open")).to_have_text("25%", timeout=LONG)
    select(page, "老旧楼院占", "25%")
    page.locator("#make").click()
    expect(page.locator("#proposal-text")).to_contain_text("quote: 老旧楼院占25%")
    page.locator("#copy").click()
    expect(page.locator("#proposal-said")).to_have_text("It is in the clipboard.")
    assert "value: 25" in page.evaluate("navigator.clipboard.readText()")
    path = desk.root / "content" / "willow.yaml"
    assert path.read_text(encoding="utf-8") == ONE_LEFT
    page.locator("#insert").click()
    assert path.read_text(encoding="utf-8") == ONE_LEFT  # asked once more
    page.locator("#insert").click()
    expect(page.locator("#proposal-said")).to_contain_text("Written into content/willow.yaml")
    assert "quote: 老旧楼院占25%" in path.read_text(encoding="utf-8")
    page.locator("#proposal-close").click()
    expect(page.locator("#lines .open")).to_have_count(0, timeout=LONG)


def select(page: Page, first: str, last: str) -> None:
    page.evaluate(
        """([first, last]) => {
            const spans = [...document.querySelectorAll("#lines span")];
            const of = (words) => spans.find((span) => span.textContent.includes(words)).firstChild;
            const [start, end] = [of(first), of(last)];
            const at = start.textContent.indexOf(first);
            getSelection().setBaseAndExtent(start, at, end, end.textContent.indexOf(last) + last.length);
        }""",
        [first, last],
    )


def test_an_open_number_is_reached_by_keys(page: Page, desk: Running) -> None:
    save(desk, ONE_LEFT)
    expect(page.locator("#lines .open")).to_have_text("25%", timeout=LONG)
    page.locator("#lines .open").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#proposal-text")).to_contain_text("value: 25")
    page.keyboard.press("Escape")
    expect(page.locator("#proposal")).to_be_hidden()


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_page_is_accessible(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    spot(page, "Figure: 1.2万余株", "number").click()  # type: ignore[attr-defined]
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found["violations"]] == []
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= size[0]


def test_the_whole_page_speaks_chinese(browser: Browser, tmp_path: Path) -> None:
    for desk in running(tmp_path, "zh"):
        page = browser.new_page(viewport={"width": WIDE[0], "height": WIDE[1]})
        page.goto(desk.address)
        settle(page)
        shown = page.locator("#bar, #problems, #article h2, #article .hint, #share, .sheet h3").all_inner_texts()
        assert not re.search("[A-Za-z]{3,}", "".join(shown).replace("willow", ""))
        assert page.locator("html").get_attribute("lang") == "zh-Hans"
        page.close()
