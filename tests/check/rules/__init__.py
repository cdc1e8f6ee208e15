"""The rules of the data contract."""
