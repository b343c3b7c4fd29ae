"""Asking jobindsats.dk: version 2 with the key as it is, version 3 with a bearer's token.

The key is the organisation's own, by mail to jobindsats@star.dk. What comes back is kept as it
came, with what was asked, so that the same file can be read again.
"""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

from sagsgang.figures.sources.http import Service, ServiceFailed

ADDRESS = "https://api.jobindsats.dk"
Version = Literal[2, 3]
#: What a bad key is answered with, in the text of an otherwise good answer.
_BAD_KEY = "forkert nøgle"


class Jobindsats:
    """A client of one version, with the operator's key."""

    def __init__(
        self,
        key: str,
        *,
        version: Version = 3,
        address: str = ADDRESS,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        if not key:
            raise ServiceFailed(
                "Der mangler en nøgle til jobindsats. Den, der passer systemet, sætter den i "
                "SAGSGANG_JOBINDSATS_KEY."
            )
        self.version = version
        headers = {"Authorization": key if version == 2 else f"Bearer {key}"}
        self._service = Service("jobindsats", f"{address}/v{version}/", headers, sleep=sleep)

    def close(self) -> None:
        """No more questions."""
        self._service.close()

    def tables(self) -> dict[str, str]:
        """The tables there are, their titles by id. Raises ServiceFailed."""
        if self.version == 2:
            return {str(row["TableID"]): str(row["TableName"]) for row in self._json("tables/json")}
        found: dict[str, str] = {}
        for subject in self._json("tables", {"format": "json"}):
            for group in subject.get("table_groups", []):
                for table in group.get("tables", []):
                    found[str(table["table_id"])] = str(table["table_name"])
        return found

    def described(self, table: str) -> Any:
        """What the service says of a table: its periods, dimensions and measures."""
        if self.version == 2:
            return self._json(f"tables/{table}/json/")
        return self._json(f"table/{table}", {"format": "json"})

    def data(
        self,
        table: str,
        *,
        area: str = "*",
        periods: Sequence[str] = (),
        latest: int = 14,
        dimensions: Mapping[str, Sequence[str]] | None = None,
        at: datetime,
    ) -> bytes:
        """A file of a table's figures: what was asked, when, and what came. `periods` as the
        service writes them ("2024M05"), else the `latest` so many months; `dimensions` are split by
        (all of a dimension for no members). Version 2 is asked a period at a time, so that no
        answer is too large. Raises ServiceFailed.
        """
        if self.version == 2:
            wanted = list(periods) or self._latest(table, latest)
            pages = [self._page_2(table, area, [period], dimensions or {}) for period in wanted]
        else:
            pages = [self._page_3(table, area, periods, latest, dimensions or {})]
        told = {
            "service": "jobindsats",
            "version": self.version,
            "table": table,
            "retrieved_at": at.isoformat(),
            "pages": pages,
        }
        return json.dumps(told, ensure_ascii=False).encode()

    def _latest(self, table: str, count: int) -> list[str]:
        described = self.described(table)
        first = described[0] if isinstance(described, list) and described else described
        periods = [str(each) for each in (first or {}).get("Period", [])]
        months = [each for each in periods if "QMAT" not in each]
        return sorted(months)[-count:]

    def _page_2(
        self, table: str, area: str, periods: list[str], dimensions: Mapping[str, Sequence[str]]
    ) -> Any:
        body: dict[str, Any] = {"area": area, "period": periods}
        for name, members in dimensions.items():
            body[name if name.startswith("_") else f"_{name}"] = list(members) or "*"
        return self._json(f"data/{table}/json", body=body)

    def _page_3(
        self,
        table: str,
        area: str,
        periods: Sequence[str],
        latest: int,
        dimensions: Mapping[str, Sequence[str]],
    ) -> Any:
        query = {
            "mgroup.*": "*",
            "period.M": ",".join(periods) if periods else f"latest:{latest}",
            "hierarchy._nykom": area,
            "format": "json",
        }
        for name, members in dimensions.items():
            key = name if name.startswith("_") else f"_{name}"
            query[f"hierarchy.{key}"] = ",".join(members) or "*"
        return self._json(f"data/{table}", query)

    def _json(self, path: str, query: Mapping[str, str] | None = None, body: Any = None) -> Any:
        method = "POST" if body is not None else "GET"
        answer = self._service.ask(method, path, query=query, body=body)
        try:
            told = json.loads(answer)
        except ValueError:
            text = answer.decode("utf-8", "replace").strip()[:200]
            if _BAD_KEY in text.casefold():
                raise ServiceFailed(
                    "jobindsats godtager ikke nøglen: den er forkert eller udløbet. Bed om en ny "
                    "hos jobindsats@star.dk."
                ) from None
            raise ServiceFailed(f"jobindsats svarer ikke med tal: “{text}”.") from None
        if isinstance(told, str):
            if _BAD_KEY in told.casefold():
                raise ServiceFailed(
                    "jobindsats godtager ikke nøglen: den er forkert eller udløbet. Bed om en ny "
                    "hos jobindsats@star.dk."
                )
            raise ServiceFailed(f"jobindsats svarer: “{told[:200]}”.")
        return told
