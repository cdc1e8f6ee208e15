"""Study guides, worked out."""
