MATCH (d:Document {id: $id})
RETURN labels(d) AS labels, properties(d) AS properties
LIMIT 1
