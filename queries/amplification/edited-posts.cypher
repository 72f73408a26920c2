// Posts whose text was changed
//
// Posts with more than one known text, what they say now and what a version said, the latest edits
// first. An edit is not an admission: most correct a slip. A post that was edited before it was
// read for the first time, or deleted, does not show, so a channel without rows here may have
// edited too.
//
// @id edited-posts
// @param channel string null Only of this channel: id, handle or name; all when left out
// @param limit integer 50 500 Rows at most
// @column channel string Channel
// @column channel_id string Its id
// @column version string What the other text said
// @column made_at date When that text was made
// @column edited_at date When the present text was made
// @column quote string Beginning of the present text
// @column url string Address of the post
// @column published_at date When the post was published
// @column document string Id of the post
// @example {}
CALL () {
  WITH 1 AS every
  WHERE $channel IS NULL
  MATCH (v:PostVersion)-[:VERSION_OF]->(p:Post)<-[:POSTED]-(c:Channel)
  RETURN c, p, v
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
  MATCH (c)-[:POSTED]->(p:Post)<-[:VERSION_OF]-(v:PostVersion)
  RETURN c, p, v
}
// Only what orders the rows is read of all of them, the rest of those that are shown.
WITH c, p, v, v.made_at AS made_at, coalesce(p.edited_at, p.published_at) AS edited_at,
     p.id AS document
ORDER BY edited_at DESC, document, made_at
LIMIT $limit
RETURN c.name AS channel, c.id AS channel_id, left(v.text, 500) AS version, made_at,
       edited_at, left(p.text, 500) AS quote,
       p.url AS url, p.published_at AS published_at, document
ORDER BY edited_at DESC, document, made_at
LIMIT $limit
