// Follows `MATCH (:Entity:Channel {id: $id})-[r:TYPES]-(:Channel)`, or the same of any channel. Each
// tie has its method, its parameters and the posts behind it, the strongest first.
// Keyset: a page begins after the weight and id that its cursor names.
WITH DISTINCT r
WHERE ($method IS NULL OR r.method = $method)
  AND ($after IS NULL OR r.weight < toInteger($after[0])
       OR (r.weight = toInteger($after[0]) AND r.id > $after[1]))
WITH r
ORDER BY r.weight DESC, r.id
LIMIT $limit
WITH r, startNode(r) AS s, endNode(r) AS t
RETURN type(r) AS type, properties(r) AS properties, s.id AS source, t.id AS target,
       s.name AS source_name, t.name AS target_name, [toString(r.weight), r.id] AS key
ORDER BY r.weight DESC, r.id
