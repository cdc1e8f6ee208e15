"""Views as pages of HTML, and the one stylesheet that these load."""
