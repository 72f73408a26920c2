// How a post was forwarded on
//
// Every forward of one post, of its forwards, and so on, in the order of time, with how many steps
// lie between and how long it took. A forward does not prove agreement, and what was copied
// without naming its origin does not show here; ask `copies` for that. Only posts that were read
// in count.
//
// @id cascade
// @param post string required Id of the post
// @param limit integer 100 1000 Rows at most
// @column depth integer Steps from the post; 1 forwards it directly
// @column channel string Channel that forwarded it
// @column channel_id string Its id
// @column seconds integer Seconds since the post
// @column views integer Views of the forward, by the latest observation
// @column quote string Beginning of the forward's text
// @column url string Address of the forward
// @column published_at date When it was published
// @column document string Id of the forward
// @example {"post": "post:telegram:lesna_live:315"}
MATCH (root:Post {id: $post})
MATCH way = (root)<-[:FORWARDED*1..12]-(p:Post)
WHERE p:Document
MATCH (c:Channel)-[:POSTED]->(p)
WITH root, p, c, min(length(way)) AS depth
RETURN depth, c.name AS channel, c.id AS channel_id,
       datetime(p.published_at).epochSeconds - datetime(root.published_at).epochSeconds AS seconds,
       p.views AS views, left(p.text, 200) AS quote, p.url AS url,
       p.published_at AS published_at, p.id AS document
ORDER BY published_at, document
LIMIT $limit
