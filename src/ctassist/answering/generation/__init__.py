"""What an optional language model may do: word an answer that is complete without it, and nothing that is not in it."""
