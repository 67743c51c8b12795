"""The embedded rules model: a deterministic English extractor, lexicon and patterns over sentences."""
