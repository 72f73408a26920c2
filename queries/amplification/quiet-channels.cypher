// Channels that stopped publishing
//
// Channels that published at least so many posts and none in the last days of the collection, the
// busiest first, with their last post. Silence does not prove that a channel was closed: it may
// have moved, been renamed, or not been read to the end. The collection ends with the latest post
// of all.
//
// @id quiet-channels
// @param days integer 7 3650 Days without a post at least
// @param posts integer 20 1000000 Posts before that at least
// @param limit integer 50 500 Rows at most
// @column channel string Channel
// @column channel_id string Its id
// @column posts integer How many posts of it there are
// @column silent_days integer Days from its last post to the end of the collection
// @column quote string Beginning of its last post
// @column url string Its address
// @column published_at date When it was published
// @column document string Its id
// @example {}
MATCH (all:Post)
WHERE all.published_at IS NOT NULL
WITH max(all.published_at) AS ending
MATCH (c:Channel)-[:POSTED]->(p:Post)
WITH ending, c, p ORDER BY p.published_at DESC, p.id
WITH ending, c, count(*) AS posts, head(collect(p)) AS last
WITH c, posts, last,
     duration.inDays(datetime(last.published_at), datetime(ending)).days AS silent_days
WHERE silent_days >= $days AND posts >= $posts
RETURN c.name AS channel, c.id AS channel_id, posts, silent_days,
       left(last.text, 200) AS quote, last.url AS url, last.published_at AS published_at,
       last.id AS document
ORDER BY posts DESC, channel_id
LIMIT $limit
