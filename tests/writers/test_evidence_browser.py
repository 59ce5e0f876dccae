"""The evidence page in a real browser: clicks, keys, filters, ticks, paper, a phone; and no request leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from bulletin.build import Builder
from bulletin.proofing.reading import read_pdf
from tests.browser import chromium
from tests.conftest import workshop
from tests.writers.reviewed import reviewed_project

WIDE, PHONE = (1280, 800), (390, 844)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    made = Builder(workshop(reviewed_project(folder / "project"))).make("willow", ("evidence",))
    path = folder / "willow.evidence.html"
    path.write_bytes(made.files[path.name])
    return path


def opened(browser: Browser, file: Path, size: tuple[int, int]) -> Iterator[Page]:
    """The page in a window of its own; it must load nothing else and say nothing on the console."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    yield page
    context.close()
    assert {url.partition("#")[0] for url in asked} == {file.as_uri()}
    assert said == []


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    yield from opened(browser, file, WIDE)


@pytest.fixture
def phone(browser: Browser, file: Path) -> Iterator[Page]:
    yield from opened(browser, file, PHONE)


def cards(page: Page) -> list[str]:
    return [node.get_attribute("data-id") or "" for node in page.locator(".card:visible").all()]


def lit(page: Page, selector: str) -> str:
    return "".join(page.locator(f"{selector}.lit").all_inner_texts())


def test_a_fact_lights_its_quote_and_brings_it_into_view(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 330})
    page.locator("#article").evaluate("node => node.scrollTo(0, 0)")
    expect(page.locator("#article mark", has_text="4000")).not_to_be_in_viewport()
    page.locator("#f-households .go").click()
    assert lit(page, "mark") == "5个社区共有居民4000户"
    expect(page.locator("mark.lit").first).to_be_in_viewport()
    expect(page.locator("#f-households")).to_have_class("card fact lit")


def test_a_quote_lights_every_fact_that_rests_on_it(page: Page) -> None:
    page.locator("#article mark.number", has_text="5").first.click()
    ids = [node.get_attribute("data-id") for node in page.locator(".card.lit").all()]
    assert ids == ["communities", "households"]
    expect(page.locator("#f-communities")).to_be_in_viewport()


def test_a_figure_of_the_text_leads_to_its_quote(page: Page) -> None:
    page.locator("#tab-text").click()
    expect(page.locator("#facts")).to_be_hidden()
    page.locator("#text .text .fig[data-fact=trees]").first.click()
    assert lit(page, "mark") == "植树1.2万余 株"
    assert page.locator("#text .fig.lit").count() >= 2  # in both languages


def test_a_derived_fact_shows_its_sum_and_lights_what_it_rests_on(page: Page) -> None:
    card = page.locator("#f-per_park")
    expect(card.locator(".sum")).to_contain_text("3个 ÷ 5个 = 60%")
    card.locator(".go").click()
    assert lit(page, "mark") == "新建游园3个5个社区共有居民4000户"
    expect(page.locator(".card.kin")).to_have_count(2)


def test_what_is_left_out_stands_out_with_its_reason(page: Page) -> None:
    mark = page.locator("#article mark.left_out", has_text="悬挂横幅16条")
    expect(mark).to_have_attribute("title", 'not <b>material</b> to "readers"')
    mark.click()
    expect(page.locator(".card.lit")).to_contain_text('not <b>material</b> to "readers"')
    expect(page.locator("#article mark.slogan", has_text="两学一做").first).to_have_attribute(
        "title", "Two Studies, One Action"
    )


def test_filters_narrow_the_list_and_say_how_many(page: Page) -> None:
    every = len(cards(page))
    page.locator("[data-filter=planned]").click()
    assert cards(page) == ["toilets"]
    page.locator("[data-filter=applied_for]").click()
    assert cards(page) == ["toilets", "fund"]
    expect(page.locator("#tally")).to_have_text(f"2 / {every}")
    page.locator("[data-filter=planned]").click()
    page.locator("[data-filter=applied_for]").click()
    for name, ids in {"derived": ["per_park"], "approx": ["trees", "spent", "fund"], "unused": ["fund"]}.items():
        page.locator(f"[data-filter={name}]").click()
        assert cards(page) == ids
        page.locator(f"[data-filter={name}]").click()
    expect(page.locator("[data-filter=expected]")).to_be_disabled()
    page.locator("#find").fill("公厕")
    assert cards(page) == ["toilets"]
    page.locator("#find").fill("nothing like it")
    expect(page.locator("#none")).to_be_visible()


def test_a_quote_whose_facts_are_filtered_away_brings_them_back(page: Page) -> None:
    page.locator("[data-filter=planned]").click()
    page.locator("#article mark.number", has_text="4000").click()
    expect(page.locator("#f-households")).to_be_visible()


