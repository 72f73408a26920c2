// Posts that were seen much later
//
// Posts whose views were observed on several days, those that gained most first. Growth long after
// publication may have many causes, an embedding or a link elsewhere among them; it does not prove
// that views were bought. Numbers from pages are rounded.
//
// @id late-views
// @param channel string null Only of this channel: id, handle or name; all when left out
// @param limit integer 50 500 Rows at most
// @column channel string Channel
// @column channel_id string Its id
// @column first_views integer Views on the first day of observation
// @column views integer Views on the last
// @column gained integer The difference
// @column observations strings Every observation: day and views
// @column quote string Beginning of the text
// @column url string Address of the post
// @column published_at date When it was published
// @column document string Id of the post
// @example {"channel": "krasnoles_life", "limit": 10}
CALL () {
  WITH 1 AS every
  WHERE $channel IS NULL
  MATCH (c:Channel)-[:POSTED]->(p:Post)
  WHERE size(p.views_seen) > 1
  RETURN c, p
  UNION ALL
  CALL () {
    // By id, else by name: the index finds its words, and the whole of it is compared.
    MATCH (c:Entity:Channel {id: $channel})
    RETURN c
    UNION
    MATCH (c:Entity:Channel {name: $channel})
    RETURN c
    UNION
    WITH '"' + replace(replace(coalesce($channel, ''), '\\', ' '), '"', ' ') + '"' AS words
    CALL db.index.fulltext.queryNodes('search',
      'name:' + words + ' OR aliases:' + words + ' OR handle:' + words)
    YIELD node AS c
    WHERE c:Channel
      AND (toLower(c.name) = toLower($channel) OR toLower(c.handle) = toLower($channel)
           OR any(alias IN c.aliases WHERE toLower(alias) = toLower($channel)))
    RETURN c
  }
  MATCH (c)-[:POSTED]->(p:Post)
  WHERE size(p.views_seen) > 1
  RETURN c, p
}
// Only what orders the rows is read of all of them, the rest of those that are shown.
WITH c, p, toInteger(split(head(p.views_seen), ' ')[1]) AS began,
     toInteger(split(last(p.views_seen), ' ')[1]) AS ended, p.id AS document
WITH c, p, began, ended, ended - began AS gained, document
ORDER BY gained DESC, document
LIMIT $limit
RETURN c.name AS channel, c.id AS channel_id, began AS first_views, ended AS views,
       gained, p.views_seen AS observations, left(p.text, 200) AS quote,
       p.url AS url, p.published_at AS published_at, document
ORDER BY gained DESC, document
LIMIT $limit
