"""Channels, named or not: what introduces them, who runs them, how many read them."""
