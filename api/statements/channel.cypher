MATCH (c:Channel {id: $id})
RETURN properties(c) AS properties
LIMIT 1
