// How a channel's audience grew
//
// Every observation of the channel's number of subscribers, by articles, pages and tables, in the
// order of time. Subscribers are not readers, many may be bought, and an approximate number such
// as 64.2K may have been anything that rounds to it.
//
// @id channel-size
// @param channel string required The channel: id, handle, name or alias
// @param limit integer 100 1000 Rows at most
// @column channel string Channel
// @column channel_id string Its id
// @column subscribers integer The number
// @column bound string exact, approx, below or at_least
// @column date date Day of the observation
// @column modality string asserted, denied, alleged or hypothetical
// @column asserted_by string Who says so; `document` for its narrator, `unknown` for nobody named
// @column quote string The words that give the number
// @column title string Title of the document
// @column url string Its address
// @column published_at date When it was published or seen
// @column document string Its id
// @column citation string Id of the citation, to verify it
// @example {"channel": "krasnoles_life"}
CALL () {
  // By id, else by name: the index finds its words, and the whole of it is compared.
  MATCH (c:Entity:Channel {id: $channel})
  RETURN c
  UNION
  MATCH (c:Entity:Channel {name: $channel})
  RETURN c
  UNION
  WITH '"' + replace(replace($channel, '\\', ' '), '"', ' ') + '"' AS words
  CALL db.index.fulltext.queryNodes('search',
    'name:' + words + ' OR aliases:' + words + ' OR handle:' + words)
  YIELD node AS c
  WHERE c:Channel
    AND (toLower(c.name) = toLower($channel) OR toLower(c.handle) = toLower($channel)
         OR any(alias IN c.aliases WHERE toLower(alias) = toLower($channel)))
  RETURN c
}
MATCH (c)-[r:HAS_SUBSCRIBERS]->(s:SubscriberCount)
MATCH (d:Document {id: r.document})
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
RETURN c.name AS channel, c.id AS channel_id, s.value AS subscribers, s.bound AS bound,
       s.date AS date, r.modality AS modality, coalesce(who.name, r.asserted_by) AS asserted_by,
       r.quote AS quote, d.title AS title, d.url AS url, d.published_at AS published_at,
       d.id AS document, r.id AS citation
ORDER BY date, subscribers, citation
LIMIT $limit
