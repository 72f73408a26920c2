// Every place where a document names an entity.
MATCH (d:Document {id: $id})-[m:MENTIONS]->(e:Entity)
UNWIND range(0, size(m.starts) - 1) AS i
RETURN m.starts[i] AS start, m.ends[i] AS end, e.id AS entity, e.name AS name,
       labels(e) AS labels, m.kinds[i] AS kind
ORDER BY start, end, entity
