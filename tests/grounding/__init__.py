"""Tests of grounding: quotations, values, names and whole drafts held to articles."""
