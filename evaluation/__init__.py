"""Sayso's own evaluation: annotated documents, the rules they are scored by, and the report."""
