"""A question in words to a Question: its kind, time, names and topic, and what a follow-up leaves unsaid."""
