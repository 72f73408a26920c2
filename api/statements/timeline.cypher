// Follows `MATCH (e:Entity {id: $id})-[r:TYPES]-()`.
// What is said of an entity, by when it begins: its own date where it has one, else the day the
// document was published. Seasons of EDTF (21 to 24) sort by their first northern month.
WITH DISTINCT r, coalesce(r.date, left(r.published_at, 10)) AS dated
WITH r, split(replace(replace(dated, '~', ''), '?', ''), '/')[0] AS first
WITH r, coalesce(left(first, 4)
                 + {s21: '-03', s22: '-06', s23: '-09', s24: '-01'}['s' + substring(first, 5, 2)],
                 replace(first, 'X', '0')) AS begins
WHERE begins <= coalesce($until, '9999') + '~' AND begins + '~' >= coalesce($since, '0001')
  AND (size($modalities) = 0 OR r.modality IN $modalities)
  AND ($after IS NULL OR begins > $after[0] OR (begins = $after[0] AND r.id > $after[1]))
WITH r, begins
ORDER BY begins, r.id
LIMIT $limit
WITH r, begins, startNode(r) AS s, endNode(r) AS t
RETURN type(r) AS type, properties(r) AS properties, s.id AS source, t.id AS target,
       coalesce(s.name, s.title, left(s.text, 120)) AS source_name,
       coalesce(t.name, t.title, left(t.text, 120), toString(t.value)) AS target_name,
       begins, r.date IS NOT NULL AS dated, [begins, r.id] AS key
ORDER BY begins, r.id
