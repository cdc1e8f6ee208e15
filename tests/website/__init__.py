"""Tests of the room that knows MkDocs."""
