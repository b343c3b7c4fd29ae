"""Where the website keeps what it owns, and the secret key that it keeps there."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[4]


def data_folder(environment: Mapping[str, str]) -> Path:
    """The folder of the database and the secret key: SAGSGANG_DATA, or `var` in the checkout.

    The folder is made when it is missing; only its owner may look into it.
    """
    folder = Path(environment.get("SAGSGANG_DATA") or CHECKOUT / "var").expanduser().resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """The key in `folder/secret-key`, made on first use; processes that start at once share it."""
    path = folder / "secret-key"
    if not path.exists():
        draft = folder / f"secret-key.{os.getpid()}"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
        try:
            # A hard link appears whole or not at all, and never replaces the key of another
            # process.
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text()
