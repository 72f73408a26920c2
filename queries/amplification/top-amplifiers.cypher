// Who carries on what a channel publishes
//
// Channels that forwarded the channel's posts, those with the most forwards first, with how long
// they usually took and the latest forward as a sample. Many forwards do not prove that the two
// are run together: people forward what they like, and a big channel is forwarded by many.
//
// @id top-amplifiers
// @param channel string required The channel: id, handle, name or alias
// @param limit integer 50 500 Rows at most
// @column amplifier string Channel that forwards
// @column amplifier_id string Its id
// @column forwards integer How many forwards
// @column origins integer Of how many different posts
// @column median_seconds integer Half of the forwards came within so many seconds
// @column quote string Beginning of the latest forward's text
// @column url string Its address
// @column published_at date When it was published
// @column document string Its id
// @example {"channel": "verkhovka_pravda"}
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
MATCH (c)-[:POSTED]->(origin:Post)<-[:FORWARDED]-(p:Post)<-[:POSTED]-(a:Channel)
WHERE a <> c
WITH a, origin, p,
     datetime(p.published_at).epochSeconds - datetime(origin.published_at).epochSeconds AS took
ORDER BY p.published_at DESC, p.id
WITH a, count(*) AS forwards, count(DISTINCT origin) AS origins,
     toInteger(percentileDisc(took, 0.5)) AS median_seconds, head(collect(p)) AS latest
RETURN a.name AS amplifier, a.id AS amplifier_id, forwards, origins, median_seconds,
       left(latest.text, 200) AS quote, latest.url AS url,
       latest.published_at AS published_at, latest.id AS document
ORDER BY forwards DESC, amplifier_id
LIMIT $limit
