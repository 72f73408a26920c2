// Channels by the weight of the edges that amplify them (`in`), or by which they amplify others
// (`out`). What different rules count is never added up.
// Keyset: a page begins after the weight and the place, which is the channel's id and an edge's, that
// its cursor names.
MATCH (a:Channel)-[r:AMPLIFIES]->(b:Channel)
WHERE $method IS NULL OR r.method = $method
WITH CASE $direction WHEN 'in' THEN b ELSE a END AS c, r
ORDER BY r.weight DESC, r.id
WITH c, r.method AS method, r.parameters AS parameters, r.coverage AS coverage,
     sum(r.weight) AS weight, count(r) AS channels,
     head(collect(r)).documents[..$documents] AS documents, c.id + ' ' + min(r.id) AS place
WHERE $after IS NULL OR weight < toInteger($after[0])
   OR (weight = toInteger($after[0]) AND place > $after[1])
RETURN c.id AS id, c.name AS name, weight, channels, method, parameters, coverage, documents,
       [toString(weight), place] AS key
ORDER BY weight DESC, place
LIMIT $limit
