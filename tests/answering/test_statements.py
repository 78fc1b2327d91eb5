"""Who said what: speakers by office, family name or handle, topics in other forms, words of the week."""

from collections.abc import Iterator

import pytest
from tests.answering.library import Library, Shelve, shelve
from tests.answering.rules import assert_holds

from ctassist.model.answer import Status

_OLDER = """Title: The Glasshouse Letter 31
Date: 2041-05-06

## Words of the growers

* Treasurer Odalys Brankovic said that “every pane lent to a pupil comes back as a pair of hands” (24 Apr)
* GLU Director Sverre Quintana recalled that “the best thermometer in any house is a child who forgot her coat” (2 May)

## Greeting of the gardener

From June on every seed will be answered with a leaf.

## Fern of the week

This week's fern is maidenhair, a lace that drinks fog.

## Quote of the week

> Think of "it grows" when you have RT like this: you rolled a die once and called it a law.
>
> Roll it again.

– mossbank on his blog

## Report on soil moisture

Readings taken by **@pottle** and **@wren**.
"""
_NEWER = """Title: The Glasshouse Letter 32
Date: 2041-05-13

## Greeting of the gardener

Rain is on its way.

## Fern of the week

This week's fern is hart's tongue, which asks for nothing.

## Quote of the week

> Shade over glare, always. It saves you the watering.

– [@Pim404 on growers' talk](https://glass.example/404)

*The Glasshouse Letter is edited by: [pottle](https://glass.example/p), [wren_2](https://glass.example/w), and @Oda.*
"""
_YEAR = """Title: The Glasshouse Letter, special of the year
Date: 2041-12-30

## Words of the growers

* GLU Director Sverre Quintana recalled that “the best thermometer in any house is a child who forgot her coat” (2 May)
"""
_ASKED = {
    "Quintana's words about children as thermometers?": "forgot her coat",
    "What was recalled by GLU's Quintana in May 2041?": "forgot her coat",
    "Which words did the GLU Director use on 2 May 2041?": "forgot her coat",
    "what did the Treasurer say about pupils": "pair of hands",
    "mossbank on laws - exact words please": "Roll it again",
    "What did Pim404 say about shade versus glare?": "saves you the watering",
    "Which quote of the week compares random trials to rolling a die, and who said it?": "mossbank",
    "Which fern was picked most recently as fern of the week?": "hart's tongue",
    "What was the first fern of the week?": "maidenhair",
    "fern of the week issue 31": "maidenhair",
    "the quote of the week in issue 32, and who said it?": "Pim404",
    "Who was quoted in the first issue of May 2041?": "mossbank",
    "What did the gardener's greeting in issue 31 promise about seeds?": "answered with a leaf",
    "Who edits The Glasshouse Letter?": "wren_2",
}
_ABSENT = (
    "What did the Treasurer say about coats?",
    "mossbank on watering - exact words please",
    "What did Quintana say about panes?",
    "What did the gardener's greeting in issue 31 promise about wages?",
    "Which quote of the week compares random trials to a garden?",
)


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("letters"), letter_31=_OLDER, letter_32=_NEWER, year=_YEAR)
    yield library
    library.archive.close()


@pytest.mark.parametrize("question", _ASKED)
def test_somebody_s_words_are_found_by_who_said_them_and_what_they_are_about(letters: Library, question: str) -> None:
    answer = letters.ask(question)
    assert answer.status == "answered", answer.answer
    assert _ASKED[question] in answer.answer, answer.answer
    assert_holds(letters, answer)


@pytest.mark.parametrize("question", _ABSENT)
def test_what_a_speaker_never_spoke_of_is_refused(letters: Library, question: str) -> None:
    answer = letters.ask(question)
    assert answer.status == "not_found", answer.answer


def test_another_speaker_after_it_is_asked_for_whatever_they_said(letters: Library) -> None:
    answer = letters.ask("What about Mossbank?", "What did Quintana say about coats?")
    assert answer.status == "answered", answer.answer
    assert answer.resolved_question == "What did mossbank say?"
    assert letters.ask("What about Mossbank on coats?", "What did Quintana say about coats?").status == "not_found"


def test_only_the_end_that_is_asked_for_is_told(letters: Library) -> None:
    assert "maidenhair" not in letters.ask("What's the most recent fern of the week?").answer
    assert "tongue" not in letters.ask("What was the first fern of the week?").answer


def test_words_that_several_issues_quote_are_one_statement(letters: Library) -> None:
    answer = letters.ask("What did Quintana say about children?")
    assert len(answer.claims) == 1
    assert len(answer.citations) == 2


def test_what_every_issue_has_under_a_feature_is_not_told(shelf: Shelve) -> None:
    issues = {
        f"moss_{number}": f"""Title: Moss Letter {number}
Date: 2041-06-{number}

## Moss of the week

This week's moss is {moss}.

Thanks to Edda Roskam for showing it!

Send us yours!
"""
        for number, moss in ((11, "cushion"), (12, "feather"), (13, "peat"), (14, "haircap"))
    }
    issues["moss_14"] = issues["moss_14"].replace("Edda Roskam", "Ivo Lind")
    answer = shelf(**issues).ask("What was the moss of the week on 12 June 2041?")
    assert "feather" in answer.answer
    assert "Edda Roskam" in answer.answer
    assert "Send us" not in answer.answer


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("What did Hanne Roe say our answer to flooding should rest on?", "answered"),
        ("What did Hanne Roe say about fishing quotas?", "not_found"),
    ],
)
def test_a_subject_in_other_words_is_told_from_another_subject(shelf: Shelve, question: str, status: str) -> None:
    library = shelf(
        gauges="# Gauge Review May 2041\n\n## Words of the heads\n\n"
        "- WTO Director Hanne Roe stressed that “our response to floods must be grounded in open data” (2 May)\n"
    )
    assert library.ask(question).status == status


