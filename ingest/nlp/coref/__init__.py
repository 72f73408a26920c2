"""Whom pronouns, surnames and nouns with "the" take up."""
