MATCH (e:Entity {id: $id})
RETURN labels(e) AS labels, properties(e) AS properties,
       COUNT { (e)-[r]-(:Entity) WHERE r.quote IS NOT NULL } AS relationships,
       COUNT { (e)<-[:MENTIONS|RECORDS]-(:Document) } AS documents
LIMIT 1
