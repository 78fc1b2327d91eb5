"""Figures at an issue, as a series over issues, and side by side."""
