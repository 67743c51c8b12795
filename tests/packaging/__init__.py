"""Tests of the room `packaging`."""
