"""Tests of macros/check."""
