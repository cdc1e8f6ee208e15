"""Facts about the encoded documents themselves."""
