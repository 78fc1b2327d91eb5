"""What a follow-up leaves unsaid, taken from the question before it."""
