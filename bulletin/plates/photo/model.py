"""Photographs as a curator writes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from bulletin.content.frame import Kind, Untitled
from bulletin.content.parts import Allowing, Both, Part
from bulletin.content.picturing import At, PictureFile
from bulletin.messages import say

Percent = Annotated[int, Field(ge=0, le=100)]


class Focus(Part):
    """The point of a photograph that is never cut away, in percent from its left and from its top."""

    x: Percent = 50
    y: Percent = 50


class Shot(Allowing):
    """One of the photographs that stand side by side; what it shows, and what stands under it alone."""

    file: PictureFile
    alt: Both
    caption: Both | None = None
    credit: Both | None = None
    focus: Focus = Focus()


class Photo(Untitled):
    """A photograph of photos/, or two or three side by side under `pictures`; they share one shape.

    `alt` says what is seen, for those who do not see it; `caption` what it is, under it; `credit` who took it.
    """

    kind: Literal["photo"]
    file: PictureFile | None = None
    alt: Both | None = None
    pictures: list[Shot] = Field([], max_length=3)
    caption: Both | None = None
    credit: Both | None = None
    focus: Focus | None = None
    shape: Literal["landscape", "portrait", "square", "wide"] | None = None
    grey: bool = False

    @model_validator(mode="after")
    def is_one_or_several(self) -> Self:
        if (self.file is None) == (not self.pictures) or len(self.pictures) == 1:
            raise ValueError(say("model.photo_file"))
        if (self.file is None) != (self.alt is None):
            raise ValueError(say("model.photo_alt"))
        if self.file is None and self.focus is not None:
            raise ValueError(say("model.photo_focus"))
        return self

    @model_validator(mode="after")
    def is_captioned_and_credited(self) -> Self:
        if self.caption is None and not (self.pictures and all(one.caption for one in self.pictures)):
            raise ValueError(say("model.photo_caption"))
        if self.credit is None and not (self.pictures and all(one.credit for one in self.pictures)):
            raise ValueError(say("model.photo_credit"))
        return self

    def shots(self) -> Iterator[tuple[At, Shot]]:
        """Each photograph with its place within the plate."""
        if self.file is not None and self.alt is not None:
            yield (), Shot(file=self.file, alt=self.alt, focus=self.focus or Focus())
        yield from ((("pictures", n), one) for n, one in enumerate(self.pictures))


KIND = Kind(
    Photo,
    "一张照片，或两三张并排",
    "a photograph, or two or three side by side",
    in_summary=True,
)
