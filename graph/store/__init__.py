"""The store: a Neo4j server reached over Bolt, wherever it runs."""
