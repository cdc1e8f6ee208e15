"""Facts about the site as a reader meets it: a real Chromium, over http and from a folder."""
