"""The machine: whole writes, the lock, git, fonts, publishing, the version of a folder."""
