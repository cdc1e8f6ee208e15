"""Word files, read back."""
