"""The graph: vocabulary, model, identity, the Neo4j store and the query catalogue."""
