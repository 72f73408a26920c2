// Where a channel stood one way to a claim and later another way, to it or to one that repeats it:
// or asserted both of two claims that contradict each other.
MATCH (c:Entity:Channel {id: $id})-[a:SAID]->(x:Claim)
MATCH (c)-[b:SAID]->(y:Claim)
WHERE a.id <> b.id AND coalesce(a.published_at, '') <= coalesce(b.published_at, '')
  AND ((a.stance = 'asserts' AND b.stance = 'denies') OR (a.stance = 'denies' AND b.stance = 'asserts'))
  AND (x = y OR EXISTS { (x)-[:REPEATS]-(y) })
  OR (a.id < b.id AND a.stance = 'asserts' AND b.stance = 'asserts' AND EXISTS { (x)-[:CONTRADICTS]-(y) })
WITH x, y, a, b
ORDER BY a.published_at, a.id, b.published_at, b.id
LIMIT $limit
RETURN x.text AS before, a.stance AS before_stance, a.published_at AS before_date, a.id AS before_citation,
       y.text AS after, b.stance AS after_stance, b.published_at AS after_date, b.id AS after_citation
