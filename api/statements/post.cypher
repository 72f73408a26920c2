MATCH (p:Post {id: $id})
RETURN p.id AS id
LIMIT 1
