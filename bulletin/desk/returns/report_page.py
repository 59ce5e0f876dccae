"""The account of a draft as a page that anybody can open: built as a tree, so that no words can break out of it."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree, html
from lxml.html import builder as E

from bulletin.messages import say, spoken
from bulletin.word.ox import clean

from .account import Account, Item, for_each

_STYLE = """
:root { color-scheme: light dark; --rule: #8885; --quiet: #666; --home: #1a6b3c; --left: #9a3412 }
@media (prefers-color-scheme: dark) { :root { --quiet: #aaa; --home: #6cc491; --left: #f0a070 } }
body { font: 16px/1.6 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif;
  max-width: 46rem; margin: 2.5rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .25rem }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; padding-top: 1rem; border-top: 2px solid var(--rule) }
h3 { font-size: 1rem; margin: 1.25rem 0 0; color: var(--left) }
p { margin: .25rem 0 } .quiet { color: var(--quiet) } ol, ul { padding-left: 1.5rem }
li { margin: .75rem 0; overflow-wrap: anywhere } .place { font-size: .85rem; color: var(--quiet) }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; line-height: 1.45; margin: .25rem 0;
  padding: .5rem .75rem; border-left: 3px solid var(--rule) }
.sum { display: flex; gap: 2rem; margin: 1rem 0 } .sum b { display: block; font-size: 1.75rem; line-height: 1.2 }
.home b { color: var(--home) } .left b { color: var(--left) }
"""


def report_page(account: Account) -> bytes:
    """The bytes of the page, in the language that is spoken."""
    title = say("account.title", file=account.draft)
    home = [one for one in account.items if one.state == "home"]
    seen = [one for one in account.items if one.state == "seen"]
    state = say("account.written" if account.written else "account.unwritten", file=account.content)
    body = [
        E.H1(_plain(title)),
        E.P(_plain(say("account.from", file=account.content, program=account.program)), E.CLASS("quiet")),
        *(E.P(_plain(one), E.CLASS("quiet")) for one in account.notes),
        E.DIV(_count("home", len(home)), _count("left", len(account.left) + len(account.unfinished)), E.CLASS("sum")),
        E.P(_plain(state if home else "" if account.items else say("account.nothing"))),
        *_left(account),
        *_section("account.home", home),
        *_section("account.seen", seen),
        *_whole("account.problems", "\n".join(account.problems)),
        *_whole("account.diff", account.diff),
    ]
    head = E.HEAD(
        E.META(charset="utf-8"),
        E.META(name="viewport", content="width=device-width, initial-scale=1"),
        E.TITLE(_plain(title)),
        E.STYLE(_STYLE),
    )
    page = E.HTML(head, E.BODY(E.MAIN(*body)), lang="zh-CN" if spoken() == "zh" else "en")
    return bytes(etree.tostring(page, method="html", encoding="utf-8", doctype="<!DOCTYPE html>", pretty_print=True))


def _count(what: str, n: int) -> html.HtmlElement:
    return E.DIV(E.B(str(n)), _plain(say(f"account.{what}")), E.CLASS(what))


def _left(account: Account) -> Iterable[html.HtmlElement]:
    if account.code:
        yield E.H2(_plain(say("account.left")))
    for whom, items in for_each(account):
        yield E.H3(_plain(say(f"whom.{whom}")))
        yield E.OL(*map(_item, items))


def _section(head: str, items: list[Item]) -> Iterable[html.HtmlElement]:
    if items:
        yield E.H2(_plain(say(head)))
        yield E.UL(*map(_item, items))


def _whole(head: str, text: str) -> Iterable[html.HtmlElement]:
    if text:
        yield E.DETAILS(E.SUMMARY(_plain(say(head))), E.PRE(_plain(text)))


def _item(one: Item) -> html.HtmlElement:
    parts = [E.DIV(_plain(one.what))]
    places = " · ".join(filter(None, (one.where, one.place)))
    parts += [E.DIV(_plain(places), E.CLASS("place"))] if places else []
    parts += [E.PRE(_plain(one.text))] if one.text else []
    parts += [E.P(_plain(line), E.CLASS("quiet")) for line in one.why.splitlines()]
    return E.LI(*parts)


def _plain(text: str) -> str:
    """Lines that markup can hold, whatever somebody called a file."""
    return "\n".join(clean(line) for line in str(text).split("\n"))
