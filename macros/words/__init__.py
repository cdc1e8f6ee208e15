"""Every Chinese word of the program, once: messages, fields, vocabularies, labels."""
