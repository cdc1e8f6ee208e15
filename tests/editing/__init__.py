"""Changing data files."""
