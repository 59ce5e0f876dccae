"""What the content may not show, with the path of the part that it is about."""

from __future__ import annotations

from bulletin.content.yaml_text import Path
from bulletin.problems import ContentError, Place, Problem


class Refused(ContentError):
    """A plate that no page can show. `path` leads to it in the content file, `needle` is the word there."""

    def __init__(self, rule: str, message: str, file: str, path: Path, needle: str = ""):
        self.rule, self.message, self.file, self.path, self.needle = rule, message, file, path, needle
        super().__init__([Problem(rule, message, Place(file))])

    def __reduce__(self) -> tuple[object, ...]:
        """Comes back whole from another process."""
        return type(self), (self.rule, self.message, self.file, self.path, self.needle)
