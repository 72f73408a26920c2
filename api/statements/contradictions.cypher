// How a claim stands to other claims and to narratives.
MATCH (c:Claim {id: $id})-[r:CONTRADICTS|REPEATS|PART_OF_NARRATIVE]-()
WITH DISTINCT r
ORDER BY r.published_at, r.id
LIMIT $limit
WITH r, startNode(r) AS s, endNode(r) AS t
RETURN type(r) AS type, properties(r) AS properties, s.id AS source, t.id AS target,
       left(s.text, 120) AS source_name, coalesce(t.name, left(t.text, 120)) AS target_name
ORDER BY r.published_at, r.id
