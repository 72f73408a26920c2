// Where a claim went, and how many may have seen it
//
// Posts that carry a claim in which these words occur, in the order of time, with the views of
// each and the subscribers of its channel. Neither number is people reached: views are counted
// again and again, subscribers overlap and sleep; their sum is an upper bound at best and does not
// prove that anybody believed it. Claims are found in posts that were read with `--extract` only;
// the demo reads without it, so its posts have none before `sayso ingest examples --extract`.
//
// @id claim-reach
// @param words string required Words of the claim, as they stand in it
// @param limit integer 100 1000 Rows at most
// @column claim string The claim as it was worded
// @column modality string asserted, denied, alleged or hypothetical
// @column asserted_by string Who says so; `document` for its narrator, `unknown` for nobody named
// @column channel string Channel that published the post
// @column channel_id string Its id
// @column views integer Views of the post, by the latest observation
// @column subscribers integer Subscribers of the channel, by the latest observation
// @column quote string The sentence that carries it
// @column url string Address of the post
// @column published_at date When it was published
// @column document string Id of the post
// @column citation string Id of the citation, to verify it
// @example {"words": "dam at Verkhovka is not damaged"}
MATCH (claim:Claim)
WHERE toLower(claim.text) CONTAINS toLower($words)
MATCH (claim)<-[r:CARRIES]-(p:Post)<-[:POSTED]-(c:Channel)
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
OPTIONAL MATCH (c)-[:HAS_SUBSCRIBERS]->(s:SubscriberCount)
WITH claim, r, p, c, who, s ORDER BY s.date DESC, s.value DESC
WITH claim, r, p, c, who, head(collect(s.value)) AS subscribers
RETURN claim.text AS claim, r.modality AS modality,
       coalesce(who.name, r.asserted_by) AS asserted_by, c.name AS channel, c.id AS channel_id,
       p.views AS views, subscribers, r.quote AS quote, p.url AS url,
       p.published_at AS published_at, p.id AS document, r.id AS citation
ORDER BY published_at, document, citation
LIMIT $limit
