// Who forwarded whom first
//
// For every channel that forwarded the channel or was forwarded by it, the first forward in each
// direction. Who began does not prove who leads: it depends on when reading began, and on what was
// deleted since.
//
// @id first-forwards
// @param channel string required The channel: id, handle, name or alias
// @param limit integer 50 500 Rows at most
// @column direction string `forwards` where the channel takes up the other, else `forwarded by`
// @column other string The other channel
// @column other_id string Its id
// @column forwards integer How many forwards in this direction
// @column quote string Beginning of the first of them
// @column url string Its address
// @column published_at date When it was published
// @column document string Its id
// @example {"channel": "crossing_notes"}
CALL () {
  // By id, else by name: the index finds its words, and the whole of it is compared.
  MATCH (c:Entity:Channel {id: $channel})
  RETURN c
  UNION
  MATCH (c:Entity:Channel {name: $channel})
  RETURN c
  UNION
  WITH '"' + replace(replace($channel, '\\', ' '), '"', ' ') + '"' AS words
  CALL db.index.fulltext.queryNodes('search',
    'name:' + words + ' OR aliases:' + words + ' OR handle:' + words)
  YIELD node AS c
  WHERE c:Channel
    AND (toLower(c.name) = toLower($channel) OR toLower(c.handle) = toLower($channel)
         OR any(alias IN c.aliases WHERE toLower(alias) = toLower($channel)))
  RETURN c
}
CALL (c) {
  MATCH (c)-[:POSTED]->(p:Post)-[:FORWARDED]->(other:Channel)
  RETURN 'forwards' AS direction, other, p
  UNION
  MATCH (c)<-[:FORWARDED]-(p:Post)<-[:POSTED]-(other:Channel)
  RETURN 'forwarded by' AS direction, other, p
}
WITH direction, other, p ORDER BY p.published_at, p.id
WITH direction, other, count(*) AS forwards, head(collect(p)) AS first
RETURN direction, other.name AS other, other.id AS other_id, forwards,
       left(first.text, 200) AS quote, first.url AS url, first.published_at AS published_at,
       first.id AS document
ORDER BY published_at, document, direction
LIMIT $limit
