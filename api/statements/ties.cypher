// How many cited sentences tie an entity to others, by type and modality.
MATCH (e:Entity {id: $id})-[r]-()
WHERE r.quote IS NOT NULL
RETURN type(r) AS type, r.modality AS modality, count(DISTINCT r) AS sentences
ORDER BY sentences DESC, type, modality
