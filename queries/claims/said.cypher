// Who said what, through which channel and to how many
//
// Claims with whoever makes them, how he stands to each, the channel it was made in or through, and
// the subscribers that channel had by the last observation until then, else by the first after it.
// A stance `denies` with a sentence that itself says no ("there are no soldiers") denies what the
// sentence says is not so. Subscribers are not readers, and nothing here proves a claim.
//
// @id said
// @param speaker string null Who speaks: id, name or alias; everybody when left out
// @param words string null Words of the claim, as they stand in it
// @param channel string null The channel it was made in or through: id or name
// @param limit integer 50 500 Rows at most
// @column speaker string Name of who says it
// @column speaker_id string Id of who says it
// @column stance string How the speaker stands towards the claim
// @column claim string The claim, in the words it was found in
// @column channel string Name of the channel it was made in or through
// @column subscribers integer Subscribers of that channel about then
// @column bound string exact, approx, below or at_least
// @column date date When it was said, EDTF
// @column modality string asserted, denied, alleged or hypothetical
// @column asserted_by string Who says so; `document` for its narrator, `unknown` for nobody named
// @column quote string The sentence it rests on
// @column title string Title of the document
// @column url string Address of the document
// @column published_at date When the document was published
// @column document string Id of the document
// @column citation string Id of the citation, to verify it
// @example {"speaker": "Steppe Lantern"}
CALL () {
  WITH 1 AS everybody
  WHERE $speaker IS NULL
  MATCH (:Entity)-[r:SAID]->(:Claim)
  RETURN r
  UNION
  MATCH (:Entity {id: $speaker})-[r:SAID]->(:Claim)
  RETURN r
  UNION
  MATCH (:Entity {name: $speaker})-[r:SAID]->(:Claim)
  RETURN r
  UNION
  // By name: the index finds its words, and the whole of it is compared.
  WITH '"' + replace(replace(coalesce($speaker, ''), '\\', ' '), '"', ' ') + '"' AS words
  CALL db.index.fulltext.queryNodes('search', 'name:' + words + ' OR aliases:' + words)
  YIELD node AS a
  WHERE a:Entity
    AND (toLower(a.name) = toLower($speaker)
         OR any(alias IN a.aliases WHERE toLower(alias) = toLower($speaker)))
  MATCH (a)-[r:SAID]->(:Claim)
  RETURN r
}
WITH startNode(r) AS s, endNode(r) AS claim, r
WHERE $words IS NULL OR toLower(claim.text) CONTAINS toLower($words)
OPTIONAL MATCH (via:Entity:Channel {id: r.via})
WITH s, claim, r, CASE WHEN via IS NULL AND s:Channel THEN s ELSE via END AS c
WHERE $channel IS NULL OR c.id = $channel OR toLower(c.name) = toLower($channel)
MATCH (d:Document {id: r.document})
OPTIONAL CALL (c, r) {
  MATCH (c)-[:HAS_SUBSCRIBERS]->(size:SubscriberCount)
  WITH size, coalesce(size.date, '') <= coalesce(r.date, r.published_at, '9999') AS by_then
  RETURN size
  ORDER BY by_then DESC, CASE WHEN by_then THEN size.date END DESC, size.date, size.value
  LIMIT 1
}
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
RETURN s.name AS speaker, s.id AS speaker_id, r.stance AS stance, claim.text AS claim,
       c.name AS channel, size.value AS subscribers, size.bound AS bound, r.date AS date,
       r.modality AS modality, coalesce(who.name, r.asserted_by) AS asserted_by, r.quote AS quote,
       d.title AS title, d.url AS url, d.published_at AS published_at, d.id AS document,
       r.id AS citation
ORDER BY coalesce(date, left(published_at, 10)), published_at, document, claim, citation
LIMIT $limit
