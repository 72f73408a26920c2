MATCH (d:Document {id: r.document})
RETURN type(r) AS type, properties(r) AS properties, s.id AS source, t.id AS target,
       coalesce(s.name, s.title, left(s.text, 120)) AS source_name,
       coalesce(t.name, t.title, left(t.text, 120), toString(t.value)) AS target_name,
       d.id AS document, d.title AS title, d.url AS url, d.text AS text, d.sha256 AS sha256
LIMIT 1