_FAMILY = """# Review of May and June 2041

## Names

The United Harbours (UH), the United Harbours Fog Office (UHFO), the United Harbours Buoy Fund (UHBF) and the Rope
Makers Guild (RMG) met in Riga.

## Words of heads

- SG Marlowe said that “fog asks every harbour the same question” (3 May)
- UHFO Director Ana Reis noted that “fog is a common enemy of pilots” (4 May)
- UHBF Director Jo Poe stressed that “a buoy lent is a wreck spared” (5 June)
- RMG President Al Roe warned that “rope frays in fog as it does in sun” (6 June)
"""


@pytest.mark.parametrize(
    "question",
    [
        "What did UH officials say about fog?",
        "What did senior officials of the United Harbours say about fog?",
        "What have UH leaders said on fog?",
    ],
)
def test_the_officials_of_a_family_are_those_of_all_its_organisations(shelf: Shelve, question: str) -> None:
    answer = shelf(review=_FAMILY).ask(question).answer
    assert all(words in answer for words in ("same question", "common enemy")), answer
    assert not any(words in answer for words in ("a buoy lent", "rope frays")), answer


def test_the_officials_of_one_organisation_are_its_own(shelf: Shelve) -> None:
    library = shelf(review=_FAMILY)
    assert "rope frays" in library.ask("What did RMG officials say?").answer
    assert "fog asks" not in library.ask("What did RMG officials say?").answer
    assert library.ask("What did RMG officials say about buoys?").status is Status.NOT_FOUND


def test_the_place_that_somebody_spoke_about_narrows_what_is_told(shelf: Shelve) -> None:
    library = shelf(
        may="# Fen Letter, May 2031\n\n## In their words\n\n"
        "- WTO Director Reis said that “peat is patient, and growers are not” (3 May)\n"
        "- WTO Director Reis urged neighbours of Chad to “dig first and ask for papers later” (9 May)\n"
    )
    answer = library.ask("What did Reis say about Chad?")
    assert [citation.quote.count("Chad") for citation in answer.citations] == [1]
    assert len(library.ask("What did Reis say?").claims) == 2
    assert not library.ask("What did Reis say about Peru?").claims
    assert "dig first" in library.ask("What was Reis's appeal to the neighbours of Chad?").answer


_SAID = """# Glasshouse Review, May 2041

## Voices

- GLU SG Quintana said that ‘a pane that cracks teaches more than a pane that doesn’t’ (2 May)
- GLU SG Quintana warned that seeds kept in tin lose their will to grow (9 May)
- FRN Deputy SG Brankovic underlined that “ferns forgive nobody” (12 May)
"""


@pytest.fixture(scope="module")
def voices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = shelve(tmp_path_factory.mktemp("voices"), may=_SAID)
    yield library
    library.archive.close()


def test_single_quotation_marks_quote_and_apostrophes_do_not_end_them(voices: Library) -> None:
    answer = voices.ask("What did Quintana say about panes?")
    assert "“a pane that cracks teaches more than a pane that doesn’t”" in answer.answer


def test_what_is_told_of_somebodys_words_answers_without_quotation_marks(voices: Library) -> None:
    answer = voices.ask("What did Quintana say about seeds in tin?")
    assert answer.claims[0].text == "GLU SG Quintana warned that seeds kept in tin lose their will to grow (9 May)"
    assert voices.ask("What did Quintana say about rain?").status is Status.NOT_FOUND


def test_a_deputy_is_not_whom_the_deputy_stands_in_for(voices: Library) -> None:
    assert voices.ask("Who is the Secretary-General of FRN?").status is Status.NOT_FOUND


def test_where_somebody_spoke_may_be_told_by_the_sentence_before(shelf: Shelve) -> None:
    stalls = shelf(
        may="# Stall Letter, May 2031\n\n## Markets\n\nThe fair of cheeses in Utrecht drew 240 sellers on 8 May. "
        '"Nobody eats a skyline," Ms. Leila Haddad, the Chair of WTO, told the sellers on 8 May.\n',
        july="# Stall Letter, July 2031\n\n## Markets\n\nOn 9 July WTO met growers in Riga. "
        '"A stall is a small theatre," Ms. Leila Haddad, the Chair of WTO, said on 9 July.\n',
    )
    assert "Nobody eats a skyline" in stalls.ask("What did Ms. Haddad say in Utrecht?").answer
    assert "small theatre" not in stalls.ask("What did Ms. Haddad say in Utrecht?").answer
    assert "small theatre" in stalls.ask("And what did she say in Riga?", "What did Ms. Haddad say in May 2031?").answer
    assert stalls.ask("What did Ms. Haddad say in Oslo?").status == "not_found"
