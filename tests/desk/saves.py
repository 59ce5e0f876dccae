"""How long a save takes to be seen: `python -m tests.desk.saves NAME OLD NEW [COUNT]` on a copy of the project.

OLD is replaced by NEW in the content file, and back, COUNT times; from the third on, both pages have been set before.
Told is the time from the write until the new picture of the page is painted, in ms: median, least and most; then what
server and child take in ten idle seconds.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from tests.browser import chromium
from tests.conftest import ROOT, small_project
from tests.desk.test_watch import Running, start

_PAINTED = """() => { window.painted = new Promise((done) => {
    const paint = () => requestAnimationFrame(() => requestAnimationFrame(() => done(Date.now())));
    const seen = new MutationObserver(() => { seen.disconnect(); paint(); });
    seen.observe(document.getElementById("sheets"), { subtree: true, attributeFilter: ["data-shown"] });
}) }"""


def copied(folder: Path, name: str) -> Path:
    """The project without its reports; the tests' small one for `willow`."""
    if name == "willow":
        return small_project(folder / "project")
    for part in ("content", "seeds", "templates", "photos"):
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / "project" / part)
    return folder / "project"


def saves(page: Page, path: Path, old: str, new: str, count: int) -> list[float]:
    """The times of so many saves."""
    text, found = path.read_text(encoding="utf-8"), list[float]()
    for at in range(count):
        page.wait_for_selector("body:not(.busy)", timeout=600_000)
        page.wait_for_timeout(200)
        page.evaluate(_PAINTED)
        began = time.time() * 1000
        path.write_text(text.replace(old, new) if at % 2 == 0 else text, encoding="utf-8")
        found.append(page.evaluate("window.painted") - began)
        print(f"{found[-1]:.0f}", end=" ", flush=True)
    return found


def idle(desk: Running, seconds: float = 10) -> float:
    """The share of a processor that server and child take when nothing happens."""
    own = desk.process.pid
    children = Path(f"/proc/{own}/task/{own}/children").read_text().split()

    def used() -> int:
        rows = [Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split() for one in (own, *children)]
        return sum(int(row[11]) + int(row[12]) for row in rows)

    before = used()
    time.sleep(seconds)
    return (used() - before) / os.sysconf("SC_CLK_TCK") / seconds


def main(name: str, old: str, new: str, count: int = 20) -> None:
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        root = copied(Path(folder), name)
        desk = start(root, name)
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.set_default_timeout(600_000)
        page.goto(desk.address)
        page.wait_for_selector(".sheet[data-shown]")
        found = saves(page, root / "content" / f"{name}.yaml", old, new, count)
        page.wait_for_selector("body:not(.busy)")
        print(f"\n{name}: median of {count}: {median(found):.0f} ms, least {min(found):.0f}, most {max(found):.0f}")
        print(f"idle: {idle(desk):.2%} of one processor; load {os.getloadavg()[0]:.1f}")
        desk.end()


if __name__ == "__main__":
    main(*sys.argv[1:4], *map(int, sys.argv[4:5]))
