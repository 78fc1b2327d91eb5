"""Statements: who said what, by speaker, subject, time and place."""
