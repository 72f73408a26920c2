WITH i, j, r
ORDER BY r.published_at, r.id
WITH i, j, collect(DISTINCT r) AS edges
WITH i, j, head(edges) AS r, size(edges) AS sentences
WITH i, j, r, sentences, startNode(r) AS s, endNode(r) AS t
RETURN i AS path, sentences, type(r) AS type, properties(r) AS properties,
       s.id AS source, t.id AS target, s.name AS source_name, t.name AS target_name
ORDER BY i, j
