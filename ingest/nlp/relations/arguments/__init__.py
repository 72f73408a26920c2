"""Who fills a role of the word that tells a relation: its subject, whom it befalls, whose it is."""
