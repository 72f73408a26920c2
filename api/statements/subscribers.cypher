// How large a channel was, as each document puts it.
MATCH (c:Entity:Channel {id: $id})-[r:HAS_SUBSCRIBERS]->(n:SubscriberCount)
RETURN n.value AS value, n.bound AS bound,
       coalesce(n.date, r.date, left(r.published_at, 10)) AS date, r.id AS citation, r.quote AS quote
ORDER BY date, value, citation
LIMIT $limit
