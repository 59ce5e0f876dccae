"""Edition → the files for screens, with charts drawn as wide as a phone, and their audit."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.charts.draw import Chart, draw
from bulletin.charts.look import Look
from bulletin.charts.shapes import ChartError
from bulletin.edition.blocks import ChartPlate, Edition
from bulletin.edition.register import RegisterRow
from bulletin.editions import Editions, chart_plates
from bulletin.proofing.screens import audit_screen
from bulletin.screen import LANGUAGES, Screen, View, entries
from bulletin.variant import SCREENS, TYPES, Language, Variant


def screen_files(
    editions: Editions, edition: Edition, rows: Sequence[RegisterRow], formats: Sequence[str]
) -> dict[str, bytes]:
    """NAME.html and NAME.wechat.html, as far as they are asked for. Raises AuditError for a number without a proof."""
    if not set(formats) & SCREENS.keys():
        return {}
    workshop, files = editions.workshop, dict[str, bytes]()
    screen = Screen(workshop.project.templates, workshop.theme, workshop.words)
    shown = entries(edition, editions.evidence(edition.name), rows, workshop.words)
    photos = editions.photographs(edition.name).drafted(edition)
    views = [View(language, _charts(editions, edition, language)) for language in LANGUAGES]
    drawn = {view.language: view.charts for view in views}
    if "html" in formats:
        data = screen.write(edition, views, shown, photos)
        name = SCREENS["html"].format(edition.name)
        audit_screen(name, data, edition, drawn, shown)
        files[name] = data
    if "wechat" in formats:
        data = screen.wechat(edition, views, photos)
        name = SCREENS["wechat"].format(edition.name)
        audit_screen(name, data, edition, drawn)
        files[name] = data
    return files


def _charts(editions: Editions, edition: Edition, language: Language) -> dict[str, Chart]:
    looks = [editions.look(edition, Variant("office", language, type)) for type in reversed(TYPES)]
    return {plate.id: _drawn(plate, looks) for plate in chart_plates(edition)}


TALL = 170.0
"""mm: a drawing as wide as a phone that is higher is seen only in parts."""


def _drawn(plate: ChartPlate, looks: Sequence[Look]) -> Chart:
    """As wide as a phone, in the largest type that makes it not too tall; else as wide as a page. Raises ChartError."""
    found = list[Chart]()
    for look in looks:
        try:
            found.append(draw(plate.spec, look, "half"))
        except ChartError:
            continue
        if found[-1].height_mm <= TALL:
            return found[-1]
    return min(found, key=lambda chart: chart.height_mm) if found else draw(plate.spec, looks[-1], plate.width)
