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
MATCH (c:Channel)-[:POSTED]->(p:Post)
WHERE size(p.views_seen) > 1
  AND ($channel IS NULL OR c.id = $channel OR toLower(c.handle) = toLower($channel)
       OR toLower(c.name) = toLower($channel))
WITH c, p, toInteger(split(head(p.views_seen), ' ')[1]) AS began,
     toInteger(split(last(p.views_seen), ' ')[1]) AS ended
RETURN c.name AS channel, c.id AS channel_id, began AS first_views, ended AS views,
       ended - began AS gained, p.views_seen AS observations, left(p.text, 200) AS quote,
       p.url AS url, p.published_at AS published_at, p.id AS document
ORDER BY gained DESC, document
LIMIT $limit
