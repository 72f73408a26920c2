// Every post with the same text as a post
//
// All posts that say exactly the same, in the order of time, forwards and others, the post itself
// among them. The first one that was read in need not be the first there was, and equal words do
// not prove a common hand: agencies and official notices are copied by everybody.
//
// @id copies
// @param post string required Id of the post
// @param limit integer 100 1000 Rows at most
// @column channel string Channel
// @column channel_id string Its id
// @column seconds integer Seconds after the first of them
// @column forwarded boolean Whether it is a forward
// @column views integer Its views, by the latest observation
// @column quote string Beginning of the text
// @column url string Address of the post
// @column published_at date When it was published
// @column document string Id of the post
// @example {"post": "post:telegram:dity_richky:172"}
MATCH (one:Post {id: $post})
MATCH (p:Document {sha256: one.sha256})
WHERE p:Post AND p.text <> ''
MATCH (c:Channel)-[:POSTED]->(p)
WITH p, c ORDER BY p.published_at, p.id
WITH collect({p: p, c: c}) AS rows
WITH rows, datetime(head(rows).p.published_at).epochSeconds AS began
UNWIND rows AS row
WITH row.p AS p, row.c AS c, began
RETURN c.name AS channel, c.id AS channel_id,
       datetime(p.published_at).epochSeconds - began AS seconds,
       coalesce(p.forwarded, false) AS forwarded, p.views AS views,
       left(p.text, 200) AS quote, p.url AS url, p.published_at AS published_at, p.id AS document
ORDER BY published_at, document
LIMIT $limit
