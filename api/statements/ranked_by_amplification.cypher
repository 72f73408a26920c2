// Channels by the weight of the edges that amplify them (`in`), or by which they amplify others
// (`out`). What different rules count is never added up.
MATCH (a:Channel)-[r:AMPLIFIES]->(b:Channel)
WHERE $method IS NULL OR r.method = $method
WITH CASE $direction WHEN 'in' THEN b ELSE a END AS c, r
ORDER BY r.weight DESC, r.id
WITH c, r.method AS method, r.parameters AS parameters, r.coverage AS coverage,
     sum(r.weight) AS weight, count(r) AS channels,
     head(collect(r)).documents[..$documents] AS documents
RETURN c.id AS id, c.name AS name, weight, channels, method, parameters, coverage, documents
ORDER BY weight DESC, id, method, parameters
LIMIT $limit
