"""The clients of jobindsats and StatBank, against a local server that answers as documented."""

import json
import threading
from collections import defaultdict
from datetime import UTC, datetime
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from sagsgang.figures.sources import load_file
from sagsgang.figures.sources.http import ServiceFailed
from sagsgang.figures.sources.jobindsats.client import Jobindsats
from sagsgang.figures.sources.statbank.client import StatBank
from sagsgang.figures.store import Store

AT = datetime(2025, 9, 1, tzinfo=UTC)
BOM = b"\xef\xbb\xbf"


class Server:
    """Answers by method and path; what it was asked is kept."""

    def __init__(self):
        self.answers = defaultdict(list)
        self.asked = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                self.answer(b"")

            def do_POST(self):
                self.answer(self.rfile.read(int(self.headers["Content-Length"])))

            def answer(self, body):
                parts = urlsplit(self.path)
                outer.asked.append(
                    {
                        "path": parts.path,
                        "query": {name: told[0] for name, told in parse_qs(parts.query).items()},
                        "body": json.loads(body) if body else None,
                        "key": self.headers.get("Authorization"),
                    }
                )
                told = outer.answers[self.command, parts.path]
                status, content, headers = told.pop(0) if told else (404, b"nothing here", {})
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(content))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_told):
                """Quiet."""

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.http.server_address[1]}"

    def says(self, method, path, told, status=200, **headers):
        content = told if isinstance(told, bytes) else json.dumps(told).encode()
        self.answers[method, path].append((status, content, headers))


@pytest.fixture
def server():
    found = Server()
    thread = threading.Thread(target=found.http.serve_forever, daemon=True)
    thread.start()
    yield found
    found.http.shutdown()
    found.http.server_close()


@pytest.fixture
def pauses():
    return []


@pytest.fixture
def jobindsats(server, pauses):
    def of(version):
        return Jobindsats("hemmelig", version=version, address=server.address, sleep=pauses.append)

    return of


@pytest.fixture
def loaded(tmp_path):
    """What a fetched file becomes in a store: the observations of a series."""

    def of(content, source, series):
        path = tmp_path / "hentet.json"
        path.write_bytes(content)
        store = Store(tmp_path / "store")
        load_file(store, path, source, area="787", at=AT)
        return [
            (each.area, str(each.period), each.value, each.missing and each.missing.value)
            for each in store.snapshot().observations(series)
        ]

    return of


PAGE_2 = [
    {
        "Variables": [{"Label": "Område"}, {"Label": "Periode"}, {"Label": "Antal personer"}],
        "Data": [["Thisted", "2025M05", "1.204"], ["Hele landet", "2025M05", "-"]],
    }
]


def test_version_2_asks_a_period_at_a_time_with_the_key_as_it_is(server, jobindsats, loaded):
    described = json.dumps([{"Period": ["2024QMAT02", "2025M04", "2025M05"]}]).encode()
    server.says("GET", "/v2/tables/y07a02/json/", BOM + described)
    older = json.loads(json.dumps(PAGE_2).replace("2025M05", "2025M04").replace("1.204", "1.199,5"))
    server.says("POST", "/v2/data/y07a02/json", older)
    server.says("POST", "/v2/data/y07a02/json", PAGE_2)
    content = jobindsats(2).data("y07a02", latest=2, dimensions={"sagsart": []}, at=AT)
    bodies = [each["body"] for each in server.asked[1:]]
    assert [each["period"] for each in bodies] == [["2025M04"], ["2025M05"]]
    assert bodies[0] == {"area": "*", "period": ["2025M04"], "_sagsart": "*"}
    assert {each["key"] for each in server.asked} == {"hemmelig"}
    found = loaded(content, "jobindsats", "jobindsats.y07a02.antal_personer")
    assert sorted(found, key=lambda each: (each[1], each[0])) == [
        ("000", "2025M04", None, "none"),
        ("787", "2025M04", Decimal("1199.5"), None),
        ("000", "2025M05", None, "none"),
        ("787", "2025M05", Decimal(1204), None),
    ]


