"""Pages that are pictures of text, read with Tesseract where it is installed."""
