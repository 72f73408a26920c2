// Small channels that big ones live off
//
// Pairs of a channel with few subscribers and one with many that forwards it, those with the most
// forwards first. It is how an unknown voice gets a large audience; it does not prove that the big
// one knows whose voice it is. Only channels whose subscribers somebody counted appear.
//
// @id small-sources
// @param small integer 2000 1000000000 Subscribers of the source at most
// @param big integer 10000 1000000000 Subscribers of the amplifier at least
// @param limit integer 50 500 Rows at most
// @column source string The small channel
// @column source_id string Its id
// @column subscribers integer Its subscribers, by the latest observation
// @column amplifier string The big channel
// @column amplifier_id string Its id
// @column audience integer Its subscribers, by the latest observation
// @column forwards integer How often it forwarded the small one
// @column quote string Beginning of the latest forward's text
// @column url string Its address
// @column published_at date When it was published
// @column document string Its id
// @example {}
MATCH (c:Channel)-[:HAS_SUBSCRIBERS]->(s:SubscriberCount)
WITH c, s ORDER BY s.date DESC, s.value DESC
WITH c, head(collect(s.value)) AS size
WHERE size <= $small
MATCH (c)-[:POSTED]->(:Post)<-[:FORWARDED]-(p:Post)<-[:POSTED]-(a:Channel)
WHERE a <> c
MATCH (a)-[:HAS_SUBSCRIBERS]->(t:SubscriberCount)
WITH c, size, a, p, t ORDER BY t.date DESC, t.value DESC
WITH c, size, a, p, head(collect(t.value)) AS audience
WHERE audience >= $big
WITH c, size, a, audience, p ORDER BY p.published_at DESC, p.id
WITH c, size, a, audience, count(*) AS forwards, head(collect(p)) AS latest
RETURN c.name AS source, c.id AS source_id, size AS subscribers, a.name AS amplifier,
       a.id AS amplifier_id, audience, forwards, left(latest.text, 200) AS quote,
       latest.url AS url, latest.published_at AS published_at, latest.id AS document
ORDER BY forwards DESC, source_id, amplifier_id
LIMIT $limit
