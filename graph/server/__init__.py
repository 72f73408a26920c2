"""The local server: a real Neo4j Community that Sayso fetches, starts and stops itself."""
