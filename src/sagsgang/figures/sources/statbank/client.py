"""Asking Statistics Denmark's StatBank: what a table has, and its figures as BULK."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sagsgang.figures.sources.http import Service, ServiceFailed

ADDRESS = "https://api.statbank.dk"


class StatBank:
    """A client. There is no key; the source must be named where figures are shown."""

    def __init__(
        self, *, address: str = ADDRESS, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._service = Service("StatBank", f"{address}/v1/", sleep=sleep)

    def close(self) -> None:
        """No more questions."""
        self._service.close()

    def described(self, table: str) -> dict[str, Any]:
        """A table's title, unit and variables with their values. Raises ServiceFailed."""
        body = {"table": table, "lang": "da", "format": "JSON"}
        try:
            told = json.loads(self._service.ask("POST", "tableinfo", body=body))
        except ValueError:
            told = None
        if not isinstance(told, dict) or "variables" not in told:
            raise ServiceFailed(f"StatBank kender ikke tabellen {table}.")
        return told

    def data(
        self,
        table: str,
        chosen: Mapping[str, Sequence[str]],
        *,
        at: datetime,
    ) -> bytes:
        """A file of a table's figures: its description, when, and the BULK that came. Variables
        that are not chosen are had whole. Raises ServiceFailed.
        """
        described = self.described(table)
        variables = [str(each["id"]) for each in described["variables"]]
        if unknown := sorted(set(chosen) - set(variables)):
            raise ServiceFailed(
                f"{table} har ingen variabel {unknown[0]}. Den har: {', '.join(variables)}."
            )
        body = {
            "table": table,
            "format": "BULK",
            "lang": "da",
            "valuePresentation": "Code",
            "variables": [
                {"code": name, "values": list(chosen.get(name) or ["*"])} for name in variables
            ],
        }
        answer = self._service.ask("POST", "data", body=body).decode("utf-8")
        told = {
            "service": "statbank",
            "table": table,
            "retrieved_at": at.isoformat(),
            "described": described,
            "bulk": answer,
        }
        return json.dumps(told, ensure_ascii=False).encode()
