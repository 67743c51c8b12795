"""Benchmarks: what is measured, as ratios in one run; `make bench` prints all of it."""
