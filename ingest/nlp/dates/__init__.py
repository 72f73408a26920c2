"""Dates of a text: found in its words and resolved to EDTF."""
