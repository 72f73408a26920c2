// How documents write an entity's name, the usual spellings first.
MATCH (e:Entity {id: $id})<-[m:MENTIONS]-(d:Document)
UNWIND range(0, size(m.surfaces) - 1) AS i
WITH d, m.surfaces[i] AS name, m.kinds[i] AS kind
WHERE kind = 'name'
RETURN name, count(*) AS mentions, count(DISTINCT d) AS documents
ORDER BY mentions DESC, name
LIMIT $limit
