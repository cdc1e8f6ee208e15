"""Facts about views."""
