MATCH (d:Document {id: r.document})
RETURN type(r) AS type, properties(r) AS properties, s.id AS source, t.id AS target,
       coalesce(s.name, s.title, s.text) AS source_name, coalesce(t.name, t.title, t.text) AS target_name,
       d.id AS document, d.title AS title, d.url AS url, d.text AS text, d.sha256 AS sha256
LIMIT 1
