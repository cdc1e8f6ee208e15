"""Tests of macros/words."""
