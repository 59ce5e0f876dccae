"""One publication of a project without the others, of which there may be thousands."""

from __future__ import annotations

from bulletin.evidence.verify import Hearings
from bulletin.project import SUMMARY, Project
from bulletin.workshop import Workshop

MANY = 50
"""Publications from which on a build looks at one at a time."""


class Alone(Workshop):
    """A workshop that reads the content file of `name`, with its issues. The summary rests on all, and reads them."""

    def __init__(self, project: Project, name: str, house: Workshop):
        """`house`: of the same project; its list of names, glossary, publication and templates stand for this, too."""
        if name == SUMMARY:
            super().__init__(project, [name], theme=house.asked_theme)
            return
        self.project, self.all_names, self.names = project, house.all_names, [name]
        self.asked_theme = house.asked_theme
        self.library = house.library.beside(project, [name], house.all_names)
        self._articles, self.hearings = {}, Hearings()
        read = vars(house).items()
        vars(self).update({each: value for each, value in read if each in ("words", "theme", "logo")})
