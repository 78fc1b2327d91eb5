"""FAISS, imported in the one way that goes together with PyTorch."""

import os
import sys

if sys.platform == "darwin":
    # Both packages bring their own OpenMP there, and the second one to start ends the process:
    # https://github.com/faiss-wheels/faiss-wheels/issues/73
    os.environ.setdefault("KMP_DUPLICATE_LIB_OK", "TRUE")

import faiss

# One question is one search; threads would only compete with those of the embedding.
faiss.omp_set_num_threads(1)

__all__ = ["faiss"]
