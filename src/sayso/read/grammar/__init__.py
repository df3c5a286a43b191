"""The built-in witness: claims by dependency grammar and vocabulary."""
