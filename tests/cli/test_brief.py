import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from tests.service.archive import make_index

from ctassist.cli.commands import main
from ctassist.settings import Settings

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return make_index(tmp_path_factory.mktemp("cli-brief"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], index: Settings) -> Run:
    """Runs ``ctassist brief`` and returns its exit code and what it printed."""

    def run(*arguments: object) -> tuple[int, str, str]:
        given = ["--index", index.index_dir, "brief", *arguments]
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in given])
        said = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return ended.value.code, said.out, said.err

    return run


PERIOD = ("--from", "2022-05", "--to", "2022-08")


def test_a_briefing_is_printed_as_markdown(run: Run) -> None:
    code, out, _ = run(*PERIOD, "-o", "-")
    assert code == 0
    assert out.startswith("# Briefing: May to August 2022\n\nSearched: 2 documents")
    assert "- **21 August 2022:** BPU met harbour masters in Accra, Ghana (21 Aug) [" in out
    assert run(*PERIOD) == (0, out, "")


def test_the_ending_of_the_file_says_what_is_written(run: Run, tmp_path: Path) -> None:
    printed = run(*PERIOD)[1]
    code, out, _ = run(*PERIOD, "-o", tmp_path / "made.md")
    assert (code, (tmp_path / "made.md").read_text(encoding="utf-8")) == (0, printed)
    assert out == f"{tmp_path / 'made.md'}: 10 lines, 4 activities, 13 sources\n"
    assert run(*PERIOD, "-o", tmp_path / "MADE.DOCX")[0] == 0
    document = docx.Document(io.BytesIO((tmp_path / "MADE.DOCX").read_bytes()))
    assert document.paragraphs[0].text == "Briefing: May to August 2022"


def test_a_briefing_may_be_limited_to_an_entity_and_a_place(run: Run) -> None:
    out = run(*PERIOD, "--entity", "BPU", "--place", "Ghana")[1]
    assert out.startswith("# Briefing: BPU, Ghana, May to August 2022")
    assert "Riga" not in out


def test_a_file_that_exists_is_replaced_only_when_that_is_asked_for(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "kept.md"
    path.write_text("mine", encoding="utf-8")
    code, out, err = run(*PERIOD, "-o", path)
    assert (code, out, "--force" in err, path.read_text(encoding="utf-8")) == (2, "", True, "mine")
    assert run(*PERIOD, "-o", path, "--force")[0] == 0
    assert path.read_text(encoding="utf-8").startswith("# Briefing")


def test_nothing_found_is_a_briefing_that_says_so(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("--from", "2019-01", "--to", "2019-02", "-o", tmp_path / "empty.md")
    assert (code, "Nothing in the archive belongs to it." in out) == (0, True)
    assert "2 documents" in (tmp_path / "empty.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        ([], 2, "--from"),
        (["--from", "2022-05"], 2, "--to"),
        (["--from", "soon", "--to", "2022-05"], 2, "not a date"),
        (["--from", "2022-06", "--to", "2022-05"], 2, "from lies after to"),
        ([*PERIOD, "--entity", "BPUU"], 2, "Near it: BPU"),
        ([*PERIOD, "--entity", "\udcff"], 2, "names no"),
        ([*PERIOD, "--place", "Lisbonn"], 2, "Near it: Lisbon"),
        ([*PERIOD, "-o", "brief.pdf"], 2, ".md or .docx"),
        ([*PERIOD, "-o", "brief"], 2, ".md or .docx"),
        ([*PERIOD, "-o", ""], 2, ".md or .docx"),
        ([*PERIOD, "-o", "/nowhere/at/all.md"], 1, "no folder"),
        ([*PERIOD, "-o", "/proc/brief.md"], 1, "cannot be written"),
    ],
)
def test_a_briefing_that_cannot_be_written_is_one_line(
    run: Run, arguments: list[str], code: int, sentence: str
) -> None:
    ended, out, err = run(*arguments)
    assert (ended, out, len(err.splitlines())) == (code, "", 1), err
    assert sentence in err


def test_a_folder_is_no_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    for force in ([], ["--force"]):
        code, _, err = run(*PERIOD, "-o", tmp_path / "folder.md", *force)
        assert (code, "is a folder" in err) == (2, True)
