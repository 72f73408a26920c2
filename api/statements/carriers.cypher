// Who carries a claim, the first of them first; those without a date last.
MATCH (c:Claim {id: $id})<-[r:SAID|STATES|CARRIES]-(s)
WITH c, r, s, coalesce(r.published_at, '9999') AS published
ORDER BY published, r.id
LIMIT $limit
RETURN type(r) AS type, properties(r) AS properties, s.id AS source, c.id AS target,
       coalesce(s.name, s.title, left(s.text, 120)) AS source_name, left(c.text, 120) AS target_name
ORDER BY published, r.id
