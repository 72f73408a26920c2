"""Who may ask: keys with scopes and an end, and how often each may ask."""
