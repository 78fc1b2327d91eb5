"""Words at the ends of lines: which keep the hyphen there."""

from ctassist.reading.split_words import compounds


def test_a_document_that_divides_no_words_broke_its_lines_at_hyphens_of_their_own() -> None:
    lines = [("a plan for the long-", "standing exchange of bells"), ("and for a well-", "known tower")]
    assert compounds(lines, set()) == {"long-standing", "well-known"}


def test_a_document_that_divides_a_word_may_have_divided_them_all() -> None:
    lines = [("a plan for the long-", "standing exchange of bells"), ("and for the neigh-", "bouring tower")]
    assert compounds(lines, set()) == set()


def test_a_word_that_stands_whole_in_the_document_was_divided() -> None:
    lines = [("a plan for the long-", "standing exchange of bells")]
    assert compounds(lines, {"longstanding"}) == set()
