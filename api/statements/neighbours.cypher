// Follows `MATCH (s:Entity)-[r:TYPES]-(n:Entity) WHERE s.id IN $ids AND` and the limits of date and
// modality. Those with the most sentences come first.
WITH n, count(DISTINCT r) AS sentences
RETURN n.id AS id, sentences
ORDER BY sentences DESC, id
LIMIT $limit
