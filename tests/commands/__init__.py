"""The commands that build, verify and serve a site, on a copy of this repository's project."""
