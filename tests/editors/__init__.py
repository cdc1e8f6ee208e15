"""What editors' programs make of the schemas."""