def test_ticks_are_counted_and_kept(page: Page) -> None:
    expect(page.locator("#due")).to_have_text("11")
    page.locator("#t-trees").check()
    page.locator("#t-parks").check()
    expect(page.locator("#done")).to_have_text("2")
    page.locator("[data-filter=todo]").click()
    assert "trees" not in cards(page) and "since" in cards(page)
    page.reload()
    expect(page.locator("#t-trees")).to_be_checked()
    expect(page.locator("#done")).to_have_text("2")
    page.evaluate("() => { const k = Object.keys(localStorage)[0], v = JSON.parse(localStorage[k]); v.trees = 'older'; "
                  "localStorage[k] = JSON.stringify(v) }")  # fmt: skip
    page.reload()
    expect(page.locator("#t-trees")).not_to_be_checked()
    expect(page.locator("#done")).to_have_text("1")


def test_it_works_without_a_store(browser: Browser, file: Path) -> None:
    context = browser.new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed') } })")
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator("#t-trees").check()
    expect(page.locator("#done")).to_have_text("1")
    context.close()


def test_it_can_be_read_without_its_script(browser: Browser, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    for selector in ("#facts", "#text", "#article"):
        expect(page.locator(selector)).to_be_visible()
    expect(page.locator("#print")).to_be_hidden()
    page.locator("#f-households .go").click()
    expect(page.locator("#article mark", has_text="4000")).to_be_in_viewport()
    context.close()


def test_keys_walk_tick_search_and_clear(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("#f-trees .go")).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("#f-parks .go")).to_be_focused()
    page.keyboard.press("Enter")
    assert lit(page, "mark") == "新建游园3个"
    page.keyboard.press("x")
    expect(page.locator("#t-parks")).to_be_checked()
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.type("jk")
    expect(page.locator("#find")).to_have_value("jk")
    page.keyboard.press("Escape")
    expect(page.locator("#find")).to_have_value("")
    assert lit(page, "mark") == ""
    page.keyboard.press("2")
    expect(page.locator("#text")).to_be_visible()


def test_tab_reaches_controls_facts_and_quotes_in_order(page: Page) -> None:
    seen: list[str] = []
    for _ in range(80):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("() => document.activeElement.id || document.activeElement.className || ''"))
        if seen[-1].startswith("q"):
            break
    order = [
        next(i for i, name in enumerate(seen) if name.startswith(start))
        for start in ("print", "tab-facts", "filter", "find", "t-parks", "go", "q")
    ]
    assert order == sorted(order)
    width = page.evaluate("() => getComputedStyle(document.activeElement).outlineWidth")
    assert width == "2px"
    page.keyboard.press("Enter")
    expect(page.locator(".card.lit").first).to_be_visible()


def test_what_is_chosen_is_said_to_a_screen_reader(page: Page) -> None:
    page.locator("#f-trees .go").click()
    heard = page.locator("#heard")
    expect(heard).to_have_attribute("role", "status")
    expect(heard).to_contain_text("植树")
    expect(heard).to_contain_text("over 12,000 trees")
    for name in ("facts", "text", "article"):
        expect(page.locator(f"#{name}")).to_have_attribute("role", "tabpanel")
    unnamed = page.locator("button, input, a[href], [role=button]").evaluate_all(
        "nodes => nodes.filter(n => !(n.textContent.trim() || n.getAttribute('aria-label') || n.labels?.length)).length"
    )
    assert unnamed == 0


def test_the_window_itself_never_scrolls(page: Page) -> None:
    page.locator(".card .go").last.click()
    page.locator("mark[data-of]").last.click()
    assert page.evaluate("() => scrollY") == 0


def test_on_a_phone_the_panels_are_tabs(phone: Page) -> None:
    expect(phone.locator("#article")).to_be_hidden()
    phone.locator("#f-households .go").click()
    expect(phone.locator("#article")).to_be_visible()
    expect(phone.locator("#facts")).to_be_hidden()
    expect(phone.locator("mark.lit").first).to_be_in_viewport()
    phone.locator("#heard").click()
    expect(phone.locator("#f-households")).to_be_in_viewport()
    phone.locator("#tab-article").click()
    phone.locator("#article mark.number", has_text="1.2万").click()
    expect(phone.locator("#f-trees")).to_be_in_viewport()
    for tab in ("facts", "text", "article"):
        phone.locator(f"#tab-{tab}").click()
        assert phone.evaluate("() => document.documentElement.scrollWidth") <= PHONE[0]


def test_the_print_holds_the_sheet_and_every_fact_whatever_is_filtered(page: Page) -> None:
    page.locator("#t-trees").check()
    page.locator("[data-filter=planned]").click()
    page.locator("#tab-text").click()
    parts = read_pdf(page.pdf(prefer_css_page_size=True))
    first, rest = parts[0].text, "".join(part.text for part in parts[1:])
    for words in (
        "三审三校签署单",
        "Sign-off sheet",
        "初审",
        "终审",
        "三校",
        "Third proof",
        "姓名",
        "Date",
        "已核 Checked 1 / 11",
    ):
        assert words in first.replace("\r\n", " "), words
    for words in ("1.2万余株", "over 12,000 trees", "4000户", "悬挂横幅16条", "郑州市文明单位"):
        assert words in rest.replace("\r\n", ""), words
    assert "Search" not in first + rest and "Planned 1" not in first + rest


def test_the_button_prints(page: Page) -> None:
    page.evaluate("() => { window.print = () => { document.body.dataset.printed = 'yes' } }")
    page.locator("#print").click()
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")
