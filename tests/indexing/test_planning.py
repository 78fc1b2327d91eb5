from pathlib import Path

from ctassist.indexing.planning import Step, Stored, gone, plan
from ctassist.indexing.report import Outcome
from ctassist.indexing.sources import Found


def found(**contents: str) -> list[Found]:
    return [Found(Path(name), name, content) for name, content in contents.items()]


def stored(row: int, source: str, content: str, pipeline: str = "1", access: str = "open") -> Stored:
    return Stored(row, content, source, pipeline, access)


def steps(
    files: list[Found], documents: list[Stored], access: str | None = None, elsewhere: bool = False
) -> dict[str, Step]:
    made = plan(files, documents, "1", access, lambda source, content: elsewhere)
    return {step.file.source: step for step in made if step.file}


def test_a_new_file_is_added() -> None:
    step = steps(found(a="x"), [])["a"]

    assert (step.outcome, step.reads, step.retires, step.access) == (Outcome.ADDED, True, (), "open")


def test_a_known_file_is_unchanged() -> None:
    step = steps(found(a="x"), [stored(1, "a", "x")])["a"]

    assert (step.outcome, step.reads, step.retires) == (Outcome.UNCHANGED, False, ())


def test_a_changed_file_retires_its_document_and_keeps_its_label() -> None:
    step = steps(found(a="y"), [stored(1, "a", "x", access="secretariat")])["a"]

    assert (step.outcome, step.reads, step.retires, step.access) == (Outcome.REFRESHED, True, (1,), "secretariat")


def test_two_files_that_change_places_are_both_read_under_their_new_names() -> None:
    made = steps(found(a="y", b="x"), [stored(1, "a", "x"), stored(2, "b", "y")])

    assert [step.outcome for step in made.values()] == [Outcome.REFRESHED, Outcome.REFRESHED]
    assert all(step.reads and set(step.retires) == {1, 2} for step in made.values())


def test_a_copy_of_a_document_that_is_still_elsewhere_is_a_duplicate() -> None:
    step = steps(found(b="x"), [stored(1, "a", "x")], elsewhere=True)["b"]

    assert (step.outcome, step.same_as, step.retires) == (Outcome.DUPLICATE, "a", ())


def test_a_copy_of_a_document_that_is_no_longer_there_takes_its_place() -> None:
    step = steps(found(b="x"), [stored(1, "a", "x")])["b"]

    assert (step.outcome, step.reads, step.retires) == (Outcome.REFRESHED, True, (1,))


def test_a_file_that_became_a_copy_of_another_retires_what_it_held() -> None:
    made = steps(found(a="x", b="x"), [stored(1, "a", "x"), stored(2, "b", "y")])

    assert (made["a"].outcome, made["a"].retires) == (Outcome.UNCHANGED, (2,))
    assert (made["b"].outcome, made["b"].same_as) == (Outcome.DUPLICATE, "a")


def test_another_label_or_pipeline_reads_again() -> None:
    assert steps(found(a="x"), [stored(1, "a", "x")], access="secretariat")["a"].access == "secretariat"
    assert steps(found(a="x"), [stored(1, "a", "x")], access="secretariat")["a"].retires == (1,)
    assert steps(found(a="x"), [stored(1, "a", "x", pipeline="0")])["a"].outcome is Outcome.REFRESHED


def test_only_what_lay_under_the_given_paths_and_is_gone_is_forgotten() -> None:
    documents = [stored(1, "/in/a", "x"), stored(2, "/in/b", "y"), stored(3, "/other/c", "z"), stored(4, "/in/d", "w")]
    made = plan([Found(Path("/in/b"), "/in/b", "y")], documents, "1", None, lambda *_: False)

    forgotten = gone(documents, made, {"/in"}, lambda source: source == "/in/d")

    assert [(step.outcome, step.retires) for step in forgotten] == [(Outcome.REMOVED, (1,))]
