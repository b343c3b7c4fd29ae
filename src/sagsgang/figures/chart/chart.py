"""A chart: what to draw, as a Vega-Lite description, with its title and the same in words."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class Chart:
    """`spec` is plain Vega-Lite. `description` says in Danish what the picture shows, for those who
    do not see it.
    """

    title: str
    description: str
    spec: Mapping[str, Any]

    @cached_property
    def digest(self) -> str:
        """The same for the same picture and words, another for any other."""
        told = json.dumps([self.title, self.description, self.spec], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()
