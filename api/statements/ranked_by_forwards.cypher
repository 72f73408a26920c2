// Channels by how many posts forward them (`in`), or how many of their posts forward others (`out`).
// A forward names the post, its channel or both. Every stored forward is looked at once, those of
// the channels on the page again.
// Keyset: a page begins after the weight and id that its cursor names.
MATCH (p:Post)-[:FORWARDED]->(origin)
MATCH (a:Channel)-[:POSTED]->(p)
OPTIONAL MATCH (from:Channel)-[:POSTED]->(origin)
WITH p, a, coalesce(from, origin) AS b
WHERE b:Channel AND a <> b
WITH CASE $direction WHEN 'in' THEN b ELSE a END AS c, p
WITH c, count(DISTINCT p) AS weight
WHERE $after IS NULL OR weight < toInteger($after[0])
   OR (weight = toInteger($after[0]) AND c.id > $after[1])
WITH c, c.id AS id, weight
ORDER BY weight DESC, id
LIMIT $limit
CALL (c) {
  WITH c
  WHERE $direction = 'out'
  MATCH (c)-[:POSTED]->(p:Post)-[:FORWARDED]->(origin)
  OPTIONAL MATCH (from:Channel)-[:POSTED]->(origin)
  WITH c, p, coalesce(from, origin) AS other
  WHERE other:Channel AND other <> c
  RETURN p, other
  UNION ALL
  WITH c
  WHERE $direction = 'in'
  MATCH (c)-[:POSTED*0..1]->(origin)<-[:FORWARDED]-(p:Post)<-[:POSTED]-(other:Channel)
  WHERE other <> c
  RETURN p, other
}
WITH c, id, weight, p, other, p.published_at AS published, p.id AS document
ORDER BY published DESC, document
WITH c, id, weight, count(DISTINCT other) AS channels,
     collect(DISTINCT document)[..$documents] AS documents
RETURN id, c.name AS name, weight, channels, null AS method, null AS parameters,
       null AS coverage, documents, [toString(weight), id] AS key
ORDER BY weight DESC, id
