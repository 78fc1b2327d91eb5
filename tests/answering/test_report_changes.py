"""Group pages with yearly reports: who came and who left, in which group, after whom; figures and needs of each."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

LAMPS = """# Lamps Special Interest Group

## Leadership

### Chairs

* Ana Roe (**@aroe**)
* Bo Ferri (**@bferri**)

### wickbox

- **Owners:** aroe, bferri

## Contact

- Chat: #lamp-room
"""
LAMPS_2031 = """# 2031 Annual Report: Lamps Special Interest Group

1. How many took part?

76 keepers and 12 pilots

2. Where are you short of people?

Glass blowers. We have none.

3. Changes among the leads:

Cem Aydin stepped down as chair in May 2031. Bo Ferri was elected in his place.
"""
KITES_2031 = """# 2031 Annual Report: Kites Special Interest Group

1. How many took part?

Keepers: 40. Pilots: 3.

2. Where are you short of people?

Rope makers.

3. Changes among the leads:

Dot Ives was made chair beside Eli Marsh in February 2031. Fay Noor joined as technical lead in the same month.
"""
KITES_2030 = """# 2030 Annual Report: Kites Special Interest Group

## Membership

28 keepers. Chair: Eli Marsh. Secretary: Gil Otter

## Changes

No change.
"""
KITES_2032 = """# 2032 Annual Report: Kites Special Interest Group

## Changes

Gil Otter stood down as secretary in April 2032. The post has not been filled.
"""
FLAGS_2031 = """# 2031 Annual Report: Flags Special Interest Group

## Current work

1. What was done?

- Healthy yards
  - Flag Loft provider growth
    - New Vik provider
    - New Skye provider
  - Tar Shed provider maturity
    - Old Barra provider
- Three patches of the Flag Loft: red, white, blue
- Fleet matters
  - Hal Stone has stepped up a lot to help the one secretary who is left (thank you!)
- Notable leadership updates
  - Ida Crane steps aside as chair (thank you!)
  - Jon Pell promoted to chair
  - Kay Lund was technical lead, now emerita

2. Are there any fleets or sub-groups that need more help (e.g. with fewer than two sewers)?

- pennants
- bunting

3. Did the flags travel in 2031 (e.g. meetings abroad)?

- Bergen

## Sub-groups

**New in 2031:**
- streamers
**Continuing:**
- pennants
- bunting
- ensigns
"""
FLAGS_2032 = """# 2032 Annual Report: Flags Special Interest Group

## Current work

1. What was done?

- Much was sewn

2. Are there any fleets or sub-groups that need more help (e.g. with fewer than two sewers)?

3. Did the flags travel in 2032 (e.g. meetings abroad)?

- Oban

## Sub-groups

**Continuing:**
- ensigns
**Retired:**
- bunting

## Duties

- Did you hold meetings with others in 2032 (e.g. a Flags SIG day)? Notes of them:
      - Talk on the Flags SIG at Oban 2032
"""
DRUMS = """# {} Annual Report: Drums Special Interest Group

## Membership

{} keepers
"""


@pytest.fixture(scope="module")
def groups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(
        tmp_path_factory.mktemp("groups"),
        lamps=LAMPS,
        lamps_2031=LAMPS_2031,
        kites_2031=KITES_2031,
        kites_2030=KITES_2030,
        kites_2032=KITES_2032,
        flags_2031=FLAGS_2031,
        flags_2032=FLAGS_2032,
        drums_2029=DRUMS.format(2029, 5),
        drums_2030=DRUMS.format(2030, 6),
        drums_2031=DRUMS.format(2031, 7),
    )
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Which chairs stepped down in 2031, in any group?", ["Cem Aydin"], ["Dot Ives", "Gil Otter"]),
        ("Who became chair of any group in 2031?", ["Bo Ferri", "Dot Ives"], ["Gil Otter"]),
        ("New technical leads in 2031", ["Fay Noor"], ["Cem Aydin", "Dot Ives"]),
        ("Who joined the leadership of the Kites group in 2031?", ["Dot Ives", "Fay Noor"], ["Bo Ferri"]),
        (
            "What leadership changes did the Flags group report for 2031?",
            ["Ida Crane", "Jon Pell", "Kay Lund"],
            ["Hal Stone", "Cem Aydin"],
        ),
        ("Which new providers did Flag Loft gain in 2031?", ["Vik", "Skye"], ["Barra", "patches"]),
        ("Who left the leadership of the Flags group in 2031?", ["Ida Crane", "Kay Lund"], ["Jon Pell"]),
        ("Which sub-groups of the Flags group were new in 2031?", ["streamers"], ["ensigns"]),
        ("Which sub-groups did the Flags SIG retire in 2032?", ["bunting"], ["ensigns"]),
        ("Which sub-groups of the Flags SIG need more help in 2031?", ["pennants", "bunting"], ["streamers", "Bergen"]),
        ("Whose place did Bo Ferri take?", ["Cem Aydin"], ["Dot Ives"]),
        ("Who succeeded Cem Aydin as chair of Lamps?", ["Bo Ferri"], ["Dot Ives"]),
        ("Who chaired the Kites SIG in 2030?", ["Eli Marsh"], ["Dot Ives", "Gil Otter"]),
        ("Who is secretary of the Kites group?", ["stood down"], ["Secretary: Gil Otter"]),
        ("Who chaired the Kites group in 2031?", ["Eli Marsh", "Dot Ives"], ["Gil Otter"]),
        ("Who owns wickbox?", ["aroe", "bferri"], ["Eli Marsh"]),
        ("How many keepers did the Lamps group have in 2031?", ["76"], ["40", "28"]),
        ("Lamps against Kites: keepers in 2031?", ["76", "40"], ["28"]),
        ("Compare the keeper numbers of the Lamps group and the Kites group in 2031.", ["76", "40"], ["28"]),
    ],
)
def test_changes_and_figures_of_groups(groups: Library, question: str, said: list[str], unsaid: list[str]) -> None:
    answer = groups.ask(question)
    assert_holds(groups, answer)
    assert [words for words in said if words not in answer.answer] == []
    assert [words for words in unsaid if words in answer.answer] == []


@pytest.mark.parametrize(
    "question",
    [
        "Who left the leadership of the Kites group in 2031?",
        "Who left the leadership of the Sails group in 2031?",
        "Which chairs stepped down in 2029?",
        "Who succeeded Eli Marsh?",
        "Which sub-groups of the Flags SIG need more help in 2032?",
        "When does the Flags SIG meet?",
    ],
)
def test_where_nobody_came_or_left_nobody_is_named(groups: Library, question: str) -> None:
    assert groups.ask(question).status == "not_found"
