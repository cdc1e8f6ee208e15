"""Tests of macros/knowledge/reviews."""
