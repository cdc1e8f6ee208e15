"""Tests of the strict store."""
