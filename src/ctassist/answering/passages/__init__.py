"""One fact from the passages that retrieval finds, or that the archive does not have it."""
