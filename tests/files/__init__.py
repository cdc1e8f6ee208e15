"""Tests of the files on offer, made."""
