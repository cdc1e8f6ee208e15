"""The schemas as files."""