def test_version_3_has_a_bearer_and_a_query(server, jobindsats, loaded):
    page = {
        "columns": ["Område", "Periode", "Ydelsesgruppe", "Andel (pct.)"],
        "rows": [["787", "2025M06", "I alt", 46.25], ["787", "2025M06", "Unge", None]],
    }
    server.says("GET", "/v3/data/y60a02", BOM + json.dumps(page).encode())
    content = jobindsats(3).data("y60a02", area="/", dimensions={"_ygrpi09": ["/2/"]}, at=AT)
    assert server.asked[0]["key"] == "Bearer hemmelig"
    assert server.asked[0]["query"] == {
        "mgroup.*": "*",
        "period.M": "latest:14",
        "hierarchy._nykom": "/",
        "hierarchy._ygrpi09": "/2/",
        "format": "json",
    }
    found = loaded(content, "jobindsats", "jobindsats.y60a02.andel_pct")
    assert [(value, missing) for *_at, value, missing in found] == [
        (Decimal("46.25"), None),
        (None, "unknown"),
    ]


def test_the_tables_are_told_in_both_versions(server, jobindsats):
    server.says("GET", "/v2/tables/json", [{"TableID": "y01a02", "TableName": "A-dagpenge"}])
    tables = [{"table_groups": [{"tables": [{"table_id": "y07a02", "table_name": "Syge"}]}]}]
    server.says("GET", "/v3/tables", tables)
    assert jobindsats(2).tables() == {"y01a02": "A-dagpenge"}
    assert jobindsats(3).tables() == {"y07a02": "Syge"}


def test_a_busy_service_is_asked_again_as_it_wishes(server, jobindsats, pauses):
    server.says("GET", "/v3/tables", b"", status=429, **{"Retry-After": "7"})
    server.says("GET", "/v3/tables", b"", status=503)
    server.says("GET", "/v3/tables", [])
    assert jobindsats(3).tables() == {}
    assert pauses == [7.0, 4.0]


def test_a_service_that_stays_away_is_given_up(server, jobindsats, pauses):
    for _time in range(9):
        server.says("GET", "/v3/tables", b"", status=502)
    with pytest.raises(ServiceFailed, match=r"svarer 502.*Der er spurgt 4 gange"):
        jobindsats(3).tables()
    assert len(pauses) == 3


def test_a_bad_key_is_told_in_words(server, jobindsats):
    server.says("GET", "/v2/tables/json", "Forkert nøgle eller nøglen er udløbet.".encode())
    with pytest.raises(ServiceFailed, match="den er forkert eller udløbet"):
        jobindsats(2).tables()
    server.says("GET", "/v3/tables", b"", status=401)
    with pytest.raises(ServiceFailed, match="godtager ikke nøglen"):
        jobindsats(3).tables()
    with pytest.raises(ServiceFailed, match="SAGSGANG_JOBINDSATS_KEY"):
        Jobindsats("")


DESCRIBED = {
    "id": "REGK31",
    "unit": "1.000 kr.",
    "variables": [{"id": "OMRÅDE"}, {"id": "FUNK1"}, {"id": "Tid"}],
}


def test_statbank_is_asked_for_bulk_with_every_variable(server, loaded, pauses):
    server.says("POST", "/v1/tableinfo", DESCRIBED)
    bulk = (
        "OMRÅDE;FUNK1;TID;INDHOLD\r\n787;55771;2024;1204,5\r\n787;55773;2024;..\r\n081;1;2024;9\r\n"
    )
    server.says("POST", "/v1/data", BOM + bulk.encode())
    client = StatBank(address=server.address, sleep=pauses.append)
    content = client.data("REGK31", {"OMRÅDE": ["787"]}, at=AT)
    assert server.asked[1]["body"] == {
        "table": "REGK31",
        "format": "BULK",
        "lang": "da",
        "valuePresentation": "Code",
        "variables": [
            {"code": "OMRÅDE", "values": ["787"]},
            {"code": "FUNK1", "values": ["*"]},
            {"code": "Tid", "values": ["*"]},
        ],
    }
    assert loaded(content, "statbank", "statbank.REGK31") == [
        ("787", "2024", 1204500, None),
        ("787", "2024", None, "unknown"),
    ]


def test_statbank_names_the_variables_that_there_are(server, pauses):
    server.says("POST", "/v1/tableinfo", DESCRIBED)
    client = StatBank(address=server.address, sleep=pauses.append)
    with pytest.raises(ServiceFailed, match=r"ingen variabel ALDER. Den har: OMRÅDE, FUNK1, Tid"):
        client.data("REGK31", {"ALDER": ["*"]}, at=AT)
