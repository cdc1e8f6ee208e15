"""Tests of macros/pages."""
