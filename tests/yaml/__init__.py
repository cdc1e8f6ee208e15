"""Tests of macros/yaml."""
