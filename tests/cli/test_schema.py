"""`sagsgang schema`, and that the written contract and the schema say the same."""

import json
import re


def names(schema: dict) -> set[str]:
    """Every property name in the schema."""
    found = set()
    for definition in [schema, *schema["$defs"].values()]:
        found |= set(definition.get("properties", {}))
    return found


def test_the_schema_describes_what_read_prints(sagsgang, minutes):
    schema = json.loads(sagsgang("schema").out)
    document = json.loads(sagsgang("read", minutes).out)
    assert set(document) <= set(schema["properties"])
    assert set(document["items"][0]) <= set(schema["$defs"]["AgendaItem"]["properties"])


def test_every_name_in_the_schema_stands_in_the_contract(sagsgang, root):
    contract = (root / "docs" / "reference" / "contract.md").read_text()
    schema = json.loads(sagsgang("schema").out)
    missing = {name for name in names(schema) if not re.search(rf'["`]{name}["`]', contract)}
    assert missing == set()


def test_every_name_in_the_contract_stands_in_the_schema(sagsgang, root):
    contract = (root / "docs" / "reference" / "contract.md").read_text()
    example = contract.split("```jsonc")[1].split("```")[0]
    schema = json.loads(sagsgang("schema").out)
    assert set(re.findall(r'"(\w+)":', example)) - names(schema) == set()
