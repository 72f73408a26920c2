MATCH (e:Entity {id: $id})
RETURN e.id AS id
LIMIT 1
