"""Who says what, through which channel, when, and how it is meant."""
