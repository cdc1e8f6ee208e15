"""Tests of macros/text."""
