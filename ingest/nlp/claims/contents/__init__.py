"""What is said: where a content begins and ends, what frames it, and how it is meant."""
