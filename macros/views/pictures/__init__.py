"""Geometry of the pictures: numbers only, one picture a room; templates draw them."""
