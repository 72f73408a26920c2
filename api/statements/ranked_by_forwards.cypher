// Channels by how many posts forward them (`in`), or how many of their posts forward others (`out`).
// A forward names the post, its channel or both. Every stored forward is looked at.
// Keyset: a page begins after the weight and id that its cursor names.
MATCH (a:Channel)-[:POSTED]->(p:Post)-[:FORWARDED]->(origin)
MATCH (origin)<-[:POSTED*0..1]-(b:Channel)
WHERE a <> b
WITH CASE $direction WHEN 'in' THEN b ELSE a END AS c,
     CASE $direction WHEN 'in' THEN a ELSE b END AS other, p
ORDER BY p.published_at DESC, p.id
WITH c, count(DISTINCT p) AS weight, count(DISTINCT other) AS channels,
     collect(DISTINCT p.id)[..$documents] AS documents
WHERE $after IS NULL OR weight < toInteger($after[0])
   OR (weight = toInteger($after[0]) AND c.id > $after[1])
RETURN c.id AS id, c.name AS name, weight, channels, null AS method, null AS parameters,
       null AS coverage, documents, [toString(weight), c.id] AS key
ORDER BY weight DESC, id
LIMIT $limit
