// Who keeps posting the same things at nearly the same time as a channel
//
// Channels that forwarded the same post, posted the same link or forwarded the channel itself
// within so many seconds of one of its posts, and did so again and again. That does not prove that
// somebody coordinates them: news breaks once, and bots repost by themselves. `sayso amplification
// run` compares such numbers with chance.
//
// @id near-simultaneous
// @param channel string required The channel: id, handle, name or alias
// @param seconds integer 60 86400 Seconds between the two posts at most
// @param times integer 3 10000 How often at least
// @param limit integer 50 500 Rows at most
// @column other string The other channel
// @column other_id string Its id
// @column pairs integer How many pairs of posts
// @column objects integer On how many different links and posts
// @column ahead integer In how many pairs the other channel was earlier
// @column quote string Beginning of the other channel's post in the latest pair
// @column url string Its address
// @column published_at date When it was published
// @column document string Its id
// @example {"channel": "porog_info"}
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
MATCH (c)-[:POSTED]->(mine:Post)-[:FORWARDED|LINKED_TO]->(object)<-[:FORWARDED|LINKED_TO]-(p:Post)
WHERE (object:Post OR object:Link) AND p.channel <> c.id
WITH c, mine, object, p,
     datetime(p.published_at).epochSeconds - datetime(mine.published_at).epochSeconds AS gap
WHERE abs(gap) <= $seconds
MATCH (other:Channel)-[:POSTED]->(p)
WITH other, object, gap, p ORDER BY p.published_at DESC, p.id
WITH other, count(*) AS pairs, count(DISTINCT object) AS objects,
     sum(CASE WHEN gap < 0 THEN 1 ELSE 0 END) AS ahead, head(collect(p)) AS latest
WHERE pairs >= $times
RETURN other.name AS other, other.id AS other_id, pairs, objects, ahead,
       left(latest.text, 200) AS quote, latest.url AS url,
       latest.published_at AS published_at, latest.id AS document
ORDER BY pairs DESC, other_id
LIMIT $limit
