"""The verifier, held against sites with one planted fault each."""
