"""What every noun of the document has in common: it is frozen, and unknown fields are errors."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

#: First and last line of an extent, counted from 1 in the canonical text, both included.
Lines = Annotated[tuple[int, int], Field(description="first and last line, counted from 1")]


class Noun(BaseModel):
    """A part of a document: compared by value, never changed after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")
