// Channels that carry posts from one language into another
//
// Channels whose forwards come from channels of several languages, those whose second language
// weighs most first, with the latest forward from another language than their own as a sample.
// They are the places where two audiences meet. Reading two languages does not prove an errand. A
// channel's own language is the one in which most of its posts that are no forwards are written.
//
// @id bridges
// @param forwards integer 10 100000 Forwards into another language at least
// @param limit integer 50 500 Rows at most
// @column channel string Channel
// @column channel_id string Its id
// @column own string Language of most of its own posts
// @column foreign_forwards integer Forwards of posts in another language
// @column all_forwards integer All its forwards
// @column languages strings Languages it forwards from
// @column quote string Beginning of the latest forward from another language
// @column url string Its address
// @column published_at date When it was published
// @column document string Its id
// @example {}
MATCH (c:Channel)-[:POSTED]->(p:Post)
WHERE p.forwarded IS NULL AND p.lang IS NOT NULL
WITH c, p.lang AS lang, count(*) AS posts ORDER BY posts DESC, lang
WITH c, head(collect(lang)) AS own
MATCH (c)-[:POSTED]->(p:Post)
WHERE p.forwarded AND p.lang IS NOT NULL
WITH c, own, p ORDER BY p.published_at DESC, p.id
WITH c, own, count(*) AS every, collect(DISTINCT p.lang) AS found,
     [other IN collect(p) WHERE other.lang <> own] AS foreign
WHERE size(foreign) >= $forwards
WITH c, own, every, found, size(foreign) AS many, head(foreign) AS latest
UNWIND found AS language
WITH c, own, every, many, latest, language ORDER BY language
WITH c, own, every, many, latest, collect(language) AS languages
RETURN c.name AS channel, c.id AS channel_id, own, many AS foreign_forwards,
       every AS all_forwards, languages, left(latest.text, 200) AS quote, latest.url AS url,
       latest.published_at AS published_at, latest.id AS document
ORDER BY foreign_forwards DESC, channel_id
LIMIT $limit
