"""Relation patterns kept as data, and how they match around their trigger words."""
