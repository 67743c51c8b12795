"""Tests of what is furniture on a page."""
