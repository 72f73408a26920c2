"""Who carries on what whom: exact rules over posts, and how often chance would do the same.

Co-occurrence is measured here; whether it was agreed upon is for people to judge.
"""
