"""Tests of macros/exports/making."""
