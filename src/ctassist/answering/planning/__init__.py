"""Which composers may answer a question, in which order."""
