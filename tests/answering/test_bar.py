"""What the answers must reach on archives of other organisations, in every layout."""

import pytest
from tests.answering.measured import SHELVES, Results, exact, failures, precision, recall
from tests.archives import Layout

LISTS = ("month", "span", "acronym", "long form", "place", "mixture")
LAYOUTS = [layout for layout, _ in SHELVES]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_lists_are_complete_and_nothing_else_is_in_them(results: Results, layout: Layout) -> None:
    scores = results.of(*LISTS, layout=layout)
    assert len(scores) >= 50
    reached = recall(scores), precision(scores)
    assert min(reached) >= 0.95, f"recall {reached[0]:.3f}, precision {reached[1]:.3f}\n{failures(scores)}"


@pytest.mark.parametrize(
    ("kinds", "least"),
    [
        (("role", "role then", "holder"), 0.95),
        (("figure", "series"), 0.95),
        (("statement",), 0.95),
        (("when", "where", "who"), 0.95),
        (("abstention",), 0.95),
        (("follow-up", "changed subject"), 0.9),
    ],
    ids=["roles", "figures", "statements", "facts", "abstention", "follow-ups"],
)
def test_what_is_stated_is_answered_exactly(results: Results, kinds: tuple[str, ...], least: float) -> None:
    scores = results.of(*kinds)
    assert len(scores) >= 70
    assert exact(scores) >= least, f"exact {exact(scores):.3f} of {len(scores)}\n{failures(scores)}"


def test_hardly_any_question_that_has_an_answer_is_refused(results: Results) -> None:
    answerable = [result for result in results.all if result.score.case.status == "answered"]
    refused = [result for result in answerable if result.answer.status == "not_found"]
    assert len(refused) / len(answerable) < 0.03, failures(result.score for result in refused)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_answer_keeps_the_rules_of_the_contract(results: Results, layout: Layout) -> None:
    wrong = [
        (result.answer.question, result.broken) for result in results.all if result.layout is layout and result.broken
    ]
    assert not wrong, "\n".join(f"{question!r}: {'; '.join(rules)}" for question, rules in wrong)
