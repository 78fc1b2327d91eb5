"""A guild of harp makers: the pages of its groups and their yearly reports, asked what a maker would want to know."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, shelve
from tests.answering.rules import assert_holds

STRINGS = """# Strings Special Interest Group

Makes strings for harps of all sizes. Members sew covers for them.

## Leadership

### Chairs

* Ana Roe (**[@ana](https://harps.example/ana)**), Lute and Sons
* Bo Lind (**[@bo](https://harps.example/bo)**), Tern Works

### Technical Leads

* Cy Dorn (**[@cy](https://harps.example/cy)**), Wick
* Eve Moor (**[@eve](https://harps.example/eve)**), Spar

## Emeritus Leads

* Dee Falk (**[@dee](https://harps.example/dee)**)

## Contact

- Chat: [#sig-strings](https://chat.example/sig-strings)
- Guild Council Liaison: Ivo Quist (**[@ivo](https://harps.example/ivo)**)

## Working Groups

The following working groups are sponsored by sig-strings:

* WG Serving
* WG Tuning

## Subprojects

The following subprojects are owned by sig-strings:

### gut-winder

- **Owners:**
  - [harps/gut-winder](https://harps.example/gut-winder/OWNERS)

### Strings Team

Cuts the strings that the others wind.

- **Leads:**
  - Fay Noor (**[@fay](https://harps.example/fay)**), Lumen
- **Contact:**
  - Chat: [#strings-team](https://chat.example/strings-team)

### Reed Comb

Keeps its own combs.

- **Leads:**
  - Mia Reef (**[@mia](https://harps.example/mia)**), Spar

### Pedal Works

- **Leads:**
  - Kim Stone (**[@kim](https://harps.example/kim)**), Wick
"""
COUNCIL = """# Guild Council

The Harp Guild Council governs the guild and keeps its purse.

## Members

* Ivo Quist (**[@ivo](https://harps.example/ivo)**), Wick
* Ana Roe (**[@ana](https://harps.example/ana)**), Lute and Sons
* Mei Tan 谭梅 (**[@mei](https://harps.example/mei)**), Wick Pianos
"""
TUNING = """# Tuning Working Group

Tunes what the others build.

## Organizers

* Gil Otter (**[@gil](https://harps.example/gil)**), Spar

## Emeritus Organizers

* Dee Falk (**[@dee](https://harps.example/dee)**)

## Contact

- Guild Council Liaison: Ana Roe (**[@ana](https://harps.example/ana)**)
"""
RELEASE = """# Release Special Interest Group

Sends finished harps out.

## Leadership

### Chairs

* Hana Pike (**[@hana](https://harps.example/hana)**), Wick
"""
STRINGS_2031 = """# 2031 Annual Report: SIG Strings

## Current initiatives

1. What work did the group do this year that should be highlighted?

   - Officially added Eve Moor (@eve) as the second tech lead of the group.
   - Previous SIG TL Hal Bone stepped down during 2031. Many thanks to him.
   - 3 harp talks at the spring fair

2. Proposal work in 2031 (2.1, 2.2):

   - Stable
     - [11 - Nylon cores](https://harps.example/11) - 2.1
     - [12 - Copper wire](https://harps.example/12) - 2.2
   - Rejected
     - [13 - Cat gut](https://harps.example/13)

3. Are there areas that the group needs help with?

   - Lost both winders and looking for new ones

## Membership

- Primary chat channel member count: 2014
- Unique reviewers for the tools of the group: 9

## Subprojects

**New in 2031:**
  - gut-winder
  - [peg-box](https://harps.example/<no
value>#peg-box) **Retired in 2031:**
  - bow-rest **Continuing:**
  - reed-comb

## Working groups

**New in 2031:**
 - Serving
**Continuing:**
 - Tuning
"""
STRINGS_2032 = """# 2032 Annual Report: SIG Strings

## Current initiatives

1. What work did the group do this year that should be highlighted?

   - No governance or leadership changes.
   - Wound strings for forty harps.

2. Are there areas that the group needs help with?
"""
RELEASE_2031 = """# 2031 Annual Report: SIG Release

## Membership

- Primary chat channel member count: 2458
- Unique reviewers for the tools of the group: 24
"""
TUNING_2031 = """# 2031 Annual Report: WG Tuning

## Current initiatives

1. What work did the group do this year that should be highlighted?

   - The pegbook project released 3 major versions in 2031.
   - Strings from a shop need help to stay in tune; much of this work will be folded back.
"""
TUNING_2032 = """# 2032 Annual Report: WG Tuning

## Highlights

### Sub Projects

#### Pegbook

Pegbook has had 5 releases in 2032.

In 2032, the pegbook community would like to thank all who tuned at the fair.

### Proposals

The group wrote proposals on tuning. In 2032, it carried on with these proposals.

- [Long necks](https://harps.example/21)
  - Promoted to beta in 2032

- [Short necks](https://harps.example/22)
  - Promoted to beta.

- [Bent necks](https://harps.example/23)
  - Promoted to stable.
"""
FILES = {
    "strings": STRINGS,
    "council": COUNCIL,
    "tuning": TUNING,
    "release": RELEASE,
    "strings-annual-report-2031": STRINGS_2031,
    "strings-annual-report-2032": STRINGS_2032,
    "release-annual-report-2031": RELEASE_2031,
    "tuning-annual-report-2031": TUNING_2031,
    "tuning-annual-report-2032": TUNING_2032,
}


@pytest.fixture(scope="module")
def guild(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("guild"), **FILES)
    yield library
    library.archive.close()


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        # A body that differs from the page's by its noun alone is another one.
        ("Who leads the Strings Team?", ("Fay Noor",), ("Ana Roe",)),
        ("Who chairs SIG Strings?", ("Ana Roe", "Bo Lind", "Strings Special Interest Group"), ("Fay Noor", "Team")),
        ("Who is the liaison of SIG Strings?", ("Ivo Quist", "Strings Special Interest Group"), ("Team",)),
        # Two chairs are co-chairs, told with whom they work for.
        ("Who are the co-chairs of SIG Strings and where are they employed?", ("Ana Roe", "Tern Works"), ("Cy Dorn",)),
        # Whoever looks after a group for another one is its liaison.
        ("Who looks after SIG Strings on behalf of the Guild Council?", ("Ivo Quist",), ("Ana Roe",)),
        ("Which groups does Ana Roe look after for the Guild Council?", ("Tuning",), ("Strings",)),
        # A body's page may call it by a longer name.
        ("Who sits on the Harp Guild Council?", ("Ivo Quist", "Ana Roe"), ()),
        # All posts that somebody held before.
        ("Which groups list Dee Falk as emeritus?", ("Strings", "Tuning"), ()),
        ("Who are the emeritus leads of WG Tuning?", ("Dee Falk",), ("Gil Otter",)),
        # Bodies that are named one beside the other, and a name that is written in two scripts.
        ("Who are the leads of Reed Comb and Pedal Works?", ("Mia Reef", "Kim Stone"), ("Ana Roe",)),
        ("Where does Mei Tan work?", ("Wick Pianos",), ()),
        # Who left a post is never told by who has it; "TL" is a tech lead.
        ("Who resigned as tech lead of SIG Strings?", ("Hal Bone",), ("Cy Dorn",)),
        (
            "Who was added as tech lead of SIG Strings in 2031 and who stepped down from that role?",
            ("Eve Moor", "Hal Bone"),
            ("Cy Dorn",),
        ),
        ("Who was added as second tech lead of SIG Strings, and in which year?", ("Eve Moor", "2031"), ("Cy Dorn",)),
        ("Were there leadership changes in SIG Strings in 2032?", ("No governance or leadership changes",), ()),
        # What stands below the labels of a list, also where an editor has filled up the lines.
        (
            "Which subproject did SIG Strings add in 2031, and which one did it retire?",
            ("gut-winder", "peg-box", "bow-rest"),
            ("reed-comb",),
        ),
        ("Which new working groups did SIG Strings sponsor in 2031?", ("Serving",), ("Tuning",)),
        ("What happened to the bow-rest subproject?", ("Retired in 2031", "bow-rest"), ()),
        ("Which proposal was rejected by SIG Strings in 2031?", ("13 - Cat gut",), ("Nylon",)),
        (
            "List the proposals that SIG Strings brought to stable in its 2031 report.",
            ("11 - Nylon cores", "12 - Copper wire"),
            ("Cat gut",),
        ),
        ("Which proposals did WG Tuning promote to stable in 2032?", ("Bent necks",), ("Long necks", "Short necks")),
        ("Which proposals did WG Tuning promote to beta in 2032?", ("Long necks", "Short necks"), ("Bent necks",)),
        ("Which working groups were added in 2031?", ("Serving",), ("Tuning",)),
        # What a report has below the question of its form.
        ("What did SIG Strings highlight in 2031?", ("Eve Moor", "Hal Bone", "3 harp talks"), ("Nylon",)),
        ("What help did SIG Strings need in 2031?", ("Lost both winders",), ("shop",)),
        # Numbers that lines state, each of the group that is named.
        ("How many releases did Pegbook have in 2032?", ("5 releases",), ("thank",)),
        ("How many releases did Pegbook have in 2032, compared with 2031?", ("5 releases", "3 major"), ("thank",)),
        ("How many unique reviewers did SIG Release have in 2031?", ("24",), ("**9**",)),
        ("How many chat channel members did SIG Strings have in 2031?", ("2014",), ("2458",)),
        # Whose a thing is.
        ("Which SIG owns gut-winder?", ("Strings Special Interest Group",), ("Tuning",)),
        ("What chat channel does the Strings Team use?", ("#strings-team",), ("Cuts",)),
        ("Which SIG sponsors WG Tuning?", ("Strings Special Interest Group",), ("Release",)),
    ],
)
def test_what_pages_and_reports_tell(
    guild: Library, question: str, told: tuple[str, ...], not_told: tuple[str, ...]
) -> None:
    answer = guild.ask(question)
    assert all(word in answer.answer for word in told), answer.answer
    assert not any(word in answer.answer for word in not_told), answer.answer
    assert_holds(guild, answer)


@pytest.mark.parametrize(
    "question",
    [
        "Who are the organizers of WG Serving?",
        "Who leads gut-winder?",
        "Who is the co-chair of SIG Release?",
        "Who stepped down as chair of SIG Release?",
        "Who looks after SIG Release on behalf of the Guild Council?",
        "Who sits on the Harp Lovers Council?",
        "Which SIG owns the dry-dock?",
        "Which SIG leads gut-winder?",
        "What did SIG Release highlight in 2031?",
        "Which areas did SIG Strings need help with in 2032?",
        "How many chat channel members did WG Tuning have in 2031?",
        "How many releases did Bow-rest have in 2032?",
        "Which working groups did SIG Strings retire in 2031?",
        "Which working groups retired in 2031?",
        "What did SIG Strings sew in 2031?",
        "Who owns gut-winder?",
    ],
)
def test_near_misses_are_refused(guild: Library, question: str) -> None:
    assert guild.ask(question).status == "not_found", guild.ask(question).answer
