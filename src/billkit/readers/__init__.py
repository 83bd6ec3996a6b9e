"""Ways into a document: one module for each format."""
