import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from ctassist.errors import UsageError
from ctassist.evaluation.cases import Case, read_cases
from ctassist.evaluation.measures import Score, score, squash
from ctassist.evaluation.report import by_kind, summary
from ctassist.model.answer import Answer, Citation, Claim, Status
from ctassist.model.contract import answer_json

TEXT = "Chair: CSO. CSO met BPU in Riga (3 Jun). BPU wrote a guide."
SCORER = Path(__file__).parents[3] / "shared" / "eval" / "score.py"


def case(**fields: Any) -> Case:
    """A case as a question file would hold it."""
    blank: dict[str, Any] = {"history": (), "facts": (), "forbid": (), "evidence": (), "needles": (), "optional": ()}
    return Case(**({"id": "1", "kind": "role", "question": "Who?", "status": "answered"} | blank | fields))


def cited(*quotes: str, shift: int = 0, claims: tuple[Claim, ...] | None = None, **fields: Any) -> Answer:
    """An answer that quotes phrases of TEXT; ``shift`` moves their offsets."""
    citations = tuple(
        Citation(n, "d", "T", quote, (at := TEXT.index(quote) + shift), at + len(quote), "/d")
        for n, quote in enumerate(quotes, 1)
    )
    told = tuple(Claim(c.quote, (c.n,)) for c in citations) if claims is None else claims
    words = fields.pop("answer", " ".join(quotes))
    return Answer("a", "Who?", "Who?", fields.pop("status", Status.ANSWERED), words, None, told, citations)


def measure(one: Case, answer: Answer) -> Score:
    return score(one, answer, 0.5, lambda document_id: TEXT)


ROLE = case(facts=(("CSO", "Coastal"),), evidence=(("chair: cso",),), forbid=("BPU",))
LIST = case(kind="list", needles=(("met BPU",), ("a guide", "the guide")), optional=("Chair",))
ABSENT = case(kind="abstain", status="not_found", forbid=("million",))
EXAMPLES = [
    (ROLE, cited("Chair: CSO"), ()),
    (ROLE, cited("Chair: CSO", answer="It is BPU"), ("lacks fact 'CSO'", "says the forbidden 'BPU'")),
    (ROLE, cited("CSO met", answer="CSO"), ("no citation shows 'chair: cso'",)),
    (ROLE, cited("Chair: CSO", status=Status.CLARIFY), ("status clarify: 'Chair: CSO'",)),
    (ROLE, cited(answer="CSO"), ("no citation shows 'chair: cso'", "no citation")),
    (ROLE, cited("Chair: CSO", shift=1), ("1 quotes are not the document's text at their offsets",)),
    (ROLE, cited("Chair: CSO", claims=(Claim("CSO", ()),)), ("1 claims without a valid citation",)),
    (ROLE, cited("Chair: CSO", claims=(Claim("CSO", (1, 2)),)), ("1 claims without a valid citation",)),
    (LIST, cited("CSO met BPU in Riga", "wrote a guide", "Chair: CSO"), ()),
    (LIST, cited("CSO met BPU in Riga"), ("list lacks 'a guide'",)),
    (
        LIST,
        cited("CSO met BPU in Riga", "a guide", "BPU wrote"),
        ("list has 1 beside the point, e.g. 'BPU wrote'",),
    ),
    (ABSENT, cited(status=Status.NOT_FOUND, answer="Not said."), ()),
    (ABSENT, cited(status=Status.NOT_FOUND, answer="2 million"), ("says the forbidden 'million'",)),
    (ABSENT, cited("Chair: CSO"), ("should abstain, said answered: 'Chair: CSO'",)),
]


@pytest.mark.parametrize(("one", "answer", "problems"), EXAMPLES)
def test_an_answer_is_exact_when_every_requirement_holds(one: Case, answer: Answer, problems: tuple[str, ...]) -> None:
    assert measure(one, answer).problems == problems


def test_recall_counts_needles_and_precision_counts_quotes() -> None:
    found = measure(LIST, cited("met BPU in Riga", "BPU wrote", "Chair"))
    assert found.recall == 0.5
    assert found.precision == pytest.approx(2 / 3)
    nothing = measure(LIST, cited(answer="none"))
    assert (nothing.recall, nothing.precision) == (0, 0)


def test_line_breaks_dashes_and_quotation_marks_decide_no_match() -> None:
    assert squash("The “co-\n ordinator’s” <u>Übung</u> – **2024**") == squash("the “coordinator's” übung 2024")


def test_the_summary_is_over_all_cases() -> None:
    scores = [measure(one, answer) for one, answer, _ in EXAMPLES]
    measured = summary(scores)
    assert measured["exact"] == 3 / 14
    assert (measured["broken_citations"], measured["uncited_claims"], measured["p50_ms"]) == (1, 2, 500)
    assert by_kind(scores) == {"abstain": (1, 3), "list": (1, 3), "role": (1, 8)}


@pytest.mark.skipif(not SCORER.exists(), reason="the shared scorer is not beside this checkout")
@pytest.mark.parametrize(("one", "answer", "problems"), EXAMPLES)
def test_the_measures_are_those_of_the_shared_scorer(one: Case, answer: Answer, problems: tuple[str, ...]) -> None:
    specification = importlib.util.spec_from_file_location("shared_score", SCORER)
    assert specification
    assert specification.loader
    scorer = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(scorer)

    class Client:
        def ask(self, question: str, conversation: str | None) -> dict[str, Any]:
            return answer_json(answer)

        def text(self, document: str) -> str:
            return TEXT

    fields = {name: getattr(one, name) for name in Case.__dataclass_fields__}
    theirs, ours = scorer.score(fields, Client()), measure(one, answer)
    for name in ("citations", "broken", "claims", "uncited"):
        assert theirs[name] == getattr(ours, name)
    assert (theirs.get("recall"), theirs.get("precision")) == (ours.recall, pytest.approx(ours.precision))
    assert tuple(theirs["problems"]) == ours.problems


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2 is not a case"),
        ("[]", "line 2 is not a case"),
        ("{}", "the case has no 'question'"),
        ('{"question": 5}', "line 2 is not a case"),
        ('{"question": "x", "facts": ["y"]}', "line 2 is not a case"),
        ('{"question": "x", "forbid": ["("]}', "line 2 is not a case"),
        ('{"question": "x", "status": "maybe"}', "expects answered or not_found"),
    ],
)
def test_a_bad_question_file_is_one_sentence_with_its_line(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text(json.dumps({"question": "Who?"}) + "\n" + line, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        read_cases(path)


def test_an_empty_or_missing_question_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("\n", encoding="utf-8")
    for name in ("empty.jsonl", "missing.jsonl"):
        with pytest.raises(UsageError, match=name):
            read_cases(tmp_path / name)
