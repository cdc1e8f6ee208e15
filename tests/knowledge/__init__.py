"""Tests of macros/knowledge."""
