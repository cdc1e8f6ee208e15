"""What changed between two libraries."""
