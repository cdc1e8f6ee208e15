"""Tests of macros/system."""
