"""Commands of the graph: the server, the store and the catalogue of queries."""
