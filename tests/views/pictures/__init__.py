"""Facts about the geometry of pictures."""
