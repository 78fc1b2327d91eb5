import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import HttpUrl, SecretStr
from tests.service.archive import MAY, make_index, write_issue
from tests.service.client import RUN

from ctassist import __version__
from ctassist.cli.commands import common_first, main
from ctassist.settings import Settings, load_settings


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return make_index(tmp_path_factory.mktemp("cli"))


class Outcome:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: object) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        return Outcome(code, said.out, said.err)

    return run


def test_help_loads_none_of_the_heavy_libraries() -> None:
    told = "import sys; from ctassist.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    told += "print([name for name in ('torch', 'fastapi', 'sqlalchemy', 'numpy', 'pydantic') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_version(run: Run) -> None:
    assert run("--version").out == f"ctassist {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["unknown"],
        ["ask"],
        ["serve", "--port", "x"],
        ["serve", "--port", "70000"],
        ["ingest"],
        ["--nonsense"],
        ["eval"],
    ],
)
def test_a_wrong_command_is_one_line_and_exit_code_2(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert "Traceback" not in done.err


def test_common_options_may_stand_behind_the_command() -> None:
    assert common_first(["ask", "x", "--debug", "--index", "d"]) == ["--debug", "--index", "d", "ask", "x"]
    assert common_first(["ask", "--", "--debug"]) == ["ask", "--", "--debug"]


def test_ingest_tells_what_became_of_each_file_and_3_when_some_failed(run: Run, tmp_path: Path) -> None:
    write_issue(tmp_path / "files", "good.md", MAY)
    (tmp_path / "files" / "bad.md").write_bytes(b"")
    index = ["--index", tmp_path / "index"]
    done = run(*index, "ingest", tmp_path / "files")
    assert done.code == 3
    assert "added\tgood.md\t2022-05 to 2022-06" in done.out
    assert "failed\tbad.md is empty; export or copy it again.\n" in done.out
    assert "Reading: good.md" in done.err or "Reading" in done.err
    (tmp_path / "files" / "bad.md").unlink()
    again = run(*index, "ingest", tmp_path / "files")
    assert (again.code, "unchanged\tgood.md" in again.out) == (0, True)
    (tmp_path / "files" / "good.md").unlink()
    assert "1 removed" in run(*index, "ingest", tmp_path / "files", "--prune").out


def test_ingest_and_status_tell_versions_and_what_is_missing_of_a_series(run: Run, tmp_path: Path) -> None:
    for months in ("January-February", "May-June", "July-August"):
        write_issue(tmp_path / "files", f"{months.lower()}.md", MAY.replace("May-June", months))
    write_issue(tmp_path / "files", "draft_may-june.md", MAY.replace("Lisbon", "Faro"))
    index = ["--index", tmp_path / "index"]
    taken, shown = run(*index, "ingest", tmp_path / "files"), run(*index, "status")
    series = "Lighthouse Network Review: 3 issues, January 2022 to August 2022; missing: March–April 2022"
    assert "replaced\tdraft_may-june.md\t2022-05 to 2022-06" in taken.out
    assert "note: may-june.md replaces draft_may-june.md (draft), an earlier version of the same issue." in taken.out
    assert "3 added" in taken.out
    assert "1 replaced" in taken.out
    assert "\tLighthouse Network Review\ten\n" in taken.out
    assert series in taken.out.splitlines()
    assert series in shown.out.splitlines()
    assert "Documents   3, 2022-01 to 2022-08" in shown.out
    assert "note: It replaces draft_may-june.md (draft), an earlier version of the same issue." in shown.out
    again = run(*index, "ingest", tmp_path / "files").out
    assert "4 unchanged" in again
    assert series not in again


def test_ingest_names_few_of_many_files_that_nobody_reads(run: Run, tmp_path: Path) -> None:
    write_issue(tmp_path / "files", "good.md", MAY)
    for number in range(40):
        (tmp_path / "files" / f"photo{number}.jpg").touch()
    done = run("--index", tmp_path / "index", "ingest", tmp_path / "files")
    assert (done.code, done.out.count("skipped: ")) == (0, 11)
    assert "skipped: 30 more files" in done.out


def test_a_file_name_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    write_issue(tmp_path / "files", "a\x1b[31m\nb.md", MAY)
    index = ["--index", tmp_path / "index"]
    ingested, shown = run(*index, "ingest", tmp_path / "files"), run(*index, "status")
    missing = run(*index, "ingest", tmp_path / "no\x1b[2Jthing")
    assert (ingested.code, missing.code, len(missing.err.splitlines())) == (0, 2, 1)
    assert "\x1b" not in "".join((ingested.out, ingested.err, shown.out, missing.err))
    assert "added\ta\ufffd[31m\ufffdb.md" in ingested.out


def test_ingest_if_empty_leaves_what_is_there(run: Run, index: Settings, tmp_path: Path) -> None:
    path = write_issue(tmp_path, "more.md", "# Other\nMarch 2021\n")
    done = run("--index", index.index_dir, "ingest", path, "--if-empty")
    assert (done.code, "nothing to do" in done.out) == (0, True)
    assert len(json.loads(run("--index", index.index_dir, "status", "--json").out)["documents"]) == 2


def test_a_path_that_is_not_there_is_one_line(run: Run, tmp_path: Path) -> None:
    done = run("--index", tmp_path / "index", "ingest", tmp_path / "nowhere")
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert "nowhere" in done.err


def test_ask_prints_the_answer_and_its_sources(run: Run, index: Settings) -> None:
    done = run("--index", index.index_dir, "ask", "Who chairs the working group on fog signals?")
    assert done.code == 0
    assert "BPU" in done.out.split("Sources")[0]
    assert "[1] Lighthouse Network Review · 2022-07 to 2022-08 · " in done.out
    assert "Chair: BPU”" in done.out


def test_ask_tells_below_a_source_where_its_words_lead(run: Run, index: Settings) -> None:
    done = run("--index", index.index_dir, "ask", "What did BPU publish?")
    assert "    guide to buoys: https://bpu.example.org/guide?of=buoys&in=2022" in done.out.splitlines()


def test_ask_as_of_an_earlier_month_and_on_in_a_conversation(run: Run, index: Settings) -> None:
    ask = ["--index", index.index_dir, "ask", "--json"]
    first = json.loads(run(*ask, "Who chairs the working group on fog signals?", "--as-of", "2022-06").out)
    assert first["as_of"] == "2022-06-30"
    assert "CSO" in first["answer"]
    following = json.loads(run(*ask, "And its vice-chair?", "--conversation", first["conversation_id"]).out)
    assert following["conversation_id"] == first["conversation_id"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["", "--json"], 2),
        (["x" * 2001], 2),
        (["Who chairs \udcff?"], 2),
        (["Who?", "--as-of", "soon"], 2),
        (["Who?", "--conversation", "unknown"], 1),
    ],
)
def test_a_question_that_cannot_be_asked_is_one_line(
    run: Run, index: Settings, arguments: list[str], code: int
) -> None:
    done = run("--index", index.index_dir, "ask", *arguments)
    assert (done.code, done.out, len(done.err.splitlines())) == (code, "", 1)


