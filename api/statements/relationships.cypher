// Follows `MATCH (e:Entity {id: $id})-[r:TYPES]-(:Entity) WHERE` and the limits of date and modality.
// Keyset: a page begins after the publication date and id that its cursor names.
  AND ($direction = 'both' OR ($direction = 'out') = (startNode(r) = e))
WITH DISTINCT r, coalesce(r.published_at, '') AS published
WHERE $after IS NULL OR published < $after[0] OR (published = $after[0] AND r.id > $after[1])
WITH r, published
ORDER BY published DESC, r.id
LIMIT $limit
WITH r, published, startNode(r) AS s, endNode(r) AS t
RETURN type(r) AS type, properties(r) AS properties, s.id AS source, t.id AS target,
       s.name AS source_name, t.name AS target_name, [published, r.id] AS key
ORDER BY published DESC, r.id
