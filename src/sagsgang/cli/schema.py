"""`sagsgang schema`: the JSON Schema of what `read` prints."""

from sagsgang.cli.output import as_bytes, write


def schema() -> None:
    from sagsgang.minutes import Minutes

    write(as_bytes(Minutes.model_json_schema(mode="serialization", by_alias=True), indent=2))
