"""Asking a public service: again when it is busy, never for ever, and what it says is told."""

import time
from collections.abc import Callable, Mapping
from typing import Any

import httpx

#: Answers after which the same question may be asked again.
_BUSY = frozenset({429, 500, 502, 503, 504})
#: Seconds to wait before each new attempt.
PAUSES = (1.0, 4.0, 10.0)
_LONGEST_PAUSE = 60.0
_MOST_BYTES = 500_000_000


class ServiceFailed(RuntimeError):
    """A service that does not answer as it should; the message says how, and what to do."""


class Service:
    """A service at `base`. `sleep` waits between attempts."""

    def __init__(
        self,
        name: str,
        base: str,
        headers: Mapping[str, str] | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._name = name
        self._sleep = sleep
        self._client = httpx.Client(
            base_url=base,
            headers={"User-Agent": "Sagsgang", **(headers or {})},
            timeout=httpx.Timeout(60.0, connect=15.0),
            follow_redirects=False,
        )

    def close(self) -> None:
        """No more questions."""
        self._client.close()

    def ask(
        self, method: str, path: str, *, query: Mapping[str, str] | None = None, body: Any = None
    ) -> bytes:
        """The answer, without the byte order mark. Raises ServiceFailed."""
        for attempt, pause in enumerate((*PAUSES, None)):
            wait = pause
            try:
                with self._client.stream(method, path, params=query, json=body) as answer:
                    if answer.status_code == httpx.codes.OK:
                        return self._body(answer)
                    told = self._told(answer)
                    if answer.status_code not in _BUSY:
                        raise ServiceFailed(told)
                    wait = _asked_to_wait(answer, pause)
            except httpx.TransportError as error:
                told = f"{self._name} svarer ikke ({type(error).__name__}). Prøv igen senere."
            if pause is None or wait is None:
                raise ServiceFailed(f"{told} Der er spurgt {attempt + 1} gange.")
            self._sleep(wait)
        raise AssertionError("the last attempt returns or raises")

    def _body(self, answer: httpx.Response) -> bytes:
        parts, size = [], 0
        for part in answer.iter_bytes():
            size += len(part)
            if size > _MOST_BYTES:
                raise ServiceFailed(f"{self._name} svarer med for meget. Vælg færre perioder.")
            parts.append(part)
        return b"".join(parts).removeprefix(b"\xef\xbb\xbf")

    def _told(self, answer: httpx.Response) -> str:
        text = " ".join(answer.read().decode("utf-8", "replace").split())[:300]
        if answer.status_code in (401, 403):
            return f"{self._name} godtager ikke nøglen: {text or answer.status_code}."
        return f"{self._name} svarer {answer.status_code}: {text}."


def _asked_to_wait(answer: httpx.Response, pause: float | None) -> float | None:
    """What the service asks for (Retry-After, in seconds), within reason; else the usual pause."""
    asked = answer.headers.get("Retry-After", "")
    if pause is None or not asked.isdigit():
        return pause
    return min(float(asked), _LONGEST_PAUSE)
