"""One verb a file: what a command does, without how it is typed or printed."""
