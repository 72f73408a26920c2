MATCH (c:Claim {id: $id})
RETURN properties(c) AS properties
LIMIT 1
