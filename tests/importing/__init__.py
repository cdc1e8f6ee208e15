"""Bringing texts in."""
