"""Who speaks: names, titles, pronouns, documents and people a text does not name."""
