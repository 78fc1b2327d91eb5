"""From a question to a cited Answer, without a language model; the door is ``assistant.Assistant``."""
