"""A claim holds only if its sources say it: what they say otherwise holds, what is merely near does not."""

from datetime import date

import pytest
from tests.generation.attempts import Attempt, attempts
from tests.generation.sentences import FALSE, TRUE

from ctassist.answering.generation.entailment import judge
from ctassist.answering.generation.sources import Source
from ctassist.model.time import Interval

ISSUE = Interval(date(2031, 1, 1), date(2031, 2, 28))
AROUND = "Ice watch and pilotage (as of January to February 2031):"
CHAIR = Source("Ice watch and pilotage: Chair: OLA", AROUND, ISSUE)
CO_CHAIR = Source("Ice watch and pilotage: Co-chair: WHO", AROUND, ISSUE)
VICE_CHAIRS = Source("Ice watch and pilotage: Vice-chairs: MSI, GHJA", AROUND, ISSUE)
TWO_TIMES = Source(
    "9 to 12 January 2031, 29 January 2031: OLA LAMP initiative provided training to Trinidad and Tobago (9-12 Jan)"
    " and Kenya (29 Jan)",
    "8 activities in January 2031:",
    ISSUE,
)
HOSTED = Source(
    "8 February 2031: MSI hosted the harbour masters' discussion on effective pilot boats (8 Feb)", "", ISSUE
)
TRAINED = Source("13 February 2031: GHJA trained 30 officers of Mali and 12 judges in Bamako (13 Feb)", "", ISSUE)
JOINED = Source("18 February 2031 – Palau became the 124th party to the Beacon Convention (18 Feb)", "", ISSUE)
SUPPORTED = Source("Palau supported Kenya against Mali", "", ISSUE)
ELECTED = Source("GHJA chaired the session and MSI was elected vice-chair", "", ISSUE)
ABSENT = Source("Norway did not attend the meeting of OLA", "", ISSUE)
ACTING = Source("Ada Lind is acting director of the depot", "", ISSUE)
UP_TO = Source("The fund gave up to 500 lamps to 20 ports", "", ISSUE)
SAID = Source("OLA Director Lind (24 January 2031): “the keeper is the first line of defence”", "said", ISSUE)
HOLDS = Source("Chair of Harbour strategies", "MSI – 2 roles:", ISSUE)
FIGURE = Source("Total focal points: 1,050 (January to February 2031)", "", ISSUE)


@pytest.mark.parametrize(
    ("claim", "sources"),
    [
        ("OLA chairs Ice watch and pilotage", [CHAIR]),
        ("OLA chairs Ice watch and pilotage, with WHO as co-chair", [CHAIR, CO_CHAIR]),
        ("Ice watch and pilotage is chaired by OLA; MSI and GHJA are its vice-chairs", [CHAIR, VICE_CHAIRS]),
        (
            "The OLA LAMP initiative provided training to Trinidad and Tobago on 9 to 12 January 2031"
            " and to Kenya on 29 January 2031",
            [TWO_TIMES],
        ),
        ("On 8 February 2031, MSI hosted a discussion on effective pilot boats", [HOSTED]),
        ("GHJA trained 30 officers of Mali and 12 judges in Bamako on 13 February 2031", [TRAINED]),
        ("In Bamako, 30 officers of Mali and 12 judges were trained by GHJA on 13 February 2031", [TRAINED]),
        (
            "MSI hosted a discussion on 8 February 2031, and GHJA trained 30 officers of Mali and 12 judges in Bamako",
            [HOSTED, TRAINED],
        ),
        ("Palau became the 124th party to the Beacon Convention on 18 February 2031", [JOINED]),
        ("Palau supported Kenya against Mali", [SUPPORTED]),
        ("Kenya was supported by Palau", [SUPPORTED]),
        ("GHJA chaired the session", [ELECTED]),
        ("MSI was elected vice-chair", [ELECTED]),
        ("Norway did not attend the meeting of OLA", [ABSENT]),
        ("The acting director of the depot is Ada Lind", [ACTING]),
        ("The fund gave up to 500 lamps to 20 ports", [UP_TO]),
        ("OLA Director Lind said “the keeper is the first line of defence”", [SAID]),
        ("MSI is chair of Harbour strategies", [HOLDS]),
        ("There were 1,050 focal points in total", [FIGURE]),
    ],
)
def test_what_sources_say_otherwise_holds(claim: str, sources: list[Source]) -> None:
    verdict = judge(claim, sources)
    assert not verdict.fault
    assert verdict.used == frozenset(range(len(sources)))


