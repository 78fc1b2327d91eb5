"""Tables of bodies whose columns and cells say the posts in other words than a post's name."""

from tests.extraction.shown import roles

TOP = "# Lamp Gazette 9\n\nMay 2031\n\n## Who keeps what\n\n"


def test_columns_may_say_what_is_done_and_who_is_second() -> None:
    table = """| Body | Led by | Second | Others |
|---|---|---|---|
| Lamp Council | Ana Roe (LSU), chair | | Lead Paint Removal |
| Fog Group | LSU | BPU, CSO | Rapporteur Bo Karv (BPU); secretary CSO |
"""
    assert roles(TOP + table, "gazette.md") == [
        ("Lamp Council", "chair", "Ana Roe"),
        ("Fog Group", "lead", "LSU"),
        ("Fog Group", "deputy", "BPU"),
        ("Fog Group", "deputy", "CSO"),
        ("Fog Group", "rapporteur", "Bo Karv"),
        ("Fog Group", "secretary", "CSO"),
    ]


def test_second_is_no_post_where_nobody_leads() -> None:
    table = "| Motion | Moved for | Second |\n|---|---|---|\n| Longer ropes | LSU | BPU |\n"
    assert roles(TOP + table, "gazette.md") == []


def test_each_cell_may_label_its_own_holders() -> None:
    table = """| Body | In front | Beside |
|---|---|---|
| Fog Group | Lead: LSU | Deputies: BPU, CSO. Rapporteur: Bo Karv (BPU) |
| Pier Panel | Lead: CSO | Deputy: LSU. Secretary: Cy Dahl (TKO) |
"""
    assert roles(TOP + table, "gazette.md") == [
        ("Fog Group", "lead", "LSU"),
        ("Fog Group", "deputy", "BPU"),
        ("Fog Group", "deputy", "CSO"),
        ("Fog Group", "rapporteur", "Bo Karv"),
        ("Pier Panel", "lead", "CSO"),
        ("Pier Panel", "deputy", "LSU"),
        ("Pier Panel", "secretary", "Cy Dahl"),
    ]
