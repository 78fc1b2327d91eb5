"""Briefings: what the archive says of a period, put together from its rows without a language model."""
