"""Strict YAML: every value with its place, every fault as a finding; knows no record."""
