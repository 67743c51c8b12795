"""Models: whatever turns an article into a draft."""