def test_without_an_index_every_command_says_what_to_do(run: Run, tmp_path: Path) -> None:
    for command in (["ask", "Who?"], ["status"]):
        done = run("--index", tmp_path / "nothing", *command)
        assert (done.code, len(done.err.splitlines())) == (1, 1)
        assert "ingest" in done.err
    assert not (tmp_path / "nothing").exists()


def test_status_names_documents_periods_and_records(run: Run, index: Settings) -> None:
    done = run("--index", index.index_dir, "status")
    assert "2022-05 to 2022-08" in done.out
    assert "5 activities" in done.out
    state = json.loads(run("--index", index.index_dir, "status", "--json").out)
    assert (state["health"], state["gaps"], state["counts"]["documents"]) == ("ok", [], 2)
    assert state["size"] > 10_000


def test_eval_scores_and_leaves_no_conversations(run: Run, index: Settings, tmp_path: Path) -> None:
    cases = [
        {"id": "a", "kind": "role", "question": "Who chairs the working group on fog signals?", "facts": [["BPU"]]},
        {"id": "b", "kind": "role", "question": "Who chairs the working group on fog signals?", "facts": [["XYZ"]]},
    ]
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(json.dumps(case) for case in cases), encoding="utf-8")
    done = run("--index", index.index_dir, "eval", path, "--verbose", "--json", tmp_path / "report.json")
    assert "b: lacks fact 'XYZ'" in done.out
    assert json.loads(done.out.splitlines()[-1])["exact"] == 0.5
    assert [row["id"] for row in json.loads((tmp_path / "report.json").read_text())["rows"]] == ["a", "b"]


def test_a_setting_that_is_not_valid_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CTASSIST_PORT", "many")
    done = run("status")
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert "CTASSIST_PORT" in done.err


@pytest.mark.parametrize("name", ["ctassist.toml", ".env"])
def test_a_file_of_settings_that_cannot_be_read_is_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for content in (b"CTASSIST_PORT=\xff", *([b"port = [", b"port = 'x'"] if name.endswith("toml") else [])):
        (tmp_path / name).write_bytes(content)
        done = run("status")
        assert (done.code, len(done.err.splitlines())) == (2, 1)
        assert name in done.err or "CTASSIST_PORT" in done.err


def test_a_setting_that_is_empty_is_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("INDEX_DIR", "PORT", "HOST", "API_KEYS", "DATABASE_URL"):
        monkeypatch.setenv(f"CTASSIST_{name}", "")
    assert (load_settings().index_dir, load_settings().port) == (Path("index"), 8000)


def test_an_interrupt_is_one_line(run: Run, index: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ctassist.cli.status.survey", interrupted)
    done = run("--index", index.index_dir, "status")
    assert (done.code, len(done.err.splitlines())) == (130, 1)


def test_serve_refuses_an_open_address(run: Run, index: Settings) -> None:
    done = run("--index", index.index_dir, "serve", "--host", "0.0.0.0", "--port", "0")
    assert (done.code, len(done.err.splitlines())) == (2, 1)


def test_debug_shows_the_traceback(run: Run, tmp_path: Path) -> None:
    assert "Traceback" in run("ask", "Who?", "--index", tmp_path / "nothing", "--debug").err


def test_a_reader_that_goes_away_is_met_with_silence(index: Settings) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [*RUN, "--index", str(index.index_dir), "status"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert done.stderr == ""


def test_the_sample_archive_answers_a_first_question(run: Run, tmp_path: Path) -> None:
    index = ["--index", tmp_path / "index"]
    assert run(*index, "ingest", "--sample", "--if-empty").code == 0
    assert json.loads(run(*index, "status", "--json").out)["counts"]["activities"] > 0
    assert run(*index, "ingest", "--sample").code == 0


def test_settings_reach_other_processes_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings(
        index_dir=Path("elsewhere"),
        port=0,
        llm_api_key=SecretStr("k$1 'quoted'"),
        public_url=HttpUrl("https://a.example/x"),
    )
    for name, value in settings.as_environment().items():
        monkeypatch.setenv(name, value)
    assert load_settings() == settings
