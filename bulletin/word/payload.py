"""The JSON of a baseline as it comes back: of the shape that `dump` gives it, within limits, or refused as a whole."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from .look import Lang

TEXTS = 5_000  # six drafts have 179 to 211
PARAGRAPHS = 5_000  # six drafts have 350 to 599
LENGTH = 20_000  # signs of a text; six drafts have 387 at most
FIGURES = 500  # of a text; six drafts have 6 at most

_Index = Annotated[int, Field(ge=0, lt=10**6)]
_Text = Annotated[str, Field(max_length=LENGTH)]
_Called = Annotated[str, Field(max_length=300)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)


class StoredSource(_Model):
    """The content file's name, which leads nowhere but into content/, and its digest."""

    name: Annotated[str, Field(pattern=r"^content/[^/\\\x00-\x1f]{1,100}\.yaml$")]
    sha256: Annotated[str, Field(max_length=64)]


class Text(_Model):
    """One editable text. Steps of its path that are numbers count items."""

    bookmark: Annotated[str, Field(max_length=40)]
    path: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$", max_length=300)]
    lang: Lang
    text: _Text
    figures: Annotated[tuple[_Text, ...], Field(max_length=FIGURES)]


class StoredDrawing(_Model):
    """A picture or chart."""

    name: _Called
    alt: _Text
    digests: Annotated[tuple[_Called, ...], Field(max_length=20)]


class StoredAround(_Model):
    """The words of headers, footers and of the evidence in the margin."""

    heads: Annotated[tuple[_Text, ...], Field(max_length=20)]
    feet: Annotated[tuple[_Text, ...], Field(max_length=20)]
    margin: Annotated[tuple[_Text, ...], Field(max_length=TEXTS)]
    styles: Annotated[tuple[_Called, ...], Field(max_length=1_000)]
    colours: Annotated[tuple[_Called, ...], Field(max_length=1_000)]
    pages: _Index


Row = tuple[_Called, tuple[_Index, _Index, _Index] | None, Annotated[tuple[_Text | _Index, ...], Field(max_length=200)]]
"""A paragraph: its style, its place, and its fixed words and the numbers of its texts."""


class Payload(_Model):
    """The whole baseline. Keys that are not known are left aside: a later version may have written them."""

    edition: Annotated[str, Field(pattern=r"^[^./\\\x00-\x1f][^/\\\x00-\x1f]{0,99}$")]
    source: StoredSource
    texts: Annotated[tuple[Text, ...], Field(max_length=TEXTS)]
    layout: Annotated[tuple[Row, ...], Field(max_length=PARAGRAPHS)] = ()
    drawings: Annotated[tuple[StoredDrawing, ...], Field(max_length=1_000)] = ()
    around: StoredAround | None = None

    def model_post_init(self, _: Any) -> None:
        numbers = [part for _, _, parts in self.layout for part in parts if isinstance(part, int)]
        if len(set(numbers)) < len(numbers) or max(numbers, default=-1) >= len(self.texts):
            raise ValueError("a text stands in two paragraphs, or is not there")


def checked(words: str) -> Payload:
    """Raises ValueError where it is none."""
    return Payload.model_validate_json(words)
