"""Tests of who is who."""
