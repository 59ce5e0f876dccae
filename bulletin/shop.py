"""What the shop that prints asks for beside the pages: a profile that can be used, a logo in its inks."""

from __future__ import annotations

from bulletin.messages import say
from bulletin.pages.typeset import TypesettingError
from bulletin.press.profile import find_profile
from bulletin.problems import ContentError, MissingTool, Problem
from bulletin.workshop import Workshop

PRESS = "press"


def profile(workshop: Workshop) -> list[Problem]:
    """The press profile that publication.yaml names, where it cannot be used."""
    shop = workshop.publication.press
    if shop is None:
        return []
    try:
        found = find_profile(workshop.project.root / shop.profile)
        if any(map(workshop.pictures, workshop.names)):
            from bulletin.press.photographs import Inker

            Inker(found).check()
    except (MissingTool, TypesettingError) as error:
        return [Problem(PRESS, str(error), workshop.in_publication(("press", "profile")))]
    return []


def logo(workshop: Workshop) -> list[Problem]:
    """Colours of the logo that no ink of the theme prints."""
    try:
        drawn = workshop.logo
    except ContentError as error:
        return list(error.problems)
    if drawn is None:
        return []
    known = {colour.lower() for colour in workshop.theme["colours"].values()}
    known |= {tone.lower() for accent in workshop.theme["accents"].values() for tone in accent.values()}
    place = workshop.in_publication(("logo", "file"))
    return [Problem("logo", say("logo.ink", colour=colour), place) for colour in drawn.colours if colour not in known]
