// Derived ties of a channel to others, each with its method and the posts behind it.
MATCH (c:Channel {id: $id})-[r:AMPLIFIES|CO_SHARED]-(:Channel)
WITH DISTINCT r
ORDER BY r.score DESC, r.id
LIMIT $limit
WITH r, startNode(r) AS s, endNode(r) AS t
RETURN type(r) AS type, properties(r) AS properties, s.id AS source, t.id AS target,
       s.name AS source_name, t.name AS target_name
ORDER BY r.score DESC, r.id
