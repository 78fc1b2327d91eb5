"""Scores an archive's answers on a file of questions."""
