"""The evaluation room: gold, alignment, slots, statistics, the gate, and how scores are shown."""
