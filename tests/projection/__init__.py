"""The contract of a projection and its pure helpers."""
