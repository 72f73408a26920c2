// Follows `MATCH (s)-[r:TYPES]->(t)`, so that each type's own index on `document` is used.
WHERE r.document = $id
RETURN type(r) AS type, properties(r) AS properties, s.id AS source, t.id AS target,
       coalesce(s.name, s.title, left(s.text, 120)) AS source_name,
       coalesce(t.name, t.title, left(t.text, 120), toString(t.value)) AS target_name
ORDER BY r.start, r.end, r.id
