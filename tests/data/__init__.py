"""Data files, read, written and changed."""
