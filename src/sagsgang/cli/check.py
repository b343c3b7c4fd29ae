"""`sagsgang import`."""


def check() -> None: ...