@pytest.mark.parametrize(
    ("claim", "sources"),
    [
        ("WHO chairs Ice watch and pilotage", [CHAIR, CO_CHAIR]),
        ("OLA co-chairs Ice watch and pilotage", [CHAIR, CO_CHAIR]),
        ("WHO is chair of Ice watch and pilotage and OLA is co-chair", [CHAIR, CO_CHAIR]),
        ("GHJA chairs Ice watch and pilotage", [VICE_CHAIRS]),
        ("OLA is vice-chair", [CHAIR, VICE_CHAIRS]),
        ("The OLA LAMP initiative provided training to Kenya on 9 to 12 January 2031", [TWO_TIMES]),
        ("On 9 February 2031, MSI hosted a discussion", [HOSTED]),
        ("In March 2031, MSI hosted a discussion", [HOSTED]),
        ("GHJA hosted a discussion on effective pilot boats", [HOSTED, TRAINED]),
        ("GHJA trained 12 officers of Mali and 30 judges in Bamako", [TRAINED]),
        ("GHJA trained 30 officers of Kenya", [TRAINED]),
        ("Mali trained 30 officers of GHJA", [TRAINED]),
        ("All officers of Mali were trained by GHJA", [TRAINED]),
        ("GHJA may have trained 30 officers of Mali", [TRAINED]),
        ("GHJA trained 30 officers of Mali and 12 judges in Lagos", [TRAINED]),
        ("Palau became the 125th party to the Beacon Convention", [JOINED]),
        ("Palau left the Beacon Convention", [JOINED]),
        ("Kenya supported Palau against Mali", [SUPPORTED]),
        ("Palau supported Mali against Kenya", [SUPPORTED]),
        ("Palau was supported by Kenya", [SUPPORTED]),
        ("MSI chaired the session", [ELECTED]),
        ("GHJA was elected vice-chair", [ELECTED]),
        ("MSI was elected chair", [ELECTED]),
        ("Norway attended the meeting of OLA", [ABSENT]),
        ("OLA did not attend the meeting of Norway", [ABSENT]),
        ("Ada Lind is director of the depot", [ACTING]),
        ("The fund gave 500 lamps to 20 ports", [UP_TO]),
        ("The fund gave up to 20 lamps to 500 ports", [UP_TO]),
        ("OLA Director Lind said “the keeper is the last line of defence”", [SAID]),
        ("The chair is Harbour strategies", [HOLDS]),
        ("There were 1,051 focal points in total", [FIGURE]),
        ("MSI did not host a discussion", [HOSTED]),
        ("MSI hosted a discussion, and trained 30 officers of Mali", [HOSTED, TRAINED]),
        ("It hosted a discussion on effective pilot boats", [HOSTED]),
    ],
)
def test_what_sources_do_not_say_does_not_hold(claim: str, sources: list[Source]) -> None:
    assert judge(claim, sources).fault


@pytest.mark.parametrize(("line", "claims"), FALSE)
def test_the_words_of_a_line_put_together_otherwise_do_not_hold(line: str, claims: list[str]) -> None:
    assert [claim for claim in claims if not judge(claim, [Source(line, "said", ISSUE)]).fault] == []


@pytest.mark.parametrize(("line", "claims"), TRUE)
def test_a_line_said_otherwise_holds(line: str, claims: list[str]) -> None:
    assert [claim for claim in claims if judge(claim, [Source(line, "said", ISSUE)]).fault] == []


@pytest.mark.parametrize("attempt", attempts(), ids=lambda attempt: attempt.claim[:60])
def test_a_claim_holds_only_if_its_lines_say_it(attempt: Attempt) -> None:
    assert (not judge(attempt.claim, attempt.sources).fault) == attempt.honest


@pytest.mark.parametrize(
    "extra",
    [
        *(
            " [more](https://evil.example)",
            " https://evil.example",
            " <script>alert(1)</script>",
            " ![x](//evil.example/p.png)",
        ),
        *("\u200b", "\u202e", " `rm -rf`", " {{ system }}", " <|im_start|>", "\x00", "\n# A heading", " [7]"),
    ],
)
def test_a_claim_with_links_markup_or_what_cannot_be_seen_does_not_hold(extra: str) -> None:
    assert not judge("MSI hosted a discussion on effective pilot boats", [HOSTED]).fault
    assert judge(f"MSI hosted a discussion on effective pilot boats{extra}", [HOSTED]).fault


def test_only_the_sources_that_say_a_claim_are_used() -> None:
    assert judge("MSI hosted a discussion", [TRAINED, HOSTED]).used == {1}


def test_a_fault_names_the_words_that_no_source_has() -> None:
    assert "Zebra" in judge("MSI hosted the Zebra discussion", [HOSTED]).fault


def test_a_claim_that_may_be_cut_in_very_many_ways_is_judged() -> None:
    """Tried in all of them, it would not be judged within the time any test has."""
    line = Source("MSI met OLA in Riga; " * 6, "", ISSUE)
    assert judge("MSI, " * 18 + "Mali hosted", [line, TRAINED, HOSTED]).fault


def test_no_sources_say_nothing() -> None:
    assert judge("MSI hosted a discussion", []).fault
