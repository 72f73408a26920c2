"""Watchlists: what is new about an entity or a question, as a feed and to a webhook."""
