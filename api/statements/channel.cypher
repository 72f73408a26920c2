MATCH (c:Entity:Channel {id: $id})
RETURN properties(c) AS properties
LIMIT 1
