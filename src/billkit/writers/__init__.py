"""Ways out of a document or a comparison: one module for each format."""
