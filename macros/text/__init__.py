"""Chinese text and places in it: numerals, punctuation, dates, findings; knows no record."""
