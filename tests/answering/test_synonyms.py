from collections import Counter

from ctassist.answering.synonyms import meanings, said_by_initials, said_in_brackets, said_otherwise
from ctassist.answering.terms import stem, stems, table, tokens


def test_no_phrase_stands_in_two_meanings() -> None:
    phrases = Counter(
        phrase
        for kind in ("nouns", "verbs")
        for words in table("synonyms")[kind]
        for phrase in {tuple(stem(token.text) for token in tokens(word)) for word in words}
    )
    assert [phrase for phrase, count in phrases.items() if count > 1] == []


def test_a_text_may_say_it_otherwise() -> None:
    asked = meanings("How many page views were there?")
    assert stem("views") in said_otherwise(asked, "12 visits to the website")


def test_opposites_are_not_the_same() -> None:
    assert not said_otherwise(meanings("Who closed the office?"), "UNODC opened an office")


def test_the_longest_phrase_is_meant() -> None:
    assert [sorted(meaning.stems) for meaning in meanings("the board of directors")] == [
        sorted({stem("board"), stem("of"), stem("directors")})
    ]


def test_initials_say_neighbouring_words() -> None:
    asked = "Which trial previews are there?"
    assert said_by_initials(asked, "Shuttle 4.0 tp 2") >= {stem("trial"), stem("previews")}
    assert said_by_initials(asked, "The TP is out") >= {stem("trial"), stem("previews")}
    assert not said_by_initials(asked, "Shuttle 4.0 rc 2, tp of the loom")


def test_a_question_may_give_a_short_form_for_its_words() -> None:
    asked = "Which sea trials (NSTs) were run?"
    assert said_in_brackets(asked, "NST work in 2031") == {stem("sea"), stem("trials")}
    assert not said_in_brackets(asked, "sea works in 2031")
    assert not said_in_brackets("Which boats of Oban (BPU) won?", "BPU boats")


def test_what_moves_to_a_stage_of_maturity_is_promoted() -> None:
    assert said_otherwise(meanings("What moved to beta in May?"), "Promotions | Promoted") >= {stem("move")}
    assert said_otherwise(meanings("What reached stable in May?"), "Promoted: the sieve") >= {stem("reach")}
    assert not said_otherwise(meanings("What moved to Riga in May?"), "Promoted: the sieve")


def test_a_census_counts_and_became_is_become() -> None:
    assert stems("became") == stems("become")
    assert said_otherwise(meanings("when were the dolphins counted"), "a census of dolphins") == stems("counted")
