"""Posts of the archive's own body, and posts that a body had at another time."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve

ISSUES = {
    "beacon_january_2031": """# Beacon – January 2031

A letter of the Grand Shoal Pact

## In their words

> “We light what we can.”
> — *Ada Roe, Coordinator of the Grand Shoal Pact*

## Groups

### Fog and ice

- Co-chairs: WTO, BPU

### Old bells

- Chair: LLC

### Ropes

- Chair: WTO
- Co-chair: Ida Berg (LLC)
""",
    "beacon_march_2031": """# Beacon – March 2031

A letter of the Grand Shoal Pact

## In their words

> “The lamps are ours.”
> — *Bo Lind, Coordinator of the Grand Shoal Pact*

## Groups

### Fog and ice

- Chair: BPU

### Old bells

- Chair: LLC

### Ropes

- Chair: Ida Berg (LLC)
""",
    "beacon_may_2031": """# Beacon – May 2031

A letter of the Grand Shoal Pact

## What members did

- 3 May: WTO met in Riga to speak of lamps.
""",
}


@pytest.fixture(scope="module")
def beacon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("beacon"), **ISSUES)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who is the Coordinator of the Pact?", "Bo Lind"),
        ("Who is the coordinator of the Grand Shoal Pact?", "Bo Lind"),
        ("Who was the Coordinator of the Pact in January 2031?", "Ada Roe"),
    ],
)
def test_who_signs_with_a_post_of_the_archives_own_body_holds_it(beacon: Library, question: str, name: str) -> None:
    assert name in beacon.ask(question).answer


@pytest.mark.parametrize("verb", ["led", "chaired", "headed"])
def test_co_chairs_are_meant_where_a_body_had_no_chair_then(beacon: Library, verb: str) -> None:
    then = beacon.ask(f"Who {verb} the group on fog and ice in January 2031?").answer
    assert "WTO" in then
    assert "BPU" in then
    now = beacon.ask("Who leads the group on fog and ice?").answer
    assert "BPU" in now
    assert "WTO" not in now


def test_who_is_chair_now_is_no_longer_co_chair_of_the_same_body(beacon: Library) -> None:
    assert "Co-chair" not in beacon.ask("Which posts does Ida Berg hold?").answer
    assert "Co-chair" in beacon.ask("Which posts did Ida Berg hold in January 2031?").answer
