"""A figure whose column names another time than its document's is listed, told and read with that time."""

from datetime import date
from pathlib import Path

from tests.parsed import parse_here
from tests.service.archive import write_issue
from tests.service.client import call

from ctassist.application.app import create_app
from ctassist.channels.mcp.text import rows_text
from ctassist.client import ledger
from ctassist.indexing.ingest import ingest
from ctassist.settings import Settings

_ISSUE = """# Tide Review
May 2031

## In figures

| Figure | 2030 | May 2031 | Target for 2033 |
|---|---|---|---|
| Gauges read | 41 | 44 | 60 |
"""


def test_a_figure_is_listed_with_the_time_that_its_column_names(tmp_path: Path) -> None:
    write_issue(tmp_path / "files", "may.md", _ISSUE)
    settings = Settings(index_dir=tmp_path / "index", database_url=None)
    ingest([tmp_path / "files"], settings, parse=parse_here())
    response = call(create_app(settings), "GET", "/v1/indicators")

    told = rows_text(response.json(), "indicators", "http://127.0.0.1")
    assert "**Gauges read: 41 (2030-01-01 to 2030-12-31)**" in told
    assert "**Gauges read: 44**" in told
    assert "**Gauges read – target: 60 (2033-01-01 to 2033-12-31)**" in told

    rows = ledger.indicators().read(response).rows
    ends = {row.record.figure: row.record.interval.end if row.record.interval else None for row in rows}
    assert ends == {"41": date(2030, 12, 31), "44": None, "60": date(2033, 12, 31)}

    series = call(create_app(settings), "GET", "/v1/indicators/series").json()["series"]
    assert [point["figure"] for one in series for point in one["points"]] == ["44"]
