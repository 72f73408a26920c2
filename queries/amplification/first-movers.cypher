// Who had a link first
//
// Each channel that posted an address, by its first post with it, and how long after the very
// first that was. Being first among the posts that were read does not prove origin: an earlier
// post may be missing, deleted or on another platform.
//
// @id first-movers
// @param link string required The address, in its canonical form or as a `link:` id
// @param limit integer 50 500 Rows at most
// @column channel string Channel
// @column channel_id string Its id
// @column seconds integer Seconds after the first post of all
// @column posts integer How many posts of the channel have the link
// @column forwarded boolean Whether its first post with the link is a forward
// @column quote string Beginning of that post's text
// @column url string Its address
// @column published_at date When it was published
// @column document string Its id
// @example {"link": "https://tysk-online.example/389"}
MATCH (l:Link)
WHERE l.id IN [$link, 'link:' + $link]
MATCH (l)<-[:LINKED_TO]-(p:Post)<-[:POSTED]-(c:Channel)
WITH c, p ORDER BY p.published_at, p.id
WITH c, count(*) AS posts, head(collect(p)) AS first
WITH collect({c: c, posts: posts, first: first}) AS rows, min(first.published_at) AS earliest
UNWIND rows AS row
WITH row.c AS c, row.posts AS posts, row.first AS first, earliest
RETURN c.name AS channel, c.id AS channel_id,
       datetime(first.published_at).epochSeconds - datetime(earliest).epochSeconds AS seconds,
       posts, coalesce(first.forwarded, false) AS forwarded,
       left(first.text, 200) AS quote, first.url AS url,
       first.published_at AS published_at, first.id AS document
ORDER BY published_at, document
LIMIT $limit
