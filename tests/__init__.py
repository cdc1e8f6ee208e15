"""Proof: the tests mirror the tree."""
