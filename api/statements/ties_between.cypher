// Follows `MATCH (s:Entity)-[r:TYPES]->(t:Entity) WHERE s.id IN $ids AND t.id IN $ids AND` and the
// limits of date and modality. One edge stands for all sentences of a type between two ends.
WITH s, t, type(r) AS type, r
ORDER BY r.published_at DESC, r.id
WITH s, t, type, count(r) AS sentences, collect(r.id)[..$citations] AS citations,
     min(coalesce(r.date, left(r.published_at, 10))) AS first,
     max(coalesce(r.date, left(r.published_at, 10))) AS last
RETURN s.id AS source, t.id AS target, type, sentences, citations, first, last
ORDER BY sentences DESC, source, target, type
LIMIT $limit
