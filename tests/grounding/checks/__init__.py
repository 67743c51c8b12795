"""Tests of the rules that hold a fact's values to its words, a file a rule."""
