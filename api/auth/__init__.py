"""Who may ask: keys with scopes and an end, and how often each may ask."""

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
"""The names of this machine that others cannot reach; for any other one a key is needed."""
