"""Posts told in running text: of several bodies in a row, of the body just spoken of, of those who stay."""

from tests.extraction.shown import roles

REVIEW = """# Weir Pact Update, February 2031

## News

On 4 February 2031 the Pact Council elected Dalia Haddo, President of PSFN, as its Chair. She succeeds Tomas Valg, who
had chaired the Council since 2029. The new Vice-Chair of the Council is Hiroto Senza of FEPS.

The working group on locks and gates keeps UCBC as Chair and LSTI as Co-Chair. The group's Vice-Chairs are now MDCA and
CITB.

{series}
"""


def test_posts_of_the_body_spoken_of_are_its_own() -> None:
    found = set(roles(REVIEW.format(series=""), "update.md"))
    locks = "working group on locks and gates"
    assert {("Pact Council", "chair", "Dalia Haddo"), ("Pact Council", "vice-chair", "Hiroto Senza")} <= found
    assert {
        (locks, "chair", "UCBC"),
        (locks, "co-chair", "LSTI"),
        (locks, "vice-chair", "MDCA"),
        (locks, "vice-chair", "CITB"),
    } <= found


def test_the_heads_of_several_bodies_are_told_in_a_row() -> None:
    series = (
        "The other groups are unchanged: port and airfield access is chaired by OAHT, blood cold chain by CCVO, and "
        "fish ladders and drones by MDCA."
    )
    assert {
        ("Port and airfield access", "chair", "OAHT"),
        ("Blood cold chain", "chair", "CCVO"),
        ("Fish ladders and drones", "chair", "MDCA"),
    } <= set(roles(REVIEW.format(series=series), "update.md"))


def test_a_row_of_events_is_no_row_of_bodies() -> None:
    series = "The workshop is led by OAHT, the race by CCVO, and the song by MDCA."
    held = {holder for _, _, holder in roles(REVIEW.format(series=series), "update.md")}
    assert held.isdisjoint({"OAHT", "CCVO"})
