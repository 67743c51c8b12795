"""Tests of the embedded rules model."""
