// Channels that publish another one's words as their own
//
// Channels that published, not as a forward, the text of an earlier post of the channel, at least
// so often, with how late they usually were. Texts that are nearly the same count once
// `sayso amplification near-duplicates` has linked them. Two channels with one text may both have
// it from an agency, and a clone does not prove who runs it.
//
// @id clones
// @param channel string required The channel: id, handle, name or alias
// @param times integer 5 100000 Copies at least
// @param limit integer 50 500 Rows at most
// @column copier string The other channel
// @column copier_id string Its id
// @column copies integer How many of the channel's texts it published later as its own
// @column share float That many of all its own posts, 0 to 1
// @column median_seconds integer Half of the copies came within so many seconds
// @column quote string Beginning of the latest copy
// @column url string Its address
// @column published_at date When it was published
// @column document string Its id
// @example {"channel": "norvia_today"}
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
MATCH (c)-[:POSTED]->(mine:Post)
WHERE mine.forwarded IS NULL AND size(mine.text) >= 40
CALL (mine) {
  MATCH (copy:Document {sha256: mine.sha256})
  WHERE copy:Post
  RETURN copy
  UNION
  MATCH (mine)-[near]-(copy:Post)
  WHERE type(near) = 'NEAR_DUPLICATE'
  RETURN copy
}
WITH c, mine, copy
WHERE copy.channel <> c.id AND copy.forwarded IS NULL
  AND copy.published_at > mine.published_at
MATCH (other:Channel)-[:POSTED]->(copy)
WITH other, copy, min(datetime(copy.published_at).epochSeconds
                      - datetime(mine.published_at).epochSeconds) AS took
ORDER BY copy.published_at DESC, copy.id
WITH other, count(*) AS copies, toInteger(percentileDisc(took, 0.5)) AS median_seconds,
     head(collect(copy)) AS latest
WHERE copies >= $times
WITH other, copies, median_seconds, latest,
     COUNT { (other)-[:POSTED]->(own:Post) WHERE own.forwarded IS NULL } AS published
RETURN other.name AS copier, other.id AS copier_id, copies,
       round(toFloat(copies) / published, 3) AS share, median_seconds,
       left(latest.text, 200) AS quote, latest.url AS url,
       latest.published_at AS published_at, latest.id AS document
ORDER BY copies DESC, copier_id
LIMIT $limit
