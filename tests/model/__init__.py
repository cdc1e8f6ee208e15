"""Tests of the records and of the table of kinds."""
