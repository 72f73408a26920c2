// Follows `MATCH (:Channel {id: $id})-[r:TYPES]-(:Channel)`, or the same of any channel. Each tie has
// its method, its parameters and the posts behind it, the strongest first.
WITH DISTINCT r
WHERE $method IS NULL OR r.method = $method
WITH r
ORDER BY r.weight DESC, r.id
LIMIT $limit
WITH r, startNode(r) AS s, endNode(r) AS t
RETURN type(r) AS type, properties(r) AS properties, s.id AS source, t.id AS target,
       s.name AS source_name, t.name AS target_name
ORDER BY r.weight DESC, r.id
