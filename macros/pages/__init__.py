"""Views into HTML: every page of the site before a site generator knows any of them."""
